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
	Summary: "An email stage is the step of a flow in which users get a link by email, to confirm that the address is theirs or to recover their account.",
	API:     kind.Endpoint{Path: "/stages/email/"},
	Model:   "authentik_stages_email.emailstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "use_global_settings", "host", "from_address", "template", "activate_user_on_success"},
	Deletes: itsBindings,
	Rules:   []kind.Rule{checkEncryption},
	Fields: slices.Concat(Base(), mail("authentik", "email/password_reset.html"), []kind.Field{
		{
			Name: "activate_user_on_success", Default: false,
			Description: "Whether the user's account is activated when the link is followed, as an enrollment needs it.",
		},
		{
			Name: "recovery_max_attempts", Default: 5,
			Description: "How many emails a user can have sent within `recovery_cache_timeout` to recover an account.",
		},
		{
			Name: "recovery_cache_timeout", Type: kind.Duration, Default: "minutes=5",
			Description: "The time within which `recovery_max_attempts` counts.",
		},
	}),
}
