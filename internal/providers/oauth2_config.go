package providers

import (
	"context"
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// NewOAuth2Config is what a client of an OAuth2 provider needs to know
// (GET /api/v3/providers/oauth2/{id}/setup_urls/). The URLs have the host by which the
// provider reaches the server, and those of the application are null without one.
func NewOAuth2Config() datasource.DataSource { return &oauth2Config{} }

type oauth2Config struct{ plain.DataSource }

var (
	_ datasource.DataSourceWithConfigure      = (*oauth2Config)(nil)
	_ datasource.DataSourceWithValidateConfig = (*oauth2Config)(nil)
)

// configuration is the state. The names are goauthentik/authentik's.
type configuration struct {
	ID           types.String `tfsdk:"id"`
	Name         types.String `tfsdk:"name"`
	ProviderID   types.Int64  `tfsdk:"provider_id"`
	ClientID     types.String `tfsdk:"client_id"`
	Issuer       types.String `tfsdk:"issuer_url"`
	Authorize    types.String `tfsdk:"authorize_url"`
	Token        types.String `tfsdk:"token_url"`
	UserInfo     types.String `tfsdk:"user_info_url"`
	ProviderInfo types.String `tfsdk:"provider_info_url"`
	Logout       types.String `tfsdk:"logout_url"`
	JWKS         types.String `tfsdk:"jwks_url"`
}

func (*oauth2Config) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_provider_oauth2_config"
}

func (*oauth2Config) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	computed := func(meaning string) schema.Attribute {
		return schema.StringAttribute{Computed: true, MarkdownDescription: meaning}
	}
	const needsApplication = " Null while no application has the provider."
	resp.Schema = schema.Schema{
		MarkdownDescription: "Reads what the client of an OAuth2 provider needs to know: its ID, the issuer and the endpoints. The URLs begin as the `url` of this Terraform provider does.\n\n" +
			"The issuer and three of the endpoints are the application's. Where the same configuration manages the application, add `depends_on` with it. The token's user needs the permission `" + OAuth2.Permission("view") + "`.",
		Attributes: map[string]schema.Attribute{
			"id":                computed("ID of the provider."),
			byName:              schema.StringAttribute{Optional: true, Computed: true, Validators: nameOnly(), MarkdownDescription: aboutName},
			byProvider:          schema.Int64Attribute{Optional: true, Computed: true, MarkdownDescription: aboutProvider},
			"client_id":         computed("Client ID."),
			"issuer_url":        computed("Issuer, `iss` in tokens." + needsApplication),
			"authorize_url":     computed("Authorization endpoint."),
			"token_url":         computed("Token endpoint."),
			"user_info_url":     computed("Userinfo endpoint."),
			"provider_info_url": computed("Configuration document (`.well-known/openid-configuration`)." + needsApplication),
			"logout_url":        computed("End session endpoint." + needsApplication),
			"jwks_url":          computed("Keys that verify tokens (JWKS)." + needsApplication),
		},
	}
}

func (*oauth2Config) ValidateConfig(ctx context.Context, req datasource.ValidateConfigRequest, resp *datasource.ValidateConfigResponse) {
	var config configuration
	resp.Diagnostics.Append(req.Config.Get(ctx, &config)...)
	(&chosen{config.Name, config.ProviderID}).validate(&resp.Diagnostics)
}

func (d *oauth2Config) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var state configuration
	resp.Diagnostics.Append(req.Config.Get(ctx, &state)...)
	if resp.Diagnostics.HasError() {
		return
	}
	which := chosen{state.Name, state.ProviderID}
	api, found, operation, diagnostics := which.find(ctx, d.Connection, &OAuth2)
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	id := strconv.FormatInt(which.id.ValueInt64(), 10)
	answer, err := api.Do(ctx, client.Request{Method: http.MethodGet, Path: OAuth2.API.Path + id + "/setup_urls/"})
	if err != nil {
		resp.Diagnostics.Append(operation.Failed(err))
		return
	}
	var urls value.Fields
	if err := json.Unmarshal(answer, &urls); err != nil {
		resp.Diagnostics.Append(operation.OtherObject("its URLs are no JSON object"))
		return
	}
	state.ID, state.Name, state.ProviderID = types.StringValue(id), which.name, which.id
	wrong := plain.Attributes(found, map[string]*types.String{"client_id": &state.ClientID})
	if wrong == nil {
		wrong = plain.Attributes(urls, map[string]*types.String{
			"issuer": &state.Issuer, "authorize": &state.Authorize, "token": &state.Token, "user_info": &state.UserInfo,
			"provider_info": &state.ProviderInfo, "logout": &state.Logout, "jwks": &state.JWKS,
		})
	}
	if wrong != nil {
		resp.Diagnostics.Append(operation.Mismatched(wrong))
		return
	}
	if state.Issuer.IsNull() {
		resp.Diagnostics.AddAttributeWarning(path.Root("issuer_url"), "No application has the provider",
			"The issuer and the URLs of the configuration document, the keys and the end of a session are the application's, and null without one. Where the same configuration manages the application, add `depends_on` with it.")
	}
	resp.Diagnostics.Append(resp.State.Set(ctx, state)...)
}
