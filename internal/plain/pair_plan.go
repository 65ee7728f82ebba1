package plain

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// ModifyPlan refuses what the server's release does not have, replaces the pair along with
// its holder, and warns of an object whose resource manages the relation as a whole.
func (p *Pair) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || p.Connection == nil {
		return
	}
	if req.State.Raw.IsNull() && p.Since != "" {
		resp.Diagnostics.Append(NeedsRelease(ctx, p.Connection, p.Kind, p.Since)...)
	}
	ends := p.ends(ctx, req.Plan, &resp.Diagnostics)
	p.replaceWithHolder(ctx, ends, req, resp)
	p.claim(p.Holder, ends.Holder, &resp.Diagnostics)
	p.claim(p.Member, ends.Member, &resp.Diagnostics)
}

func (p *Pair) claim(side Side, id string, diagnostics *diag.Diagnostics) {
	if side.Whole == "" || id == "" || !p.Connection.Claim(side.Reference.Path, id, side.Whole, false) {
		return
	}
	diagnostics.AddAttributeWarning(path.Root(side.Name), "Managed twice", fmt.Sprintf(
		"The configuration also manages `%s` of the %s as a whole, which removes this %s unless it is listed there as well. Remove one of the two.", side.Whole, side.Reference.Title, p.Kind.Title))
}

// replaceWithHolder replaces the pair where the plan creates its holder: a new one of the
// same name is not related, and nothing in the configuration says that it is new.
func (p *Pair) replaceWithHolder(ctx context.Context, ends Ends, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.State.Raw.IsNull() || !p.Connection.IsCreated(p.Holder.Reference.Path+ends.Holder) {
		return
	}
	resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root("id"), types.StringUnknown())...)
	resp.RequiresReplace.Append(path.Root("id"))
}
