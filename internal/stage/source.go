package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Source is the stage in which users sign in with a source (/api/v3/stages/source/).
var Source = kind.Kind{
	Type:       "stage_source",
	Plural:     "stages_source",
	Title:      "source stage",
	Family:     Family,
	Summary:    "A source stage is the step of a flow that sends users to a source, such as another identity provider, and goes on when they come back.",
	API:        kind.Endpoint{Path: "/stages/source/"},
	Model:      "authentik_stages_source.sourcestage",
	Lookups:    []kind.Lookup{kind.By("name")},
	Filters:    []string{"name", "source"},
	Deletes:    itsBindings,
	Enterprise: true,
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "source", Refers: reference.Source,
			Description: "UUID of the source.",
		},
		{
			Name: "resume_timeout", Type: kind.Duration, Default: "minutes=10",
			Description: "How long users may take until they come back.",
		},
		{
			Name:        "resume_on_match_failures",
			Description: "For which reasons, for which no user could be matched with who came back, the flow goes on all the same.",
		},
	}),
}
