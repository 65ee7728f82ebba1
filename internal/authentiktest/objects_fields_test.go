package authentiktest_test

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// fieldCollections are the collections that fields refer to, whatever object they are in.
var fieldCollections = map[string]string{
	"user": "/core/users/", "users": "/core/users/", "reviewers": "/core/users/",
	"group": "/core/groups/", "groups": "/core/groups/", "parent": "/core/groups/", "parents": "/core/groups/", "filter_group": "/core/groups/",
	"group_filters": "/core/groups/", "search_group": "/core/groups/", "sync_parent_group": "/core/groups/", "reviewer_groups": "/core/groups/",
	"destination_group": "/core/groups/", "inherited_roles": "/rbac/roles/", "children": "/core/groups/",
	"role": "/rbac/roles/", "roles": "/rbac/roles/", "app": "/core/applications/", "default_application": "/core/applications/",
	"policy": "/policies/dummy/", "transports": "/events/transports/", "notification_transports": "/events/transports/",
	"webhook_mapping": mappingPath, "webhook_mapping_body": mappingPath, "webhook_mapping_headers": mappingPath, "headers_mapping": mappingPath,
	"property_mappings": "/propertymappings/provider/scope/", "property_mappings_group": "/propertymappings/provider/scope/",
	"user_property_mappings": "/propertymappings/source/ldap/", "group_property_mappings": "/propertymappings/source/ldap/",
	"name_id_mapping": "/propertymappings/provider/saml/", "authn_context_class_ref_mapping": "/propertymappings/provider/saml/",
	"service_connection": "/outposts/service_connections/docker/", "connector": "/endpoints/agents/connectors/",
	"device_group": "/endpoints/device_access_groups/", "permissions": "/rbac/permissions/", "flow": flowPath,
	"jwt_federation_sources": "/sources/oauth/", "jwks_sources": "/sources/oauth/", "auth_oauth": "/sources/oauth/",
	"jwt_federation_providers": "/providers/oauth2/", "oidc_auth_providers": "/providers/oauth2/", "backchannel_providers": "/providers/scim/",
}

// certificateFields refer to certificates.
var certificateFields = " signing_kp verification_kp encryption_kp signing_key encryption_key certificate web_certificate client_certificates " +
	"tls_verification tls_authentication peer_certificate client_certificate webhook_ca challenge_key "

// seriesCollections are the collections of fields that differ from series to series.
var seriesCollections = map[string]map[string]string{
	"provider": {
		"rac-endpoints": "/providers/rac/", "providers-scim_users": "/providers/scim/", "providers-scim_groups": "/providers/scim/", "": "/providers/oauth2/",
	},
	"providers": {"": "/providers/proxy/"},
	"target":    {"endpoints-device_bindings": "/endpoints/device_access_groups/", "": "/core/applications/"},
	"source": {
		"sources-scim_users": "/sources/scim/", "sources-scim_groups": "/sources/scim/", "kerberos": "/sources/kerberos/", "ldap": "/sources/ldap/",
		"oauth": "/sources/oauth/", "plex": "/sources/plex/", "saml": "/sources/saml/", "telegram": "/sources/telegram/",
	},
	"app": {"policies-event_matcher": ""},
}

// collectionOf gives the collection that a field refers to, "" for none. The object is what the
// field shows, nil when it holds a key.
func (s *scene) collectionOf(field string, object map[string]any) string {
	if meta := fmt.Sprint(object["meta_model_name"]); object != nil && meta != "<nil>" {
		for _, path := range contract.Collections() {
			if metaNames[path] == meta {
				return path
			}
		}
	}
	if by, ok := seriesCollections[field]; ok {
		if path, ok := by[s.name]; ok {
			return path
		}
		if path, ok := by[s.name[strings.LastIndex(s.name, "-")+1:]]; ok {
			return path
		}
		if path, ok := by[""]; ok {
			return path
		}
	}
	if (field == "group" || field == "parent") && object == nil && s.name == "core-applications" {
		return ""
	}
	switch {
	case strings.Contains(certificateFields, " "+field+" "):
		return "/crypto/certificatekeypairs/"
	case strings.HasPrefix(field, "flow_") || strings.HasSuffix(field, "_flow"):
		return flowPath
	default:
		return fieldCollections[field]
	}
}

// metaNames are the classes of collections whose objects stand in others.
var metaNames = map[string]string{
	"/providers/oauth2/": "authentik_providers_oauth2.oauth2provider", "/providers/proxy/": "authentik_providers_proxy.proxyprovider",
	"/providers/saml/": "authentik_providers_saml.samlprovider", "/providers/rac/": "authentik_providers_rac.racprovider",
	"/providers/scim/": "authentik_providers_scim.scimprovider", "/providers/ldap/": "authentik_providers_ldap.ldapprovider",
	"/policies/dummy/": "authentik_policies_dummy.dummypolicy", "/policies/expression/": "authentik_policies_expression.expressionpolicy",
	"/policies/event_matcher/": "authentik_policies_event_matcher.eventmatcherpolicy", "/policies/geoip/": "authentik_policies_geoip.geoippolicy",
	"/policies/password/": "authentik_policies_password.passwordpolicy", "/policies/reputation/": "authentik_policies_reputation.reputationpolicy",
	"/policies/password_expiry/": "authentik_policies_expiry.passwordexpirypolicy",
	"/sources/oauth/":            "authentik_sources_oauth.oauthsource", "/sources/saml/": "authentik_sources_saml.samlsource",
	"/sources/ldap/": "authentik_sources_ldap.ldapsource", "/sources/kerberos/": "authentik_sources_kerberos.kerberossource",
	"/sources/plex/": "authentik_sources_plex.plexsource", "/sources/scim/": "authentik_sources_scim.scimsource",
	"/sources/telegram/":                    "authentik_sources_telegram.telegramsource",
	"/outposts/service_connections/docker/": "authentik_outposts.dockerserviceconnection",
	"/endpoints/agents/connectors/":         "authentik_endpoints_connectors_agent.agentconnector",
}

// locate gives the collection and the id in a path of a release, "" for what is not there.
func (s *scene) locate(requestPath string) (collection, id string) {
	nearest, _ := contract.Nearest(s.release)
	asked, _, _ := strings.Cut(strings.TrimPrefix(requestPath, "/api/v3"), "?")
	longest := 0
	for _, path := range contract.Collections() {
		described, _ := contract.Object(path)
		view, exists := described.In(nearest)
		rest, found := strings.CutPrefix(asked, view.Path)
		if !exists || !found || len(view.Path) <= longest {
			continue
		}
		longest = len(view.Path)
		first, _, _ := strings.Cut(rest, "/")
		collection = path
		id, _ = url.PathUnescape(first)
	}
	return collection, id
}
