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
	Summary: "A password stage is a step of a flow in which users enter their password. An identification stage can include it in its own page.",
	API:     kind.Endpoint{Path: "/stages/password/"},
	Model:   "authentik_stages_password.passwordstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "configure_flow", "failed_attempts_before_cancel", "allow_show_password"},
	Deletes: "its bindings to flows, and removes it from identification stages",
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "backends", Type: kind.List,
			Description: "Backends that verify the password, in this order: authentik's own passwords, app passwords, LDAP sources, Kerberos sources. At least one.",
		},
		{
			Name: "configure_flow", Refers: reference.Flow,
			Description: "UUID of the flow in which signed-in users can change their password.",
		},
		{
			Name: "failed_attempts_before_cancel", Default: 5,
			Description: "Number of wrong passwords after which the flow is canceled. It does not lock users out: they can start the flow again.",
		},
		{
			Name: "allow_show_password", Default: false,
			Description: "Whether the input has a button to show the password.",
		},
	}),
}
