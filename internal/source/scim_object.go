package source

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// SCIMUser is what a SCIM source knows a user as (/api/v3/sources/scim_users/).
var SCIMUser = scimObject("user", "authentik_sources_scim.scimsourceuser", kind.Field{Refers: reference.User}, kind.Parameter{Name: "username", API: "user__username"})

// SCIMGroup is what a SCIM source knows a group as (/api/v3/sources/scim_groups/).
var SCIMGroup = scimObject("group", "authentik_sources_scim.scimsourcegroup", kind.Field{Refers: reference.Group}, kind.Parameter{Name: "group_name", API: "group__name"})

// scimObject describes the two. Up to 2025.6 the external ID is the primary key, which the
// server cannot change.
func scimObject(of, model string, who kind.Field, named kind.Parameter) kind.Kind {
	who.Name, who.Cascades, who.Description = of, true, "ID of the "+of+"."
	named.Type, named.Description = kind.String, "Only those of the "+of+" with this name."
	return kind.Kind{
		Type: "source_scim_" + of, Plural: "source_scim_" + of + "s", Title: "SCIM source " + of, Family: Family,
		Summary: "A SCIM source " + of + " says which " + of + " an object of the other system is. The other system's first synchronization creates it; manage it to tie it to a " + of + " that is there already.",
		Model:   model,
		API:     kind.Endpoint{Path: "/sources/scim_" + of + "s/", Key: "id"},
		Lookups: []kind.Lookup{kind.By("source", "external_id"), kind.By("source", of)},
		Filters: []string{"source", "external_id", of},
		Parameters: []kind.Parameter{
			{Name: "source_slug", API: "source__slug", Type: kind.String, Description: "Only those of the source with this slug."}, named,
		},
		Fields: []kind.Field{
			{Name: "pk", API: "id", ReadOnly: true, Description: "ID of the object as the API names it; the same as `id`."},
			{Name: "external_id", Formerly: []string{"id"}, Replaces: true, Description: "ID that the other system gives the " + of + "."},
			{Name: "source", Cascades: true, Refers: reference.SCIMSource, Description: "UUID of the SCIM source."},
			who,
			{Name: "attributes", Superset: true, Description: "What the other system sent about the " + of + ". Each synchronization replaces it."},
		},
		Excluded: map[string]string{of + "_obj": "the data source of " + of + "s has it"},
	}
}
