package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// UserWrite is the stage that makes or changes the user (/api/v3/stages/user_write/).
// Whether it makes users was a boolean up to authentik 2022.12.
var UserWrite = kind.Kind{
	Type:    "stage_user_write",
	Plural:  "stages_user_write",
	Title:   "user write stage",
	Family:  Family,
	Summary: "A user write stage is a step of a flow that writes the data of earlier steps to the user, or to a new one.",
	API:     kind.Endpoint{Path: "/stages/user_write/"},
	Model:   "authentik_stages_user_write.userwritestage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "user_creation_mode", "user_type", "user_path_template", "create_users_as_inactive", "create_users_group"},
	Deletes: itsBindings,
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "user_creation_mode", Default: "create_when_required",
			Description: "Whether the stage creates users: never (`never_create`), if the flow has none yet (`create_when_required`), or always (`always_create`). Older releases have `can_create_users` instead.",
		},
		{
			Name: "can_create_users", Default: true,
			Description: "Whether the stage creates a user if the flow has none yet. Newer releases have `user_creation_mode` instead.",
		},
		{
			Name: "create_users_as_inactive", Default: false, Incumbent: true,
			Description: "Whether new users are inactive and so cannot sign in.",
		},
		{
			Name: "create_users_group", Refers: reference.Group,
			Description: "UUID of the group that new users are added to.",
		},
		{
			Name: "user_type", Default: "external",
			Description: "Type of new users.",
		},
		{
			Name:        "user_path_template",
			Description: "Path of new users, in which `%(slug)s` is the slug of the source that they come from; empty for authentik's default.",
		},
	}),
}
