package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// AuthenticatorValidate is the stage that asks for a second factor
// (/api/v3/stages/authenticator/validate/).
var AuthenticatorValidate = kind.Kind{
	Type:    "stage_authenticator_validate",
	Plural:  "stages_authenticator_validate",
	Title:   "authenticator validation stage",
	Family:  Family,
	Summary: "An authenticator validation stage is a step of a flow in which users authenticate with an authenticator that they have enrolled.",
	API:     kind.Endpoint{Path: "/stages/authenticator/validate/"},
	Model:   "authentik_stages_authenticator_validate.authenticatorvalidatestage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "not_configured_action"},
	Deletes: itsBindings,
	Rules:   []kind.Rule{checkConfiguration},
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "not_configured_action", Default: "skip",
			Description: "What happens to users without a permitted authenticator: the stage is skipped (`skip`), access is denied (`deny`), or they enroll one in one of `configuration_stages` (`configure`).",
		},
		{
			Name: "device_classes", Default: []string{"static", "totp", "webauthn", "duo", "sms", "email"}, Incumbent: []string{},
			Description: "Classes of authenticators that are permitted. The default leaves out `email` on releases that lack it.",
		},
		{
			Name: "configuration_stages", Refers: reference.Stage,
			Description: "UUIDs of the setup stages that users without an authenticator can choose from if `not_configured_action` is `configure`.",
		},
		{
			Name: "last_auth_threshold", Type: kind.Duration, Default: "seconds=0",
			Description: "How long the stage is skipped after a user has used an authenticator; `seconds=0` never skips it.",
		},
		{
			Name: "webauthn_user_verification", Default: "preferred",
			Description: "Whether a WebAuthn authenticator has to verify the user, by a PIN or a fingerprint.",
		},
		{
			Name: "webauthn_hints", Type: kind.List,
			Description: "Kinds of WebAuthn authenticators that the browser should offer, in order of preference.",
		},
		{
			Name:        "webauthn_allowed_device_types",
			Description: "AAGUIDs of the permitted types of WebAuthn authenticators; an empty list permits all. The data source `authentik_webauthn_device_type` finds them.",
		},
		deviceTypes("webauthn_allowed_device_types_obj", "The permitted types of WebAuthn authenticators."),
		throttling("email", "codes sent by email"),
		throttling("sms", "codes sent by text message"),
		throttling("totp", "codes from an app"),
		throttling("static", "static tokens"),
	}),
}

// throttling is how long users have to wait after a wrong code.
func throttling(class, codes string) kind.Field {
	return kind.Field{
		Name: class + "_otp_throttling_factor", Default: 1.0,
		Description: "Seconds that users have to wait after a wrong code, for " + codes + ". The time doubles with each further wrong code. `0` disables it.",
	}
}

// checkConfiguration finds what the server refuses, where the setup stages are
// missing.
func checkConfiguration(arguments kind.Arguments) []kind.Finding {
	if action, known := arguments.String("not_configured_action"); !known || action != "configure" || !arguments.IsEmpty("configuration_stages") {
		return nil
	}
	return []kind.Finding{{
		Attribute: "configuration_stages", Summary: "Missing setup stage",
		Detail: "With `not_configured_action` \"configure\", `configuration_stages` must have a stage in which users can enroll an authenticator; authentik refuses the stage otherwise.",
	}}
}
