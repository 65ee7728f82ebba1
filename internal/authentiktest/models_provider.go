package authentiktest

import (
	"maps"
	"slices"
)

// Paths of providers. All of them share one table.
const (
	allProviders         = "/providers/all/"
	backchannelProviders = "backchannel providers" // those that an application can have besides its provider
	outpostProviders     = "outpost providers"     // those that need an outpost
	oauth2               = "/providers/oauth2/"
	proxies              = "/providers/proxy/"
	samlProviders        = "/providers/saml/"
	wsfed                = "/providers/wsfed/"
	scimProviders        = "/providers/scim/"
	racProviders         = "/providers/rac/"
	googleProviders      = "/providers/google_workspace/"
	entraProviders       = "/providers/microsoft_entra/"
)

// bareProvider is the class of a provider that the server loads without its type.
var bareProvider = values{
	"component": "", "verbose_name": "provider", "verbose_name_plural": "providers", "meta_model_name": "authentik_core.provider",
}

// provider makes the model of a type of providers: what all have in common, and what is given.
func provider(component, verbose, meta string, more model) *model {
	more.sequence = "providers"
	more.constants = values{"component": component, "verbose_name": verbose, "verbose_name_plural": verbose + "s", "meta_model_name": meta}
	more.references = merged(map[string]reference{
		"authentication_flow": {to: flows}, "authorization_flow": {to: flows, cascades: true}, "invalidation_flow": {to: flows},
		"property_mappings": {to: allMappings}, "property_mappings_group": {to: allMappings}, "backchannel_application": {to: applications},
	}, more.references)
	more.derived = merged(computed{
		"assigned_application_slug": assigned("slug"), "assigned_application_name": assigned("name"),
		"assigned_backchannel_application_slug": assignedBackchannel("slug"),
		"assigned_backchannel_application_name": assignedBackchannel("name"),
		"outpost_set":                           outpostNames,
	}, more.derived)
	more.unique = append(more.unique, uniqueness{field: "name", scope: "provider", message: "provider with this name already exists."})
	more.order = []string{"name"}
	if more.search == nil {
		more.search = []string{"name"}
	}
	return &more
}

// toCertificates are references to certificates that are emptied when one goes.
func toCertificates(fields ...string) map[string]reference {
	references := make(map[string]reference, len(fields))
	for _, field := range fields {
		references[field] = reference{to: certificates}
	}
	return references
}

// providerModels are the types of providers, and what belongs to one. The defaults of those that
// need a licence come from the models of authentik's source, the others from recordings.
func providerModels() map[string]*model {
	types := map[string]*model{
		oauth2: oauth2Provider(), proxies: proxyProvider(), samlProviders: samlProvider(), wsfed: wsfedProvider(),
		scimProviders: scimProvider(), racProviders: provider("ak-provider-rac-form", "RAC Provider", "authentik_providers_rac.racprovider", model{
			defaults: values{"connection_expiry": "hours=8"}, formats: map[string]format{"connection_expiry": duration},
		}),
		"/providers/ldap/": provider("ak-provider-ldap-form", "LDAP Provider", "authentik_providers_ldap.ldapprovider", model{
			defaults: values{
				"base_dn": "DC=ldap,DC=goauthentik,DC=io", "uid_start_number": 2000, "gid_start_number": 4000,
				"search_mode": "direct", "bind_mode": "direct", "mfa_support": true,
			},
			references: merged(toCertificates("certificate"), map[string]reference{"search_group": {to: groups}}),
		}),
		"/providers/radius/": provider("ak-provider-radius-form", "Radius Provider", "authentik_providers_radius.radiusprovider", model{
			defaults:   values{"client_networks": "0.0.0.0/0, ::/0", "mfa_support": true},
			generated:  map[string]func(*Server) any{"shared_secret": random(40)},
			references: map[string]reference{"certificate": {to: certificates, cascades: true}},
			checks:     []check{licensed("certificate", "EAP-TLS", func(w *write) bool { return w.values["certificate"] != nil })},
		}),
		googleProviders: provider("ak-provider-google-workspace-form", "Google Workspace Provider",
			"authentik_providers_google_workspace.googleworkspaceprovider", model{
				enterprise: true,
				defaults: syncDefaults(values{
					"user_delete_action": "delete", "group_delete_action": "delete",
					"scopes": "https://www.googleapis.com/auth/admin.directory.user,https://www.googleapis.com/auth/admin.directory.group," +
						"https://www.googleapis.com/auth/admin.directory.group.member,https://www.googleapis.com/auth/admin.directory.domain.readonly",
				}),
				references: map[string]reference{"filter_group": {to: groups}},
			}),
		entraProviders: provider("ak-provider-microsoft-entra-form", "Microsoft Entra Provider",
			"authentik_providers_microsoft_entra.microsoftentraprovider", model{
				enterprise: true, defaults: syncDefaults(values{"user_delete_action": "delete", "group_delete_action": "delete"}),
				references: map[string]reference{"filter_group": {to: groups}},
			}),
		"/providers/ssf/": provider("ak-provider-ssf-form", "Shared Signals Framework Provider", "authentik_providers_ssf.ssfprovider", model{
			enterprise: true, defaults: values{"event_retention": "days=30", "push_verify_certificates": true},
			references: map[string]reference{"signing_key": {to: certificates, cascades: true}, "oidc_auth_providers": {to: oauth2}},
			derived:    computed{"token_obj": ownToken, "oidc_auth_providers_obj": each("oidc_auth_providers"), "ssf_url": ssfURL},
			written:    ownTokenOf(account{"SSF Provider", "ak-providers-ssf-", "", "goauthentik.io/providers/ssf"}),
		}),
	}
	paths := slices.Sorted(maps.Keys(types))
	return merged(types, connectionsOfProviders(), map[string]*model{
		allProviders:         {unites: paths, order: []string{"name"}, search: []string{"name"}, sequence: "providers", class: "Provider"},
		backchannelProviders: {unites: []string{"/providers/ldap/", scimProviders, googleProviders, entraProviders, "/providers/ssf/"}},
		outpostProviders:     {unites: []string{proxies, "/providers/ldap/", "/providers/radius/", racProviders}},
		"/providers/oauth2-dcr/": {
			key: "pbm_uuid", defaults: values{"policy_engine_mode": "any", "access_token_validity": "hours=1", "refresh_token_validity": "days=30"},
			references: map[string]reference{
				"provider": {to: oauth2, cascades: true}, "override_authorization_flow": {to: flows}, "override_invalidation_flow": {to: flows},
				"override_property_mappings": {to: allMappings},
			},
		},
		"/rac/endpoints/": {
			defaults:   values{"maximum_connections": 1},
			derived:    computed{"provider_obj": one("provider"), "launch_url": racLaunch},
			references: map[string]reference{"provider": {to: racProviders, cascades: true}, "property_mappings": {to: allMappings}},
			order:      []string{"name"}, search: []string{"name", "protocol"},
		},
	})
}

// syncDefaults are those of the providers that copy users and groups elsewhere.
func syncDefaults(more values) values {
	return merged(values{"sync_page_size": 100, "sync_page_timeout": "minutes=30"}, more)
}

func oauth2Provider() *model {
	return provider("ak-provider-oauth2-form", "OAuth2/OpenID Provider", "authentik_providers_oauth2.oauth2provider", model{
		unites: []string{oauth2, proxies}, // whose class is derived from this one
		defaults: values{
			"client_type": "confidential", "access_code_validity": "minutes=1", "access_token_validity": "hours=1",
			"refresh_token_validity": "days=30", "refresh_token_threshold": "seconds=0", "include_claims_in_id_token": true,
			"logout_method": "backchannel", "sub_mode": "hashed_user_id", "issuer_mode": "per_provider", "token_validity": "days=30",
		},
		older:     []older{{before: "2023.5.0", values: values{"access_token_validity": "minutes=5"}}},
		generated: map[string]func(*Server) any{"client_id": random(40), "client_secret": random(128)},
		references: merged(toCertificates("signing_key", "encryption_key"), map[string]reference{
			"jwks_sources": {to: oauthSources}, "jwt_federation_sources": {to: oauthSources}, "jwt_federation_providers": {to: oauth2},
		}),
		unique:  []uniqueness{{field: "client_id", scope: "client", message: "OAuth2/OpenID Provider with this client id already exists."}},
		shown:   computed{"redirect_uris": shownURIs},
		checks:  []check{redirectURIs},
		formats: durations("access_code_validity", "access_token_validity", "refresh_token_validity", "refresh_token_threshold"),
	})
}

// durations are the formats of fields with a duration.
func durations(fields ...string) map[string]format {
	formats := make(map[string]format, len(fields))
	for _, field := range fields {
		formats[field] = duration
	}
	return formats
}

func proxyProvider() *model {
	return provider("ak-provider-proxy-form", "Proxy Provider", "authentik_providers_proxy.proxyprovider", model{
		defaults: values{
			"internal_host_ssl_validation": true, "intercept_header_auth": true, "mode": "proxy",
			"access_token_validity": "hours=1", "refresh_token_validity": "days=30", "client_type": "confidential",
			"access_code_validity": "minutes=1", "refresh_token_threshold": "seconds=0", "include_claims_in_id_token": true,
			"logout_method": "backchannel", "sub_mode": "hashed_user_id", "issuer_mode": "per_provider",
		},
		older:     []older{{before: "2023.5.0", values: values{"access_token_validity": "minutes=5"}}},
		generated: map[string]func(*Server) any{"client_id": random(40), "client_secret": random(128)},
		references: merged(toCertificates("certificate"), map[string]reference{
			"jwks_sources": {to: oauthSources}, "jwt_federation_sources": {to: oauthSources}, "jwt_federation_providers": {to: oauth2},
		}),
		shown:     computed{"redirect_uris": shownURIs},
		checks:    []check{basicAuth, internalHost},
		formats:   merged(durations("access_token_validity", "refresh_token_validity")),
		completes: completeProxy,
	})
}

func samlProvider() *model {
	return provider("ak-provider-saml-form", "SAML Provider", "authentik_providers_saml.samlprovider", model{
		unites: []string{samlProviders, wsfed}, // whose class is derived from this one
		defaults: values{
			"issuer": "authentik", "assertion_valid_not_before": "minutes=-5", "assertion_valid_not_on_or_after": "minutes=5",
			"session_valid_not_on_or_after": "minutes=86400", "digest_algorithm": "http://www.w3.org/2001/04/xmlenc#sha256",
			"signature_algorithm": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "sign_assertion": true, "sp_binding": "redirect",
			"sls_binding": "redirect", "logout_method": "frontchannel_iframe",
			"default_name_id_policy": "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
		},
		references: merged(toCertificates("signing_kp", "verification_kp", "encryption_kp"), map[string]reference{
			"name_id_mapping": {to: allMappings}, "authn_context_class_ref_mapping": {to: allMappings},
		}),
		derived:   samlURLs,
		checks:    []check{signsSomething},
		formats:   durations("assertion_valid_not_before", "assertion_valid_not_on_or_after", "session_valid_not_on_or_after"),
		completes: completeSAML,
	})
}

func wsfedProvider() *model {
	return provider("ak-provider-wsfed-form", "WS-Federation Provider", "authentik_providers_ws_federation.wsfederationprovider", model{
		enterprise: true,
		defaults: values{
			"assertion_valid_not_before": "minutes=-5", "assertion_valid_not_on_or_after": "minutes=5",
			"session_valid_not_on_or_after": "minutes=86400", "digest_algorithm": "http://www.w3.org/2001/04/xmlenc#sha256",
			"signature_algorithm": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", "sign_assertion": true,
			"default_name_id_policy": "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified", "saml_version": "2.0",
		},
		references: merged(toCertificates("signing_kp", "encryption_kp"), map[string]reference{
			"name_id_mapping": {to: allMappings}, "authn_context_class_ref_mapping": {to: allMappings},
		}),
		derived: merged(samlURLs, computed{"acs_url": same("reply_url"), "audience": same("wtrealm"), "url_wsfed": unassignedOr("/application/wsfed/")}),
		checks:  []check{signsSomething},
		formats: durations("assertion_valid_not_before", "assertion_valid_not_on_or_after", "session_valid_not_on_or_after"),
	})
}

func scimProvider() *model {
	return provider("ak-provider-scim-form", "SCIM Provider", "authentik_providers_scim.scimprovider", model{
		defaults: syncDefaults(values{
			"verify_certificates": true, "auth_mode": "token", "compatibility_mode": "default", "service_provider_config_cache_timeout": "hours=1",
		}),
		references: map[string]reference{"filter_group": {to: groups}, "group_filters": {to: groups}, "auth_oauth": {to: oauthSources}},
		formats:    durations("service_provider_config_cache_timeout", "sync_page_timeout"),
		checks:     []check{licensed("auth_mode", "the OAuth mode", func(w *write) bool { return w.has("auth_mode") && w.text("auth_mode") != "token" })},
		search:     []string{"name", "url"},
	})
}

// connectionsOfProviders tie users and groups to what a provider made of them elsewhere.
func connectionsOfProviders() map[string]*model {
	all := make(map[string]*model)
	for prefix, kind := range map[string]struct{ to, id string }{
		"/providers/scim_":             {scimProviders, "scim_id"},
		"/providers/google_workspace_": {googleProviders, "google_id"},
		"/providers/microsoft_entra_":  {entraProviders, "microsoft_id"},
	} {
		for _, whom := range []struct{ field, path, end, class string }{{"user", users, "users/", "User"}, {"group", groups, "groups/", "Group"}} {
			all[prefix+whom.end] = &model{
				key:        "id",
				derived:    computed{whom.field + "_obj": one(whom.field)},
				references: map[string]reference{whom.field: {to: whom.path, cascades: true}, "provider": {to: kind.to, cascades: true}},
				checks:     []check{together(kind.id, whom.field, "provider")},
				aliases: map[string]string{
					"provider__id": "provider", "user__id": "user", "group__group_uuid": "group",
				},
				order: []string{kind.id}, search: []string{"provider__name", whom.field + "__name"},
			}
		}
	}
	return all
}
