package core

import (
	"encoding/json"
	"net/url"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// User is a person or a service account (/api/v3/core/users/). PUT would take a user out
// of all groups; updates are PATCH and leave memberships alone that are not configured.
var User = kind.Kind{
	Type: "user", Plural: "users", Title: "user", Family: directory,
	Summary: "A user is a person, or a service account, that can sign in or has API tokens.",
	Model:   "authentik_core.user",
	API:     kind.Endpoint{Path: "/core/users/", Query: url.Values{"include_groups": {"false"}, "include_roles": {"false"}}},
	Lookups: []kind.Lookup{kind.By("username"), kind.By("uuid"), kind.By("email"), kind.By("pk")}, ResultAlias: "users",
	Filters: []string{"username", "name", "email", "path", "type", "is_active", "is_superuser", "uuid"},
	Parameters: []kind.Parameter{
		{Name: "groups_by_name", Type: kind.Set, Of: kind.String, Description: "Only members of one of the groups with these names. Every group must exist."},
		{Name: "groups_by_pk", Type: kind.Set, Of: kind.UUID, Description: "Only members of one of the groups with these UUIDs. Every group must exist."},
		{Name: "roles_by_name", Type: kind.Set, Of: kind.String, Description: "Only users with one of the roles with these names. Every role must exist."},
		{Name: "roles_by_pk", Type: kind.Set, Of: kind.UUID, Description: "Only users with one of the roles with these UUIDs. Every role must exist."},
		{Name: "path_startswith", Type: kind.String, Description: "Only those whose `path` begins with this string."},
		{Name: "attributes", Type: kind.JSON, Description: "Only those whose `attributes` contain this JSON object."},
		{Name: "last_login_before", API: "last_login__lt", Type: kind.Time, Description: "Only those whose last sign-in was before this point in time."},
		{Name: "never_logged_in", API: "last_login__isnull", Type: kind.Bool, Description: "Only those that never signed in if true, only those that did if false."},
	},
	Deletes: "its tokens, sessions, authenticators, consents and policy bindings",
	Unmanaged: &kind.Unmanaged{
		Is:  func(answer map[string]json.RawMessage) bool { return string(answer["type"]) == `"`+serverMade+`"` },
		Are: "users of the type `" + serverMade + "`, which authentik makes for outposts and sources and which nobody can change",
	},
	Fields: []kind.Field{
		{Name: "pk", Description: "Number of the user; the same as `id`."},
		{Name: "username", Description: "Name to sign in with, unique and case-sensitive."},
		{Name: "name", Optional: true, Description: "Full name, as other users see it."},
		{Name: "type", Default: "internal", Check: writableType, Description: "Type of the user: `internal` for members of the organization, `external` for others, `service_account` for programs. authentik makes users of the type `internal_service_account` itself, which cannot be changed."},
		{Name: "is_active", Default: true, Description: "Whether the user can sign in. Setting it to `false` ends the user's sessions."},
		{Name: "email", Description: "Email address. authentik does not require it to be unique."},
		{Name: "path", Default: "users", Check: userPath, Description: "Folder in which the user is shown, such as `users/sales`, without slashes at either end."},
		{Name: "groups", IfConfigured: true, Refers: reference.Group, Description: "UUIDs of the groups that the user is a member of.", Usage: "The list is complete: the user is removed from other groups. Use `authentik_group_membership` for single ones. Conflicts with managing `users` of `authentik_group`."},
		{Name: "roles", IfConfigured: true, Refers: reference.Role, Description: "UUIDs of the roles that the user has beside those of its groups.", Usage: "The list is complete: other roles are removed. Use `authentik_rbac_role_membership` for single ones."},
		attributes("user"),
		{
			Name: "password", Secret: true, Check: notEmpty, Via: kind.Action{Path: "set_password/", Key: "password"},
			Description: "Password. It is set once the user is created, and again whenever it changes here. Terraform does not see a password that the user sets later, and removing the argument leaves the password as it is. Needs the permission `authentik_core.reset_user_password`.",
		},
		{Name: "uid", Stable: true, Description: "Hash that identifies the user to applications, as `sub` for example."},
		{Name: "uuid", Stable: true, Description: "UUID of the user, by which lifecycle rules refer to reviewers."},
		{Name: "is_superuser", Description: "Whether one of the user's groups has all permissions."},
		{Name: "last_login", ReadOnly: true, Description: "When the user last signed in; null for never."},
		{Name: "date_joined", Description: "When the user was created."},
		{Name: "password_change_date", Description: "When the password was last changed."},
		{Name: "last_updated", Description: "When the user was last changed."},
	},
	Excluded: map[string]string{
		"avatar": "a picture of kilobytes", "last_login": "the server sets it", "groups_obj": "the groups in full", "roles_obj": "the roles in full",
	},
}

// serverMade is the type of the users that authentik makes for itself.
const serverMade = "internal_service_account"

// writableType refuses the type that only the server gives.
func writableType(set string) string {
	if set == serverMade {
		return "authentik refuses to create or change users of this type, which it makes for outposts and sources itself. For a new user, use `service_account`. An existing one cannot be managed: remove it from the configuration."
	}
	return ""
}

// userPath is the server's rule for folders.
func userPath(set string) string {
	switch {
	case strings.HasPrefix(set, "/"), strings.HasSuffix(set, "/"):
		return "A path has no slash at either end, as in `users/sales`."
	case strings.Contains(set, "//"):
		return "A path has no empty folder, as in `users/sales`."
	}
	return ""
}
