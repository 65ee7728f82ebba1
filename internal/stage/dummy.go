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
	Summary: "A dummy stage is a step of a flow that does nothing but show a page with a button to go on, to try flows out.",
	API:     kind.Endpoint{Path: "/stages/dummy/"},
	Model:   "authentik_stages_dummy.dummystage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "throw_error"},
	Deletes: itsBindings,
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "throw_error", Default: false, NotIncumbent: true,
			Description: "Whether the stage fails with an error in place of its page, to see how errors are shown.",
		},
	}),
}
