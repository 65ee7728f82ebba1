package core

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

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
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// NewGroupMembership is one user's membership in one group, beside whatever other members
// the group has. The server adds and removes single members since 2022.12
// (POST /api/v3/core/groups/{uuid}/add_user/ and remove_user/, both idempotent).
func NewGroupMembership() resource.Resource { return &groupMembership{} }

type groupMembership struct {
	plain.Resource
}

var (
	_ resource.ResourceWithConfigure   = (*groupMembership)(nil)
	_ resource.ResourceWithImportState = (*groupMembership)(nil)
)

// membership is the state. Its ID is `<group>:<user>`.
type membership struct {
	ID    types.String `tfsdk:"id"`
	Group types.String `tfsdk:"group"`
	User  types.Int64  `tfsdk:"user"`
}

// membershipKind is what messages need to know.
var membershipKind = kind.Kind{Type: "group_membership", Title: "group membership", Model: "authentik_core.group"}

func (*groupMembership) Metadata(_ context.Context, req resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_group_membership"
}

func (*groupMembership) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Adds one user to one group and leaves the group's other members alone, such as those that an LDAP source added. Needs authentik 2022.12 or later.\n\n~> **Conflicts** with `users` of the group and with `groups` of the user: whatever manages the whole removes this member again.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
				MarkdownDescription: "`<group>:<user>`.",
			},
			"group": schema.StringAttribute{
				Required: true, PlanModifiers: []planmodifier.String{stringplanmodifier.RequiresReplace()},
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.UUID, Required: true, Refers: reference.Group})},
				MarkdownDescription: "UUID of the group. Another value replaces the membership.",
			},
			"user": schema.Int64Attribute{
				Required: true, PlanModifiers: []planmodifier.Int64{int64planmodifier.RequiresReplace()},
				MarkdownDescription: "ID of the user. Another value replaces the membership.",
			},
		},
	}
}

func (m membership) operation(ctx context.Context, connected *connection.Connection, verb diagnostic.Verb) *diagnostic.Operation {
	return diagnostic.New(ctx, connected, &membershipKind, verb, lookup.Terms{
		{Attribute: "group", Value: m.Group.ValueString()}, {Attribute: "user", Value: strconv.FormatInt(m.User.ValueInt64(), 10)},
	})
}

// change adds or removes the user, one writer of the group at a time.
func (r *groupMembership) change(ctx context.Context, m membership, action string) diag.Diagnostics {
	api, diagnostics := r.Connection.API()
	if diagnostics.HasError() {
		return diagnostics
	}
	operation := m.operation(ctx, r.Connection, diagnostic.Change)
	unlock, err := r.Connection.Lock(ctx, Group.API.Path+m.Group.ValueString())
	if err != nil {
		return diag.Diagnostics{operation.Cannot(err)}
	}
	defer unlock()
	_, err = api.Do(ctx, client.Request{
		Method: http.MethodPost, Path: Group.API.Path + url.PathEscape(m.Group.ValueString()) + "/" + action + "/",
		Body: map[string]any{"pk": m.User.ValueInt64()}, Idempotent: true,
	})
	switch {
	case err != nil && action == "remove_user" && operation.IsGone(err):
		return nil // the group or the user is gone, and the membership with it
	case err != nil:
		return operation.Refused(err, nil)
	}
	return nil
}

func (r *groupMembership) Create(ctx context.Context, req resource.CreateRequest, resp *resource.CreateResponse) {
	var plan membership
	resp.Diagnostics.Append(req.Plan.Get(ctx, &plan)...)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(r.change(ctx, plan, "add_user")...)
	if resp.Diagnostics.HasError() {
		return
	}
	plan.ID = types.StringValue(fmt.Sprintf("%s:%d", plan.Group.ValueString(), plan.User.ValueInt64()))
	resp.Diagnostics.Append(resp.State.Set(ctx, plan)...)
}

// Read asks for the user, whose groups are few, and not for the group, whose members can
// be thousands.
func (r *groupMembership) Read(ctx context.Context, req resource.ReadRequest, resp *resource.ReadResponse) {
	var state membership
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	api, diagnostics := r.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	operation := state.operation(ctx, r.Connection, diagnostic.View)
	user, err := api.Read(ctx, client.Collection{Path: "/core/users/", Query: url.Values{"include_groups": {"false"}}}, strconv.FormatInt(state.User.ValueInt64(), 10))
	switch {
	case err != nil && operation.IsGone(err):
		resp.Diagnostics.Append(operation.Vanished())
		resp.State.RemoveResource(ctx)
		return
	case err != nil:
		resp.Diagnostics.Append(operation.Failed(err))
		return
	}
	groups, wrong := value.Decode(&kind.Field{Type: kind.Set, Of: kind.UUID}, user["groups"])
	if wrong != nil {
		wrong.Field = "groups" + wrong.Field
		resp.Diagnostics.Append(operation.Mismatched(wrong))
		return
	}
	if !slices.ContainsFunc(value.Elements(groups), func(group value.Value) bool {
		return value.SameString(&kind.Field{Type: kind.UUID}, state.Group.ValueString(), value.String(group))
	}) {
		resp.Diagnostics.Append(operation.Vanished())
		resp.State.RemoveResource(ctx)
	}
}

// Update has nothing to do: every argument replaces the membership.
func (*groupMembership) Update(context.Context, resource.UpdateRequest, *resource.UpdateResponse) {}

func (r *groupMembership) Delete(ctx context.Context, req resource.DeleteRequest, resp *resource.DeleteResponse) {
	var state membership
	resp.Diagnostics.Append(req.State.Get(ctx, &state)...)
	if !resp.Diagnostics.HasError() {
		resp.Diagnostics.Append(r.change(ctx, state, "remove_user")...)
	}
}

// ImportState reads `<group>:<user>`.
func (*groupMembership) ImportState(ctx context.Context, req resource.ImportStateRequest, resp *resource.ImportStateResponse) {
	group, user, _ := strings.Cut(req.ID, ":")
	uuid, ok := value.CanonicalUUID(group)
	number, err := strconv.ParseInt(user, 10, 64)
	if !ok || err != nil {
		resp.Diagnostics.AddError("Invalid import ID", fmt.Sprintf("Import a group membership by `<UUID of the group>:<ID of the user>`. %q is not of this form.", req.ID))
		return
	}
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("id"), fmt.Sprintf("%s:%d", uuid, number))...)
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("group"), uuid)...)
	resp.Diagnostics.Append(resp.State.SetAttribute(ctx, path.Root("user"), number)...)
}
