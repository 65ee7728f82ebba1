package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

// Deny is the stage that ends a flow (/api/v3/stages/deny/).
var Deny = object.Object{
	Type:    "stage_deny",
	Plural:  "stages_deny",
	Title:   "deny stage",
	Family:  Family,
	Summary: "It is the step of a flow that denies access. Policies bound to its binding decide who comes to it.",
	Path:    "/stages/deny/",
	Model:   "authentik_stages_deny.denystage",
	Lookups: []object.Lookup{object.By("name")},
	Filters: []string{"name", "deny_message"},
	Deletes: itsBindings,
	Attributes: slices.Concat(Base(), []object.Attribute{
		{
			Name: "deny_message", Default: "",
			Description: "Message that users are shown; where it is empty, authentik's own.",
		},
	}),
}
