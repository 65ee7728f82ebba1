package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

// AuthenticatorEmail is the stage in which users set up codes by email as a second
// factor (/api/v3/stages/authenticator/email/).
var AuthenticatorEmail = object.Object{
	Type:       "stage_authenticator_email",
	Plural:     "stages_authenticator_email",
	Title:      "email authenticator setup stage",
	Family:     Family,
	Summary:    "It is the step of a flow in which users confirm an email address, to receive codes there from then on.",
	Path:       "/stages/authenticator/email/",
	Model:      "authentik_stages_authenticator_email.authenticatoremailstage",
	Lookups:    []object.Lookup{object.By("name")},
	Filters:    []string{"name", "configure_flow", "use_global_settings", "host", "from_address", "template"},
	Deletes:    devicesAndBindings,
	Check:      checkEncryption,
	Attributes: slices.Concat(Base(), setup(), mail("authentik Sign-in code", "email/email_otp.html")),
}
