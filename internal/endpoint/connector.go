package endpoint

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// AgentConnector is a connector to authentik's own agent
// (/api/v3/endpoints/agents/connectors/).
var AgentConnector = kind.Kind{
	Type: "endpoints_connector_agent", Plural: "endpoints_connectors_agent", Title: "agent connector", Titles: "agent connectors", Family: Family,
	Summary:     "An agent connector manages devices with authentik's agent, which reports about them and signs users in to them.",
	Model:       "authentik_endpoints_connectors_agent.agentconnector",
	API:         kind.Endpoint{Path: "/endpoints/agents/connectors/", Key: "connector_uuid"},
	Lookups:     []kind.Lookup{kind.By("name")},
	NamesRepeat: true,
	Filters:     []string{"name", "enabled"},
	Deletes:     "its enrollment tokens, " + itsDevices,
	Fields: connector(
		kind.Field{Name: "snapshot_expiry", Type: kind.Duration, Default: "hours=24", Description: "How long a device's report remains valid."},
		kind.Field{Name: "auth_session_duration", Type: kind.Duration, Default: "hours=8", Description: "How long a session on a device lasts."},
		kind.Field{Name: "auth_terminate_session_on_expiry", Default: false, Incumbent: true, Description: "Whether the session on the device is ended when it expires."},
		kind.Field{Name: "refresh_interval", Type: kind.Duration, Default: "minutes=30", Description: "How often a device reports."},
		kind.Field{Name: "authorization_flow", Refers: reference.Flow, Description: "UUID of the flow for users who sign in to a device."},
		kind.Field{Name: "nss_uid_offset", Default: 1000, Incumbent: 2000, Description: "First user ID that a Linux device assigns to authentik's users."},
		kind.Field{Name: "nss_gid_offset", Default: 1000, Incumbent: 4000, Description: "First group ID that a Linux device assigns to authentik's groups."},
		kind.Field{Name: "challenge_key", Cascades: true, Refers: reference.Certificate, Description: "UUID of the certificate-key pair that signs challenges to devices. Deleting the pair deletes the connector."},
		kind.Field{Name: "challenge_idle_timeout", Type: kind.Duration, Default: "seconds=5", Incumbent: "seconds=3", Description: "How long a device has to answer a challenge."},
		kind.Field{Name: "challenge_trigger_check_in", Default: false, Incumbent: true, Description: "Whether a challenge makes the device send a report."},
		kind.Field{Name: "jwt_federation_providers", Refers: reference.OAuth2Provider, Description: "IDs of OAuth2 providers whose tokens users may sign in to a device with."},
	),
}

// FleetConnector is a connector to Fleet (/api/v3/endpoints/fleet/connectors/).
var FleetConnector = kind.Kind{
	Type: "endpoints_fleet_connector", Plural: "endpoints_fleet_connectors", Title: "Fleet connector", Family: Family,
	Summary:     "A Fleet connector reads devices from a Fleet server, every 15 minutes and whenever the connector is saved.",
	Model:       "authentik_endpoints_connectors_fleet.fleetconnector",
	API:         kind.Endpoint{Path: "/endpoints/fleet/connectors/", Key: "connector_uuid"},
	Lookups:     []kind.Lookup{kind.By("name")},
	NamesRepeat: true,
	Filters:     []string{"name", "enabled"},
	Enterprise:  true,
	Deletes:     itsDevices,
	Fields: connector(
		kind.Field{Name: "url", Description: "URL of the Fleet server."},
		kind.Field{Name: "token", Secret: true, Description: "API token of the Fleet server."},
		kind.Field{Name: "headers_mapping", Refers: reference.NotificationMapping, Description: "UUID of the webhook mapping that adds headers to requests."},
		kind.Field{Name: "map_users", Default: true, Description: "Whether devices are bound to the users that Fleet assigns to them."},
		kind.Field{Name: "map_teams_access_group", Default: false, Description: "Whether a device joins the device access group named after its team in Fleet."},
	),
}

// GoogleChromeConnector is a connector to Chrome Enterprise
// (/api/v3/endpoints/google_chrome/connectors/).
var GoogleChromeConnector = kind.Kind{
	Type: "endpoints_google_chrome_connector", Plural: "endpoints_google_chrome_connectors", Title: "Google Chrome connector", Family: Family,
	Summary:     "A Google Chrome connector verifies devices by the device trust connector of Chrome Enterprise.",
	Model:       "authentik_endpoints_connectors_google_chrome.googlechromeconnector",
	API:         kind.Endpoint{Path: "/endpoints/google_chrome/connectors/", Key: "connector_uuid"},
	Lookups:     []kind.Lookup{kind.By("name")},
	NamesRepeat: true,
	Filters:     []string{"name", "enabled"},
	Enterprise:  true,
	Deletes:     itsDevices,
	Fields: connector(
		kind.Field{Name: "credentials", Secret: true, Description: "Content of the key file of the Google service account, JSON.", Usage: "Use `file()` to read it."},
		kind.Field{Name: "chrome_url", Exposed: true, Description: "URL to enter in the Google Admin console."},
	),
}
