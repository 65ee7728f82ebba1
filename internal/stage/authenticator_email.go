package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// AuthenticatorEmail is the stage in which users set up codes by email as a second
// factor (/api/v3/stages/authenticator/email/).
var AuthenticatorEmail = kind.Kind{
	Type:    "stage_authenticator_email",
	Plural:  "stages_authenticator_email",
	Title:   "email authenticator setup stage",
	Family:  Family,
	Summary: "An email authenticator setup stage is a step of a flow in which users enroll an email address as a second factor.",
	API:     kind.Endpoint{Path: "/stages/authenticator/email/"},
	Model:   "authentik_stages_authenticator_email.authenticatoremailstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "configure_flow", "use_global_settings", "host", "from_address", "template"},
	Deletes: devicesAndBindings,
	Rules:   []kind.Rule{checkEncryption},
	Fields:  slices.Concat(Base(), setup(), mail("authentik Sign-in code", "email/email_otp.html")),
}
