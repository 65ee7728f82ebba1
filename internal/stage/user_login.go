package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// UserLogin is the stage that begins a session (/api/v3/stages/user_login/).
var UserLogin = kind.Kind{
	Type:    "stage_user_login",
	Plural:  "stages_user_login",
	Title:   "user login stage",
	Family:  Family,
	Summary: "A user login stage is a step of a flow that signs the user in. It determines how long the session lasts.",
	API:     kind.Endpoint{Path: "/stages/user_login/"},
	Model:   "authentik_stages_user_login.userloginstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "terminate_other_sessions", "network_binding", "geoip_binding"},
	Deletes: itsBindings,
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "session_duration", Type: kind.Duration, Default: "seconds=0",
			Description: "How long the session lasts; with `seconds=0`, until the browser is closed.",
		},
		{
			Name: "terminate_other_sessions", Default: false,
			Description: "Whether all other sessions of the user are ended.",
		},
		{
			Name: "remember_me_offset", Type: kind.Duration, Default: "seconds=0",
			Description: "By how much the session is extended if the user chooses to stay signed in; with `seconds=0` users are not asked.",
		},
		{
			Name: "network_binding", Default: "no_binding",
			Description: "Part of the network address that a session is bound to: it ends when that changes.",
		},
		{
			Name: "geoip_binding", Default: "no_binding",
			Description: "Part of the geographic location that a session is bound to: it ends when that changes.",
		},
		{
			Name: "remember_device", Type: kind.Duration, Default: "days=30",
			Description: "How long the browser is remembered as one that the user has signed in with; with `seconds=0`, it is not remembered.",
		},
	}),
}
