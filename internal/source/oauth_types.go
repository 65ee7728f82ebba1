package source

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
)

// NewOAuthTypes are the types of OAuth sources that the server has
// (/api/v3/sources/oauth/source_types/).
func NewOAuthTypes() datasource.DataSource { return &oauthTypes{} }

type oauthTypes struct {
	plain.DataSource
}

var _ datasource.DataSourceWithConfigure = (*oauthTypes)(nil)

// oauthType is one type, as state and answer have it. Up to 2024.4 the API's `name` is
// what is shown, and `slug` the value of `provider_type`.
type oauthType struct {
	Name         string  `json:"name" tfsdk:"name"`
	Slug         string  `json:"slug" tfsdk:"-"`
	VerboseName  string  `json:"verbose_name" tfsdk:"verbose_name"`
	Customizable bool    `json:"urls_customizable" tfsdk:"urls_customizable"`
	RequestToken *string `json:"request_token_url" tfsdk:"request_token_url"`
	Authorize    *string `json:"authorization_url" tfsdk:"authorization_url"`
	AccessToken  *string `json:"access_token_url" tfsdk:"access_token_url"`
	Profile      *string `json:"profile_url" tfsdk:"profile_url"`
	WellKnown    *string `json:"oidc_well_known_url" tfsdk:"oidc_well_known_url"`
	JWKS         *string `json:"oidc_jwks_url" tfsdk:"oidc_jwks_url"`
}

func (*oauthTypes) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_source_oauth_types"
}

func (*oauthTypes) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	url := func(description string) schema.StringAttribute {
		return schema.StringAttribute{Computed: true, MarkdownDescription: description}
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "The types of OAuth sources that the server's release has, with the URLs that are used where a source sets none. A source whose type has `oidc_well_known_url` or `oidc_jwks_url` cannot be written by a server that cannot reach them.",
		Attributes: map[string]schema.Attribute{
			"types": schema.ListNestedAttribute{
				Computed: true, MarkdownDescription: "The types.",
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"name":                schema.StringAttribute{Computed: true, MarkdownDescription: "Value of `provider_type`."},
					"verbose_name":        schema.StringAttribute{Computed: true, MarkdownDescription: "Name that users see."},
					"urls_customizable":   schema.BoolAttribute{Computed: true, MarkdownDescription: "Whether a source may set other URLs."},
					"request_token_url":   url("URL for request tokens, with OAuth 1."),
					"authorization_url":   url("URL to which users are sent."),
					"access_token_url":    url("URL at which the server gets tokens."),
					"profile_url":         url("URL at which the server reads who the user is."),
					"oidc_well_known_url": url("URL of the OpenID Connect configuration."),
					"oidc_jwks_url":       url("URL of the keys that tokens are signed with."),
				}},
			},
		},
	}
}

func (d *oauthTypes) Read(ctx context.Context, _ datasource.ReadRequest, resp *datasource.ReadResponse) {
	_, diagnostics := d.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	var found []oauthType
	operation := diagnostic.New(ctx, d.Connection, &OAuth, diagnostic.View, lookup.Whole(&OAuth))
	resp.Diagnostics.Append(plain.Get(ctx, d.Connection, operation, OAuth.API.Path+"source_types/", nil, &found)...)
	if resp.Diagnostics.HasError() {
		return
	}
	for i := range found {
		if slug := found[i].Slug; slug != "" {
			found[i].Name, found[i].VerboseName = slug, found[i].Name
		}
	}
	resp.Diagnostics.Append(resp.State.Set(ctx, struct {
		Types []oauthType `tfsdk:"types"`
	}{found})...)
}
