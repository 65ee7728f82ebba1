package providers

import (
	"encoding/json"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// SSF is a provider of the Shared Signals Framework (/api/v3/providers/ssf/), which
// authentik has since 2025.2. The server creates a service account and a token for it,
// which go with it.
var SSF = kind.Kind{
	Type: "provider_ssf", Plural: "providers_ssf", Title: "SSF provider", Article: "an", Family: Family,
	Summary:    "An SSF provider notifies other systems of events, such as the end of a session, through the Shared Signals Framework. It works once an application has it as one of its `backchannel_providers`.",
	Model:      "authentik_providers_ssf.ssfprovider",
	API:        kind.Endpoint{Path: "/providers/ssf/"},
	Lookups:    []kind.Lookup{kind.By("name")},
	Filters:    []string{"name"},
	Enterprise: true,
	Deletes:    "its service account, its token and its streams",
	Fields: slices.Concat(ssfBase(), []kind.Field{
		{Name: "signing_key", Cascades: true, Refers: reference.Certificate, Description: "UUID of the certificate-key pair that signs events."},
		{Name: "jwt_federation_providers", API: "oidc_auth_providers", Refers: reference.OAuth2Provider, Description: "IDs of OAuth2 providers whose tokens receivers may register streams with. The API's name of the field is `oidc_auth_providers`."},
		{Name: "event_retention", Type: kind.Duration, Default: "days=30", Description: "How long undelivered events are kept."},
		{Name: "push_verify_certificates", Default: true, NotIncumbent: true, Description: "Whether the certificates of receivers are verified."},
		{Name: "token", API: "token_obj", Type: kind.String, Stable: true, Description: "Identifier of the token with which receivers register streams, not the token itself."},
		{Name: "ssf_url", Description: "URL of the configuration that receivers read, with the host at which the server is asked. Null while no application has the provider."},
	}),
	Excluded: map[string]string{"oidc_auth_providers_obj": "the data source of OAuth2 providers has them"},
	Upgrade:  tokenIdentifier,
}

// ssfBase lacks what the API does not say about the application.
func ssfBase() []kind.Field {
	return slices.DeleteFunc(backchannel(), func(field kind.Field) bool {
		return field.Name == "assigned_backchannel_application_slug" || field.Name == "assigned_backchannel_application_name"
	})
}

// tokenIdentifier leaves the identifier of a token that comes in full.
func tokenIdentifier(answer map[string]json.RawMessage) {
	var token struct {
		Identifier json.RawMessage `json:"identifier"`
	}
	if json.Unmarshal(answer["token_obj"], &token) == nil && token.Identifier != nil {
		answer["token_obj"] = token.Identifier
	}
}
