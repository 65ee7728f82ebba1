package rbac

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// Permission is something that a role can be allowed (/api/v3/rbac/permissions/). The
// server has them from its models; nobody creates them.
var Permission = kind.Kind{
	Type: "rbac_permission", Plural: "rbac_permissions", Title: "permission", Family: directory,
	Summary: "A permission allows one thing with one kind of object, such as `view_user`. Codenames can be ambiguous: add `app` and `model` then. The ID differs between servers and releases.",
	Model:   "auth.permission",
	API:     kind.Endpoint{Path: "/rbac/permissions/", Key: "id"},
	Lookups: []kind.Lookup{{Fields: []string{"codename"}, Narrower: "app"}, kind.By("codename", "app", "model")},
	Selects: []string{"codename", "app", "model"},
	Filters: []string{"codename", "app", "model"},
	Parameters: []kind.Parameter{
		{Name: "role", Type: kind.UUID, Description: "Only those that the role with this UUID has on all objects."},
	},
	ReadOnly: true,
	Fields: []kind.Field{
		{Name: "pk", API: "id", Description: "Number of the permission; the same as `id`."},
		{Name: "codename", Description: "Name of the permission within its app, such as `view_user`."},
		{Name: "app", API: "app_label", Filter: "content_type__app_label", Description: "Name of the part of authentik, such as `authentik_core`; `<app>.<codename>` is the full name of the permission."},
		{Name: "model", Filter: "content_type__model", Description: "Name of the kind of object, such as `user`."},
		{Name: "name", Description: "Description for people."},
		{Name: "app_label_verbose", Description: "Name of the part of authentik for people."},
		{Name: "model_verbose", Description: "Name of the kind of object for people."},
	},
}
