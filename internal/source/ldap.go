package source

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// LDAP is an LDAP source (/api/v3/sources/ldap/). The server starts a synchronization with
// each write.
var LDAP = kind.Kind{
	Type: "source_ldap", Plural: "sources_ldap", Title: "LDAP source", Article: "an", Family: Family,
	Summary: "An LDAP source synchronizes users and groups from a directory, such as Active Directory or FreeIPA, and lets them sign in with their passwords there. The server synchronizes after each change of the source.",
	Model:   "authentik_sources_ldap.ldapsource",
	API:     endpoint("/sources/ldap/"),
	Lookups: lookups(),
	Filters: []string{"name", "slug", "enabled", "server_uri", "base_dn"},
	Deletes: deletes,
	Rules:   []kind.Rule{needsMappings("sync_users", "property_mappings"), needsMappings("sync_groups", "property_mappings_group")},
	Fields: slices.Concat(identity(), mappings(false, "property_mappings", "property_mappings_group"), signIn("promoted", "authentication_flow", "enrollment_flow", "policy_engine_mode", "user_matching_mode"), []kind.Field{
		{Name: "server_uri", Description: "URI of the server, such as `ldaps://dc.example.com`, or several, separated by commas."},
		{Name: "start_tls", Default: false, Incumbent: true, Description: "Whether connections to `ldap://` are encrypted by StartTLS."},
		{Name: "sni", Default: false, Description: "Whether the server's name is sent in the TLS handshake (SNI)."},
		{Name: "peer_certificate", NotIncumbent: true, Refers: reference.Certificate, Description: "UUID of the certificate, or chain, that verifies the server. If not set, the server's certificate is not verified."},
		{Name: "client_certificate", NotIncumbent: true, Refers: reference.Certificate, Description: "UUID of the certificate-key pair with which authentik authenticates."},
		{Name: "bind_cn", Description: "Distinguished name that authentik binds as. If empty, it binds anonymously."},
		{Name: "bind_password", Secret: true, Description: "Password of `bind_cn`."},
		{Name: "base_dn", Description: "Distinguished name below which everything is searched."},
		{Name: "additional_user_dn", Description: "Relative distinguished name, prepended to `base_dn`, below which users are searched."},
		{Name: "additional_group_dn", Description: "Relative distinguished name, prepended to `base_dn`, below which groups are searched."},
		{Name: "user_object_filter", Default: "(objectClass=person)", Description: "Filter that finds users."},
		{Name: "group_object_filter", Default: "(objectClass=group)", Description: "Filter that finds groups."},
		{Name: "group_membership_field", Default: "member", Description: "Attribute of a group, or with `lookup_groups_from_user` of a user, that holds the memberships."},
		{Name: "user_membership_attribute", Default: "distinguishedName", Description: "Attribute of a user that `group_membership_field` holds."},
		{Name: "object_uniqueness_field", Default: "objectSid", Description: "Attribute that identifies users and groups, also after they are renamed."},
		{Name: "lookup_groups_from_user", Default: false, Incumbent: true, Description: "Whether memberships are read from the user instead of from the group."},
		{Name: "sync_users", Default: true, Description: "Whether users are synchronized. That needs `property_mappings`."},
		{Name: "sync_users_password", Default: true, Description: "Whether a password that a user changes in authentik is written to the directory. Only one source may do this."},
		{Name: "password_login_update_internal_password", Default: false, Description: "Whether authentik keeps the hash of the password when a user signs in, so that it works without the directory."},
		{Name: "sync_groups", Default: true, Description: "Whether groups are synchronized. That needs `property_mappings_group`."},
		{Name: "sync_group_hierarchy", Default: false, NotIncumbent: true, Description: "Whether groups become children of the groups that they are members of."},
		{Name: "sync_parent_group", Refers: reference.Group, Description: "UUID of the group that synchronized groups become children of."},
		{Name: "delete_not_found_objects", Default: false, Description: "Whether users and groups that are no longer in the directory are deleted."},
		outgoing(),
		{Name: "connectivity", Description: "Result of the last connection to each server, from a cache."},
	}),
	Excluded: map[string]string{"icon_themed_urls": themed},
	Upgrade:  withoutDefaultIcon,
}

// outgoing is when changes of a synchronization go on to other systems.
func outgoing() kind.Field {
	return kind.Field{Name: "sync_outgoing_trigger_mode", Default: "deferred_end", Description: "When outgoing providers synchronize what this source changed: never (`none`), with each object (`immediate`) or at the end (`deferred_end`)."}
}

// needsMappings is what the server checks since 2024.8 (sources/ldap/api/sources.py), though
// not where a request leaves the flag to its default.
func needsMappings(flag, mappings string) kind.Rule {
	return func(arguments kind.Arguments) []kind.Finding {
		if set, known := arguments.Bool(flag); !known || !set || !arguments.IsEmpty(mappings) {
			return nil
		}
		return []kind.Finding{{Attribute: mappings, Stored: true, Summary: "Missing property mappings", Detail: "If `" + flag + "` is true, which is its default, `" + mappings + "` must have at least one property mapping."}}
	}
}
