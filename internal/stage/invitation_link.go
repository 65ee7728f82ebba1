package stage

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// InvitationLink is an invitation (/api/v3/stages/invitation/invitations/), the link that
// lets a user pass an invitation stage. It is no stage. Up to authentik 2024.2 every
// invitation expires, and the server sets the time where none is sent.
var InvitationLink = kind.Kind{
	Type:        "invitation",
	Plural:      "invitations",
	Title:       "invitation",
	Family:      "Directory",
	Summary:     "An invitation is a link that lets a user pass the invitation stage of a flow: the flow's address with `?itoken=` and the invitation's `id`. Whoever knows the `id` can use it. authentik deletes an invitation that has expired or, with `single_use`, was used; where Terraform manages it, the next apply then makes another, with another `id`.",
	API:         kind.Endpoint{Path: "/stages/invitation/invitations/"},
	Model:       "authentik_stages_invitation.invitation",
	NamesRepeat: true,
	Lookups:     []kind.Lookup{kind.By("name")},
	Filters:     []string{"name", "flow", "single_use"},
	Fields: []kind.Field{
		{
			Name:        "pk",
			Description: "UUID of the invitation as the API names it; the same as `id`.",
		},
		{
			Name:        "name",
			Description: "Name of the invitation: letters, digits, hyphens and underscores, up to authentik 2025.10 at most 50 of them. Several invitations may have one name, and cannot be found by it then.",
		},
		{
			Name: "expires", Computed: true, ClearedIfUnset: true,
			Description: "When the invitation expires. Without it an invitation never does; up to authentik 2024.2 there is none without it, and the server sets half an hour.",
		},
		{
			Name:        "fixed_data",
			Description: "An object whose keys are fields of the flow's prompt stages, with the values that the user then has, such as an e-mail address. authentik shows it to everybody who may view the invitation.",
		},
		{
			Name: "single_use", Default: false,
			Description: "Whether the invitation is deleted once a user has gone through the flow with it.",
		},
		{
			Name: "flow", Refers: reference.Flow,
			Description: "UUID of the only flow that takes the invitation; null for all.",
		},
		{
			Name:        "created_by",
			Description: "The user that made the invitation.",
			Fields: []kind.Field{
				{Name: "pk", Description: "Number of the user."},
				{Name: "uid", Description: "Text by which authentik tells the user apart from all others, made from the number and the server's secret key."},
				{Name: "username", Description: "Name by which the user signs in."},
				{Name: "name", Description: "Name of the user that is shown."},
				{Name: "email", Description: "E-mail address of the user."},
				{Name: "is_active", Description: "Whether the user can sign in."},
			},
		},
	},
	Excluded: map[string]string{
		"created_by.attributes": "belongs to the user, and may hold anything about the person",
		"created_by.avatar":     "belongs to the user, and only the oldest releases have it",
		"created_by.last_login": "changes with every use of the user",
		"flow_obj":              "the whole flow of `flow`, which the data source of flows reads by its UUID",
	},
}
