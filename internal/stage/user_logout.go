package stage

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// UserLogout is the stage that ends a session (/api/v3/stages/user_logout/).
var UserLogout = kind.Kind{
	Type:    "stage_user_logout",
	Plural:  "stages_user_logout",
	Title:   "user logout stage",
	Family:  Family,
	Summary: "A user logout stage is a step of a flow that signs the user out.",
	API:     kind.Endpoint{Path: "/stages/user_logout/"},
	Model:   "authentik_stages_user_logout.userlogoutstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name"},
	Deletes: itsBindings,
	Fields:  Base(),
}
