package endpoint

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// EnrollmentToken lets devices enroll (/api/v3/endpoints/agents/enrollment_tokens/). Its
// key has a request and a permission of its own.
var EnrollmentToken = kind.Kind{
	Type: "endpoints_connector_agent_enrollment_token", Plural: "endpoints_connector_agent_enrollment_tokens", Title: "enrollment token", Family: Family,
	Summary:     "An enrollment token lets devices enroll with an agent connector.",
	Model:       "authentik_endpoints_connectors_agent.enrollmenttoken",
	API:         kind.Endpoint{Path: "/endpoints/agents/enrollment_tokens/", Key: "token_uuid"},
	Lookups:     []kind.Lookup{kind.By("connector", "name")},
	NamesRepeat: true,
	Filters:     []string{"name", "connector"},
	Fields: []kind.Field{
		{Name: "token_uuid", Description: "UUID of the token as the API names it; the same as `id`."},
		{Name: "name", Description: "Name of the token. Several may have the same name."},
		{Name: "connector", Cascades: true, Refers: reference.AgentConnector, Description: "UUID of the agent connector."},
		{Name: "device_access_group", API: "device_group", Refers: reference.DeviceAccessGroup, Description: "UUID of the device access group that enrolled devices join. The API's name of the field is `device_group`."},
		{Name: "expiring", Default: true, Description: "Whether the token expires. authentik deletes expired tokens."},
		{Name: "expires", Computed: true, Description: "When the token expires, by default half an hour after its creation."},
		{
			Name: "key", Secret: true, ReadOnly: true, Hidden: true,
			Reveal:      kind.Reveal{Path: "view_key/", Key: "key", Switch: "retrieve_key", Description: "Key of the token, which devices enroll with."},
			Description: "Key of the token.",
		},
	},
	Excluded: map[string]string{"device_group_obj": "the data source of device access groups has it"},
}

// AccessGroup says who may use devices (/api/v3/endpoints/device_access_groups/). Policy
// bindings refer to it by its key.
var AccessGroup = kind.Kind{
	Type: "endpoints_device_access_group", Plural: "endpoints_device_access_groups", Title: "device access group", Family: Family,
	Summary: "A device access group is a set of devices that the same users may use. Device bindings that target the group say who they are.",
	Model:   "authentik_endpoints.deviceaccessgroup",
	API:     kind.Endpoint{Path: "/endpoints/device_access_groups/", Key: "pbm_uuid"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name"},
	Deletes: "its device bindings",
	Fields: []kind.Field{
		{Name: "pbm_uuid", Description: "UUID of the group as the API names it; the same as `id`."},
		{Name: "name", Description: "Name of the group, unique."},
		{Name: "attributes", NotIncumbent: true, Description: "JSON object with attributes of any kind."},
	},
}

// Device is an enrolled device (/api/v3/endpoints/devices/). Retrieving one returns more
// than the list does. `identifier` filters the list, but no answer has it.
var Device = kind.Kind{
	Type: "endpoints_device", Plural: "endpoints_devices", Title: "device", Family: Family,
	Summary: "A device is a computer that was enrolled with an endpoint connector. It enrolls itself; manage it to put it into a device access group.",
	Model:   "authentik_endpoints.device",
	API:     kind.Endpoint{Path: "/endpoints/devices/", Key: "device_uuid", Adopted: true, ListsDiffer: true},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name"},
	Parameters: []kind.Parameter{
		{Name: "identifier", Type: kind.String, Description: "Only the one with this identifier, such as a serial number."},
	},
	Deletes: "its connections, device bindings and what it reported",
	Fields: []kind.Field{
		{Name: "device_uuid", ReadOnly: true, Description: "UUID of the device as the API names it; the same as `id`."},
		{Name: "pbm_uuid", Stable: true, Description: "UUID by which authentik filters bindings whose target is the device."},
		{Name: "name", Replaces: true, Description: "Name of the device, unique, by which it is found."},
		{Name: "access_group", Refers: reference.DeviceAccessGroup, Description: "UUID of the device access group that the device is in."},
		{Name: "expiring", Default: true, Description: "Whether the device is deleted when `expires` has passed."},
		{Name: "expires", Computed: true, Description: "When the device is deleted, unless it reports before then."},
		{Name: "attributes", Description: "JSON object with attributes of any kind."},
	},
	Excluded: map[string]string{
		"access_group_obj": "the data source of device access groups has it",
		"facts":            "what the device reported last, which changes by itself",
		"connections_obj":  "what the device reported last, which changes by itself",
		"connections":      "a detail of how the device is known",
		"policies":         "the data source of device bindings has them",
	},
}
