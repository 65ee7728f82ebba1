// Package flow describes authentik's flows and what binds stages to them.
//
// The facts come from the API documents of authentik 2022.10 to 2026.8, of the
// endpoints below /api/v3/flows/.
package flow

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/stage"
)

// Kinds are flows and their bindings.
func Kinds() []*kind.Kind { return []*kind.Kind{&Flow, &StageBinding} }

// Flow is a sequence of stages that a user goes through (/api/v3/flows/instances/). The
// API addresses it by its slug, everything else refers to it by its UUID.
var Flow = kind.Kind{
	Type:    "flow",
	Plural:  "flows",
	Title:   "flow",
	Family:  stage.Family,
	Summary: "A flow is a sequence of stages that users go through to sign in, enroll, recover their account or configure something. Flow stage bindings add stages to it.",
	API:     kind.Endpoint{Path: "/flows/instances/", Address: "slug", ListsDiffer: true},
	Model:   "authentik_flows.flow",
	Lookups: []kind.Lookup{kind.By("slug"), kind.By("uuid"), kind.By("name")},
	Selects: []string{"slug", "name", "designation", "authentication"},
	Filters: []string{"slug", "name", "designation", "denied_action"},
	Deletes: "its stage bindings and policy bindings",
	// On 2023.10.7 `stages` differ between the list and the retrieved flow.
	Fields: slices.Concat(stage.FlowFields(), []kind.Field{
		{
			Name: "uuid", API: "pk", Filter: "flow_uuid", Stable: true,
			Description: "UUID of the flow, by which other objects refer to it, policy bindings included. It does not change with the slug. The API calls the field `pk`.",
		},
		{
			Name: "authentication", Default: "none",
			Description: "Who may use the flow.",
		},
		{
			Name: "background", Beside: "background_url", Incumbent: "/static/dist/assets/images/flow_background.jpg", Normalize: stage.WithoutSignature,
			Description: "Background image: the name of a file in authentik's storage, a path that begins with `/static`, or a URL; empty for the brand's image. Up to authentik 2025.10 it is read-only in the API, and a data source returns its URL or path.",
		},
		{
			Name:        "background_themed_urls",
			Description: "URLs of the background image for each theme if `background` contains `%(theme)s`.",
			Fields: []kind.Field{
				{Name: "light", Normalize: stage.WithoutSignature, Description: "URL of the image for the light theme, without the server's signature, which changes every few minutes."},
				{Name: "dark", Normalize: stage.WithoutSignature, Description: "URL of the image for the dark theme, without the server's signature, which changes every few minutes."},
			},
		},
		{
			Name:        "stages",
			Description: "UUIDs of the stages that are bound to the flow.",
		},
		{
			Name:        "policies",
			Description: "UUIDs of the policies that are bound to the flow.",
		},
	}),
	Excluded: map[string]string{"cache_count": "how many plans the server has cached changes with every use of the flow"},
}
