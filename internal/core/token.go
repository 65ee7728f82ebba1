package core

import (
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Token is a user's API token or app password (/api/v3/core/tokens/), addressed by its
// identifier. A PATCH without `user` would hand it to the caller and one without `intent`
// would make it an API token; both are arguments with a value, so every body has them.
var Token = kind.Kind{
	Type: "token", Plural: "tokens", Title: "token", Family: directory,
	Summary: "A token lets a program use the API as a user, or sign in as that user by an app password.",
	Model:   "authentik_core.token",
	API:     kind.Endpoint{Path: "/core/tokens/", Address: "identifier"},
	Lookups: []kind.Lookup{kind.By("identifier")},
	Filters: []string{"identifier", "intent", "description", "expiring", "managed"},
	Parameters: []kind.Parameter{
		{Name: "username", API: "user__username", Type: kind.String, Description: "Only those of the user with this username."},
	},
	Fields: []kind.Field{
		{Name: "pk", Stable: true, Description: "UUID of the token. It stays when the identifier changes."},
		{Name: "identifier", Check: tokenIdentifier, Description: "Name of the token, of letters, digits, hyphens and underscores. It is unique across all users."},
		{Name: "user", Required: true, Cascades: true, Refers: reference.User, Description: "ID of the user that the token acts for. It cannot be changed, and the token is deleted with the user."},
		{Name: "intent", Default: "api", Check: writableIntent, Description: "What the token is for: `api` for the API, `app_password` to sign in with in place of the password. `verification` and `recovery` are authentik's own."},
		{Name: "description", Description: "Description of the token."},
		{Name: "expiring", Default: true, Description: "Whether the token expires.", Usage: "An API token that expires gets another key, so set `false` for programs."},
		{Name: "expires", Computed: true, Overruled: isAPIToken, WhenOverruled: "authentik sets the expiry of API tokens itself, with every change of the token. Set `expiring = false` for a token that does not expire, or remove the argument.", Description: "When the token expires. Only for app passwords: for API tokens, the server sets it with every change."},
		{
			Name: "key", Secret: true, WriteOnly: true, Via: kind.Action{Path: "set_key/", Key: "key"},
			Reveal:      kind.Reveal{Path: "view_key/", Key: "key", Switch: "retrieve_key", Description: "Key of the token, which is what a program sends."},
			Description: "Key of the token, if the server is not to generate one. Needs the permission `authentik_core.set_token_key`.",
		},
		{Name: "managed", ReadOnly: true, Description: "Name under which authentik manages the token itself, such as that of an outpost; null for others."},
	},
	Excluded: map[string]string{"user_obj": "the user in full", "managed": "the server names its own tokens by it"},
}

// isAPIToken says whether the server sets the expiry itself.
func isAPIToken(set kind.Arguments) bool {
	intent, known := set.String("intent")
	return known && intent == "api"
}

// writableIntent refuses the intents of tokens that only the server creates.
func writableIntent(set string) string {
	if set == "verification" || set == "recovery" {
		return "authentik creates tokens of this intent itself and refuses them here. Use `api` or `app_password`."
	}
	return ""
}

// tokenIdentifier is the server's rule for identifiers, which are slugs.
func tokenIdentifier(set string) string {
	if strings.Trim(set, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") != "" {
		return "An identifier consists of letters, digits, hyphens and underscores."
	}
	return ""
}
