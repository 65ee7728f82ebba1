package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

// Redirect is the stage that sends users elsewhere (/api/v3/stages/redirect/).
var Redirect = object.Object{
	Type:    "stage_redirect",
	Plural:  "stages_redirect",
	Title:   "redirect stage",
	Family:  Family,
	Summary: "It is the step of a flow that sends users to a URL or into another flow.",
	Path:    "/stages/redirect/",
	Model:   "authentik_stages_redirect.redirectstage",
	Lookups: []object.Lookup{object.By("name")},
	Filters: []string{"name", "mode", "target_flow"},
	Deletes: itsBindings,
	Check:   checkTarget,
	Attributes: slices.Concat(Base(), []object.Attribute{
		{
			Name: "mode", Required: true, Values: []string{"static", "flow"},
			Description: "Whether users are sent to `target_static` (`static`) or into `target_flow` (`flow`).",
		},
		{
			Name: "target_static", Default: "",
			Description: "URL or path that users are sent to where `mode` is `static`.",
		},
		{
			Name: "target_flow", Kind: object.UUID, Nullable: true,
			Description: "UUID of the flow that users are sent into where `mode` is `flow`.",
		},
		{
			Name: "keep_context", Kind: object.Bool, Default: true,
			Description: "Whether the other flow knows what this one has found out, such as the user. Without meaning where `mode` is `static`.",
		},
	}),
}

// checkTarget finds a redirect that leads nowhere, which the server refuses.
func checkTarget(arguments object.Arguments) []object.Finding {
	mode, _ := arguments.Text("mode")
	missing := map[string]string{}
	if target, known := arguments.Text("target_static"); known && target == "" {
		missing["static"] = "target_static"
	}
	if arguments.LeftOut("target_flow") {
		missing["flow"] = "target_flow"
	}
	name, ok := missing[mode]
	if !ok {
		return nil
	}
	return []object.Finding{{
		Attribute: "mode", Certain: true, Summary: "No target",
		Detail: "With `mode` \"" + mode + "\" users are sent to what `" + name + "` says, which is not set. authentik refuses that. Set it, or use another mode.",
	}}
}
