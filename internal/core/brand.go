package core

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Brand is what a host name is served with (/api/v3/core/brands/); up to 2023.10 it is
// called tenant and found under /core/tenants/. Domains repeat up to 2023.10.
var Brand = kind.Kind{
	Type: "brand", Plural: "brands", Title: "brand", Family: customization,
	Summary: "A brand determines how authentik looks on the host names that end in its domain, and which flows users get there. One brand is the default for all other host names; it exists from the installation on. Up to authentik 2023.10 brands are called tenants.",
	Model:   "authentik_brands.brand", FormerApp: "authentik_tenants",
	API:     kind.Endpoint{Path: "/core/brands/", Key: "brand_uuid", Ordering: "brand_uuid"},
	Lookups: []kind.Lookup{kind.By("domain"), kind.By("default")},
	Selects: []string{"domain", "default", "branding_title"},
	Filters: []string{"domain", "default", "branding_title"},
	Fields: []kind.Field{
		{Name: "brand_uuid", Formerly: []string{"tenant_uuid"}, Description: "UUID of the brand as the API names it; the same as `id`."},
		{Name: "domain", Description: "Domain of the brand, which host names end in. Unique since authentik 2024.2."},
		{Name: "default", Default: false, Refusal: oneDefault, Description: "Whether this brand serves the host names that match no other brand. Only one brand can be the default."},
		{Name: "branding_title", Default: "authentik", Description: "Title of pages."},
		{Name: "branding_logo", Default: "/static/dist/assets/icons/icon_left_brand.svg", Description: "Logo. " + image},
		{Name: "branding_favicon", Default: "/static/dist/assets/icons/icon.png", Description: "Icon of browser tabs. " + image},
		{Name: "branding_custom_css", Multiline: true, Description: "CSS that is added to every page."},
		{Name: "branding_default_flow_background", Default: "/static/dist/assets/images/flow_background.jpg", Description: "Background of flows that have none of their own. " + image},
		{Name: "branding_map_tiles", NotIncumbent: true, Description: "URL of the map tiles."},
		flow("authentication", "signs users in"),
		flow("user_switch", "lets users change to another account"),
		flow("invalidation", "signs users out"),
		flow("recovery", "lets users regain access to their account"),
		flow("unenrollment", "lets users delete their account"),
		flow("user_settings", "lets users change their settings"),
		flow("device_code", "takes the code that a device shows"),
		flow("lockdown", "locks an account"),
		flow("request", "lets users request access"),
		{Name: "default_application", Refers: reference.Application, Description: "UUID of the application to which users without access to the dashboard are sent."},
		{Name: "web_certificate", Refers: reference.Certificate, Description: "UUID of the certificate-key pair with which authentik serves the brand's host names."},
		{Name: "client_certificates", Refers: reference.Certificate, Description: "UUIDs of the certificate-key pairs that verify client certificates."},
		{Name: "event_retention", Type: kind.Duration, Default: "days=365", NotIncumbent: true, Description: "How long events are kept. Later releases have this in `authentik_system_settings`."},
		{Name: "attributes", Description: "Custom attributes of the brand, an object such as `jsonencode({ settings = { locale = \"de\" } })`. Locale, theme and options of the interface are in its `settings`.", Usage: "It replaces all attributes that are there."},
	},
}

const image = "A URL, a path that begins with `/static`, or the name of an uploaded file (`authentik_file`)."

const oneDefault = "One brand is the default from the installation on, and the server refuses a second one. Import that brand and manage it (`terraform import <address> default=true`), set single flows of it with `authentik_brand_flow`, or first apply `default = false` to it and then `default = true` here."

// flow is one of the brand's flows.
func flow(purpose, does string) kind.Field {
	return kind.Field{
		Name: "flow_" + purpose, Refers: reference.Flow, NotIncumbent: purpose == "user_switch" || purpose == "request",
		Description: "UUID of the flow that " + does + ". `authentik_brand_flow` sets it without managing the brand.",
	}
}
