package authentiktest

import (
	"net/http"
	"strings"
)

// oauthProvider is a type of identity provider: its names and the URLs of sources that set none.
// wellKnown and keys are what the server fetches with each write.
type oauthProvider struct {
	name, verbose                string
	customizable                 bool
	authorize, exchange, profile any
	wellKnown, keys              string
	since, before                string
}

// oauthProviders are types as recorded from real servers, and GitHub's, whose document was in the
// message of a server without network.
var oauthProviders = []oauthProvider{
	{name: "apple", verbose: "Apple", authorize: "https://appleid.apple.com/auth/authorize", exchange: "https://appleid.apple.com/auth/token", profile: ""},
	{name: "openidconnect", verbose: "OpenID Connect", customizable: true},
	entra("entraid", "Entra ID", "2025.8.0", ""),
	entra("azuread", "Azure AD", "", "2026.8.0"),
	{name: "discord", verbose: "Discord", authorize: "https://discord.com/api/oauth2/authorize", exchange: "https://discord.com/api/oauth2/token", profile: "https://discord.com/api/users/@me"},
	{
		name: "facebook", verbose: "Facebook", authorize: "https://www.facebook.com/v7.0/dialog/oauth", exchange: "https://graph.facebook.com/v7.0/oauth/access_token",
		profile: "https://graph.facebook.com/v7.0/me?fields=id,name,email",
	},
	{
		name: "github", verbose: "GitHub", customizable: true, authorize: "https://github.com/login/oauth/authorize", exchange: "https://github.com/login/oauth/access_token",
		profile: "https://api.github.com/user", wellKnown: "https://token.actions.githubusercontent.com/.well-known/openid-configuration",
	},
}

func entra(name, verbose, since, before string) oauthProvider {
	const login = "https://login.microsoftonline.com/common/"
	return oauthProvider{
		name: name, verbose: verbose, since: since, before: before, customizable: true,
		authorize: login + "oauth2/v2.0/authorize", exchange: login + "oauth2/v2.0/token", profile: "https://graph.microsoft.com/v1.0/me", keys: login + "discovery/keys",
	}
}

func oauthProviderOf(name string) oauthProvider {
	for _, known := range oauthProviders {
		if known.name == name {
			return known
		}
	}
	return oauthProvider{name: name, verbose: name}
}

// shown is the type as an answer has it.
func (p oauthProvider) shown(s *Server) values {
	orNull := func(text string) any {
		if text == "" {
			return nil
		}
		return text
	}
	kind := values{
		"urls_customizable": p.customizable, "request_token_url": nil, "authorization_url": p.authorize, "access_token_url": p.exchange, "profile_url": p.profile,
		"oidc_well_known_url": orNull(p.wellKnown), "oidc_jwks_url": orNull(p.keys),
	}
	if s.since("2024.6.0") {
		kind["name"], kind["verbose_name"] = p.name, p.verbose
	} else {
		kind["name"], kind["slug"] = p.verbose, p.name
	}
	return kind
}

func listOAuthTypes(s *Server, _ *call) *reply {
	shown := []any{}
	for _, known := range oauthProviders {
		if s.since(known.since) && (known.before == "" || !s.since(known.before)) {
			shown = append(shown, known.shown(s))
		}
	}
	return jsonReply(http.StatusOK, shown)
}

func oauthType(s *Server, of *row) any {
	return oauthProviderOf(keyText(of.fields["provider_type"])).shown(s)
}

// wellKnownURL is the document that a write of a source fetches, "" for none.
func wellKnownURL(w *write) string {
	if own := w.text("oidc_well_known_url"); own != "" {
		return own
	}
	return oauthProviderOf(w.text("provider_type")).wellKnown
}

// keysURL are the keys that a write of a source fetches, "" for none.
func keysURL(w *write) string {
	if own := w.text("oidc_jwks_url"); own != "" {
		return own
	}
	if document := wellKnownURL(w); document != "" {
		return issuerOf(document) + "/keys"
	}
	return oauthProviderOf(w.text("provider_type")).keys
}

func issuerOf(document string) string {
	issuer, _, _ := strings.Cut(document, "/.well-known/")
	return issuer
}

// fetches fails where the server has no network and has to fetch a document.
func fetches(field string, document func(*write) string) check {
	return check{at: field, fails: func(s *Server, w *write) string {
		scheme, rest, ok := strings.Cut(document(w), "://")
		if !ok || !s.offline {
			return ""
		}
		host, path, _ := strings.Cut(rest, "/")
		return strings.ToUpper(scheme) + "ConnectionPool(host='" + host + "', port=443): Max retries exceeded with url: /" + path +
			` (Caused by NameResolutionError("HTTPSConnection(host='` + host + `', port=443): Failed to resolve '` + host + `'"))`
	}}
}

// oauthURLs: where a type has no addresses of its own, all three must be in the body, a PATCH's too,
// or come from a document.
// Up to 2026.2 a body without the type makes the server fail.
var oauthURLs = check{fails: func(s *Server, w *write) string {
	name := w.text("provider_type")
	switch {
	case name == "" && !s.since("2026.2.0"):
		return crash
	case name == "":
		name = keyText(w.row.fields["provider_type"])
	}
	if name != "openidconnect" || wellKnownURL(w) != "" {
		return ""
	}
	for _, field := range []string{"authorization_url", "access_token_url", "profile_url"} {
		if !w.has(field) {
			return field + " is required for provider " + oauthProviderOf(name).verbose
		}
	}
	return ""
}}

// completeOAuth fills in what the documents say: addresses that the body does not have, and the
// keys whatever it has.
func completeOAuth(_ *Server, w *write) {
	if document := wellKnownURL(w); document != "" {
		for field, path := range map[string]string{"authorization_url": "/authorize", "access_token_url": "/token", "profile_url": "/userinfo"} {
			if w.text(field) == "" {
				w.values[field] = issuerOf(document) + path
			}
		}
	}
	if keys := keysURL(w); keys != "" {
		w.values["oidc_jwks_url"] = keys
		w.values["oidc_jwks"] = map[string]any{"keys": []any{map[string]any{"kid": keys}}}
	}
}
