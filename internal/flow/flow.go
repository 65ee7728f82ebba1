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
	Summary: "A flow is a sequence of stages that users go through to sign in, enrol, recover their account or set something up. Stages become part of it by bindings.",
	API:     kind.Endpoint{Path: "/flows/instances/", Address: "slug", ListsDiffer: true},
	Model:   "authentik_flows.flow",
	Lookups: []kind.Lookup{kind.By("slug"), kind.By("uuid"), kind.By("name")},
	Filters: []string{"slug", "name", "designation", "denied_action"},
	Deletes: "its bindings of stages and policies",
	// On 2023.10.7 `stages` differ between the list and the retrieved flow.
	Fields: slices.Concat(stage.FlowFields(), []kind.Field{
		{
			Name: "uuid", API: "pk", Filter: "flow_uuid", Stable: true,
			Description: "UUID of the flow, by which other objects refer to it. It stays when the flow is renamed. The API's name of the field is `pk`.",
		},
		{
			Name: "authentication", Default: "none",
			Description: "Who may use the flow. `require_outpost` came with authentik 2024.2, `require_redirect` with 2024.12, `require_token` with 2026.5.",
		},
		{
			Name: "background", Beside: "background_url", Incumbent: "/static/dist/assets/images/flow_background.jpg", Normalize: stage.WithoutSignature,
			Description: "Name of the background image among the files that authentik stores, a path that begins with `/static`, or a URL; empty for the brand's. Up to authentik 2025.10 it is read-only in the API, and a data source shows the image's URL or path there.",
		},
		{
			Name:        "background_themed_urls",
			Description: "URLs of the background image for each theme, where `background` holds `%(theme)s`.",
			Fields: []kind.Field{
				{Name: "light", Normalize: stage.WithoutSignature, Description: "URL of the image for the light theme, without the signature that changes every few minutes."},
				{Name: "dark", Normalize: stage.WithoutSignature, Description: "URL of the image for the dark theme, without the signature that changes every few minutes."},
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
