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
	Summary:    "A Google device trust connector stage is the step of a flow in which Google Chrome tells what it knows of the user's device, by Google's Chrome Enterprise device trust. authentik has deprecated it.",
	API:        kind.Endpoint{Path: "/stages/authenticator/endpoint_gdtc/"},
	Model:      "authentik_stages_authenticator_endpoint_gdtc.authenticatorendpointgdtcstage",
	Lookups:    []kind.Lookup{kind.By("name")},
	Filters:    []string{"name", "configure_flow"},
	Enterprise: true,
	Deletes:    "its bindings to flows and what it has recorded of the devices that it saw",
	Fields: slices.Concat(Base(), setup(), []kind.Field{
		{
			Name: "credentials", Secret: true,
			Description: "Key of the Google service account that may ask for the devices, as the key file has it; `file()` reads one.",
		},
	}),
}
