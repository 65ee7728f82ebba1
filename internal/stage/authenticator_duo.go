package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// AuthenticatorDuo is the stage in which users set up Duo
// (/api/v3/stages/authenticator/duo/). No release returns its secrets.
var AuthenticatorDuo = kind.Kind{
	Type:    "stage_authenticator_duo",
	Plural:  "stages_authenticator_duo",
	Title:   "Duo authenticator setup stage",
	Family:  Family,
	Summary: "A Duo authenticator setup stage is a step of a flow in which users enroll Duo as a second factor.",
	API:     kind.Endpoint{Path: "/stages/authenticator/duo/"},
	Model:   "authentik_stages_authenticator_duo.authenticatorduostage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "configure_flow", "api_hostname", "client_id"},
	Deletes: devicesAndBindings,
	Fields: slices.Concat(Base(), setup(), []kind.Field{
		{
			Name:        "api_hostname",
			Description: "Host name of Duo's API for your account, such as `api-00000000.duosecurity.com`.",
		},
		{
			Name:        "client_id",
			Description: "Integration key of the Auth API application at Duo.",
		},
		{
			Name: "client_secret", Secret: true,
			Description: "Secret key of the Auth API application at Duo.",
		},
		{
			Name:        "admin_integration_key",
			Description: "Integration key of an Admin API application at Duo, with which authentik can import devices that are already enrolled there. Requires `admin_secret_key`.",
		},
		{
			Name: "admin_secret_key", Default: "", Secret: true,
			Description: "Secret key of the Admin API application at Duo.",
		},
	}),
}
