package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Identification is the stage in which users say who they are
// (/api/v3/stages/identification/). The server checks a change by what the request
// holds alone, so that one without user fields and sources is refused.
var Identification = kind.Kind{
	Type:    "stage_identification",
	Plural:  "stages_identification",
	Title:   "identification stage",
	Family:  Family,
	Summary: "An identification stage is a step of a flow in which users identify themselves, by their name or email address, or choose a source to sign in with.",
	API:     kind.Endpoint{Path: "/stages/identification/"},
	Model:   "authentik_stages_identification.identificationstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{
		"name", "password_stage", "captcha_stage", "webauthn_stage", "enrollment_flow", "recovery_flow", "passwordless_flow",
		"case_insensitive_matching", "show_matched_user", "show_source_labels",
	},
	Deletes: itsBindings,
	Rules:   []kind.Rule{checkIdentification},
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "user_fields", Type: kind.List,
			Description: "Fields by which users can identify themselves, in the order in which the input's label lists them.", Usage: "If empty, `sources` must not be.",
		},
		{
			Name: "password_stage", Refers: reference.PasswordStage,
			Description: "UUID of the password stage whose input is part of the page.", Usage: "That stage should not be bound to the flow as well.",
		},
		{
			Name: "captcha_stage", Refers: reference.CaptchaStage,
			Description: "UUID of the captcha stage that is part of the page.", Usage: "Its captcha must not be interactive, and it should not be bound to the flow as well.",
		},
		{
			Name: "webauthn_stage", Refers: reference.ValidateStage,
			Description: "UUID of the authenticator validation stage with which users can sign in by passkey instead, in browsers that support passkey autofill.",
		},
		{
			Name: "case_insensitive_matching", Default: true, Incumbent: false,
			Description: "Whether the input is compared case-insensitively.",
		},
		{
			Name: "show_matched_user", Default: true,
			Description: "Whether later steps show the name and avatar of the user that was found, rather than the input.",
		},
		{
			Name: "pretend_user_exists", Default: true,
			Description: "Whether the flow continues if there is no such user, so that nobody can find out which users exist.",
		},
		{
			Name: "enable_remember_me", Default: false,
			Description: "Whether users can choose to be remembered on the device, so that they start with the password the next time.",
		},
		{
			Name: "enrollment_flow", Refers: reference.Flow,
			Description: "UUID of the enrollment flow that the page links to.",
		},
		{
			Name: "recovery_flow", Refers: reference.Flow,
			Description: "UUID of the recovery flow that the page links to.",
		},
		{
			Name: "passwordless_flow", Refers: reference.Flow,
			Description: "UUID of the flow for signing in without a password that the page links to.",
		},
		{
			Name: "sources", Refers: reference.Source,
			Description: "UUIDs of the sources, such as an OAuth provider, that the page offers.", Usage: "If empty, `user_fields` must not be.",
		},
		{
			Name: "show_source_labels", Default: false,
			Description: "Whether sources are shown with their name rather than the icon only.",
		},
	}),
}

// checkIdentification finds a stage in which nobody could identify themselves, which
// the server refuses.
func checkIdentification(arguments kind.Arguments) []kind.Finding {
	if !arguments.IsEmpty("user_fields") || !arguments.IsEmpty("sources") {
		return nil
	}
	return []kind.Finding{{
		Attribute: "user_fields", Summary: "No way to identify users",
		Detail: "`user_fields` and `sources` are both empty, which authentik refuses. Set one of them, such as user_fields = [\"username\", \"email\"].",
	}}
}
