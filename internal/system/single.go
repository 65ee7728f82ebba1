package system

import (
	"context"
	"net/http"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	texts "github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// single is a data source for what there is one of.
type single struct {
	plain.DataSource
	kind *kind.Kind
}

var _ datasource.DataSourceWithConfigure = (*single)(nil)

func (s *single) Metadata(_ context.Context, req datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = req.ProviderTypeName + "_" + s.kind.Type
}

func (s *single) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	attributes := map[string]schema.Attribute{}
	fields := s.kind.All()
	for i := range fields {
		attributes[fields[i].Name] = shown(&fields[i], texts.Shown(s.kind, &fields[i]))
	}
	resp.Schema = schema.Schema{
		MarkdownDescription: "Reads " + s.kind.A() + ". " + s.kind.Summary + " A field that the server's release does not return is null.",
		Attributes:          attributes,
	}
}

func (s *single) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	api, diagnostics := s.Connection.API()
	if resp.Diagnostics.Append(diagnostics...); resp.Diagnostics.HasError() {
		return
	}
	operation := diagnostic.New(ctx, s.Connection, s.kind, diagnostic.View, lookup.Whole(s.kind))
	release := ""
	if s.kind.Moves() {
		var err error
		if release, _, err = s.Connection.Release(ctx); err != nil {
			resp.Diagnostics.Append(operation.Failed(err))
			return
		}
	}
	body, err := api.Do(ctx, client.Request{Method: http.MethodGet, Path: s.kind.Path(release)})
	if err != nil {
		resp.Diagnostics.Append(operation.Failed(err))
		return
	}
	fields, failure := decode(body, operation)
	if failure != nil {
		resp.Diagnostics.Append(failure)
		return
	}
	decoded, wrong := value.DecodeAll(s.kind.All(), fields)
	if wrong != nil {
		resp.Diagnostics.Append(operation.Mismatched(wrong))
		return
	}
	resp.State.Raw = value.WithAttributes(req.Config.Raw, decoded)
}

// currentBrand is the brand that answers the provider's requests, as everybody may see it
// (/api/v3/core/brands/current/).
var currentBrand = kind.Kind{
	Type: "brand_current", Title: "brand of the provider's URL", Article: "the", Family: "Customization",
	Summary: "It is the brand that serves the host name in the provider's `url`, as a browser sees it, with the slugs of its flows. No permission is needed.",
	Model:   "authentik_brands.brand",
	API:     kind.Endpoint{Path: "/core/brands/current/"},
	Fields: []kind.Field{
		{Name: "matched_domain", Description: "Domain of the brand; `fallback` where the server has no brand."},
		{Name: "branding_title", Description: "Title of pages."},
		{Name: "branding_logo", Description: "Logo, as a URL or a path."},
		{Name: "branding_favicon", Description: "Icon of browser tabs, as a URL or a path."},
		{Name: "branding_custom_css", Description: "CSS that is added to every page."},
		{Name: "branding_map_tiles", Description: "URL of the map tiles."},
		slug("authentication"), slug("user_switch"), slug("invalidation"), slug("recovery"), slug("unenrollment"),
		slug("user_settings"), slug("device_code"), slug("lockdown"), slug("request"),
		{Name: "default_locale", Description: "Language of pages, empty for the browser's."},
		{Name: "ui_theme", FreeForm: true, Description: "Theme of pages: `automatic`, `light` or `dark`."},
		{Name: "ui_footer_links", Type: kind.Objects, Description: "Links at the bottom of pages.", Fields: []kind.Field{
			{Name: "name", Type: kind.String, Description: "Text of the link."},
			{Name: "href", Type: kind.String, Nullable: true, Description: "URL of the link."},
		}},
	},
}

func slug(purpose string) kind.Field {
	return kind.Field{Name: "flow_" + purpose, Description: "Slug of the flow for this purpose; null if the brand has none."}
}
