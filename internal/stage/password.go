package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Password is the stage in which users enter their password (/api/v3/stages/password/).
// The backends are tried in their order.
var Password = kind.Kind{
	Type:    "stage_password",
	Plural:  "stages_password",
	Title:   "password stage",
	Family:  Family,
	Summary: "A password stage is the step of a flow in which users enter their password. An identification stage can show its input on its own page instead.",
	API:     kind.Endpoint{Path: "/stages/password/"},
	Model:   "authentik_stages_password.passwordstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "configure_flow", "failed_attempts_before_cancel", "allow_show_password"},
	Deletes: "its bindings to flows, and its place in identification stages,",
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "backends", Type: kind.List,
			Description: "What the password is compared with, in the order in which it is tried: authentik's own password, an app password of the user, the LDAP source, the Kerberos source (since authentik 2024.10). At least one.",
		},
		{
			Name: "configure_flow", Refers: reference.Flow,
			Description: "UUID of the flow in which signed-in users can change their password by themselves.",
		},
		{
			Name: "failed_attempts_before_cancel", Default: 5,
			Description: "How often a user may enter a wrong password before the flow ends. That locks nobody out: the flow can be begun anew.",
		},
		{
			Name: "allow_show_password", Default: false,
			Description: "Whether the input has a button that shows the password.",
		},
	}),
}
