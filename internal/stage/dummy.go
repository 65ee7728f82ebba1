package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

// Dummy is the stage that does nothing (/api/v3/stages/dummy/).
var Dummy = object.Object{
	Type:    "stage_dummy",
	Plural:  "stages_dummy",
	Title:   "dummy stage",
	Family:  Family,
	Summary: "It is a step of a flow that does nothing but show a page with a button to go on, to try flows out.",
	Path:    "/stages/dummy/",
	Model:   "authentik_stages_dummy.dummystage",
	Lookups: []object.Lookup{object.By("name")},
	Filters: []string{"name", "throw_error"},
	Deletes: itsBindings,
	Attributes: slices.Concat(Base(), []object.Attribute{
		{
			Name: "throw_error", Kind: object.Bool, Default: false,
			Description: "Whether the stage fails with an error in place of its page, to see how errors are shown.",
		},
	}),
}
