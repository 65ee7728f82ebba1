package providers

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// WSFederation is a WS-Federation provider (/api/v3/providers/wsfed/), which authentik has
// since 2026.2.
var WSFederation = kind.Kind{
	Type: "provider_ws_federation", Plural: "providers_ws_federation", Title: "WS-Federation provider", Family: Family,
	Summary:    "A WS-Federation provider signs users in to an application by WS-Federation, the protocol of older Microsoft software. The data source `authentik_provider_ws_federation_metadata` has what the application has to know.",
	Model:      "authentik_providers_ws_federation.wsfederationprovider",
	API:        kind.Endpoint{Path: "/providers/wsfed/"},
	Lookups:    []kind.Lookup{kind.By("name")},
	Filters:    []string{"name", "reply_url", "wtrealm"},
	Enterprise: true,
	Rules:      []kind.Rule{signsSomething("sign_assertion"), signsWithKey("sign_assertion", "sign_logout_request")},
	Fields: slices.Concat(base(), signIn(), assertions(), []kind.Field{
		{Name: "reply_url", Check: webURL, Description: "URL of the application that responses are sent to (`wreply`)."},
		{Name: "wtrealm", Description: "Identifier of the application (`wtrealm`), which is the audience of the assertions."},
		{Name: "saml_version", Default: "2.0", NotIncumbent: true, Description: "SAML version of the assertions. Microsoft Entra ID and applications made for AD FS usually need `1.1`."},
		{Name: "url_wsfed", Description: "URL that requests are sent to." + unassigned},
	}),
}
