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
	Summary:    "A mutual TLS stage is the step of a flow in which users are known by the client certificate of their browser, which a reverse proxy hands to authentik.",
	API:        kind.Endpoint{Path: "/stages/mtls/"},
	Model:      "authentik_stages_mtls.mutualtlsstage",
	Lookups:    []kind.Lookup{kind.By("name")},
	Filters:    []string{"name", "mode", "cert_attribute", "user_attribute"},
	Deletes:    itsBindings,
	Enterprise: true,
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "mode", Default: "optional",
			Description: "Whether the flow goes on (`optional`) or ends (`required`) where there is no certificate.",
		},
		{
			Name: "certificate_authorities", Refers: reference.Certificate,
			Description: "UUIDs of the certificates of the authorities that client certificates must come from. Without any, those of the brand count.",
		},
		{
			Name: "cert_attribute", Default: "email",
			Description: "What of the certificate says who the user is.",
		},
		{
			Name: "user_attribute", Default: "email",
			Description: "Which field of the user that is compared with.",
		},
	}),
}
