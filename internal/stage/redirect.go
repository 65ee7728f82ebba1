package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Redirect is the stage that sends users elsewhere (/api/v3/stages/redirect/).
var Redirect = kind.Kind{
	Type:    "stage_redirect",
	Plural:  "stages_redirect",
	Title:   "redirect stage",
	Family:  Family,
	Summary: "A redirect stage is a step of a flow that redirects users to a URL or to another flow.",
	API:     kind.Endpoint{Path: "/stages/redirect/"},
	Model:   "authentik_stages_redirect.redirectstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "mode", "target_flow"},
	Deletes: itsBindings,
	Rules:   []kind.Rule{checkTarget},
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "mode", Default: "flow",
			Description: "Whether users are redirected to `target_static` (`static`) or to `target_flow` (`flow`).",
		},
		{
			Name:        "target_static",
			Description: "URL or path to redirect to if `mode` is `static`.",
		},
		{
			Name: "target_flow", Refers: reference.Flow,
			Description: "UUID of the flow to redirect to if `mode` is `flow`.",
		},
		{
			Name: "keep_context", Default: true,
			Description: "Whether the other flow keeps the context of this one, such as the user. No effect if `mode` is `static`.",
		},
	}),
}

// checkTarget finds a redirect that leads nowhere, which the server refuses.
func checkTarget(arguments kind.Arguments) []kind.Finding {
	mode, _ := arguments.String("mode")
	missing := map[string]string{}
	if target, known := arguments.String("target_static"); known && target == "" {
		missing["static"] = "target_static"
	}
	if arguments.IsUnset("target_flow") {
		missing["flow"] = "target_flow"
	}
	name, ok := missing[mode]
	if !ok {
		return nil
	}
	return []kind.Finding{{
		Attribute: "mode", Summary: "Missing target",
		Detail: "With `mode` \"" + mode + "\" users are sent to what `" + name + "` says, which is not set. authentik refuses that. Set it, or use another mode.",
	}}
}
