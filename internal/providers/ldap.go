package providers

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// LDAP is an LDAP provider (/api/v3/providers/ldap/).
var LDAP = kind.Kind{
	Type: "provider_ldap", Plural: "providers_ldap", Title: "LDAP provider", Article: "an", Family: Family,
	Summary: "An LDAP provider lets programs sign users in by LDAP, and search for users and groups. It does nothing until an outpost of the type `ldap` has it. Since authentik 2024.8, searching the whole directory needs the permission `authentik_providers_ldap.search_full_directory` on the provider.",
	Model:   "authentik_providers_ldap.ldapprovider",
	API:     kind.Endpoint{Path: "/providers/ldap/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "base_dn"},
	Fields: slices.Concat(base(), bindFlows(), runsOn(), []kind.Field{
		{Name: "property_mappings", NotIncumbent: true, Refers: reference.PropertyMapping, Description: "UUIDs of property mappings. authentik stores them and does not use them."},
		{Name: "base_dn", Default: "DC=ldap,DC=goauthentik,DC=io", Description: "Distinguished name below which users and groups are found."},
		{Name: "certificate", Refers: reference.Certificate, Description: "UUID of the certificate-key pair for LDAPS and StartTLS. If not set, the outpost generates one."},
		{Name: "tls_server_name", Description: "Server name for which the outpost uses `certificate`."},
		{Name: "uid_start_number", Default: 2000, Description: "Number added to a user's ID to form the POSIX `uidNumber`. The result must not overlap with the host's own users."},
		{Name: "gid_start_number", Default: 4000, Description: "Number added to one derived from the group's UUID to form the POSIX `gidNumber`."},
		{Name: "search_mode", Default: "direct", Description: "Whether a search asks authentik (`direct`) or the outpost's memory (`cached`), which is refreshed every five minutes."},
		{Name: "bind_mode", Default: "direct", Description: "Whether every bind runs the flow (`direct`), or a correct password is remembered for as long as the session lasts (`cached`)."},
		{Name: "mfa_support", Default: true, Description: "Whether users append a code to the password, after a semicolon, where the flow asks for one."},
	}),
	Excluded: map[string]string{
		"search_group": "the permission `search_full_directory` has replaced it in authentik 2024.8",
	},
}

// bindFlows are the flows under goauthentik/authentik's names.
func bindFlows() []kind.Field {
	return []kind.Field{
		{Name: "authentication_flow", NotIncumbent: true, Refers: reference.Flow, Description: "UUID of the flow that signs users in where a browser is involved. LDAP itself does not use it."},
		{Name: "bind_flow", API: "authorization_flow", Cascades: true, Refers: reference.Flow, Description: "UUID of the flow that a bind runs through; its stages must work without a browser. The API's name of the field is `authorization_flow`."},
		{Name: "unbind_flow", API: "invalidation_flow", Refers: reference.Flow, Description: "UUID of the flow that an unbind runs through. The API's name of the field is `invalidation_flow`."},
	}
}
