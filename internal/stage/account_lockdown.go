package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// AccountLockdown is the stage that locks an account that may have been taken over
// (/api/v3/stages/account_lockdown/).
var AccountLockdown = kind.Kind{
	Type:       "stage_account_lockdown",
	Plural:     "stages_account_lockdown",
	Title:      "account lockdown stage",
	Family:     Family,
	Summary:    "An account lockdown stage is a step of a flow that locks an account that may be compromised, on behalf of an administrator or of the user.",
	API:        kind.Endpoint{Path: "/stages/account_lockdown/"},
	Model:      "authentik_stages_account_lockdown.accountlockdownstage",
	Lookups:    []kind.Lookup{kind.By("name")},
	Filters:    []string{"name", "deactivate_user", "set_unusable_password", "delete_sessions", "revoke_tokens", "self_service_completion_flow"},
	Enterprise: true,
	Deletes:    itsBindings,
	Fields: slices.Concat(youngBase(), []kind.Field{
		{
			Name: "deactivate_user", Default: true,
			Description: "Whether the account is deactivated.",
		},
		{
			Name: "set_unusable_password", Default: true,
			Description: "Whether the password is replaced by an unusable one.",
		},
		{
			Name: "delete_sessions", Default: true,
			Description: "Whether all sessions of the account end.",
		},
		{
			Name: "revoke_tokens", Default: true,
			Description: "Whether all tokens of the account are revoked: API tokens, app passwords, recovery and verification links, and OAuth tokens.",
		},
		{
			Name: "self_service_completion_flow", Refers: reference.Flow,
			Description: "UUID of the flow that users are sent to after they locked their own account.", Usage: "They may be signed out by then, so authentik accepts only a flow whose `authentication` is `none`.",
		},
	}),
}
