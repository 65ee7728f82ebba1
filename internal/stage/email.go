package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Email is the stage that sends a link (/api/v3/stages/email/). No release returns its
// password. Releases up to 2025.2 keep the expiry as a number of minutes.
var Email = kind.Kind{
	Type:    "stage_email",
	Plural:  "stages_email",
	Title:   "email stage",
	Family:  Family,
	Summary: "An email stage is a step of a flow in which users receive a link by email, to verify their address or to recover their account.",
	API:     kind.Endpoint{Path: "/stages/email/"},
	Model:   "authentik_stages_email.emailstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "use_global_settings", "host", "from_address", "template", "activate_user_on_success"},
	Deletes: itsBindings,
	Rules:   []kind.Rule{checkEncryption},
	Fields: slices.Concat(Base(), mail("authentik", "email/password_reset.html"), []kind.Field{
		{
			Name: "activate_user_on_success", Default: false,
			Description: "Whether following the link activates the user's account, as is needed for enrollment.",
		},
		{
			Name: "recovery_max_attempts", Default: 5,
			Description: "Maximum number of recovery emails for an account within `recovery_cache_timeout`.",
		},
		{
			Name: "recovery_cache_timeout", Type: kind.Duration, Default: "minutes=5",
			Description: "Period in which `recovery_max_attempts` applies.",
		},
	}),
}
