package providers

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// OAuth2DCR lets clients register themselves (/api/v3/providers/oauth2-dcr/). Policy
// bindings refer to it by its key.
var OAuth2DCR = kind.Kind{
	Type: "provider_oauth2_dcr", Plural: "provider_oauth2_dcrs", Title: "dynamic client registration", Family: Family,
	Summary:     "A dynamic client registration lets clients register with an OAuth2 provider. authentik creates a provider and an application for each, outside of Terraform.",
	Model:       "authentik_providers_oauth2.oauth2dynamicclientregistration",
	API:         kind.Endpoint{Path: "/providers/oauth2-dcr/", Key: "pbm_uuid"},
	Lookups:     []kind.Lookup{kind.By("oauth2_provider")},
	NamesRepeat: true,
	Filters:     []string{"oauth2_provider"},
	Deletes:     "its policy bindings",
	Fields: []kind.Field{
		{Name: "pbm_uuid", Description: "UUID by which policy bindings refer to the registration; the same as `id`."},
		{Name: "oauth2_provider", API: "provider", Cascades: true, Refers: reference.OAuth2Provider, Description: "ID of the OAuth2 provider. The API's name of the field is `provider`, which Terraform reserves."},
		{Name: "default_application_group", Description: "Heading under which the dashboard shows the applications of clients."},
		{Name: "override_authorization_flow", Refers: reference.Flow, Description: "UUID of the clients' authorization flow. If not set, it is the provider's."},
		{Name: "override_invalidation_flow", Refers: reference.Flow, Description: "UUID of the clients' invalidation flow. If not set, it is the provider's."},
		{Name: "override_property_mappings", Refers: reference.ScopeMapping, Description: "UUIDs of the scope mappings of clients. If empty, they are the provider's."},
		{Name: "access_token_validity", Type: kind.Duration, Computed: true, Description: "Maximum validity of clients' access tokens."},
		{Name: "refresh_token_validity", Type: kind.Duration, Computed: true, Description: "Maximum validity of clients' refresh tokens."},
		{Name: "allowed_grant_types", Description: "Grant types that clients may register for; all if empty."},
		{Name: "policy_engine_mode", Default: "any", Description: "Whether `all` bindings must let a client through or `any` one is enough."},
	},
}
