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
	Summary: "An identification stage is the step of a flow in which users say who they are, or choose a source to sign in with.",
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
			Description: "By which of their fields users can identify themselves, in the order in which the input names them. Without any, `sources` must have one.",
		},
		{
			Name: "password_stage", Refers: reference.PasswordStage,
			Description: "UUID of the password stage whose input is shown on the same page. That stage should not be bound to the flow as well.",
		},
		{
			Name: "captcha_stage", Refers: reference.CaptchaStage,
			Description: "UUID of the captcha stage that works on the same page, which needs a captcha that shows nothing. That stage should not be bound to the flow as well.",
		},
		{
			Name: "webauthn_stage", Refers: reference.ValidateStage,
			Description: "UUID of the authenticator validation stage by which users can give a passkey in place of a name, in browsers that offer it.",
		},
		{
			Name: "case_insensitive_matching", Default: true, Incumbent: false,
			Description: "Whether upper and lower case are the same in what users enter.",
		},
		{
			Name: "show_matched_user", Default: true,
			Description: "Whether the next steps show the name and picture of the user that was found, and not what was entered.",
		},
		{
			Name: "pretend_user_exists", Default: true,
			Description: "Whether the flow goes on where no user was found, so that nobody learns which users exist.",
		},
		{
			Name: "enable_remember_me", Default: false,
			Description: "Whether users can have their name remembered on the device, to begin with the password the next time.",
		},
		{
			Name: "enrollment_flow", Refers: reference.Flow,
			Description: "UUID of the flow that the page links to for signing up.",
		},
		{
			Name: "recovery_flow", Refers: reference.Flow,
			Description: "UUID of the flow that the page links to for lost passwords.",
		},
		{
			Name: "passwordless_flow", Refers: reference.Flow,
			Description: "UUID of the flow that the page links to for signing in without a password.",
		},
		{
			Name: "sources", Refers: reference.Source,
			Description: "UUIDs of the sources, such as an OAuth provider, that the page offers. Without any, `user_fields` must have one.",
		},
		{
			Name: "show_source_labels", Default: false,
			Description: "Whether sources are shown with their name and not by their icon alone.",
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
		Attribute: "user_fields", Summary: "Nobody could identify themselves",
		Detail: "Neither `user_fields` nor `sources` has an element, which authentik refuses. Set one of them, such as user_fields = [\"username\", \"email\"].",
	}}
}
