package authentiktest

import (
	"crypto/rand"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// random generates texts of letters and digits.
func random(length int) func(*Server) any {
	return func(*Server) any {
		var text strings.Builder
		for text.Len() < length {
			text.WriteString(rand.Text())
		}
		return text.String()[:length]
	}
}

// assigned is a field of the application that has a provider, null for none.
func assigned(field string) func(*Server, *row) any {
	return func(s *Server, of *row) any {
		for _, application := range s.referring(applications, "provider", of.pk()) {
			return application.fields[field]
		}
		return nil
	}
}

func assignedBackchannel(field string) func(*Server, *row) any {
	return func(s *Server, of *row) any {
		if application := s.get(applications, keyText(of.fields["backchannel_application"])); application != nil {
			return application.fields[field]
		}
		return absent{}
	}
}

// outpostNames lists the outposts that a provider runs on.
func outpostNames(s *Server, of *row) any {
	names := make([]any, 0)
	for _, outpost := range s.referring(outposts, "providers", of.pk()) {
		names = append(names, outpost.fields["name"])
	}
	return names
}

// licensed is a rule that something needs a licence.
func licensed(field, what string, needs func(*write) bool) check {
	return check{field: field, fails: func(s *Server, w *write) string {
		if s.unlicensed && needs(w) {
			return "Enterprise is required to use " + what + "."
		}
		return ""
	}}
}

// asText tells whether the release has redirect URIs as one text with a URI per line: up to
// 2024.8.4 and in 2024.10.0 to 2024.10.2.
func (s *Server) asText() bool {
	return !s.since("2024.8.5") || s.since("2024.10.0") && !s.since("2024.10.3")
}

// shownURIs shows redirect URIs in the type of the release. An upgrade makes every line strict,
// except those that stand for any URI, and of an empty text one entry with an empty URI.
func shownURIs(s *Server, of *row) any {
	switch stored := of.fields["redirect_uris"].(type) {
	case string:
		if s.asText() {
			return stored
		}
		entries := make([]any, 0)
		for line := range strings.SplitSeq(stored, "\n") {
			mode := "strict"
			if line == "*" || line == ".*" {
				mode = "regex"
			}
			entries = append(entries, values{"matching_mode": mode, "url": line, "redirect_uri_type": "authorization"})
		}
		return entries
	case []any:
		if !s.asText() {
			return stored
		}
		lines := make([]string, 0, len(stored))
		for _, entry := range stored {
			entry, _ := entry.(map[string]any)
			lines = append(lines, keyText(entry["url"]))
		}
		return strings.Join(lines, "\n")
	default:
		return stored
	}
}

// redirectURIs: an entry needs both keys, at which the server fails, and an expression must compile.
var redirectURIs = check{at: "redirect_uris", fails: func(_ *Server, w *write) string {
	entries, _ := w.values["redirect_uris"].([]any)
	for _, entry := range entries {
		entry, _ := entry.(map[string]any)
		address, hasURL := entry["url"].(string)
		mode, hasMode := entry["matching_mode"].(string)
		if !hasURL || !hasMode {
			return crash
		}
		if _, err := regexp.Compile(address); mode == "regex" && err != nil {
			return "Invalid Regex Pattern: " + address
		}
	}
	return ""
}}

// basicAuth: both attributes must be in the body that turns it on.
var basicAuth = check{at: "basic_auth_enabled", fails: func(_ *Server, w *write) string {
	if w.values["basic_auth_enabled"] == true && (!w.has("basic_auth_password_attribute") || !w.has("basic_auth_user_attribute")) {
		return "User and password attributes must be set when basic auth is enabled."
	}
	return ""
}}

// internalHost takes a body without a mode for one with the first, whatever is stored.
var internalHost = check{at: "internal_host", fails: func(_ *Server, w *write) string {
	if mode := w.text("mode"); (mode == "" || mode == "proxy") && w.text("internal_host") == "" {
		return "Internal host cannot be empty when forward auth is disabled."
	}
	return ""
}}

// proxyScopes are the scopes of the mappings that every proxy provider gets on every write.
var proxyScopes = []string{
	"goauthentik.io/providers/oauth2/scope-openid", "goauthentik.io/providers/oauth2/scope-profile",
	"goauthentik.io/providers/oauth2/scope-email", "goauthentik.io/providers/oauth2/scope-entitlements",
	"goauthentik.io/providers/proxy/scope-proxy",
}

// completeProxy sets what OpenID Connect needs: the mappings and the redirect URIs.
func completeProxy(s *Server, w *write) {
	held, _ := w.will("property_mappings").([]any)
	held = slices.Clone(held)
	for _, mapping := range s.all(scopeMappings) {
		if slices.Contains(proxyScopes, keyText(mapping.fields["managed"])) && !slices.Contains(ids(held), mapping.pk()) {
			held = append(held, mapping.fields["pk"])
		}
	}
	w.values["property_mappings"] = held
	host := strings.TrimSuffix(keyText(w.will("external_host")), "/")
	w.values["redirect_uris"] = proxyURIs(s, host)
}

func proxyURIs(s *Server, host string) any {
	callback := host
	if parsed, err := url.Parse(host); err == nil && parsed.Host != "" {
		callback = parsed.Scheme + "://" + parsed.Host
	}
	callback += "/outpost.goauthentik.io/callback"
	const mark = "?X-authentik-auth-callback=true"
	if s.asText() {
		mark := strings.Replace(mark, "?", `\?`, 1)
		return callback + mark + "\n" + host + mark
	}
	return []any{
		values{"matching_mode": "strict", "url": callback + mark, "redirect_uri_type": "authorization"},
		values{"matching_mode": "strict", "url": host + mark, "redirect_uri_type": "authorization"},
	}
}

// signsSomething looks only at what the body holds, a PATCH's too.
var signsSomething = check{since: "2024.8.0", fails: func(_ *Server, w *write) string {
	if w.values["signing_kp"] != nil && w.values["sign_assertion"] != true && w.values["sign_response"] != true {
		return "With a signing keypair selected, at least one of 'Sign assertion' and 'Sign Response' must be selected."
	}
	return ""
}}

// completeSAML changes a way of logging out that cannot work.
func completeSAML(_ *Server, w *write) {
	if w.text("logout_method") == "backchannel" && w.text("sls_binding") == "redirect" {
		w.values["logout_method"] = "frontchannel_iframe"
	}
}

// samlURLs depend on the application that has the provider.
var samlURLs = computed{
	"url_download_metadata": func(s *Server, of *row) any {
		if application, _ := assigned("slug")(s, of).(string); application != "" && s.since("2025.12.0") {
			return s.URL() + "/application/saml/" + application + "/metadata/"
		}
		return s.URL() + apiRoot + samlProviders + of.pk() + "/metadata/?download"
	},
	"url_issuer":       samlIssuer,
	"url_unified":      unassignedOr("/application/saml/"),
	"url_unified_init": unassignedOr("/application/saml/", "init/"),
	"url_sso_post":     unassignedOr("/application/saml/", "sso/binding/post/"),
	"url_sso_redirect": unassignedOr("/application/saml/", "sso/binding/redirect/"),
	"url_sso_init":     unassignedOr("/application/saml/", "sso/binding/init/"),
	"url_slo_post":     unassignedOr("/application/saml/", "slo/binding/post/"),
	"url_slo_redirect": unassignedOr("/application/saml/", "slo/binding/redirect/"),
}

// unassignedOr is an address below an application's, "-" without one.
func unassignedOr(prefix string, rest ...string) func(*Server, *row) any {
	return func(s *Server, of *row) any {
		application, _ := assigned("slug")(s, of).(string)
		if application == "" {
			return "-"
		}
		return s.URL() + prefix + application + "/" + strings.Join(rest, "")
	}
}

func samlIssuer(s *Server, of *row) any {
	if issuer := keyText(of.fields["issuer_override"]); issuer != "" {
		return issuer
	}
	return unassignedOr("/application/saml/", "metadata/")(s, of)
}

func ssfURL(s *Server, of *row) any {
	application := keyText(assignedBackchannel("slug")(s, of))
	if application == "" {
		return nil
	}
	return s.URL() + "/.well-known/ssf-configuration/" + application
}

func racLaunch(s *Server, of *row) any {
	provider := s.get(racProviders, keyText(of.fields["provider"]))
	if provider == nil {
		return nil
	}
	application, _ := assigned("slug")(s, provider).(string)
	if application == "" {
		return nil
	}
	return s.URL() + "/application/rac/" + application + "/" + of.pk() + "/"
}
