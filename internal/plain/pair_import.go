package plain

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"

	managed "github.com/authentik-iac/terraform-provider-authentik/internal/resource"
)

// ImportState reads `<holder>:<member>`, each an ID or a name.
func (p *Pair) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	holder, member, ok := strings.Cut(req.ID, ":")
	if !ok || holder == "" || member == "" {
		resp.Diagnostics.AddError("Invalid import ID", fmt.Sprintf("Import %s by `<%s>:<%s>`: %s, %s. %q is not of this form.",
			p.Kind.A(), p.Holder.Reference.Title, p.Member.Reference.Title, p.Holder.ways(), p.Member.ways(), req.ID))
		return
	}
	holderID := p.resolve(ctx, p.Holder, holder, &resp.Diagnostics)
	memberID := p.resolve(ctx, p.Member, member, &resp.Diagnostics)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("id"), holderID+":"+memberID)...)
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(p.Holder.Name), p.Holder.value(holderID))...)
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root(p.Member.Name), p.Member.value(memberID))...)
}

// resolve is the ID of the object that is written by its ID or its name.
func (p *Pair) resolve(ctx context.Context, side Side, written string, diagnostics *diag.Diagnostics) string {
	if id, ok := side.canonical(written); ok {
		return id
	}
	api, missing := p.Connection.API()
	if missing.HasError() {
		diagnostics.Append(missing...)
		return ""
	}
	id, failure := managed.Resolve(ctx, api, p.Connection, p.Kind, side.Reference, written)
	if failure != nil {
		diagnostics.Append(failure)
	}
	return id
}
