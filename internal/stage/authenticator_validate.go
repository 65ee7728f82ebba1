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
	Summary: "An authenticator validation stage is the step of a flow in which users prove who they are with an authenticator that they have set up before.",
	API:     kind.Endpoint{Path: "/stages/authenticator/validate/"},
	Model:   "authentik_stages_authenticator_validate.authenticatorvalidatestage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "not_configured_action"},
	Deletes: itsBindings,
	Rules:   []kind.Rule{checkConfiguration},
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "not_configured_action", Default: "skip",
			Description: "What happens with users who have no authenticator that may be used: the stage is skipped, access is denied, or they set one up in a stage of `configuration_stages`.",
		},
		{
			Name: "device_classes", Default: []string{"static", "totp", "webauthn", "duo", "sms", "email"}, Incumbent: []string{},
			Description: "Kinds of authenticators that may be used. `email` came with authentik 2025.2; before, the default is without it.",
		},
		{
			Name: "configuration_stages", Refers: reference.Stage,
			Description: "UUIDs of the setup stages that users without an authenticator can choose from, where `not_configured_action` is `configure`.",
		},
		{
			Name: "last_auth_threshold", Type: kind.Duration, Default: "seconds=0",
			Description: "For how long after an authenticator was used the stage is skipped for its user; `seconds=0` asks every time.",
		},
		{
			Name: "webauthn_user_verification", Default: "preferred",
			Description: "Whether a WebAuthn authenticator has to check its user, by a PIN or a fingerprint.",
		},
		{
			Name: "webauthn_hints", Type: kind.List,
			Description: "Kinds of WebAuthn authenticators that the browser should offer, the preferred one first.",
		},
		{
			Name:        "webauthn_allowed_device_types",
			Description: "AAGUIDs of the types of WebAuthn authenticators that may be used; none allows all. The data source `authentik_webauthn_device_type` finds them.",
		},
		deviceTypes("webauthn_allowed_device_types_obj", "The types of WebAuthn authenticators that may be used."),
		throttling("email", "codes sent by email"),
		throttling("sms", "codes sent by text message"),
		throttling("totp", "codes of an app"),
		throttling("static", "static tokens"),
	}),
}

// throttling is how long users have to wait after a wrong code.
func throttling(class, codes string) kind.Field {
	return kind.Field{
		Name: class + "_otp_throttling_factor", Default: 1.0,
		Description: "After each wrong code in a row users have to wait twice as long before they may try again, with " + codes + " at first for this many seconds. `0` makes nobody wait.",
	}
}

// checkConfiguration finds what the server refuses, where the setup stages are
// missing.
func checkConfiguration(arguments kind.Arguments) []kind.Finding {
	if action, known := arguments.String("not_configured_action"); !known || action != "configure" || !arguments.IsEmpty("configuration_stages") {
		return nil
	}
	return []kind.Finding{{
		Attribute: "configuration_stages", Summary: "No setup stage",
		Detail: "With `not_configured_action` \"configure\", `configuration_stages` must have a stage in which users can set up an authenticator; authentik refuses it otherwise.",
	}}
}
