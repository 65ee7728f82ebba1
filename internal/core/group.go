package core

import (
	"net/url"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Group is a group of users (/api/v3/core/groups/). Names repeat up to 2024.4.
var Group = kind.Kind{
	Type: "group", Plural: "groups", Title: "group", Family: directory,
	Summary: "A group holds users. Its members, and those of its child groups, get the access that policy bindings and roles give the group.",
	Model:   "authentik_core.group",
	API:     kind.Endpoint{Path: "/core/groups/", Query: url.Values{"include_users": {"false"}}},
	Lookups: []kind.Lookup{kind.By("name"), kind.By("pk")}, ResultAlias: "groups",
	Filters: []string{"name", "is_superuser"},
	Parameters: []kind.Parameter{
		{Name: "members_by_pk", Type: kind.Set, Of: kind.Int, Description: "Only those with one of the users with these IDs as a member."},
		{Name: "members_by_username", Type: kind.Set, Of: kind.String, Description: "Only those with one of the users with these usernames as a member."},
		{Name: "attributes", Type: kind.JSON, Description: "Only those whose `attributes` contain this JSON object."},
	},
	Deletes: "its policy bindings, and takes its members out of it",
	Fields: []kind.Field{
		{Name: "pk", Description: "UUID of the group as the API names it; the same as `id`."},
		{Name: "name", Description: "Name of the group, unique since authentik 2024.6."},
		{Name: "is_superuser", Default: false, Description: "Whether members have all permissions.", Usage: "A change needs the permission `authentik_core.enable_group_superuser` or `authentik_core.disable_group_superuser`."},
		{Name: "parents", Formerly: []string{"parent"}, Refers: reference.Group, Optional: true, Description: "UUIDs of the parent groups; at most one up to authentik 2025.10."},
		{Name: "users", IfConfigured: true, Refers: reference.User, Description: "IDs of the members.", Usage: "The list is complete: other members are removed. Use `authentik_group_membership` to add single members. Conflicts with managing `groups` of `authentik_user`."},
		{Name: "roles", IfConfigured: true, Refers: reference.Role, Description: "UUIDs of the roles whose permissions the members get.", Usage: "The list is complete: other roles are removed."},
		attributes("group"),
		{Name: "parent_name", Description: "Name of the parent; the API has it up to authentik 2025.10."},
		{
			Name: "users_obj", Include: kind.Include{Parameter: "include_users", Incumbent: true}, Description: "The members.",
			Fields: []kind.Field{
				{Name: "pk", Description: "Number of the user."},
				{Name: "username", Description: "Name to sign in with."},
				{Name: "name", Description: "Full name."},
				{Name: "email", Description: "Email address."},
				{Name: "is_active", Description: "Whether the user can sign in."},
				{Name: "last_login", Description: "When the user last signed in; null for never."},
				{Name: "attributes", Description: "Custom attributes, as JSON."},
				{Name: "uid", Description: "Hash that identifies the user to applications."},
			},
		},
		{Name: "num_pk", Description: "Number by which LDAP and other protocols know the group, derived from its UUID."},
	},
	Excluded: map[string]string{
		"users_obj[].avatar": "a picture of kilobytes", "roles_obj": "the roles in full", "parents_obj": "the parents in full",
		"children": "set by the children", "children_obj": "set by the children", "inherited_roles_obj": "set by the parents",
	},
}
