package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Dummy is the stage that does nothing (/api/v3/stages/dummy/).
var Dummy = kind.Kind{
	Type:    "stage_dummy",
	Plural:  "stages_dummy",
	Title:   "dummy stage",
	Family:  Family,
	Summary: "A dummy stage is a step of a flow that only shows a page with a button to continue. It is for testing flows.",
	API:     kind.Endpoint{Path: "/stages/dummy/"},
	Model:   "authentik_stages_dummy.dummystage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "throw_error"},
	Deletes: itsBindings,
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "throw_error", Default: false, NotIncumbent: true,
			Description: "Whether the stage raises an error instead, to test how errors are shown.",
		},
	}),
}
