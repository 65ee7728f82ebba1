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
	Summary:    "A source stage is a step of a flow that sends users to a source, such as another identity provider, and continues when they return.",
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
			Description: "How long users may take to return.",
		},
		{
			Name:        "resume_on_match_failures",
			Description: "Reasons for not finding the returning user among authentik's users for which the flow continues anyway.",
		},
	}),
}
