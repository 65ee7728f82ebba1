package authentiktest

import (
	"maps"
	"slices"
	"strings"
)

// Paths of sources. All of them share one table; the built-in source is of no type that has a
// collection.
const (
	allSources   = "/sources/all/"
	oauthSources = "/sources/oauth/"
	scimSources  = "/sources/scim/"
)

// source makes the model of a type of sources: what all have in common, and what is given.
func source(name, verbose, icon string, more model) *model {
	more.constants = values{
		"component": "ak-source-" + name + "-form", "verbose_name": verbose + " Source", "verbose_name_plural": verbose + " Sources",
		"meta_model_name": "authentik_sources_" + name + "." + name + "source",
	}
	more.defaults = merged(values{
		"enabled": true, "policy_engine_mode": "any", "user_matching_mode": "identifier", "group_matching_mode": "identifier",
		"user_path_template": "goauthentik.io/sources/%(slug)s",
	}, more.defaults)
	more.references = merged(map[string]reference{
		"authentication_flow": {to: flows}, "enrollment_flow": {to: flows},
		"user_property_mappings": {to: allMappings}, "group_property_mappings": {to: allMappings},
	}, more.references)
	more.derived = merged(computed{"icon_url": iconURL("icon", icon), "icon_themed_urls": themedIcon("icon"), "pbm_uuid": same("pk")}, more.derived)
	more.shown = merged(computed{"icon": shownIcon("icon", icon, absent{always: true})}, more.shown)
	more.unique = append(more.unique, uniqueness{field: "slug", scope: "source", message: "source with this slug already exists."})
	more.formats = merged(map[string]format{"slug": slug, "icon": fileName}, more.formats)
	more.aliases = merged(map[string]string{"pbm_uuid": "pk"}, more.aliases)
	more.order, more.search = []string{"name"}, []string{"name", "slug"}
	more.protected = protectBuiltIn
	return &more
}

// sourceModels are the types of sources. Their values are those that real servers answered to a
// create with nothing but what is required.
func sourceModels() map[string]*model {
	const persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
	types := map[string]*model{
		oauthSources: source("oauth", "OAuth", "", model{
			defaults:  values{"pkce": "none", "authorization_code_auth_method": "basic_auth"},
			derived:   computed{"icon_url": oauthIcon, "callback_url": callbackURL, "type": oauthType},
			shown:     computed{"icon": shownOAuthIcon},
			checks:    []check{fetches("oidc_well_known_url", wellKnownURL), fetches("oidc_jwks_url", keysURL), oauthURLs},
			completes: completeOAuth,
		}),
		"/sources/saml/": source("saml", "SAML", "/static/authentik/sources/saml.png", model{
			defaults: values{
				"name_id_policy": persistent, "binding_type": "REDIRECT", "digest_algorithm": "http://www.w3.org/2001/04/xmlenc#sha256",
				"signature_algorithm":         "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
				"temporary_user_delete_after": "days=1", "signed_assertion": true,
			},
			references: merged(toCertificates("verification_kp", "signing_kp", "encryption_kp"), map[string]reference{
				"pre_authentication_flow": {to: flows, cascades: true},
			}),
			checks:  []check{verifiesSomething},
			formats: durations("temporary_user_delete_after"),
		}),
		"/sources/ldap/": source("ldap", "LDAP", "/static/authentik/sources/ldap.png", model{
			defaults: values{
				"user_object_filter": "(objectClass=person)", "group_object_filter": "(objectClass=group)", "group_membership_field": "member",
				"user_membership_attribute": "distinguishedName", "object_uniqueness_field": "objectSid", "sync_users": true,
				"sync_users_password": true, "sync_groups": true, "sync_outgoing_trigger_mode": "deferred_end",
			},
			references: merged(toCertificates("peer_certificate", "client_certificate"), map[string]reference{
				"sync_parent_group": {to: groups}, "property_mappings": {to: allMappings}, "property_mappings_group": {to: allMappings},
			}),
			derived: computed{
				"connectivity": func(*Server, *row) any { return nil },
				"icon_url":     func(s *Server, _ *row) any { return s.webPath() + "/static/authentik/sources/ldap.png" },
			},
			checks: append([]check{syncMappings("sync_users", "user_property_mappings"), syncMappings("sync_groups", "group_property_mappings")}, onePasswordSync...),
		}),
		"/sources/kerberos/": source("kerberos", "Kerberos", "/static/authentik/sources/kerberos.png", model{
			defaults: values{"kadmin_type": "MIT", "sync_users_password": true, "sync_outgoing_trigger_mode": "deferred_end"},
			unique:   []uniqueness{{field: "realm", scope: "realm", message: "Kerberos Source with this realm already exists."}},
			derived:  computed{"connectivity": func(*Server, *row) any { return nil }},
		}),
		scimSources: source("scim", "SCIM", "/static/authentik/sources/scim.png", model{
			derived: computed{"root_url": scimRoot, "token_obj": ownToken},
			written: ownTokenOf(account{"SCIM Source", "ak-source-scim-", "", "goauthentik.io/sources/scim"}),
		}),
		"/sources/plex/": source("plex", "Plex", "/static/authentik/sources/plex.svg", model{
			defaults: values{"allow_friends": true}, generated: map[string]func(*Server) any{"client_id": random(40)},
		}),
		"/sources/telegram/": source("telegram", "Telegram", "/static/authentik/sources/telegram.svg", model{
			references: map[string]reference{"pre_authentication_flow": {to: flows, cascades: true}},
		}),
	}
	builtIn := source("", "", "", model{unites: slices.Sorted(maps.Keys(types)), class: "Source"})
	builtIn.constants["component"], builtIn.constants["meta_model_name"] = "", "authentik_core.source"
	builtIn.constants["verbose_name"], builtIn.constants["verbose_name_plural"] = "source", "sources"
	builtIn.order = nil
	return merged(types, map[string]*model{allSources: builtIn})
}

// connectionModels tie users and groups to what a source knows them as.
func connectionModels() map[string]*model {
	all := make(map[string]*model)
	for _, kind := range []string{"kerberos", "ldap", "oauth", "plex", "saml", "telegram"} {
		for _, whom := range []struct{ field, path, prefix string }{
			{"user", users, "/sources/user_connections/"}, {"group", groups, "/sources/group_connections/"},
		} {
			all[whom.prefix+kind+"/"] = &model{
				sequence:  whom.prefix,
				generated: map[string]func(*Server) any{"created": now, "expires": now}, touched: []string{"last_updated"},
				bare: map[string]bareness{"source_obj": {constants: values{
					"component": "", "verbose_name": "source", "verbose_name_plural": "sources", "meta_model_name": "authentik_core.source",
					"icon_url": nil, "icon_themed_urls": nil,
				}}},
				derived:    computed{"source_obj": one("source"), whom.field + "_obj": one(whom.field)},
				references: map[string]reference{whom.field: {to: whom.path, cascades: true}, "source": {to: "/sources/" + kind + "/", cascades: true}},
				checks:     []check{writableSource, together(whom.field, "source")},
				order:      []string{"pk"}, search: []string{whom.field + "__username", whom.field + "__name", "source__slug", "identifier"},
			}
		}
	}
	for _, prefix := range []string{"/sources/user_connections/", "/sources/group_connections/"} {
		all[prefix+"all/"] = &model{
			unites: slices.DeleteFunc(slices.Sorted(maps.Keys(all)), func(path string) bool { return !strings.HasPrefix(path, prefix) }), sequence: prefix,
			order: []string{"pk"}, search: []string{"user__username", "group__name", "source__slug", "identifier"},
		}
	}
	for _, whom := range []struct{ field, path, to string }{{"user", "/sources/scim_users/", users}, {"group", "/sources/scim_groups/", groups}} {
		all[whom.path] = &model{
			key:        "id",
			derived:    computed{whom.field + "_obj": one(whom.field)},
			references: map[string]reference{whom.field: {to: whom.to, cascades: true}, "source": {to: scimSources, cascades: true}},
			checks:     []check{fixedKey, together("external_id", "source")},
			order:      []string{"pk"}, search: []string{"source__slug", whom.field + "__username", "attributes"},
		}
	}
	return all
}
