package providers

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// SAML is a SAML provider (/api/v3/providers/saml/). The list contains WS-Federation
// providers, which are a subclass.
var SAML = kind.Kind{
	Type: "provider_saml", Plural: "providers_saml", Title: "SAML provider", Family: Family,
	Summary: "A SAML provider signs users in to an application (the service provider) by SAML 2.0. The function `saml_metadata` reads the application's metadata, and the data source `authentik_provider_saml_metadata` has what the application has to know.",
	Model:   "authentik_providers_saml.samlprovider",
	API:     kind.Endpoint{Path: "/providers/saml/", Only: "authentik_providers_saml.samlprovider"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "acs_url", "audience"},
	Rules:   []kind.Rule{signsSomething("sign_assertion", "sign_response"), signsWithKey("sign_assertion", "sign_response", "sign_logout_request", "sign_logout_response"), logsOutByPost},
	Fields: slices.Concat(base(), signIn(), assertions(), []kind.Field{
		{Name: "acs_url", Check: webURL, Description: "URL of the application that responses are sent to (assertion consumer service)."},
		{Name: "sls_url", Check: webURL, Description: "URL of the application at which users are signed out (single logout service)."},
		{Name: "audience", Description: "Audience of the assertions, usually the application's entity ID. If empty, they are not restricted to one."},
		{Name: "issuer", API: "issuer_override", Formerly: []string{"issuer"}, Computed: true, Description: "Entity ID of authentik. If empty, the server derives it from the application's URLs; before authentik 2026.5 it cannot be empty and is `authentik` by default. The API's name of the field is `issuer_override` since authentik 2026.5."},
		{Name: "verification_kp", Refers: reference.Certificate, Description: "UUID of the certificate that verifies signatures of requests. If not set, requests need no signature."},
		{Name: "sign_response", Default: false, Description: "Whether `signing_kp` signs the response."},
		{Name: "sign_logout_response", Default: false, NotIncumbent: true, Description: "Whether `signing_kp` signs answers to logout requests."},
		{Name: "sp_binding", Default: "redirect", Description: "How responses are sent to `acs_url`: in the URL (`redirect`) or by a form (`post`)."},
		{Name: "sls_binding", Default: "redirect", Description: "How logout requests are sent to `sls_url`: in the URL (`redirect`) or by a form (`post`)."},
		{Name: "logout_method", Default: "frontchannel_iframe", Description: "Who sends logout requests: the user's browser in frames (`frontchannel_iframe`) or by redirects (`frontchannel_native`), or the server (`backchannel`), which needs `sls_binding = \"post\"`."},
		{Name: "default_relay_state", Description: "Relay state of sign-ins that do not start at the application."},
		{Name: "url_unified", Description: "URL for signing in and out." + unassigned},
		{Name: "url_unified_init", Description: "URL that starts a sign-in without a request from the application." + unassigned},
		{Name: "url_sso_post", Exposed: true, Description: "URL that requests are sent to by a form." + unassigned},
		{Name: "url_sso_redirect", Exposed: true, Description: "URL that requests are sent to in the URL." + unassigned},
		{Name: "url_sso_init", Exposed: true, Description: "URL that starts a sign-in without a request from the application." + unassigned},
		{Name: "url_slo_post", Exposed: true, Description: "URL that logout requests are sent to by a form." + unassigned},
		{Name: "url_slo_redirect", Exposed: true, Description: "URL that logout requests are sent to in the URL." + unassigned},
	}),
}

// unassigned completes the description of a URL below the application's.
const unassigned = " It is `-` while no application has the provider. Its host is that of the Terraform provider's `url`."

// assertions are the fields that SAML and WS-Federation providers share.
func assertions() []kind.Field {
	const rsaSHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
	return []kind.Field{
		mappings("UUIDs of SAML property mappings, which give the attributes of the assertion. Those of other types have no effect."),
		{Name: "assertion_valid_not_before", Type: kind.Duration, Default: "minutes=-5", Description: "Start of an assertion's validity, relative to the time of issue."},
		{Name: "assertion_valid_not_on_or_after", Type: kind.Duration, Default: "minutes=5", Description: "End of an assertion's validity, relative to the time of issue."},
		{Name: "session_valid_not_on_or_after", Type: kind.Duration, Default: "minutes=86400", Description: "How long the application's session may last."},
		{Name: "name_id_mapping", Refers: reference.PropertyMapping, Description: "UUID of the SAML property mapping that gives the name ID. If not set, it depends on the format that the request specifies."},
		{Name: "authn_context_class_ref_mapping", Refers: reference.PropertyMapping, Description: "UUID of the SAML property mapping that gives the authentication context class. If not set, it depends on how the user has signed in."},
		{Name: "digest_algorithm", Default: "http://www.w3.org/2001/04/xmlenc#sha256", Description: "Algorithm of digests in signatures."},
		{Name: "signature_algorithm", Default: rsaSHA256, Description: "Algorithm of signatures, which must suit the key of `signing_kp`."},
		{Name: "signing_kp", Refers: reference.Certificate, Description: "UUID of the certificate-key pair that signs. Without it nothing is signed."},
		{Name: "encryption_kp", Refers: reference.Certificate, Description: "UUID of the application's certificate, with which assertions are encrypted."},
		{Name: "sign_assertion", Default: true, Description: "Whether `signing_kp` signs the assertion."},
		{Name: "sign_logout_request", Default: false, Description: "Whether `signing_kp` signs logout requests."},
		{Name: "default_name_id_policy", Default: "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified", NotIncumbent: true, Description: "Format of the name ID if the request specifies none."},
		{Name: "url_download_metadata", Description: "URL at which the metadata can be downloaded, with the host at which the server is asked."},
		{Name: "url_issuer", Description: "Entity ID in use."},
	}
}
