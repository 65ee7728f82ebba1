package outpost

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
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// NewHealth is which instances of an outpost run
// (/api/v3/outposts/instances/{uuid}/health/).
func NewHealth() datasource.DataSource { return &health{} }

type health struct {
	plain.DataSource
}

var _ datasource.DataSourceWithConfigure = (*health)(nil)

// instance is one running instance. Releases lack some of the keys, which are null then.
type instance struct {
	UID             *string `json:"uid" tfsdk:"uid"`
	Hostname        *string `json:"hostname" tfsdk:"hostname"`
	LastSeen        *string `json:"last_seen" tfsdk:"last_seen"`
	Version         *string `json:"version" tfsdk:"version"`
	VersionShould   *string `json:"version_should" tfsdk:"version_should"`
	VersionOutdated *bool   `json:"version_outdated" tfsdk:"version_outdated"`
	BuildHash       *string `json:"build_hash" tfsdk:"build_hash"`
	BuildHashShould *string `json:"build_hash_should" tfsdk:"build_hash_should"`
	GolangVersion   *string `json:"golang_version" tfsdk:"golang_version"`
	OpenSSLEnabled  *bool   `json:"openssl_enabled" tfsdk:"openssl_enabled"`
	OpenSSLVersion  *string `json:"openssl_version" tfsdk:"openssl_version"`
	FIPSEnabled     *bool   `json:"fips_enabled" tfsdk:"fips_enabled"`
}

func (*health) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_outpost_health"
}

func (*health) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	text := func(description string) schema.Attribute {
		return schema.StringAttribute{Computed: true, MarkdownDescription: description}
	}
	truth := func(description string) schema.Attribute {
		return schema.BoolAttribute{Computed: true, MarkdownDescription: description}
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "The instances of an outpost that have reported to authentik lately. An outpost that has just been created has none yet.",
		Attributes: map[string]schema.Attribute{
			"id": schema.StringAttribute{
				Required:            true,
				Validators:          []validator.String{plain.String(&kind.Field{Type: kind.UUID, Required: true, Refers: reference.Outpost})},
				MarkdownDescription: "UUID of the outpost.",
			},
			"instances": schema.ListNestedAttribute{
				Computed: true, MarkdownDescription: "The instances. A value that the server's release does not report is null.",
				NestedObject: schema.NestedAttributeObject{Attributes: map[string]schema.Attribute{
					"uid":               text("ID of the instance."),
					"hostname":          text("Name of the host that the instance runs on."),
					"last_seen":         text("When the instance reported last (RFC 3339)."),
					"version":           text("Version of the instance."),
					"version_should":    text("Version of the server, which the instance should have."),
					"version_outdated":  truth("Whether the instance's version is older than the server's."),
					"build_hash":        text("Commit that the instance was built from, empty for a release."),
					"build_hash_should": text("Commit that the server was built from, empty for a release."),
					"golang_version":    text("Version of Go that the instance was built with."),
					"openssl_enabled":   truth("Whether the instance uses OpenSSL."),
					"openssl_version":   text("Version of OpenSSL."),
					"fips_enabled":      truth("Whether the instance runs in FIPS mode."),
				}},
			},
		},
	}
}

func (d *health) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	var state struct {
		ID        types.String `tfsdk:"id"`
		Instances types.List   `tfsdk:"instances"`
	}
	resp.Diagnostics.Append(req.Config.Get(ctx, &state)...)
	if resp.Diagnostics.HasError() {
		return
	}
	found := []instance{}
	id := state.ID.ValueString()
	operation := diagnostic.New(ctx, d.Connection, &Outpost, diagnostic.View, lookup.ByID(id))
	resp.Diagnostics.Append(plain.Get(ctx, d.Connection, operation, Outpost.API.Path+url.PathEscape(id)+"/health/", nil, &found)...)
	if resp.Diagnostics.HasError() {
		return
	}
	resp.Diagnostics.Append(resp.State.Set(ctx, struct {
		ID        types.String `tfsdk:"id"`
		Instances []instance   `tfsdk:"instances"`
	}{state.ID, found})...)
}
