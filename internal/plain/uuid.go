package plain

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// KeepsUUID plans a UUID that is written otherwise than in the state, with capital letters
// or without hyphens, to stay. Where replaces is true another one replaces the resource:
// one that means the same must not, since what is created first and deleted afterwards
// would be one and the same.
func KeepsUUID(replaces bool) []planmodifier.String {
	return []planmodifier.String{keepsUUID{replaces}}
}

type keepsUUID struct{ replaces bool }

func (keepsUUID) Description(context.Context) string { return "stays if it means the same" }

func (m keepsUUID) MarkdownDescription(ctx context.Context) string { return m.Description(ctx) }

func (m keepsUUID) PlanModifyString(_ context.Context, req planmodifier.StringRequest, resp *planmodifier.StringResponse) {
	planned, before := req.PlanValue, req.StateValue
	switch {
	case req.State.Raw.IsNull() || req.Plan.Raw.IsNull() || planned.Equal(before):
	case !planned.IsNull() && !planned.IsUnknown() && !before.IsNull() && value.SameString(&kind.Field{Type: kind.UUID}, planned.ValueString(), before.ValueString()):
		resp.PlanValue = before
	default:
		resp.RequiresReplace = m.replaces
	}
}
