package core

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"

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

// NewApplicationAccess says whether a user may use an application, and why not, for
// checks and tests of policies (GET /api/v3/core/applications/{slug}/check_access/).
// Another user than the token's needs a token of a superuser: for others the server
// ignores the parameter.
func NewApplicationAccess() datasource.DataSource { return &applicationAccess{} }

type applicationAccess struct{ plain.DataSource }

var _ datasource.DataSourceWithConfigure = (*applicationAccess)(nil)

// access is the state.
type access struct {
	ID          types.String `tfsdk:"id"`
	Slug        types.String `tfsdk:"slug"`
	User        types.Int64  `tfsdk:"user"`
	Passing     types.Bool   `tfsdk:"passing"`
	Messages    types.List   `tfsdk:"messages"`
	LogMessages types.List   `tfsdk:"log_messages"`
}

func (*applicationAccess) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_application_access"
}

func (*applicationAccess) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "Reads whether a user may use an application by the policies, groups and users that are bound to it, and why not. Put it into a `check` block or a test to keep access as it is meant to be. The token's user needs the permission `" + Application.Permission("view") + "`.\n\n" +
			"Policies are evaluated for this request: one that depends on the client's address or the time may decide otherwise when the user signs in.",
		Attributes: map[string]schema.Attribute{
			"id":           schema.StringAttribute{Computed: true, MarkdownDescription: "`<slug>:<user>`."},
			"slug":         schema.StringAttribute{Required: true, Validators: []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true})}, MarkdownDescription: "Slug of the application: `slug` or `id` of `authentik_application`."},
			"user":         schema.Int64Attribute{Optional: true, MarkdownDescription: "ID of the user. If not set, it is the token's. Another user needs the token of a superuser: the server ignores the argument for others."},
			"passing":      schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether the user may use the application."},
			"messages":     schema.ListAttribute{Computed: true, ElementType: types.StringType, MarkdownDescription: "What policies say to the user."},
			"log_messages": schema.ListAttribute{Computed: true, ElementType: types.StringType, MarkdownDescription: "What policies log, for superusers only."},
		},
	}
}

func (d *applicationAccess) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var state access
	resp.Diagnostics.Append(req.Config.Get(ctx, &state)...)
	api, diagnostics := d.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	operation := diagnostic.New(ctx, d.Connection, &Application, diagnostic.View, lookup.Terms{{Attribute: "slug", Value: state.Slug.ValueString()}})
	query, user := url.Values{}, ""
	if !state.User.IsNull() {
		user = strconv.FormatInt(state.User.ValueInt64(), 10)
		query.Set("for_user", user)
	}
	answer, err := api.Do(ctx, client.Request{Method: http.MethodGet, Path: Application.API.Path + url.PathEscape(state.Slug.ValueString()) + "/check_access/", Query: query})
	if err != nil {
		resp.Diagnostics.Append(operation.Failed(err))
		return
	}
	var result struct {
		Passing     *bool    `json:"passing"`
		Messages    []string `json:"messages"`
		LogMessages []struct {
			Event string `json:"event"`
		} `json:"log_messages"`
	}
	if err := json.Unmarshal(answer, &result); err != nil || result.Passing == nil {
		resp.Diagnostics.Append(operation.OtherObject("it has no `passing`"))
		return
	}
	logged := make([]string, 0, len(result.LogMessages))
	for _, message := range result.LogMessages {
		logged = append(logged, message.Event)
	}
	state.ID, state.Passing = types.StringValue(state.Slug.ValueString()+":"+user), types.BoolPointerValue(result.Passing)
	state.Messages, diagnostics = types.ListValueFrom(ctx, types.StringType, append([]string{}, result.Messages...))
	resp.Diagnostics.Append(diagnostics...)
	state.LogMessages, diagnostics = types.ListValueFrom(ctx, types.StringType, logged)
	resp.Diagnostics.Append(diagnostics...)
	resp.Diagnostics.Append(resp.State.Set(ctx, state)...)
}
