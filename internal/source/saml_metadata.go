package source

import (
	"context"
	"net/url"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
)

// NewSAMLMetadata is what the identity provider of a SAML source has to know
// (/api/v3/sources/saml/{slug}/metadata/).
func NewSAMLMetadata() datasource.DataSource { return &samlMetadata{} }

type samlMetadata struct {
	plain.DataSource
}

var _ datasource.DataSourceWithConfigure = (*samlMetadata)(nil)

func (*samlMetadata) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_source_saml_metadata"
}

func (*samlMetadata) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	resp.Schema = schema.Schema{
		MarkdownDescription: "The metadata of a SAML source, which its identity provider has to know: entity ID, URLs and certificates. The token's user needs the permission `authentik_sources_saml.view_samlsource`.",
		Attributes: map[string]schema.Attribute{
			"slug": schema.StringAttribute{
				Required:            true,
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.String, Required: true})},
				MarkdownDescription: "Slug of the SAML source.",
			},
			"metadata":     schema.StringAttribute{Computed: true, MarkdownDescription: "Metadata as XML."},
			"download_url": schema.StringAttribute{Computed: true, MarkdownDescription: "URL at which the metadata can be downloaded, with the host of the Terraform provider's `url`."},
		},
	}
}

func (d *samlMetadata) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var state struct {
		Slug     types.String `tfsdk:"slug"`
		Metadata types.String `tfsdk:"metadata"`
		URL      types.String `tfsdk:"download_url"`
	}
	resp.Diagnostics.Append(req.Config.Get(ctx, &state)...)
	_, diagnostics := d.Connection.API()
	resp.Diagnostics.Append(diagnostics...)
	if resp.Diagnostics.HasError() {
		return
	}
	var answer struct {
		Metadata string `json:"metadata"`
		URL      string `json:"download_url"`
	}
	slug := state.Slug.ValueString()
	operation := diagnostic.New(ctx, d.Connection, &SAML, diagnostic.View, lookup.Terms{{Attribute: "slug", Value: slug}})
	resp.Diagnostics.Append(plain.Get(ctx, d.Connection, operation, SAML.API.Path+url.PathEscape(slug)+"/metadata/", nil, &answer)...)
	if resp.Diagnostics.HasError() {
		return
	}
	state.Metadata, state.URL = types.StringValue(answer.Metadata), types.StringValue(answer.URL)
	resp.Diagnostics.Append(resp.State.Set(ctx, state)...)
}
