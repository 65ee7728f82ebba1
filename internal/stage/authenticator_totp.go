package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// AuthenticatorTOTP is the stage in which users set up an app that shows
// time-based one-time passwords (/api/v3/stages/authenticator/totp/). Releases up to
// 2023.10 send and document the digits as a number, later ones as text; all take
// both.
var AuthenticatorTOTP = kind.Kind{
	Type:    "stage_authenticator_totp",
	Plural:  "stages_authenticator_totp",
	Title:   "TOTP authenticator setup stage",
	Family:  Family,
	Summary: "A TOTP authenticator setup stage is a step of a flow in which users enroll an app that generates time-based one-time passwords.",
	API:     kind.Endpoint{Path: "/stages/authenticator/totp/"},
	Model:   "authentik_stages_authenticator_totp.authenticatortotpstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "configure_flow", "digits"},
	Deletes: itsBindings,
	Fields: slices.Concat(Base(), setup(), []kind.Field{
		{
			Name: "digits", Default: "6",
			Description: "Number of digits of a one-time password. Most apps support only `6`.",
		},
	}),
}
