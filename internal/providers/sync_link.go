package providers

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// links are the kinds that say which object of another system a user or a group is
// (/api/v3/providers/scim_users/ and the like). They can be created and deleted only.
func links() []*kind.Kind {
	var kinds []*kind.Kind
	for _, at := range []system{
		{"scim", "SCIM", "authentik_providers_scim.scimprovider", "scim_id", reference.SCIMProvider},
		{"google_workspace", "Google Workspace", "authentik_providers_google_workspace.googleworkspaceprovider", "google_id", reference.GoogleWorkspaceProvider},
		{"microsoft_entra", "Microsoft Entra", "authentik_providers_microsoft_entra.microsoftentraprovider", "microsoft_id", reference.MicrosoftEntraProvider},
	} {
		kinds = append(kinds,
			link(at, kind.Field{Name: "user", Filter: "user__id", Refers: reference.User}, kind.Parameter{Name: "username", API: "user__username"}),
			link(at, kind.Field{Name: "group", Filter: "group__group_uuid", Refers: reference.Group}, kind.Parameter{Name: "group_name", API: "group__name"}),
		)
	}
	return kinds
}

// system is what a type of providers synchronizes with. model begins the models' names,
// and id is the field with the ID there.
type system struct {
	name, title, model, id string
	provider               kind.Reference
}

// link describes one kind.
func link(at system, who kind.Field, named kind.Parameter) *kind.Kind {
	of := who.Name
	who.Cascades, who.Description = true, "ID of the "+of+" in authentik."
	named.Type, named.Description = kind.String, "Only those of the "+of+" with this name."
	return &kind.Kind{
		Type: "provider_" + at.name + "_" + of, Plural: "provider_" + at.name + "_" + of + "s", Title: at.title + " provider " + of, Family: Family,
		Summary:    "A " + at.title + " provider " + of + " says which " + of + " of the other system a " + of + " of authentik is, so that the first synchronization does not create a second one. The synchronization itself creates and deletes such objects too.",
		Model:      at.model + of,
		API:        kind.Endpoint{Path: "/providers/" + at.name + "_" + of + "s/", Key: "id", Immutable: true},
		Lookups:    []kind.Lookup{kind.By("protocol_provider", of, at.id), kind.By("protocol_provider", of)},
		Filters:    []string{"protocol_provider", of, at.id},
		Parameters: []kind.Parameter{named},
		Fields: []kind.Field{
			{Name: "pk", API: "id", ReadOnly: true, Description: "ID of the object as the API names it; the same as `id`."},
			{Name: "protocol_provider", API: "provider", Filter: "provider__id", Cascades: true, Refers: at.provider, Description: "ID of the " + at.title + " provider. The API's name of the field is `provider`, which Terraform reserves."},
			who,
			{Name: at.id, Description: "ID of the " + of + " in the other system."},
			{Name: "attributes", Description: "What the other system last said about the " + of + "."},
		},
		Excluded: map[string]string{of + "_obj": "the data source of " + of + "s has it"},
	}
}
