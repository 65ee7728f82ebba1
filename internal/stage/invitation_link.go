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
	Summary:     "An invitation is a link that lets a user pass the invitation stage of a flow: the flow's URL with `?itoken=` and the invitation's `id`. Anyone who knows the `id` can use it. authentik deletes an invitation when it expires or, with `single_use`, after its use; the next apply then creates another one, with another `id`.",
	API:         kind.Endpoint{Path: "/stages/invitation/invitations/"},
	Model:       "authentik_stages_invitation.invitation",
	NamesRepeat: true,
	Lookups:     []kind.Lookup{kind.By("name")},
	Filters:     []string{"name", "flow", "single_use"},
	Fields: []kind.Field{
		{
			Name:        "pk",
			Description: "UUID of the invitation; the same as `id`.",
		},
		{
			Name:        "name",
			Description: "Name of the invitation: letters, digits, hyphens and underscores; at most 50 characters up to authentik 2025.10. Names need not be unique; invitations that share one cannot be looked up by it.",
		},
		{
			Name: "expires", Computed: true, ClearedIfUnset: true,
			Description: "When the invitation expires.", Usage: "If not set, it never does; up to authentik 2024.2, it does after 30 minutes.",
		},
		{
			Name:        "fixed_data",
			Description: "Object with values for fields of the flow's prompt stages, such as an email address. Anyone who may view the invitation can see it.",
		},
		{
			Name: "single_use", Default: false,
			Description: "Whether the invitation is deleted once a user has gone through the flow with it.",
		},
		{
			Name: "flow", Refers: reference.Flow,
			Description: "UUID of the flow that the invitation is valid for; null for all flows.",
		},
		{
			Name:        "created_by",
			Description: "The user that created the invitation.",
			Fields: []kind.Field{
				{Name: "pk", Description: "ID of the user."},
				{Name: "uid", Description: "Unique identifier of the user, derived from the ID and the server's secret key."},
				{Name: "username", Description: "User name."},
				{Name: "name", Description: "Display name of the user."},
				{Name: "email", Description: "Email address of the user."},
				{Name: "is_active", Description: "Whether the user is active, that is, can sign in."},
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
