package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

// AuthenticatorTOTP is the stage in which users set up an app that shows
// time-based one-time passwords (/api/v3/stages/authenticator/totp/). Releases up to
// 2023.10 send and document the digits as a number, later ones as text; all take
// both.
var AuthenticatorTOTP = object.Object{
	Type:    "stage_authenticator_totp",
	Plural:  "stages_authenticator_totp",
	Title:   "TOTP authenticator setup stage",
	Family:  Family,
	Summary: "It is the step of a flow in which users set up an app that shows time-based one-time passwords.",
	Path:    "/stages/authenticator/totp/",
	Model:   "authentik_stages_authenticator_totp.authenticatortotpstage",
	Lookups: []object.Lookup{object.By("name")},
	Filters: []string{"name", "configure_flow", "digits"},
	Deletes: itsBindings,
	Attributes: slices.Concat(Base(), setup(), []object.Attribute{
		{
			Name: "digits", Required: true, Default: "6", Values: []string{"6", "8"},
			Description: "How many digits a password has. Most apps can only show `6`.",
		},
	}),
}
