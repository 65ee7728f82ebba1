package core

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
)

// NewUserMe is the user whose token the provider has (GET /api/v3/core/users/me/), which
// every token may read.
func NewUserMe() datasource.DataSource { return &userMe{} }

type userMe struct{ plain.DataSource }

var _ datasource.DataSourceWithConfigure = (*userMe)(nil)

// me is the state.
type me struct {
	ID                types.String `tfsdk:"id"`
	Username          types.String `tfsdk:"username"`
	Name              types.String `tfsdk:"name"`
	Email             types.String `tfsdk:"email"`
	Type              types.String `tfsdk:"type"`
	UID               types.String `tfsdk:"uid"`
	IsSuperuser       types.Bool   `tfsdk:"is_superuser"`
	Groups            []named      `tfsdk:"groups"`
	Roles             []named      `tfsdk:"roles"`
	SystemPermissions []string     `tfsdk:"system_permissions"`
}

// named is an object by its UUID and name.
type named struct {
	ID   types.String `tfsdk:"id"`
	Name types.String `tfsdk:"name"`
}

func (*userMe) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_user_me"
}

func (*userMe) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	list := func(description string) schema.ListNestedAttribute {
		return schema.ListNestedAttribute{Computed: true, MarkdownDescription: description, NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
			"id":   schema.StringAttribute{Computed: true, MarkdownDescription: "UUID of the group or role."},
			"name": schema.StringAttribute{Computed: true, MarkdownDescription: "Name of the group or role."},
		}}}
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "Reads the user whose token the provider uses. No permission is needed. It serves to check at the beginning of a run that the token is the right one.",
		Attributes: map[string]schema.Attribute{
			"id":                 schema.StringAttribute{Computed: true, MarkdownDescription: "ID of the user."},
			"username":           schema.StringAttribute{Computed: true, MarkdownDescription: "Name to sign in with."},
			"name":               schema.StringAttribute{Computed: true, MarkdownDescription: "Full name."},
			"email":              schema.StringAttribute{Computed: true, MarkdownDescription: "Email address."},
			"type":               schema.StringAttribute{Computed: true, MarkdownDescription: "Type of the user; null before authentik 2023.8."},
			"uid":                schema.StringAttribute{Computed: true, MarkdownDescription: "Hash that identifies the user to applications."},
			"is_superuser":       schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the user has all permissions."},
			"groups":             list("Groups of the user."),
			"roles":              list("Roles of the user; empty before authentik 2025.12."),
			"system_permissions": schema.ListAttribute{Computed: true, ElementType: types.StringType, MarkdownDescription: "Codenames of the permissions of the app `authentik_rbac` that the user has; empty before authentik 2023.10."},
		},
	}
}

func (d *userMe) Read(ctx context.Context, _ datasource.ReadRequest, resp *datasource.ReadResponse) {
	api, diagnostics := d.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	operation := diagnostic.New(ctx, d.Connection, &User, diagnostic.View, lookup.ByID("me"))
	answer, err := api.Do(ctx, client.Request{Method: http.MethodGet, Path: User.API.Path + "me/"})
	if err != nil {
		resp.Diagnostics.Append(operation.Failed(err))
		return
	}
	type reference struct{ PK, Name string }
	var read struct {
		User struct {
			PK                         *int64
			Username, Name, Email, UID string
			Type                       *string
			IsSuperuser                bool `json:"is_superuser"`
			Groups, Roles              []reference
			SystemPermissions          []string `json:"system_permissions"`
		}
	}
	if err := json.Unmarshal(answer, &read); err != nil || read.User.PK == nil {
		resp.Diagnostics.Append(operation.OtherObject("it is no user"))
		return
	}
	list := func(references []reference) []named {
		all := []named{}
		for _, one := range references {
			all = append(all, named{ID: types.StringValue(one.PK), Name: types.StringValue(one.Name)})
		}
		return all
	}
	user := read.User
	resp.Diagnostics.Append(resp.State.Set(ctx, me{
		ID: types.StringValue(strconv.FormatInt(*user.PK, 10)), Username: types.StringValue(user.Username), Name: types.StringValue(user.Name), Email: types.StringValue(user.Email),
		Type: types.StringPointerValue(user.Type), UID: types.StringValue(user.UID), IsSuperuser: types.BoolValue(user.IsSuperuser),
		Groups: list(user.Groups), Roles: list(user.Roles), SystemPermissions: append([]string{}, user.SystemPermissions...),
	})...)
}
