package authentiktest

import "time"

// Paths of devices and what they are managed with.
const (
	connectors    = "/endpoints/agents/connectors/"
	fleet         = "/endpoints/fleet/connectors/"
	googleChrome  = "/endpoints/google_chrome/connectors/"
	allConnectors = "/endpoints/connectors/"
	accessGroups  = "/endpoints/device_access_groups/"
	devices       = "/endpoints/devices/"
)

// connector makes the model of a type of connectors.
func connector(component, verbose, meta string, more model) *model {
	more.ownKey = "connector with this connector uuid already exists."
	more.key, more.aliases = "connector_uuid", map[string]string{"connector_uuid": "pk"}
	more.constants = values{"component": component, "verbose_name": verbose, "verbose_name_plural": verbose + "s", "meta_model_name": meta}
	more.defaults = merged(values{"enabled": true}, more.defaults)
	more.order, more.search = []string{"name"}, []string{"name"}
	return &more
}

// endpointModels are connectors to devices, and devices.
func endpointModels() map[string]*model {
	return map[string]*model{
		connectors: connector("ak-endpoints-connector-agent-form", "Agent Connector", "authentik_endpoints_connectors_agent.agentconnector", model{
			defaults: values{
				"snapshot_expiry": "hours=24", "auth_session_duration": "hours=8", "refresh_interval": "minutes=30",
				"nss_uid_offset": 1000, "nss_gid_offset": 1000, "challenge_idle_timeout": "seconds=5",
			},
			references: map[string]reference{
				"authorization_flow": {to: flows}, "challenge_key": {to: certificates, cascades: true}, "jwt_federation_providers": {to: oauth2},
			},
			formats: durations("snapshot_expiry", "auth_session_duration", "refresh_interval", "challenge_idle_timeout"),
		}),
		fleet: connector("ak-endpoints-connector-fleet-form", "Fleet Connector", "authentik_endpoints_connectors_fleet.fleetconnector", model{
			enterprise: true, defaults: values{"map_users": true}, references: map[string]reference{"headers_mapping": {to: mappings}},
		}),
		googleChrome: connector("ak-endpoints-connector-gdtc-form", "Google Device Trust Connector",
			"authentik_endpoints_connectors_google_chrome.googlechromeconnector", model{enterprise: true}),
		allConnectors: {
			unites: []string{connectors, fleet, googleChrome}, key: "connector_uuid", order: []string{"name"}, search: []string{"name"}, class: "Connector",
		},
		"/endpoints/agents/enrollment_tokens/": {
			key: "token_uuid", defaults: values{"expiring": true},
			generated: map[string]func(*Server) any{
				"key": func(*Server) any { return randomToken() }, "expires": func(*Server) any { return stamp(time.Now().Add(30 * time.Minute)) },
			},
			derived:    computed{"device_group_obj": one("device_group")},
			references: map[string]reference{"connector": {to: connectors, cascades: true}, "device_group": {to: accessGroups}},
			aliases:    map[string]string{"token_uuid": "pk"},
			search:     []string{"name", "connector__name"},
		},
		"/endpoints/agents/psso/ise/": {
			key: "uuid", ownKey: "Apple Independent Secure Enclave with this uuid already exists.",
			references: map[string]reference{"user": {to: users, cascades: true}},
			order:      []string{"uuid"}, search: []string{"user__username"},
		},
		accessGroups: {
			key:     "pbm_uuid",
			unique:  []uniqueness{{field: "name", scope: "access group", message: "Device access group with this name already exists."}},
			aliases: map[string]string{"pbm_uuid": "pk"},
			order:   []string{"name"}, search: []string{"name"},
		},
		devices: {
			key: "device_uuid", derived: computed{"access_group_obj": one("access_group"), "pbm_uuid": policyBinding},
			references: map[string]reference{"access_group": {to: accessGroups}},
			order:      []string{"identifier"}, search: []string{"name", "identifier"},
		},
	}
}
