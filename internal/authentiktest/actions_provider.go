package authentiktest

import (
	"net/http"
)

// providerActions are the addresses below providers and sources.
func providerActions() map[string]map[string]endpoint {
	all := map[string]map[string]endpoint{
		oauth2:        {"setup_urls": {methods: readMethods, answers: setupURLs}},
		samlProviders: {"metadata": {methods: readMethods, open: true, answers: samlMetadata}},
		wsfed:         {"metadata": {methods: readMethods, open: true, answers: samlMetadata}},
		"/sources/saml/": {"metadata": {methods: readMethods, answers: func(_ *Server, c *call) *reply {
			return jsonReply(http.StatusOK, values{"metadata": metadataOf(keyText(c.of.fields["slug"])), "download_url": "/source/saml/" + keyText(c.of.fields["slug"]) + "/metadata/"})
		}}},
	}
	for _, path := range []string{scimProviders, googleProviders, entraProviders, "/sources/ldap/", "/sources/kerberos/"} {
		all[path] = map[string]endpoint{
			"sync/status": {methods: readMethods, since: "2024.6.0", answers: syncStatus},
			"sync_status": {methods: readMethods, before: "2024.6.0", answers: syncStatus},
		}
	}
	return all
}

// setupURLs are the addresses that a client of a provider needs.
func setupURLs(s *Server, c *call) *reply {
	base := s.URL() + "/application/o/"
	answer := values{
		"issuer": nil, "authorize": base + "authorize/", "token": base + "token/", "user_info": base + "userinfo/", "provider_info": nil, "logout": nil,
	}
	if c.of.fields["issuer_mode"] == "global" {
		answer["issuer"] = s.URL() + "/"
	}
	if application, _ := assigned("slug")(s, c.of).(string); application != "" {
		own := base + application + "/"
		if answer["issuer"] == nil {
			answer["issuer"] = own
		}
		answer["provider_info"] = own + ".well-known/openid-configuration"
		answer["logout"], answer["jwks"] = own+"end-session/", own+"jwks/"
	}
	return jsonReply(http.StatusOK, answer)
}

func samlMetadata(s *Server, c *call) *reply {
	application, _ := assigned("slug")(s, c.of).(string)
	if application == "" {
		if s.since("2026.2.0") {
			return detail(http.StatusNotFound, "Not found.")
		}
		return jsonReply(http.StatusOK, values{"metadata": ""})
	}
	return jsonReply(http.StatusOK, values{
		"metadata": metadataOf(application), "download_url": s.URL() + apiRoot + samlProviders + c.of.pk() + "/metadata/?download",
	})
}

// metadataOf is the beginning and the end of what a service provider reads.
func metadataOf(name string) string {
	return `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="` + name + `"></md:EntityDescriptor>`
}

// syncStatus is that of a provider or a source that never ran.
func syncStatus(s *Server, _ *call) *reply {
	switch {
	case s.since("2025.8.0"):
		return jsonReply(http.StatusOK, values{"is_running": false})
	case !s.since("2024.2.0"):
		return jsonReply(http.StatusOK, []any{})
	}
	return jsonReply(http.StatusOK, values{"is_running": false, "tasks": []any{}})
}
