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
	Summary: "A WebAuthn authenticator setup stage is the step of a flow in which users set up a security key, a passkey or the authenticator of their device. Up to authentik 2024.2 its permissions are called `authenticatewebauthnstage`.",
	API:     kind.Endpoint{Path: "/stages/authenticator/webauthn/"},
	Model:   "authentik_stages_authenticator_webauthn.authenticatorwebauthnstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "configure_flow", "user_verification", "authenticator_attachment", "resident_key_requirement"},
	Deletes: itsBindings,
	Fields: slices.Concat(Base(), setup(), []kind.Field{
		{
			Name: "user_verification", Default: "preferred",
			Description: "Whether the authenticator has to check its user, by a PIN or a fingerprint.",
		},
		{
			Name:        "authenticator_attachment",
			Description: "What sort of authenticator may be set up: one built into the device (`platform`) or one that can be carried along, such as a security key (`cross-platform`). Both may where it is not set.",
		},
		{
			Name: "resident_key_requirement", Default: "preferred",
			Description: "Whether the authenticator has to keep the user's name itself, so that signing in needs none.",
		},
		{
			Name: "hints", Type: kind.List, NotIncumbent: true,
			Description: "Kinds of authenticators that the browser should offer, the preferred one first.",
		},
		{
			Name:        "device_type_restrictions",
			Description: "AAGUIDs of the types of authenticators that may be set up; none allows all. The data source `authentik_webauthn_device_type` finds them.",
		},
		deviceTypes("device_type_restrictions_obj", "The types of authenticators that may be set up."),
		{
			Name: "max_attempts", Default: 0,
			Description: "How often users may try to set up an authenticator; `0` is without a limit.",
		},
		{
			Name: "prevent_duplicate_devices", Default: false, NotIncumbent: true,
			Description: "Whether an authenticator can be set up only once. It takes two security keys of one batch for the same. Up to 2026.5.3 authentik's own default was `true`.",
		},
	}),
}
