package plain

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/identityschema"
	"github.com/hashicorp/terraform-plugin-framework/tfsdk"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// Identified gives a resource the identity that Terraform 1.12 imports by: its `id`, which
// is what an import takes. A resource that cannot be imported stays as it is.
func Identified(create func() resource.Resource) func() resource.Resource {
	return func() resource.Resource {
		inner := create()
		if importable, ok := inner.(resource.ResourceWithImportState); ok {
			return &identified{importable}
		}
		return inner
	}
}

// identified passes everything on and copies the `id` of the state into the identity.
type identified struct {
	resource.ResourceWithImportState
}

var (
	_ resource.ResourceWithConfigure      = (*identified)(nil)
	_ resource.ResourceWithIdentity       = (*identified)(nil)
	_ resource.ResourceWithModifyPlan     = (*identified)(nil)
	_ resource.ResourceWithValidateConfig = (*identified)(nil)
)

const identityAttribute = "id"

func (*identified) IdentitySchema(_ context.Context, _ resource.IdentitySchemaRequest, resp *resource.IdentitySchemaResponse) {
	resp.IdentitySchema = identityschema.Schema{Attributes: map[string]identityschema.Attribute{
		identityAttribute: identityschema.StringAttribute{RequiredForImport: true, Description: "The ID by which `terraform import` takes it."},
	}}
}

// identify copies the ID of a state, where there is one.
func identify(ctx context.Context, state tfsdk.State, identity *tfsdk.ResourceIdentity, diagnostics *diag.Diagnostics) {
	if state.Raw.IsNull() || identity == nil {
		return
	}
	var id types.String
	diagnostics.Append(state.GetAttribute(ctx, path.Root(identityAttribute), &id)...)
	if !id.IsNull() && !id.IsUnknown() {
		diagnostics.Append(identity.SetAttribute(ctx, path.Root(identityAttribute), id)...)
	}
}

func (i *identified) Configure(ctx context.Context, req resource.ConfigureRequest, resp *resource.ConfigureResponse) {
	if inner, ok := i.ResourceWithImportState.(resource.ResourceWithConfigure); ok {
		inner.Configure(ctx, req, resp)
	}
}

func (i *identified) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if inner, ok := i.ResourceWithImportState.(resource.ResourceWithModifyPlan); ok {
		inner.ModifyPlan(ctx, req, resp)
	}
}

func (i *identified) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	if inner, ok := i.ResourceWithImportState.(resource.ResourceWithValidateConfig); ok {
		inner.ValidateConfig(ctx, req, resp)
	}
}

func (i *identified) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	i.ResourceWithImportState.Create(ctx, req, resp)
	identify(ctx, resp.State, resp.Identity, &resp.Diagnostics)
}

// Read keeps an identity for what is gone, which the framework wants too.
func (i *identified) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	before := req.State
	i.ResourceWithImportState.Read(ctx, req, resp)
	if !resp.State.Raw.IsNull() {
		before = resp.State
	}
	identify(ctx, before, resp.Identity, &resp.Diagnostics)
}

func (i *identified) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	i.ResourceWithImportState.Update(ctx, req, resp)
	identify(ctx, resp.State, resp.Identity, &resp.Diagnostics)
}

// ImportState takes the ID of an identity for one that is written.
func (i *identified) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	if req.ID == "" && req.Identity != nil {
		var id types.String
		resp.Diagnostics.Append(req.Identity.GetAttribute(ctx, path.Root(identityAttribute), &id)...)
		req.ID = id.ValueString()
	}
	i.ResourceWithImportState.ImportState(ctx, req, resp)
	identify(ctx, resp.State, resp.Identity, &resp.Diagnostics)
}
