package source

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// OAuth is an OAuth source (/api/v3/sources/oauth/).
//
// With each write the server fetches the well-known document and the keys, fills in the
// URLs that are null, and replaces the keys; a task does so every three hours and replaces
// all URLs (sources/oauth/api/source.py, sources/oauth/tasks.py).
var OAuth = kind.Kind{
	Type: "source_oauth", Plural: "sources_oauth", Title: "OAuth source", Family: Family,
	Summary: "An OAuth source signs users in with another identity provider by OpenID Connect or OAuth.",
	Model:   "authentik_sources_oauth.oauthsource",
	API:     endpoint("/sources/oauth/"),
	Lookups: lookups(),
	Filters: []string{"name", "slug", "enabled", "provider_type", "consumer_key"},
	Deletes: deletes,
	Rules:   []kind.Rule{hasURLs, urlsAreReplaced, keysAreReplaced},
	Fields: slices.Concat(identity(), mappings(false), signIn(), []kind.Field{
		groupMatching(),
		{Name: "provider_type", Description: "Type of the identity provider. `entraid` replaces `azuread`."},
		{Name: "consumer_key", Description: "Client ID that the identity provider has issued."},
		{Name: "consumer_secret", Secret: true, Description: "Client secret that the identity provider has issued."},
		{Name: "additional_scopes", Description: "Scopes that are requested in addition to the type's own, separated by spaces. With a leading `*`, only these are requested."},
		{Name: "oidc_well_known_url", Description: "URL of the OpenID Connect configuration.", Usage: "The server fetches it with each write, and refuses the write if that fails."},
		derivedURL("authorization_url", "URL to which users are sent."),
		derivedURL("access_token_url", "URL at which the server gets tokens."),
		derivedURL("profile_url", "URL at which the server reads who the user is."),
		{Name: "request_token_url", Description: "URL for request tokens, with OAuth 1 only."},
		{Name: "oidc_jwks_url", Computed: true, Derived: true, Description: "URL of the keys that tokens are signed with.", Usage: "The server fetches it with each write, and refuses the write if that fails."},
		{Name: "oidc_jwks", Computed: true, Derived: true, Description: "Keys that tokens are signed with, for servers that cannot fetch them: `{\"keys\": [...]}`."},
		{Name: "pkce", Default: "none", Description: "Method of proof keys for code exchange."},
		{Name: "authorization_code_auth_method", Default: "basic_auth", Description: "How the server authenticates when it requests tokens: in a header (`basic_auth`) or in the body (`post_body`)."},
		{Name: "callback_uri", API: "callback_url", Exposed: true, Description: "Redirect URI to register at the identity provider. The API's name of the field is `callback_url`."},
	}),
	Excluded: map[string]string{
		"icon_themed_urls": themed,
		"type":             "the data source of OAuth source types has it",
	},
	Upgrade: withoutDefaultIcon,
}

// derivedURL is a URL that the server takes from the well-known document or the type.
func derivedURL(name, description string) kind.Field {
	return kind.Field{Name: name, Computed: true, Derived: true, Description: description}
}

// hasURLs requires URLs or a well-known document where the type has neither.
func hasURLs(arguments kind.Arguments) []kind.Finding {
	if provider, known := arguments.String("provider_type"); !known || provider != "openidconnect" || !isWithout(arguments, "oidc_well_known_url") {
		return nil
	}
	var found []kind.Finding
	for _, name := range []string{"authorization_url", "access_token_url"} {
		if isWithout(arguments, name) {
			found = append(found, kind.Finding{Attribute: name, Summary: "Missing argument", Detail: "If `provider_type` is `openidconnect`, either `oidc_well_known_url` or `authorization_url` and `access_token_url` must be set."})
		}
	}
	return found
}

// urlsAreReplaced warns of URLs that the server's task replaces.
func urlsAreReplaced(arguments kind.Arguments) []kind.Finding {
	if isWithout(arguments, "oidc_well_known_url") || !arguments.IsKnown("oidc_well_known_url") {
		return nil
	}
	for _, name := range []string{"authorization_url", "access_token_url", "profile_url"} {
		if !isWithout(arguments, name) {
			return []kind.Finding{{
				Attribute: name, Warning: true, Summary: "The server will replace the URL",
				Detail: "Every three hours authentik replaces this URL by the one that it finds at `oidc_well_known_url`, and the next plan shows that as a change. Set one of the two.",
			}}
		}
	}
	return nil
}

// keysAreReplaced refuses keys that the server replaces during the write.
func keysAreReplaced(arguments kind.Arguments) []kind.Finding {
	if arguments.IsUnset("oidc_jwks") {
		return nil
	}
	for _, name := range []string{"oidc_well_known_url", "oidc_jwks_url"} {
		if !isWithout(arguments, name) && arguments.IsKnown(name) {
			return []kind.Finding{{Attribute: "oidc_jwks", Summary: "Conflicting arguments", Detail: "authentik replaces `oidc_jwks` by what it finds at `" + name + "`. Set one of the two."}}
		}
	}
	return nil
}

// isWithout says whether the argument certainly is not set, or empty.
func isWithout(arguments kind.Arguments, name string) bool {
	value, known := arguments.String(name)
	return arguments.IsUnset(name) || known && value == ""
}
