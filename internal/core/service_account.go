package core

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/booldefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/boolplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/int64planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
)

// NewServiceAccount is a user of the type `service_account` with an app password and, on
// request, a group, all created by one request
// (POST /api/v3/core/users/service_account/). The response has the app password, which is
// dropped: the ephemeral resource authentik_token_key reads it.
func NewServiceAccount() resource.Resource { return &serviceAccount{} }

type serviceAccount struct{ plain.Resource }

var (
	_ resource.ResourceWithConfigure   = (*serviceAccount)(nil)
	_ resource.ResourceWithImportState = (*serviceAccount)(nil)
	_ resource.ResourceWithModifyPlan  = (*serviceAccount)(nil)
)

// account is the state.
type account struct {
	ID              types.String `tfsdk:"id"`
	Name            types.String `tfsdk:"name"`
	CreateGroup     types.Bool   `tfsdk:"create_group"`
	Expiring        types.Bool   `tfsdk:"expiring"`
	User            types.Int64  `tfsdk:"user"`
	UID             types.String `tfsdk:"uid"`
	Group           types.String `tfsdk:"group"`
	TokenIdentifier types.String `tfsdk:"token_identifier"`
}

func (*serviceAccount) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_service_account"
}

func (*serviceAccount) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	keep := []planmodifier.String{stringplanmodifier.UseStateForUnknown()}
	resp.Schema = schema.Schema{
		MarkdownDescription: "Creates a service account: a user for a program, with an app password and, on request, a group. Read the app password by the ephemeral resource `authentik_token_key`, which keeps it out of plan and state. The token's user needs the permissions `authentik_core.add_user` and `authentik_core.add_token`, for the group `authentik_core.add_group` too. For a service account with other arguments or an API token use `authentik_user` and `authentik_token`.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{Computed: true, PlanModifiers: keep, MarkdownDescription: "ID of the user."},
			"name": schema.StringAttribute{
				Required: true, PlanModifiers: []planmodifier.String{stringplanmodifier.RequiresReplace()},
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true, MaxLength: 150})},
				MarkdownDescription: "Username of the service account and name of the group. Another value replaces the service account.",
			},
			"create_group": schema.BoolAttribute{
				Optional: true, Computed: true, Default: booldefault.StaticBool(false), PlanModifiers: []planmodifier.Bool{boolplanmodifier.RequiresReplace()},
				MarkdownDescription: "Whether a group of the same name is created, with the service account as its member; it is deleted with the service account. Another value replaces both. Default: `false`.",
			},
			"expiring": schema.BoolAttribute{
				Optional: true, Computed: true, Default: booldefault.StaticBool(true), PlanModifiers: []planmodifier.Bool{boolplanmodifier.RequiresReplace()},
				MarkdownDescription: "Whether the app password expires, 360 days after it was created. Another value replaces the service account. `false` needs authentik 2023.4 or later. Default: `true`.",
			},
			"user":             schema.Int64Attribute{Computed: true, PlanModifiers: []planmodifier.Int64{int64planmodifier.UseStateForUnknown()}, MarkdownDescription: "ID of the user as a number."},
			"uid":              schema.StringAttribute{Computed: true, PlanModifiers: keep, MarkdownDescription: "Hash that identifies the user to applications."},
			"group":            schema.StringAttribute{Computed: true, PlanModifiers: keep, MarkdownDescription: "UUID of the group; null without `create_group`."},
			"token_identifier": schema.StringAttribute{Computed: true, PlanModifiers: keep, MarkdownDescription: "Identifier of the token that is the app password, for `authentik_token_key`; null if the token was deleted."},
		},
	}
}

// hasExpiry is the first release in which the app password of a service account may not
// expire.
const hasExpiry = "2023.4.0"

// ModifyPlan refuses what the server's release would ignore.
func (r *serviceAccount) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if req.Plan.Raw.IsNull() || !req.State.Raw.IsNull() || r.Connection == nil {
		return
	}
	var expiring types.Bool
	resp.Diagnostics.Append(req.Plan.GetAttribute(ctx, path.Root("expiring"), &expiring)...)
	release, known, err := r.Connection.Release(ctx)
	if err == nil && known && release != "" && contract.Compare(release, hasExpiry) < 0 && !expiring.IsUnknown() && !expiring.ValueBool() {
		resp.Diagnostics.AddAttributeError(path.Root("expiring"), "Not available in the server's release", fmt.Sprintf(
			"authentik %s creates service accounts with an app password that expires only. Remove the argument, or upgrade the server.", release))
	}
}

func (r *serviceAccount) operation(ctx context.Context, verb diagnostic.Verb, name string) *diagnostic.Operation {
	return diagnostic.New(ctx, r.Connection, &accountKind, verb, lookup.Terms{{Attribute: "name", Value: name}})
}

// accountKind is what messages need to know.
var accountKind = kind.Kind{Type: "service_account", Title: "service account", Model: "authentik_core.user"}

func (r *serviceAccount) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan account
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	api, diagnostics := r.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	operation := r.operation(ctx, diagnostic.Add, plan.Name.ValueString())
	user, err := createAccount(ctx, api, plan)
	switch {
	case errors.Is(err, errExists):
		resp.Diagnostics.AddAttributeError(path.Root("name"), "User already exists", fmt.Sprintf(
			"authentik has a user of this name. Choose another name, or import the user if it is a service account: terraform import <address> 'name=%s'.", plan.Name.ValueString()))
		return
	case err != nil:
		resp.Diagnostics.Append(operation.Refused(err, nil)...)
		return
	}
	state, err := readAccount(ctx, api, user, plan)
	if err != nil {
		// The service account is there: the state has it, so that it can be deleted.
		state = plan
		state.ID, state.UID, state.Group, state.TokenIdentifier = types.StringValue(user), types.StringNull(), types.StringNull(), types.StringNull()
		state.User = numberOf(user)
		resp.Diagnostics.Append(operation.Failed(err))
	}
	resp.Diagnostics.Append(resp.State.Set(ctx, state)...)
}

func numberOf(user string) types.Int64 {
	number, err := strconv.ParseInt(user, 10, 64)
	if err != nil {
		return types.Int64Null()
	}
	return types.Int64Value(number)
}

func (r *serviceAccount) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	var state account
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	api, diagnostics := r.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	operation := r.operation(ctx, diagnostic.View, state.Name.ValueString())
	read, err := readAccount(ctx, api, state.ID.ValueString(), state)
	switch {
	case err != nil && operation.IsGone(err):
		resp.Diagnostics.Append(operation.Vanished())
		resp.State.RemoveResource(ctx)
	case err != nil:
		resp.Diagnostics.Append(operation.Failed(err))
	default:
		resp.Diagnostics.Append(resp.State.Set(ctx, read)...)
	}
}

// Update has nothing to do: every argument replaces the service account.
func (*serviceAccount) Update(_ context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	resp.State.Raw = req.Plan.Raw
}

// Delete deletes the group that was created with the user, and then the user, whose tokens
// go along. The user is last, because without it the resource is taken for gone.
func (r *serviceAccount) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state account
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	api, diagnostics := r.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	operation := r.operation(ctx, diagnostic.Delete, state.Name.ValueString())
	if group := state.Group.ValueString(); group != "" && state.CreateGroup.ValueBool() {
		if err := api.Delete(ctx, Group.API.Path, group); err != nil && !operation.IsGone(err) {
			resp.Diagnostics.Append(operation.Refused(err, nil)...)
			return
		}
	}
	if err := api.Delete(ctx, User.API.Path, state.ID.ValueString()); err != nil && !operation.IsGone(err) {
		resp.Diagnostics.Append(operation.Refused(err, nil)...)
	}
}

// ImportState takes a service account over by the user's ID or `name=<name>`.
func (r *serviceAccount) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	api, diagnostics := r.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	user, failure := r.asked(ctx, api, req.ID)
	if failure != nil {
		resp.Diagnostics.Append(failure)
		return
	}
	state, err := readAccount(ctx, api, user, account{})
	switch {
	case errors.Is(err, errNoAccount):
		resp.Diagnostics.AddError("Not a service account", fmt.Sprintf("The user `%s` is of another type. Import it as `authentik_user`.", user))
	case err != nil:
		resp.Diagnostics.Append(r.operation(ctx, diagnostic.View, req.ID).Failed(err))
	default:
		resp.Diagnostics.Append(resp.State.Set(ctx, state)...)
	}
}

// asked is the ID of the user that an import asks for.
func (r *serviceAccount) asked(ctx context.Context, api *client.Client, written string) (string, diag.Diagnostic) {
	if _, err := strconv.ParseInt(written, 10, 64); err == nil {
		return written, nil
	}
	name, named := cutName(written)
	if !named {
		return "", diag.NewErrorDiagnostic("Invalid import ID", fmt.Sprintf("Import a service account by the ID of its user or by `name=<name>`. %q is neither.", written))
	}
	found, err := firstOf(ctx, api, User.API.Path, url.Values{"username": {name}})
	switch {
	case err != nil:
		return "", r.operation(ctx, diagnostic.View, name).Failed(err)
	case found == nil:
		return "", diag.NewErrorDiagnostic("Service account not found", fmt.Sprintf("authentik has no user with the username %q, or the token's user may not view it.", name))
	}
	return (client.Collection{}).ID(found), nil
}
