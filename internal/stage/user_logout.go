package stage

import "github.com/authentik-iac/terraform-provider-authentik/internal/object"

// UserLogout is the stage that ends a session (/api/v3/stages/user_logout/).
var UserLogout = object.Object{
	Type:       "stage_user_logout",
	Plural:     "stages_user_logout",
	Title:      "user logout stage",
	Family:     Family,
	Summary:    "It is the step of a flow that signs the user out.",
	Path:       "/stages/user_logout/",
	Model:      "authentik_stages_user_logout.userlogoutstage",
	Lookups:    []object.Lookup{object.By("name")},
	Filters:    []string{"name"},
	Deletes:    itsBindings,
	Attributes: Base(),
}
