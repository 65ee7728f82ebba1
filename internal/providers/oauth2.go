package providers

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// OAuth2 is an OAuth2 and OpenID Connect provider (/api/v3/providers/oauth2/). The list
// contains proxy providers, which are a subclass.
var OAuth2 = kind.Kind{
	Type: "provider_oauth2", Plural: "providers_oauth2", Title: "OAuth2 provider", Family: Family,
	Summary: "An OAuth2 provider signs users in to an application by OAuth2 or OpenID Connect.",
	Model:   "authentik_providers_oauth2.oauth2provider",
	API:     kind.Endpoint{Path: "/providers/oauth2/", Only: "authentik_providers_oauth2.oauth2provider"},
	Lookups: []kind.Lookup{kind.By("name"), kind.By("client_id")},
	Filters: []string{"name", "client_id", "client_type"},
	Rules:   []kind.Rule{trustsFirstClient},
	Fields: slices.Concat(base(), signIn(), []kind.Field{
		mappings("UUIDs of the scope mappings that the provider offers. Without those for `openid`, `email` and `profile` tokens carry no claims about the user."),
		{Name: "client_id", Computed: true, Description: "Client ID, unique."},
		{Name: "client_secret", Secret: true, Generated: true, Optional: true, Description: "Client secret of a confidential client."},
		{Name: "client_type", Default: "confidential", Description: "Whether the client can keep a secret (`confidential`) or not (`public`)."},
		{Name: "allowed_redirect_uris", API: "redirect_uris", Optional: true, NoDefault: true, Description: "URIs that users may be sent back to. The first one gives the application's launch URL. If empty, the URI of the first client that signs in is stored and trusted from then on. The API's name of the field is `redirect_uris`.", Fields: []kind.Field{
			{Name: "matching_mode", Required: true, Assumed: "strict", Description: "Whether the URI must be equal (`strict`) or match `url` as a regular expression (`regex`). Up to authentik 2024.8.4 and in 2024.10.0 to 2024.10.2 every URI is a regular expression."},
			{Name: "url", Required: true, Description: "URI or regular expression."},
			{Name: "redirect_uri_type", Default: "authorization", Description: "What the URI is for: signing in (`authorization`) or out (`logout`)."},
		}},
		{Name: "grant_types", Computed: true, NotIncumbent: true, Description: "Grant types that the client may use."},
		{Name: "access_code_validity", Type: kind.Duration, Default: "minutes=1", Description: "How long an authorization code is valid."},
		{Name: "access_token_validity", Type: kind.Duration, Default: "hours=1", Incumbent: "minutes=10", Description: "How long an access token is valid."},
		{Name: "refresh_token_validity", Type: kind.Duration, Default: "days=30", Description: "How long a refresh token is valid."},
		{Name: "refresh_token_threshold", Type: kind.Duration, Default: "seconds=0", Description: "How long before it expires a refresh token is replaced when it is used; with `seconds=0`, every time."},
		{Name: "include_claims_in_id_token", Default: true, Description: "Whether the ID token has the claims of the scopes, for clients that do not ask the userinfo endpoint."},
		{Name: "signing_key", Refers: reference.Certificate, Description: "UUID of the certificate-key pair that signs tokens. If not set, the client secret does (HS256)."},
		{Name: "encryption_key", Refers: reference.Certificate, Description: "UUID of the certificate-key pair that encrypts tokens."},
		{Name: "logout_uri", Formerly: []string{"backchannel_logout_uri"}, Description: "URI of the client that is called when a user signs out."},
		{Name: "logout_method", Default: "backchannel", Description: "Whether the server (`backchannel`) or the browser (`frontchannel`) calls `logout_uri`."},
		{Name: "sub_mode", Default: "hashed_user_id", Description: "What identifies the user in the `sub` claim. A later change makes clients take every user for a new one."},
		{Name: "issuer_mode", Default: "per_provider", Description: "Whether each provider has its own issuer (`per_provider`) or all share one (`global`)."},
		{Name: "jwt_federation_sources", Formerly: []string{"jwks_sources"}, Refers: reference.OAuthSource, Description: "UUIDs of OAuth sources whose tokens the provider accepts in place of the client secret."},
		formerSources(),
		{Name: "jwt_federation_providers", Refers: reference.OAuth2Provider, Description: "IDs of OAuth2 providers whose tokens the provider accepts in place of the client secret."},
	}),
	Excluded: map[string]string{ //nolint:gosec // G101: the name of a field
		"token_validity": "one value for two kinds of tokens, in authentik 2022.x only",
	},
	Downgrade: redirectURIsAsText,
	Upgrade:   redirectURIsFromText,
}

// trustsFirstClient warns of a provider that stores the redirect URI of the first client
// (providers/oauth2/views/authorize.py).
func trustsFirstClient(arguments kind.Arguments) []kind.Finding {
	if !arguments.IsEmpty("allowed_redirect_uris") {
		return nil
	}
	return []kind.Finding{{
		Attribute: "allowed_redirect_uris", Warning: true, Summary: "The first client's redirect URI will be trusted",
		Detail: "Without redirect URIs, authentik stores the URI of the first client that signs in, and the next plan shows it as a change. Set `allowed_redirect_uris`.",
	}}
}

// hasText says whether a release has redirect URIs as text: up to 2024.8.4 and from
// 2024.10.0 to 2024.10.2 (the server's tags).
func hasText(release string) bool {
	if release == "" {
		return false
	}
	return contract.Compare(release, "2024.8.5") < 0 ||
		contract.Compare(release, "2024.10.0") >= 0 && contract.Compare(release, "2024.10.3") < 0
}

// redirectURIsAsText writes one URI per line for releases that have text, none for those
// that are not configured.
func redirectURIsAsText(release string, body map[string]any) {
	written, sent := body["redirect_uris"]
	if !sent || !hasText(release) {
		return
	}
	entries, _ := written.([]any)
	var lines []string
	for _, entry := range entries {
		if fields, ok := entry.(map[string]any); ok {
			if address, ok := fields["url"].(string); ok {
				lines = append(lines, address)
			}
		}
	}
	body["redirect_uris"] = strings.Join(lines, "\n")
}

// redirectURIsFromText reads the URIs of releases that have text, which the server splits
// at whitespace. Their matching mode is not known.
func redirectURIsFromText(answer map[string]json.RawMessage) {
	var text string
	if json.Unmarshal(answer["redirect_uris"], &text) != nil {
		return
	}
	entries := []map[string]string{}
	for address := range strings.FieldsSeq(text) {
		entries = append(entries, map[string]string{"url": address})
	}
	if encoded, err := json.Marshal(entries); err == nil {
		answer["redirect_uris"] = encoded
	}
}
