package core

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
)

// NewUserPaths are the folders that users are in (GET /api/v3/core/users/paths/).
func NewUserPaths() datasource.DataSource { return &userPaths{} }

type userPaths struct{ plain.DataSource }

var _ datasource.DataSourceWithConfigure = (*userPaths)(nil)

func (*userPaths) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_user_paths"
}

func (*userPaths) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Reads the folders that users are in, which are the different values of `path` of `authentik_user`. The token's user needs the permission `" + User.Permission("view") + "`.",
		Attributes: map[string]schema.Attribute{
			"id":     schema.StringAttribute{Computed: true, MarkdownDescription: "Always `paths`."},
			"search": schema.StringAttribute{Optional: true, Validators: []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true})}, MarkdownDescription: "Only those of users that authentik's search finds by this string."},
			"paths":  schema.ListAttribute{Computed: true, ElementType: types.StringType, MarkdownDescription: "The folders, sorted."},
		},
	}
}

func (d *userPaths) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var state struct {
		ID     types.String `tfsdk:"id"`
		Search types.String `tfsdk:"search"`
		Paths  types.List   `tfsdk:"paths"`
	}
	resp.Diagnostics.Append(req.Config.Get(ctx, &state)...)
	api, diagnostics := d.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	query := url.Values{}
	if !state.Search.IsNull() {
		query.Set("search", state.Search.ValueString())
	}
	operation := diagnostic.New(ctx, d.Connection, &User, diagnostic.View, lookup.Whole(&User))
	answer, err := api.Do(ctx, client.Request{Method: http.MethodGet, Path: User.API.Path + "paths/", Query: query})
	if err != nil {
		resp.Diagnostics.Append(operation.Failed(err))
		return
	}
	var read struct{ Paths []string }
	if err := json.Unmarshal(answer, &read); err != nil || read.Paths == nil {
		resp.Diagnostics.Append(operation.OtherObject("it has no `paths`"))
		return
	}
	slices.Sort(read.Paths)
	state.ID = types.StringValue("paths")
	paths, wrong := types.ListValueFrom(ctx, types.StringType, read.Paths)
	resp.Diagnostics.Append(wrong...)
	state.Paths = paths
	resp.Diagnostics.Append(resp.State.Set(ctx, state)...)
}
