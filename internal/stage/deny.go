package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Deny is the stage that ends a flow (/api/v3/stages/deny/).
var Deny = kind.Kind{
	Type:    "stage_deny",
	Plural:  "stages_deny",
	Title:   "deny stage",
	Family:  Family,
	Summary: "A deny stage is a step of a flow that denies access. Policies that are bound to its stage binding decide for whom.",
	API:     kind.Endpoint{Path: "/stages/deny/"},
	Model:   "authentik_stages_deny.denystage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "deny_message"},
	Deletes: itsBindings,
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name:        "deny_message",
			Description: "Message that users see; if empty, authentik's own.",
		},
	}),
}
