package core

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/int64planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
)

// NewBackchannelProvider is one provider that serves one application in the background,
// beside whatever others the application has. The server has no request for a single one,
// so that the whole set is written (PATCH /api/v3/core/applications/{slug}/), under the
// application's lock.
func NewBackchannelProvider() resource.Resource { return &backchannelProvider{} }

type backchannelProvider struct{ plain.Resource }

var (
	_ resource.ResourceWithConfigure   = (*backchannelProvider)(nil)
	_ resource.ResourceWithImportState = (*backchannelProvider)(nil)
	_ resource.ResourceWithModifyPlan  = (*backchannelProvider)(nil)
)

// attachment is the state. Its ID is `<application>:<provider>`.
type attachment struct {
	ID          types.String `tfsdk:"id"`
	Application types.String `tfsdk:"application"`
	Provider    types.Int64  `tfsdk:"protocol_provider"`
}

// attachmentKind is what messages need to know.
var attachmentKind = kind.Kind{Type: "application_backchannel_provider", Title: "backchannel provider of an application", Titles: "backchannel providers of applications", Model: "authentik_core.application"}

func (*backchannelProvider) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_application_backchannel_provider"
}

func (*backchannelProvider) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Lets one provider, such as SCIM or LDAP, serve one application in the background, and leaves the application's other backchannel providers alone. Needs authentik 2023.5 or later.\n\n~> **Conflicts** with `backchannel_providers` of the application: whatever manages the whole removes this provider again.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
				MarkdownDescription: "`<application>:<provider>`.",
			},
			"application": schema.StringAttribute{
				Required: true, PlanModifiers: []planmodifier.String{stringplanmodifier.RequiresReplace()},
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true})},
				MarkdownDescription: "Slug of the application: `slug` or `id` of `authentik_application`. Another value replaces the attachment.",
			},
			"protocol_provider": schema.Int64Attribute{
				Required: true, PlanModifiers: []planmodifier.Int64{int64planmodifier.RequiresReplace()},
				MarkdownDescription: "ID of the provider, which no other application may have in the background. Another value replaces the attachment.",
			},
		},
	}
}

// ModifyPlan replaces the attachment along with its application. A new application of the
// same slug does not have it, and nothing in the configuration says that it is new.
func (r *backchannelProvider) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || req.State.Raw.IsNull() || r.Connection == nil {
		return
	}
	var application types.String
	resp.Diagnostics.Append(req.Plan.GetAttribute(ctx, path.Root("application"), &application)...)
	if r.Connection.IsCreated(Application.API.Path + application.ValueString()) {
		resp.Diagnostics.Append(resp.Plan.SetAttribute(ctx, path.Root("id"), types.StringUnknown())...)
		resp.RequiresReplace.Append(path.Root("id"))
	}
}

func (a attachment) operation(ctx context.Context, connected *connection.Connection, verb diagnostic.Verb) *diagnostic.Operation {
	return diagnostic.New(ctx, connected, &attachmentKind, verb, lookup.Terms{
		{Attribute: "application", Value: a.Application.ValueString()}, {Attribute: "protocol_provider", Value: strconv.FormatInt(a.Provider.ValueInt64(), 10)},
	})
}

func (r *backchannelProvider) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan attachment
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(r.change(ctx, plan, true)...)
	if resp.Diagnostics.HasError() {
		return
	}
	plan.ID = types.StringValue(fmt.Sprintf("%s:%d", plan.Application.ValueString(), plan.Provider.ValueInt64()))
	resp.Diagnostics.Append(resp.State.Set(ctx, plan)...)
}

func (r *backchannelProvider) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	var state attachment
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	api, diagnostics := r.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	operation := state.operation(ctx, r.Connection, diagnostic.View)
	found, err := readBackchannel(ctx, api, state.Application.ValueString())
	switch {
	case err != nil && operation.IsGone(err), err == nil && !slices.Contains(found.providers, state.Provider.ValueInt64()):
		resp.Diagnostics.Append(operation.Vanished())
		resp.State.RemoveResource(ctx)
	case err != nil:
		resp.Diagnostics.Append(operation.Failed(err))
	}
}

// Update has nothing to do: every argument replaces the attachment.
func (*backchannelProvider) Update(context.Context, resource.UpdateRequest, *resource.UpdateResponse) {
}

func (r *backchannelProvider) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state attachment
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	if !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(r.change(ctx, state, false)...)
	}
}

// ImportState reads `<application>:<provider>`.
func (*backchannelProvider) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	application, provider, _ := strings.Cut(req.ID, ":")
	number, err := strconv.ParseInt(provider, 10, 64)
	if application == "" || err != nil {
		resp.Diagnostics.AddError("Invalid import ID", fmt.Sprintf("Import a backchannel provider of an application by `<slug of the application>:<ID of the provider>`. %q is not of this form.", req.ID))
		return
	}
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("id"), fmt.Sprintf("%s:%d", application, number))...)
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("application"), application)...)
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("protocol_provider"), number)...)
}
