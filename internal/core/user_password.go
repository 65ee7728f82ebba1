package core

import (
	"context"
	"net/http"
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/int64planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	managed "github.com/authentik-iac/terraform-provider-authentik/internal/resource"
)

// NewUserPassword sets the password of a user that is not managed here, such as `akadmin`
// (POST /api/v3/core/users/{id}/set_password/). It is never read: the server has no
// answer with it.
func NewUserPassword() resource.Resource { return &userPassword{} }

type userPassword struct{ plain.Resource }

var _ resource.ResourceWithConfigure = (*userPassword)(nil)

// password is the state, which never has the password itself.
type password struct {
	ID       types.String `tfsdk:"id"`
	User     types.Int64  `tfsdk:"user"`
	Password types.String `tfsdk:"password_wo"`
	Version  types.Int64  `tfsdk:"password_wo_version"`
}

func (*userPassword) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_user_password"
}

func (*userPassword) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Sets the password of a user that is not managed here, such as `akadmin` or one that a source created. The password is kept neither in the plan nor in the state; Terraform does not see what the user sets later. Destroying the resource leaves the password as it is. The token's user needs the permission `authentik_core.reset_user_password`. For a user that is managed here use `password_wo` of `authentik_user`. Needs Terraform 1.11 or later.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()}, MarkdownDescription: "ID of the user.",
			},
			"user": schema.Int64Attribute{
				Required: true, PlanModifiers: []planmodifier.Int64{int64planmodifier.RequiresReplace()},
				MarkdownDescription: "ID of the user. Another value sets the password of that user; the first one keeps it.",
			},
			"password_wo": schema.StringAttribute{
				Required: true, WriteOnly: true, Sensitive: true,
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true, Secret: true, Check: notEmpty})},
				MarkdownDescription: "Password. It is sent on creation and whenever `password_wo_version` changes.",
			},
			"password_wo_version": schema.Int64Attribute{Optional: true, MarkdownDescription: "Any number; change it to send `password_wo` again."},
		},
	}
}

// notEmpty refuses the empty password, which releases before 2025 take for one.
func notEmpty(set string) string {
	if set == "" {
		return "Expected a password that is not empty."
	}
	return ""
}

// set sends the password of the configuration.
func (r *userPassword) set(ctx context.Context, config password) diag.Diagnostics {
	api, diagnostics := r.Connection.API()
	if diagnostics.HasError() {
		return diagnostics
	}
	user, secret := strconv.FormatInt(config.User.ValueInt64(), 10), config.Password.ValueString()
	operation := diagnostic.New(ctx, r.Connection, &User, diagnostic.Change, lookup.ByID(user))
	unlock, err := r.Connection.Lock(ctx, User.API.Path+user)
	if err != nil {
		return diag.Diagnostics{operation.Cannot(err)}
	}
	defer unlock()
	_, err = api.Do(ctx, client.Request{
		Method: http.MethodPost, Path: User.API.Path + user + "/set_password/", Body: map[string]any{"password": secret}, Secrets: []string{secret}, Idempotent: true,
	})
	if err != nil {
		return operation.Refused(err, func(string) bool { return true })
	}
	return nil
}

func (r *userPassword) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var config password
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(r.set(ctx, config)...)
	if resp.Diagnostics.HasError() {
		return
	}
	config.ID, config.Password = types.StringValue(strconv.FormatInt(config.User.ValueInt64(), 10)), types.StringNull()
	resp.Diagnostics.Append(resp.State.Set(ctx, config)...)
}

// Read asks whether the user is there.
func (r *userPassword) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	var user types.Int64
	resp.Diagnostics.Append(req.State.GetAttribute(ctx, path.Root("user"), &user)...)
	api, diagnostics := r.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	id := strconv.FormatInt(user.ValueInt64(), 10)
	operation := diagnostic.New(ctx, r.Connection, &User, diagnostic.View, lookup.ByID(id))
	exists, err := managed.Exists(ctx, api, r.Connection, &User, id)
	switch {
	case err != nil:
		resp.Diagnostics.Append(operation.Failed(err))
	case !exists:
		resp.Diagnostics.Append(operation.Vanished())
		resp.State.RemoveResource(ctx)
	}
}

// Update sends the password where its version is another.
func (r *userPassword) Update(ctx context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	var config, state password
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	if !resp.Diagnostics.HasError() && !config.Version.Equal(state.Version) {
		resp.Diagnostics.Append(r.set(ctx, config)...)
	}
	if !resp.Diagnostics.HasError() {
		resp.State.Raw = req.Plan.Raw
	}
}

// Delete leaves the password: the server cannot take one away.
func (*userPassword) Delete(context.Context, resource.DeleteRequest, *resource.DeleteResponse) {}
