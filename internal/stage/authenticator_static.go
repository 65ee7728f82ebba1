package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// AuthenticatorStatic is the stage in which users get static tokens, to be used once
// each (/api/v3/stages/authenticator/static/).
var AuthenticatorStatic = kind.Kind{
	Type:    "stage_authenticator_static",
	Plural:  "stages_authenticator_static",
	Title:   "static authenticator setup stage",
	Family:  Family,
	Summary: "A static authenticator setup stage is a step of a flow in which users get recovery tokens, each of which is valid for one sign-in.",
	API:     kind.Endpoint{Path: "/stages/authenticator/static/"},
	Model:   "authentik_stages_authenticator_static.authenticatorstaticstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "configure_flow"},
	Deletes: itsBindings,
	Fields: slices.Concat(Base(), setup(), []kind.Field{
		{
			Name: "token_count", Default: 6,
			Description: "Number of tokens that a user gets.",
		},
		{
			Name: "token_length", Default: 12,
			Description: "Number of characters of a token.",
		},
	}),
}
