package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// AuthenticatorWebAuthn is the stage in which users set up a security key or passkey
// (/api/v3/stages/authenticator/webauthn/). The server's class, and so the names of
// the permissions and what `meta_model_name` says, began with `authenticate` in place
// of `authenticator` up to 2024.2.
var AuthenticatorWebAuthn = kind.Kind{
	Type:    "stage_authenticator_webauthn",
	Plural:  "stages_authenticator_webauthn",
	Title:   "WebAuthn authenticator setup stage",
	Family:  Family,
	Summary: "A WebAuthn authenticator setup stage is a step of a flow in which users enroll a security key, a passkey or the authenticator of their device. Up to authentik 2024.2 its permissions end in `authenticatewebauthnstage`.",
	API:     kind.Endpoint{Path: "/stages/authenticator/webauthn/"},
	Model:   "authentik_stages_authenticator_webauthn.authenticatorwebauthnstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "configure_flow", "user_verification", "authenticator_attachment", "resident_key_requirement"},
	Deletes: itsBindings,
	Fields: slices.Concat(Base(), setup(), []kind.Field{
		{
			Name: "user_verification", Default: "preferred",
			Description: "Whether the authenticator has to verify the user, by a PIN or a fingerprint.",
		},
		{
			Name:        "authenticator_attachment",
			Description: "Kind of authenticator that is permitted: one built into the device (`platform`) or a roaming one, such as a security key (`cross-platform`). If not set, both are.",
		},
		{
			Name: "resident_key_requirement", Default: "preferred",
			Description: "Whether the authenticator has to store the credential itself (a resident key), so that users can sign in without a user name.",
		},
		{
			Name: "hints", Type: kind.List, NotIncumbent: true,
			Description: "Kinds of authenticators that the browser should offer, in order of preference.",
		},
		{
			Name:        "device_type_restrictions",
			Description: "AAGUIDs of the permitted types of authenticators; an empty list permits all. The data source `authentik_webauthn_device_type` finds them.",
		},
		deviceTypes("device_type_restrictions_obj", "The permitted types of authenticators."),
		{
			Name: "max_attempts", Default: 0,
			Description: "Maximum number of attempts to enroll an authenticator; `0` for no limit.",
		},
		{
			Name: "prevent_duplicate_devices", Default: false, NotIncumbent: true,
			Description: "Whether an authenticator can be enrolled only once. Two security keys of one batch count as the same. Up to 2026.5.3 authentik's own default was `true`.",
		},
	}),
}
