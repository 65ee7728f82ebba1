package stage

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Consent is the stage that asks users to agree (/api/v3/stages/consent/).
var Consent = kind.Kind{
	Type:    "stage_consent",
	Plural:  "stages_consent",
	Title:   "consent stage",
	Family:  Family,
	Summary: "A consent stage is a step of a flow in which users consent to what an application requests.",
	API:     kind.Endpoint{Path: "/stages/consent/"},
	Model:   "authentik_stages_consent.consentstage",
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "mode"},
	Deletes: itsBindings,
	Fields: slices.Concat(Base(), []kind.Field{
		{
			Name: "mode", Default: "expiring", Incumbent: "always_require",
			Description: "How long a consent is valid: not at all, so that users are asked every time (`always_require`), forever (`permanent`), or for `consent_expire_in` (`expiring`).",
		},
		{
			Name: "consent_expire_in", Type: kind.Duration, Default: "weeks=4",
			Description: "How long a consent is valid if `mode` is `expiring`.",
		},
	}),
}
