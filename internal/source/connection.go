package source

import (
	"encoding/json"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// whom is what a connection ties to what a source knows it as: a user or a group.
type whom struct {
	// field is the API's name, and part of paths and models.
	field  string
	refers kind.Reference
}

// provider is a type of sources that has connections. name is part of paths and models.
type provider struct{ name, title string }

// allConnections are the kinds of connections
// (/api/v3/sources/user_connections/ and group_connections/).
var allConnections = connections()

func connections() []*kind.Kind {
	var kinds []*kind.Kind
	for _, of := range []whom{{"user", reference.User}, {"group", reference.Group}} {
		for _, at := range []provider{
			{"oauth", "OAuth"},
			{"saml", "SAML"},
			{"ldap", "LDAP"},
			{"kerberos", "Kerberos"},
			{"plex", "Plex"},
			{"telegram", "Telegram"},
		} {
			kinds = append(kinds, connection(of, at))
		}
	}
	return kinds
}

// connection describes one kind. POST and PATCH are there, but whom a connection belongs
// to is part of a request from 2024.12 to 2026.2.6 and in 2026.5.0 to 2026.5.5 only, so
// that a resource could neither create nor correct one elsewhere.
func connection(of whom, at provider) *kind.Kind {
	described := &kind.Kind{
		Type: "source_" + of.field + "_connection_" + at.name, Plural: "source_" + of.field + "_connections_" + at.name,
		Title: of.field + " connection of " + at.title + " sources", Titles: of.field + " connections of " + at.title + " sources", Family: Family,
		Summary:  "A " + of.field + " connection of " + at.title + " sources says what such a source knows a " + of.field + " as. authentik creates it when somebody signs in or the source is synchronized.",
		Model:    "authentik_sources_" + at.name + "." + of.field + at.name + "sourceconnection",
		API:      kind.Endpoint{Path: "/sources/" + of.field + "_connections/" + at.name + "/"},
		Lookups:  []kind.Lookup{kind.By("source", "identifier")},
		Filters:  []string{of.field, "source", "identifier"},
		ReadOnly: true,
		ReadOnlyBecause: "It can be read only: up to authentik 2024.10, and again since 2026.2.7 and 2026.5.6, the API does not accept " +
			"which " + of.field + " a connection belongs to.",
		Parameters: []kind.Parameter{{Name: "source_slug", API: "source__slug", Type: kind.String, Description: "Only those of the source with this slug."}},
		Fields: []kind.Field{
			{Name: "pk", Description: "ID of the connection as the API names it; the same as `id`, as a number."},
			{Name: of.field, Refers: of.refers, ReadOnly: true, Description: "ID of the " + of.field + "."},
			{Name: "source", ReadOnly: true, Refers: reference.Source, Description: "UUID of the source."},
			{Name: "identifier", ReadOnly: true, Description: "What the source knows the " + of.field + " as."},
			{Name: "created", Description: "When the connection was created."},
			{Name: "last_updated", Description: "When the connection was last changed."},
		},
		Excluded: map[string]string{"source_obj": "the data source of sources has it"},
		Upgrade:  sourceUUID,
	}
	switch {
	case of.field == "user" && at.name == "oauth":
		described.Fields = append(described.Fields, kind.Field{Name: "expires", ReadOnly: true, Description: "When the access token expires."})
		described.Excluded["access_token"] = "a token of the user, which is never returned"
	case of.field == "user" && at.name == "plex":
		described.Excluded["plex_token"] = "a token of the user"
	case at.name == "ldap":
		described.Excluded[of.field+"_obj"] = "the data source of " + of.field + "s has it"
	}
	return described
}

// sourceUUID leaves the UUID of a source that releases up to 2024.10 return in full.
func sourceUUID(answer map[string]json.RawMessage) {
	var source struct {
		PK json.RawMessage `json:"pk"`
	}
	if json.Unmarshal(answer["source"], &source) == nil && source.PK != nil {
		answer["source"] = source.PK
	}
}
