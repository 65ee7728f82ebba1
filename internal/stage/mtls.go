package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// MutualTLS is the stage that looks at the certificate that a user's browser shows
// (/api/v3/stages/mtls/).
var MutualTLS = kind.Kind{
	Type:       "stage_mutual_tls",
	Plural:     "stages_mutual_tls",
	Title:      "mutual TLS stage",
	Family:     Family,
	Summary:    "A mutual TLS stage is a step of a flow in which users authenticate with a client certificate, which a reverse proxy passes on to authentik.",
	API:        kind.Endpoint{Path: "/stages/mtls/"},
	Model:      "authentik_stages_mtls.mutualtlsstage",
	Lookups:    []kind.Lookup{kind.By("name")},
	Filters:    []string{"name", "mode", "cert_attribute", "user_attribute"},
	Deletes:    itsBindings,
	Enterprise: true,
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "mode", Default: "optional",
			Description: "Whether the flow continues (`optional`) or ends (`required`) without a certificate.",
		},
		{
			Name: "certificate_authorities", Refers: reference.Certificate,
			Description: "UUIDs of the certificates of the authorities that may issue client certificates. If empty, those of the brand apply.",
		},
		{
			Name: "cert_attribute", Default: "email",
			Description: "Attribute of the certificate that identifies the user.",
		},
		{
			Name: "user_attribute", Default: "email",
			Description: "Field of the user that the certificate's attribute is compared with.",
		},
	}),
}
