package rbac

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
	managed "github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// ImportState reads `<role>:<permission>` or `<role>:<permission>:<model>:<object>`, role
// and object by their IDs or names.
func (r *permissionRole) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	parts := strings.Split(req.ID, ":")
	if len(parts) != 2 && len(parts) != 4 || parts[0] == "" || fullPermission(parts[1]) != "" || len(parts) == 4 && (fullModel(parts[2]) != "" || parts[3] == "") {
		resp.Diagnostics.AddError("Invalid import ID", fmt.Sprintf(
			"Import a permission of a role by `<role>:<app>.<codename>`, for a single object followed by `:<app>.<model>:<object>`. Role and object are given by their IDs or names. %q is not of this form.", req.ID))
		return
	}
	api, diagnostics := r.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	role, ok := value.CanonicalUUID(parts[0])
	if !ok {
		found, failure := managed.Resolve(ctx, api, r.Connection, &grantKind, reference.Role, parts[0])
		if failure != nil {
			resp.Diagnostics.Append(failure)
			return
		}
		role = found
	}
	state := grantState{Role: types.StringValue(role), Permission: types.StringValue(parts[1]), Model: types.StringNull(), ObjectID: types.StringNull()}
	if len(parts) == 4 {
		object, failure := r.objectID(ctx, parts[2], parts[3])
		if failure != nil {
			resp.Diagnostics.Append(failure)
			return
		}
		state.Model, state.ObjectID = types.StringValue(parts[2]), types.StringValue(object)
	}
	state.ID = types.StringValue(state.id())
	resp.Diagnostics.Append(resp.State.Set(ctx, state)...)
}

// objectID is the primary key of an object that an import names by it or by the kind's
// first look-up.
func (r *permissionRole) objectID(ctx context.Context, model, written string) (string, diag.Diagnostic) {
	if canonical, ok := value.CanonicalUUID(written); ok {
		return canonical, nil
	}
	described := (&grant{kinds: r.kinds, model: model}).kind()
	if _, err := strconv.ParseInt(written, 10, 64); err == nil || described == nil || len(described.Lookups) == 0 || len(described.Lookups[0].Fields) != 1 {
		return written, nil
	}
	api, _ := r.Connection.API()
	operation := diagnostic.New(ctx, r.Connection, described, diagnostic.View, lookup.Terms{{Attribute: described.Lookups[0].Fields[0], Value: written}})
	found, failure := managed.Find(ctx, api, r.Connection, operation)
	if failure != nil {
		return "", diag.NewErrorDiagnostic(failure.Summary(), failure.Detail())
	}
	key, wrong := value.Decode(described.Key(), found[described.Key().APIName()])
	if wrong != nil {
		return "", operation.Mismatched(wrong)
	}
	return value.Plain(key), nil
}
