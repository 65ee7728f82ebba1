package core

import (
	"net/url"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
	"github.com/authentik-iac/terraform-provider-authentik/internal/stage"
)

// Application is an application (/api/v3/core/applications/). The API addresses it by its
// slug, everything else refers to it by its UUID.
//
// Without `superuser_full_list` the list has what the token's user may use, cached for a
// day whatever the filters, and counts more than it returns (core/api/applications.py).
var Application = kind.Kind{
	Type: "application", Plural: "applications", Title: "application", Family: applications,
	Summary: "An application is what users see on their dashboard and sign in to. Its provider says how; policies, groups and users bound to it say who may. Without bindings everybody may use it.",
	Model:   "authentik_core.application",
	API: kind.Endpoint{
		Path: "/core/applications/", Address: "slug", ListsDiffer: true, Uncounted: true,
		Query: url.Values{"superuser_full_list": {"true"}},
	},
	Lookups: []kind.Lookup{kind.By("slug"), kind.By("name")},
	Filters: []string{"name", "slug", "group", "meta_publisher", "meta_launch_url", "meta_description"},
	Deletes: "its entitlements and policy bindings",
	Rules:   []kind.Rule{reservedSlug},
	Fields: []kind.Field{
		{Name: "uuid", API: "pk", Stable: true, Description: "UUID of the application, by which policy bindings, entitlements and brands refer to it. It stays when the slug changes."},
		{Name: "name", Description: "Name that users see."},
		{Name: "slug", Description: "Name in URLs, unique. A change moves the application's URLs, such as its OpenID Connect issuer."},
		{Name: "protocol_provider", API: "provider", Refers: reference.Provider, Description: "ID of the provider by which users sign in. A provider belongs to one application at most. The API's name of the field is `provider`, which Terraform reserves."},
		{Name: "backchannel_providers", IfConfigured: true, Refers: reference.Provider, Description: "IDs of providers that serve the application in the background, such as SCIM or LDAP.", Usage: "The list is complete: other providers are removed. Use `authentik_application_backchannel_provider` to add single ones. A provider that belongs to another application is taken away from it."},
		{Name: "group", Description: "Heading under which the dashboard shows the application."},
		{Name: "open_in_new_tab", Default: false, Description: "Whether the application opens in a new browser tab."},
		{Name: "policy_engine_mode", Default: "any", Description: "Whether `all` bindings must let a user through or `any` one is enough."},
		{Name: "meta_launch_url", Description: "URL that the dashboard opens. If empty, it is derived from the provider."},
		{Name: "meta_icon", Normalize: stage.WithoutSignature, Via: kind.Action{Path: "set_icon_url/", Key: "url", Clear: "set_icon/"}, Description: "Icon: a URL, a path that begins with `/static`, the name of an uploaded file, or `fa://` and the name of a Font Awesome icon."},
		{Name: "meta_description", Description: "Description that users see."},
		{Name: "meta_publisher", Description: "Publisher that users see."},
		{Name: "meta_hide", Default: false, NotIncumbent: true, Description: "Whether the dashboard hides the application."},
		{Name: "pbm_uuid", Description: "The same as `uuid`, in releases that have it twice."},
		{Name: "meta_icon_url", Normalize: stage.WithoutSignature, Description: "URL of the icon, without a signature that expires."},
	},
	Excluded: map[string]string{
		"provider_obj":              "the data source of providers has it",
		"backchannel_providers_obj": "the data source of providers has them",
		"launch_url":                "formatted with the data of the token's user",
		"meta_icon_themed_urls":     "signed URLs that change with every request",
	},
}

// reserved are the slugs that are part of OAuth2 URLs (core/models.py).
const reserved = " authorize token device userinfo introspect revoke "

func reservedSlug(arguments kind.Arguments) []kind.Finding {
	slug, known := arguments.String("slug")
	if !known || slug == "" || !strings.Contains(reserved, " "+slug+" ") {
		return nil
	}
	return []kind.Finding{{Attribute: "slug", Summary: "Reserved slug", Detail: "authentik uses this slug in its OAuth2 URLs and refuses it for an application."}}
}
