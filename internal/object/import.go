package object

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// ImportState takes an object over by its id, by a look-up such as `name=<name>`,
// or by its identity. Terraform then reads it.
func (m *managed) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	api, diagnostics := m.connection.api()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	written := req.ID
	if written == "" && req.Identity != nil {
		var id types.String
		resp.Diagnostics.Append(req.Identity.GetAttribute(ctx, path.Root(idAttribute), &id)...)
		written = id.ValueString()
	}
	id, ok := canonicalUUID(written)
	if !ok {
		id = m.importByLookup(ctx, api, written, resp)
	}
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(idAttribute), id)...)
	resp.Diagnostics.Append(resp.Identity.SetAttribute(ctx, path.Root(idAttribute), id)...)
}

// importByLookup finds the id of `name=<name>`.
func (m *managed) importByLookup(ctx context.Context, api *client.Client, written string, resp *resource.ImportStateResponse) string {
	attribute, value, _ := strings.Cut(written, "=")
	if !slices.Contains(m.object.Lookups, attribute) || trim(value) == "" || trim(value) != value {
		ways := []string{"its UUID"}
		for _, name := range m.object.Lookups {
			ways = append(ways, fmt.Sprintf("`%s=<%s>`", name, name))
		}
		resp.Diagnostics.AddError("Invalid import id", fmt.Sprintf("The %s is imported by %s. %q is neither.", m.object.Title, strings.Join(ways, " or by "), written))
		return ""
	}
	failed := m.failures(ctx, "view", lookup{attribute, value})
	fields, failure := find(ctx, api, failed)
	if failure != nil {
		// There is no argument that an import's error could stand on.
		resp.Diagnostics.AddError(failure.Summary(), failure.Detail())
		return ""
	}
	decoded, wrong := decode(m.object.Attributes, fields)
	if wrong != nil {
		resp.Diagnostics.Append(failed.mismatched(wrong))
		return ""
	}
	id, failure := identify(decoded, failed)
	if failure != nil {
		resp.Diagnostics.AddError(failure.Summary(), failure.Detail())
		return ""
	}
	return id
}
