// Package stage describes authentik's stages, the steps that its flows are made
// of: one file for each type of stage, and here what all types share.
//
// The facts come from the API documents of authentik 2022.10 to 2026.8, of the
// endpoints below /api/v3/stages/.
package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Kinds are the described types of stages.
func Kinds() []*kind.Kind {
	return []*kind.Kind{
		&AccountLockdown,
		&Any,
		&AuthenticatorDuo,
		&AuthenticatorEmail,
		&AuthenticatorEndpointGDTC,
		&AuthenticatorSMS,
		&AuthenticatorStatic,
		&AuthenticatorTOTP,
		&AuthenticatorValidate,
		&AuthenticatorWebAuthn,
		&Captcha,
		&Consent,
		&Deny,
		&Dummy,
		&Email,
		&Endpoint,
		&Identification,
		&Invitation,
		&InvitationLink,
		&MutualTLS,
		&Password,
		&Prompt,
		&PromptField,
		&Redirect,
		&Source,
		&UserDelete,
		&UserLogin,
		&UserLogout,
		&UserWrite,
		&WebAuthnDeviceType,
	}
}

// Family is the heading of stages and flows in the documentation, as authentik's own
// interface has it.
const Family = "Flows and Stages"

// devicesAndBindings is what the server deletes along with a stage in which users set
// up an authenticator whose devices belong to the stage: SMS, Duo and email. Those of
// apps, static tokens and WebAuthn belong to their users alone, and stay.
const devicesAndBindings = "its bindings to flows and every device that users have enrolled"

// itsBindings is what the server deletes along with a stage that nothing else belongs to.
const itsBindings = "its bindings to flows"

// Base are the fields that every stage's answer has (StageSerializer).
func Base() []kind.Field {
	return []kind.Field{
		{
			Name:        "pk",
			Description: "UUID of the stage; the same as `id`.",
		},
		{
			Name: "name", Required: true,
			Description: "Name of the stage, unique among stages of all types.",
		},
		{
			Name:        "component",
			Description: "Web component of authentik's admin interface that edits stages of the type.",
		},
		{
			Name:        "verbose_name",
			Description: "Name of the stage's type, in the server's language.",
		},
		{
			Name:        "verbose_name_plural",
			Description: "Plural name of the stage's type, in the server's language.",
		},
		{
			Name:        "meta_model_name",
			Description: "Type of the stage, as `app.model`.",
		},
		flowSet(),
	}
}

// youngBase are the fields that the answer of a type has that is no older than
// authentik 2025.12, whose flows have no `background` any more.
func youngBase() []kind.Field {
	attributes := Base()
	attributes[len(attributes)-1].Fields = youngFlowSetFields
	return attributes
}

// setup are the fields of the stages in which users set up an authenticator.
func setup() []kind.Field {
	return []kind.Field{
		{
			Name: "configure_flow", Refers: reference.Flow,
			Description: "UUID of the flow in which signed-in users can set up the authenticator.",
		},
		{
			Name: "friendly_name", Default: "", EmptyIsNull: true,
			Description: "Name of the authenticator that users see.",
		},
	}
}

// flowSet are the flows that a stage is bound to (FlowSetSerializer). The server
// gives them in an order that changes without a reason, and one that a stage is
// bound to twice twice.
func flowSet() kind.Field {
	return kind.Field{
		Name: "flow_set", ReadOnly: true,
		Description: "Flows that the stage is bound to, without duplicates, sorted by `slug`, then `pk`.",
		SortBy:      []string{"slug", "pk"},
		Fields:      flowSetFields,
	}
}

// The fields of a flow in `flow_set`, of which all stages share one copy: each process of
// the provider makes the descriptions of all kinds.
var (
	flowSetFields = slices.Concat([]kind.Field{
		{Name: "pk", Description: "UUID of the flow, by which other objects refer to it."},
		{
			Name: "background", Normalize: WithoutSignature,
			Description: "URL or path of the flow's background image, without the server's signature, which changes every few minutes. Newer releases have `background_url` instead.",
		},
	}, FlowFields())
	youngFlowSetFields = slices.DeleteFunc(slices.Clone(flowSetFields), func(field kind.Field) bool { return field.Name == "background" })
)

// FlowFields are the fields that a flow and its short form in a stage share.
func FlowFields() []kind.Field {
	return []kind.Field{
		{
			Name: "policybindingmodel_ptr_id", Stable: true,
			Description: "Second UUID of the flow, useful only to filter the list of policy bindings. The `target` of a policy binding is the flow's `uuid`.",
		},
		{
			Name: "name", Required: true,
			Description: "Name of the flow in the admin interface.",
		},
		{
			Name: "slug", Required: true,
			Description: "Name of the flow in URLs, unique: letters, digits, hyphens and underscores; at most 50 characters up to authentik 2025.10.",
		},
		{
			Name: "title", Required: true,
			Description: "Title of the flow's pages.",
		},
		{
			Name: "designation", Required: true,
			Description: "What the flow is used for.",
		},
		{
			Name: "background_url", Normalize: WithoutSignature,
			Description: "URL or path of the flow's background image, without the server's signature, which changes every few minutes. Older releases have `background` instead.",
		},
		{
			Name: "policy_engine_mode", Default: "any",
			Description: "Whether all policies that are bound to the flow must pass (`all`) or one is enough (`any`).",
		},
		{
			Name: "compatibility_mode", Default: false, Incumbent: true,
			Description: "Whether the flow's pages use a form that is compatible with password managers on mobile devices.",
		},
		{
			Name:        "export_url",
			Description: "Path, without a host, to export the flow as a blueprint.",
		},
		{
			Name: "layout", Default: "stacked",
			Description: "Layout of the flow's pages.",
		},
		{
			Name: "denied_action", Default: "message_continue",
			Description: "What happens when the flow denies access: show a message (`message`), follow the URL's `next` parameter (`continue`), or show a message only if there is no `next` (`message_continue`).",
		},
	}
}
