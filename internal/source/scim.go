package source

import (
	"encoding/json"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// SCIM is a SCIM source (/api/v3/sources/scim/). The server creates a service account and
// a token for it, which go with it.
var SCIM = kind.Kind{
	Type: "source_scim", Plural: "sources_scim", Title: "SCIM source", Family: Family,
	Summary: "A SCIM source lets another system create, change and delete users and groups by SCIM. The ephemeral resource `authentik_source_scim_token` has the token that it needs.",
	Model:   "authentik_sources_scim.scimsource",
	API:     endpoint("/sources/scim/"),
	Lookups: lookups(),
	Filters: []string{"name", "slug", "enabled"},
	Deletes: "its service account and token, and what is known of its users and groups",
	Fields: slices.Concat(identity(), mappings(false), []kind.Field{
		{Name: "scim_url", API: "root_url", Exposed: true, Description: "URL of the SCIM server, with the host of the Terraform provider's `url`. The API's name of the field is `root_url`."},
		{Name: "token", API: "token_obj", Type: kind.String, Stable: true, Description: "Identifier of the token, not the token itself."},
	}),
	Excluded: map[string]string{"user_matching_mode": "in authentik 2024.4 and 2024.6 only, without effect"},
	Upgrade:  tokenIdentifier,
}

// tokenIdentifier leaves the identifier of a token that comes with its user and groups.
func tokenIdentifier(answer map[string]json.RawMessage) {
	var token struct {
		Identifier json.RawMessage `json:"identifier"`
	}
	if json.Unmarshal(answer["token_obj"], &token) == nil && token.Identifier != nil {
		answer["token_obj"] = token.Identifier
	}
}
