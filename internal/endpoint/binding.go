package endpoint

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// DeviceBinding ties a policy, a group or a user to a device or a device access group
// (/api/v3/endpoints/device_bindings/). The model is a subclass of the policy binding's, so
// that the list of those has it too.
var DeviceBinding = kind.Kind{
	Type: "endpoints_device_binding", Plural: "endpoints_device_bindings", Title: "device binding", Family: Family,
	Summary: "A device binding says who may use a device or the devices of a device access group: a user, a group, or anyone whom a policy lets through.",
	Model:   "authentik_endpoints.deviceuserbinding",
	API:     kind.Endpoint{Path: "/endpoints/device_bindings/"},
	Lookups: []kind.Lookup{
		{Fields: []string{"target", "group"}, Narrower: "order"},
		{Fields: []string{"target", "policy"}, Narrower: "order"},
		{Fields: []string{"target", "user"}, Narrower: "order"},
	},
	NamesRepeat: true,
	Filters:     []string{"target", "policy", "group", "user", "order", "enabled"},
	Rules:       []kind.Rule{kind.ExactlyOneOf("policy", "group", "user")},
	Fields: []kind.Field{
		{Name: "pk", Description: "UUID of the binding as the API names it; the same as `id`."},
		{Name: "target", Cascades: true, FilterMayFail: true, Refers: kind.Reference{Title: "device access group or device", Attribute: "id"}, Description: "UUID of what may be used: `id` of a device access group or of a device."},
		{Name: "policy", Cascades: true, Refers: reference.Policy, Description: "UUID of the policy.", Usage: "Exactly one of `policy`, `group` and `user` must be set."},
		{Name: "group", Cascades: true, Refers: reference.Group, Description: "UUID of the group whose members pass."},
		{Name: "user", Cascades: true, Refers: reference.User, Description: "ID of the user who passes."},
		{Name: "order", Description: "Position among the target's bindings; lower numbers are evaluated first."},
		{Name: "negate", Default: false, Description: "Whether the result is inverted, so that those who would pass are refused."},
		{Name: "enabled", Default: true, Description: "Whether the binding is evaluated."},
		{Name: "timeout", Default: 30, Description: "How long the policy may run, in seconds."},
		{Name: "failure_result", Default: false, Description: "Result if the policy fails with an error or times out."},
		{Name: "is_primary", Default: false, Description: "Whether the user is the device's main one."},
		{Name: "expires", Description: "When the server deletes a binding that an access request created."},
		{Name: "expiring", Description: "Whether the binding expires."},
		{Name: "connector", Description: "UUID of the connector that created the binding, null for one that was not."},
	},
	Excluded: map[string]string{
		"policy_obj": "the data source of policies has it", "group_obj": "the data source of groups has it",
		"user_obj": "the data source of users has it", "connector_obj": "the data source of endpoint connectors has it",
	},
}
