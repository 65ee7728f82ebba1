package stage

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// UserDelete is the stage that deletes the user (/api/v3/stages/user_delete/).
var UserDelete = kind.Kind{
	Type:    "stage_user_delete",
	Plural:  "stages_user_delete",
	Title:   "user delete stage",
	Family:  Family,
	Summary: "A user delete stage is a step of a flow that deletes the user without confirmation. An earlier step should ask for one.",
	API:     kind.Endpoint{Path: "/stages/user_delete/"},
	Model:   "authentik_stages_user_delete.userdeletestage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name"},
	Deletes: itsBindings,
	Fields:  Base(),
}
