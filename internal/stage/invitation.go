package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

// Invitation is the stage that lets invited users on (/api/v3/stages/invitation/stages/).
var Invitation = object.Object{
	Type:    "stage_invitation",
	Plural:  "stages_invitation",
	Title:   "invitation stage",
	Family:  Family,
	Summary: "It is the step of a flow that only those pass who come with the link of an invitation, such as the first step of signing up.",
	Path:    "/stages/invitation/stages/",
	Model:   "authentik_stages_invitation.invitationstage",
	Lookups: []object.Lookup{object.By("name")},
	Filters: []string{"name", "continue_flow_without_invitation"},
	Deletes: itsBindings,
	Attributes: slices.Concat(Base(), []object.Attribute{
		{
			Name: "continue_flow_without_invitation", Kind: object.Bool, Default: false,
			Description: "Whether the flow goes on where there is no invitation. Otherwise it ends.",
		},
	}),
}
