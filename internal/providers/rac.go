package providers

import (
	"net/url"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// RAC is a provider for remote access (/api/v3/providers/rac/), which authentik has since
// 2024.2 and without a license since 2025.2.
var RAC = kind.Kind{
	Type: "provider_rac", Plural: "providers_rac", Title: "RAC provider", Family: Family,
	Summary: "A RAC provider gives users access to computers by RDP, VNC or SSH in the browser (remote access control). Its endpoints are these computers. It does nothing until an outpost of the type `rac` has it.",
	Model:   "authentik_providers_rac.racprovider",
	API:     kind.Endpoint{Path: "/providers/rac/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name"},
	Deletes: "its endpoints",
	Fields: slices.Concat(base(), signIn()[:2], runsOn(), []kind.Field{
		mappings("UUIDs of RAC property mappings, which set parameters of the connection."),
		{Name: "settings", Confidential: true, Description: "Parameters of Guacamole for every connection, an object whose values are strings. They may contain passwords."},
		{Name: "connection_expiry", Type: kind.Duration, Default: "hours=8", Incumbent: "seconds=0", Description: "How long a session may last; `seconds=0` means no limit."},
		{Name: "delete_token_on_disconnect", Default: false, NotIncumbent: true, Description: "Whether an interrupted session cannot be resumed."},
	}),
}

// RACEndpoint is a computer that a RAC provider gives access to (/api/v3/rac/endpoints/).
//
// Without `superuser_full_list` the list has what the token's user may use, on every page
// all of it (providers/rac/api/endpoints.py).
var RACEndpoint = kind.Kind{
	Type: "rac_endpoint", Plural: "rac_endpoints", Title: "RAC endpoint", Family: Family,
	Summary: "A RAC endpoint is a computer that a RAC provider gives access to. Policies, groups and users bound to it say who may use it.",
	Model:   "authentik_providers_rac.endpoint",
	API:     kind.Endpoint{Path: "/rac/endpoints/", ListsDiffer: true, Uncounted: true, Query: url.Values{"superuser_full_list": {"true"}}},
	Lookups: []kind.Lookup{{Fields: []string{"name"}, Narrower: "protocol_provider"}},
	Filters: []string{"name", "protocol_provider"}, NamesRepeat: true,
	Deletes: "its policy bindings",
	Rules:   []kind.Rule{nobodyConnects},
	Fields: []kind.Field{
		{Name: "pk", Description: "UUID of the endpoint as the API names it; the same as `id`."},
		{Name: "name", Description: "Name that users see. Names need not be unique."},
		{Name: "protocol_provider", API: "provider", Cascades: true, Refers: reference.RACProvider, Description: "ID of the RAC provider. The API's name of the field is `provider`, which Terraform reserves."},
		{Name: "protocol", Description: "Protocol of the connection."},
		{Name: "host", Description: "Host name or address, with the port if it is not the protocol's default: `server.example.com:3390`."},
		{Name: "auth_mode", Optional: true, Default: "prompt", NotIncumbent: true, Description: "Whether users are asked for credentials (`prompt`) or `settings` have them (`static`). authentik stores it and does not use it."},
		{Name: "maximum_connections", Default: 1, Incumbent: 0, Description: "How many users may be connected at the same time; `-1` means no limit, and `0` lets nobody in."},
		{Name: "settings", Confidential: true, Description: "Parameters of Guacamole for the connection, an object whose values are strings, such as `username`. They may contain passwords."},
		mappings("UUIDs of RAC property mappings, which set parameters of the connection."),
		{Name: "launch_url", Description: "URL that opens the connection, for the token's user."},
	},
	Excluded: map[string]string{
		"provider_obj": "the data source of RAC providers has it",
	},
}

// nobodyConnects warns of an endpoint that nobody can use (providers/rac/views.py).
func nobodyConnects(arguments kind.Arguments) []kind.Finding {
	if most, known := arguments.Int("maximum_connections"); !known || most != 0 || arguments.IsUnset("maximum_connections") {
		return nil
	}
	return []kind.Finding{{
		Attribute: "maximum_connections", Warning: true, Summary: "Nobody can connect",
		Detail: "With 0 connections authentik refuses every one. Use -1 for any number.",
	}}
}
