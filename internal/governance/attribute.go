package governance

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// ObjectAttribute defines an attribute (/api/v3/core/object_attributes/). The server
// enforces it with every later write of such an object.
var ObjectAttribute = kind.Kind{
	Type: "object_attribute", Plural: "object_attributes", Title: "object attribute", Family: Family,
	Summary:     "An object attribute defines a key of the `attributes` of users, groups or other objects: its type, and what values it may have. authentik enforces that with every later change of such an object.",
	Model:       "authentik_core.objectattribute",
	API:         kind.Endpoint{Path: "/core/object_attributes/"},
	Lookups:     []kind.Lookup{kind.By("object_type", "key")},
	NamesRepeat: true,
	Filters:     []string{"object_type", "key", "enabled", "type", "group"},
	Parameters: []kind.Parameter{
		{Name: "app_label", API: "object_type__app_label", Type: kind.String, Description: "Only those of this app's objects, such as `authentik_core`."},
		{Name: "model", API: "object_type__model", Type: kind.String, Description: "Only those of this model's objects, such as `user`."},
	},
	Fields: []kind.Field{
		{Name: "pk", Description: "UUID of the attribute as the API names it; the same as `id`."},
		{Name: "object_type", Description: "Type of the objects that have the attribute, `app.model`, such as `authentik_core.user`."},
		{Name: "key", Description: "Key in the objects' `attributes`."},
		{Name: "label", Description: "Name that users see."},
		{Name: "type", Description: "Type of the values."},
		{Name: "group", Description: "Heading under which authentik shows the attribute."},
		{Name: "regex", Description: "Regular expression that a string must match."},
		{Name: "enabled", Default: true, Description: "Whether the attribute is enforced."},
		{Name: "is_required", Default: false, Description: "Whether every object must have the attribute."},
		{Name: "is_unique", Default: false, Description: "Whether no two objects may have the same value."},
		{Name: "managed", Description: "Name under which a program manages the attribute. If set, it is unique."},
		{Name: "created", Description: "When the attribute was created."},
		{Name: "last_updated", Description: "When the attribute was changed last."},
	},
	Excluded: map[string]string{"object_type_obj": "a detail of `object_type`"},
}
