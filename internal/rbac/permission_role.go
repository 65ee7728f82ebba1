package rbac

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
	managed "github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// NewPermissionRole is one permission of one role, on all objects or on one
// (POST /api/v3/rbac/permissions/assigned_by_roles/{uuid}/assign/, PATCH unassign/). The
// kinds say where the objects are.
func NewPermissionRole(kinds []*kind.Kind) resource.Resource { return &permissionRole{kinds: kinds} }

type permissionRole struct {
	plain.Resource

	kinds []*kind.Kind
}

var (
	_ resource.ResourceWithConfigure      = (*permissionRole)(nil)
	_ resource.ResourceWithImportState    = (*permissionRole)(nil)
	_ resource.ResourceWithModifyPlan     = (*permissionRole)(nil)
	_ resource.ResourceWithValidateConfig = (*permissionRole)(nil)
)

// grantState is the state. Its ID is `<role>:<permission>`, with `:<model>:<object>` for
// one object.
type grantState struct {
	ID         types.String `tfsdk:"id"`
	Role       types.String `tfsdk:"role"`
	Permission types.String `tfsdk:"permission"`
	Model      types.String `tfsdk:"model"`
	ObjectID   types.String `tfsdk:"object_id"`
}

// grantKind is what messages need to know.
var grantKind = kind.Kind{Type: "rbac_permission_role", Title: "permission of a role", Titles: "permissions of roles", Model: "authentik_rbac.role"}

func (*permissionRole) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_" + grantKind.Type
}

func (*permissionRole) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	replace := []planmodifier.String{stringplanmodifier.RequiresReplace()}
	resp.Schema = schema.Schema{
		MarkdownDescription: "Gives a role one permission, on all objects of a kind or on a single one. Needs authentik 2023.10 or later, and the permissions `authentik_rbac.assign_role_permissions` and `authentik_rbac.unassign_role_permissions`.\n\n~> **Deleted objects.** If the object does not exist, authentik itself grants the permission on all objects. The provider therefore looks for the object before every change, checks the result, and revokes a permission that was granted on all objects.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
				MarkdownDescription: "`<role>:<permission>`, followed by `:<model>:<object_id>` for a single object.",
			},
			"role": schema.StringAttribute{
				Required: true, PlanModifiers: plain.KeepsUUID(true),
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.UUID, Required: true, Refers: reference.Role})},
				MarkdownDescription: "UUID of the role.",
			},
			"permission": schema.StringAttribute{
				Required: true, PlanModifiers: replace,
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true, Check: fullPermission})},
				MarkdownDescription: "Full name of the permission, such as `authentik_core.reset_user_password`.",
			},
			"model": schema.StringAttribute{
				Optional: true, PlanModifiers: replace,
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true, Check: fullModel})},
				MarkdownDescription: "Kind of the object, such as `authentik_core.group`. Set it together with `object_id`; without both the permission is on all objects.",
			},
			"object_id": schema.StringAttribute{
				Optional: true, PlanModifiers: plain.KeepsUUID(true),
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true})},
				MarkdownDescription: "Primary key of the object as a string: a UUID or a number, not a slug.",
			},
		},
	}
}

// fullPermission says what is wrong with the name of a permission.
func fullPermission(set string) string {
	if app, codename, ok := strings.Cut(set, "."); !ok || app == "" || codename == "" || strings.ContainsAny(codename, ".:") {
		return "Expected `<app>.<codename>`, such as `authentik_core.view_user`."
	}
	return ""
}

func fullModel(set string) string {
	if app, model, ok := strings.Cut(set, "."); !ok || app == "" || model == "" || strings.ContainsAny(model, ".:") || set != strings.ToLower(set) {
		return "Expected `<app>.<model>` in lower case, such as `authentik_core.group`."
	}
	return ""
}

// ValidateConfig refuses half of an object.
func (*permissionRole) ValidateConfig(ctx context.Context, req resource.ValidateConfigRequest, resp *resource.ValidateConfigResponse) {
	var config grantState
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	switch {
	case config.Model.IsNull() && !config.ObjectID.IsNull() && !config.ObjectID.IsUnknown():
		resp.Diagnostics.AddAttributeError(path.Root("object_id"), "Missing argument", "`model` must be set together with `object_id`.")
	case config.ObjectID.IsNull() && !config.Model.IsNull() && !config.Model.IsUnknown():
		resp.Diagnostics.AddAttributeError(path.Root("model"), "Missing argument", "`object_id` must be set together with `model`: without it, the permission would apply to all objects. If that is intended, remove `model`.")
	}
}

// ModifyPlan refuses a release without roles.
func (r *permissionRole) ModifyPlan(ctx context.Context, req resource.ModifyPlanRequest, resp *resource.ModifyPlanResponse) {
	if !req.Plan.Raw.IsNull() && req.State.Raw.IsNull() && r.Connection != nil {
		resp.Diagnostics.Append(plain.NeedsRelease(ctx, r.Connection, &grantKind, "2023.10.0")...)
	}
}

// id is the state's ID.
func (s *grantState) id() string {
	id := s.canonicalRole() + ":" + s.Permission.ValueString()
	if object := s.ObjectID.ValueString(); object != "" {
		id += ":" + s.Model.ValueString() + ":" + object
	}
	return id
}

func (s *grantState) canonicalRole() string {
	canonical, _ := value.CanonicalUUID(s.Role.ValueString())
	return canonical
}

// grant is what the state says, with the client; and the operation for messages.
func (r *permissionRole) grant(ctx context.Context, state *grantState, verb diagnostic.Verb) (*grant, *diagnostic.Operation, diag.Diagnostics) {
	api, diagnostics := r.Connection.API()
	if diagnostics.HasError() {
		return nil, nil, diagnostics
	}
	g := &grant{
		connected: r.Connection, api: api, kinds: r.kinds,
		role: state.canonicalRole(), permission: state.Permission.ValueString(), model: state.Model.ValueString(), object: state.ObjectID.ValueString(),
	}
	if canonical, ok := value.CanonicalUUID(g.object); ok {
		g.object = canonical
	}
	if (g.model == "") != g.isGlobal() {
		diagnostics.AddAttributeError(path.Root("object_id"), "Incomplete object", "Only one of `model` and `object_id` has a value. Nothing was done, because it would have applied to the permission on all objects.")
		return nil, nil, diagnostics
	}
	asked := lookup.Terms{{Attribute: "role", Value: g.role}, {Attribute: "permission", Value: g.permission}}
	if !g.isGlobal() {
		asked = append(asked, lookup.Term{Attribute: "object_id", Value: g.object})
	}
	return g, diagnostic.New(ctx, r.Connection, &grantKind, verb, asked), nil
}

func (r *permissionRole) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan grantState
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(r.change(ctx, &plan, (*grant).give)...)
	if resp.Diagnostics.HasError() {
		return
	}
	plan.ID = types.StringValue(plan.id())
	resp.Diagnostics.Append(resp.State.Set(ctx, plan)...)
}

// change assigns or unassigns, one writer of the role at a time.
func (r *permissionRole) change(ctx context.Context, state *grantState, change func(*grant, context.Context) error) diag.Diagnostics {
	g, operation, diagnostics := r.grant(ctx, state, diagnostic.Change)
	if diagnostics.HasError() {
		return diagnostics
	}
	unlock, err := r.Connection.LockMachine(ctx, Role.API.Path+g.role)
	if err != nil {
		return diag.Diagnostics{operation.Cannot(err)}
	}
	defer unlock()
	switch err := change(g, ctx); {
	case err == nil:
		return nil
	case errors.Is(err, errNoPermission):
		diagnostics.AddAttributeError(path.Root("permission"), "Permission not found", fmt.Sprintf(
			"authentik has no permission `%s`%s. The data source `authentik_rbac_permissions` lists those that it has. Nothing was assigned.", g.permission, ofModel(g.model)))
	case errors.Is(err, errNoObject):
		diagnostics.AddAttributeError(path.Root("object_id"), "Object not found", fmt.Sprintf(
			"authentik has no object of the model `%s` with the primary key `%s`, or the token's user may not view it. Nothing was assigned: for an object that does not exist, authentik would assign the permission on all objects.", g.model, g.object))
	case errors.Is(err, errBecameGlobal) && err.Error() == errBecameGlobal.Error():
		diagnostics.AddAttributeError(path.Root("object_id"), "Object deleted meanwhile", fmt.Sprintf(
			"The object `%s` was deleted while the permission was assigned, so that authentik assigned `%s` on all objects. That was taken back.", g.object, g.permission))
	case errors.Is(err, errBecameGlobal):
		diagnostics.AddAttributeError(path.Root("object_id"), "The role has the permission on all objects", fmt.Sprintf(
			"The object `%s` was deleted while the permission was assigned, so that authentik assigned `%s` on all objects, and taking that back failed. Remove it from the role `%s` by hand now.\n\n%s", g.object, g.permission, g.role, err))
	default:
		return operation.Refused(err, nil)
	}
	return diagnostics
}

func ofModel(model string) string {
	if model == "" {
		return ""
	}
	return " for objects of the model `" + model + "`"
}

func (r *permissionRole) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	var state grantState
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	if resp.Diagnostics.HasError() {
		return
	}
	g, operation, diagnostics := r.grant(ctx, &state, diagnostic.View)
	resp.Diagnostics.Append(diagnostics...)
	if diagnostics.HasError() {
		return
	}
	has, err := g.has(ctx)
	if err != nil {
		// A role that is gone is a wrong filter to the server.
		exists, roleErr := managed.Exists(ctx, g.api, r.Connection, &Role, g.role)
		if roleErr != nil || exists {
			resp.Diagnostics.Append(operation.Failed(err))
			return
		}
	}
	if !has {
		resp.Diagnostics.Append(operation.Vanished())
		resp.State.RemoveResource(ctx)
		return
	}
	// A state of goauthentik/authentik has the server's number as the ID.
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("id"), state.id())...)
}

// Update has nothing to do: every argument replaces the grant.
func (*permissionRole) Update(_ context.Context, req resource.UpdateRequest, resp *resource.UpdateResponse) {
	resp.State.Raw = req.Plan.Raw
}

func (r *permissionRole) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state grantState
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(r.change(ctx, &state, func(g *grant, ctx context.Context) error {
		exists, err := managed.Exists(ctx, g.api, r.Connection, &Role, g.role)
		if err != nil || !exists {
			return err
		}
		return g.take(ctx)
	})...)
}
