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
	Summary: "A user login stage is the step of a flow that signs the user in, and says for how long.",
	API:     kind.Endpoint{Path: "/stages/user_login/"},
	Model:   "authentik_stages_user_login.userloginstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "terminate_other_sessions", "network_binding", "geoip_binding"},
	Deletes: itsBindings,
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "session_duration", Type: kind.Duration, Default: "seconds=0",
			Description: "How long the session lasts; with a length of 0 until the browser is closed.",
		},
		{
			Name: "terminate_other_sessions", Default: false,
			Description: "Whether all other sessions of the user end.",
		},
		{
			Name: "remember_me_offset", Type: kind.Duration, Default: "seconds=0",
			Description: "By how much the session lasts longer where the user asks to stay signed in; with a length of 0 users are not asked.",
		},
		{
			Name: "network_binding", Default: "no_binding",
			Description: "What of its network a session is bound to: when that changes, it ends.",
		},
		{
			Name: "geoip_binding", Default: "no_binding",
			Description: "What of its place on earth a session is bound to: when that changes, it ends.",
		},
		{
			Name: "remember_device", Type: kind.Duration, Default: "days=30",
			Description: "How long the browser is known for one that the user signed in with; with a length of 0 it is not.",
		},
	}),
}
