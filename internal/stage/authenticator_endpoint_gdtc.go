package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// AuthenticatorEndpointGDTC is the stage that asks Google Chrome about the device
// (/api/v3/stages/authenticator/endpoint_gdtc/).
var AuthenticatorEndpointGDTC = kind.Kind{
	Type:       "stage_authenticator_endpoint_gdtc",
	Plural:     "stages_authenticator_endpoint_gdtc",
	Title:      "Google device trust connector stage",
	Family:     Family,
	Summary:    "A Google device trust connector stage is a step of a flow in which Google Chrome reports the state of the user's device through Chrome Enterprise device trust. authentik has deprecated it.",
	API:        kind.Endpoint{Path: "/stages/authenticator/endpoint_gdtc/"},
	Model:      "authentik_stages_authenticator_endpoint_gdtc.authenticatorendpointgdtcstage",
	Lookups:    []kind.Lookup{kind.By("name")},
	Filters:    []string{"name", "configure_flow"},
	Enterprise: true,
	Deletes:    "its bindings to flows and the devices that it has recorded",
	Fields: slices.Concat(Base(), setup(), []kind.Field{
		{
			Name: "credentials", Secret: true,
			Description: "Content of the key file of the Google service account that may read the devices.", Usage: "Use `file()` to read it.",
		},
	}),
}
