package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

// AuthenticatorStatic is the stage in which users get static tokens, to be used once
// each (/api/v3/stages/authenticator/static/).
var AuthenticatorStatic = object.Object{
	Type:    "stage_authenticator_static",
	Plural:  "stages_authenticator_static",
	Title:   "static authenticator setup stage",
	Family:  Family,
	Summary: "It is the step of a flow in which users get tokens to write down, each of which lets them sign in once without their other authenticators.",
	Path:    "/stages/authenticator/static/",
	Model:   "authentik_stages_authenticator_static.authenticatorstaticstage",
	Lookups: []object.Lookup{object.By("name")},
	Filters: []string{"name", "configure_flow"},
	Deletes: itsBindings,
	Attributes: slices.Concat(Base(), setup(), []object.Attribute{
		{
			Name: "token_count", Kind: object.Int, Default: 6, Max: 2147483647,
			Description: "How many tokens a user gets.",
		},
		{
			Name: "token_length", Kind: object.Int, Default: 12, Max: 100,
			Description: "How many characters a token has.",
		},
	}),
}
