package stage

import "github.com/authentik-iac/terraform-provider-authentik/internal/object"

// UserDelete is the stage that deletes the user (/api/v3/stages/user_delete/).
var UserDelete = object.Object{
	Type:       "stage_user_delete",
	Plural:     "stages_user_delete",
	Title:      "user delete stage",
	Family:     Family,
	Summary:    "It is the step of a flow that deletes the user who goes through it, without asking. A step before it should ask.",
	Path:       "/stages/user_delete/",
	Model:      "authentik_stages_user_delete.userdeletestage",
	Lookups:    []object.Lookup{object.By("name")},
	Filters:    []string{"name"},
	Deletes:    itsBindings,
	Attributes: Base(),
}
