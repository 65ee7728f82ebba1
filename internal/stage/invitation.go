package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Invitation is the stage that lets invited users on (/api/v3/stages/invitation/stages/).
var Invitation = kind.Kind{
	Type:    "stage_invitation",
	Plural:  "stages_invitation",
	Title:   "invitation stage",
	Family:  Family,
	Summary: "An invitation stage is a step of a flow that only users with an invitation link can pass. It is typically the first step of an enrollment flow.",
	API:     kind.Endpoint{Path: "/stages/invitation/stages/"},
	Model:   "authentik_stages_invitation.invitationstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "continue_flow_without_invitation"},
	Deletes: itsBindings,
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "continue_flow_without_invitation", Default: false,
			Description: "Whether the flow continues without an invitation. Otherwise it ends.",
		},
	}),
}
