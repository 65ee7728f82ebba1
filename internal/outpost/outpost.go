// Package outpost describes authentik's outposts, the programs that run proxy, LDAP,
// RADIUS and RAC providers, and the service connections through which the server deploys
// them. The facts come from the API documents of authentik 2022.10 to 2026.8 and from
// outposts/models.py.
package outpost

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// Kinds are the kinds of this family.
func Kinds() []*kind.Kind {
	return []*kind.Kind{&Outpost, &Docker, &Kubernetes, &AnyConnection}
}

// Family is the heading in the documentation.
const Family = "Outposts"

// EmbeddedName is the name of the outpost that is part of the server. It cannot change,
// and it alone may be without providers.
const EmbeddedName = "authentik Embedded Outpost"

// Outpost is an outpost (/api/v3/outposts/instances/).
//
// The configuration is one JSON object rather than nested attributes: releases have
// different keys, a server keeps those that it does not know, and an attribute for each
// key would need the default of each release. goauthentik/authentik has it so too.
var Outpost = kind.Kind{
	Type: "outpost", Plural: "outposts", Title: "outpost", Article: "an", Family: Family,
	Summary: "An outpost is a program that runs providers of one type: proxy, LDAP, RADIUS or RAC. authentik deploys it through a service connection, or you deploy it yourself with the outpost's token. The server has an embedded one for proxy providers.",
	Model:   "authentik_outposts.outpost",
	API:     kind.Endpoint{Path: "/outposts/instances/"},
	Lookups: []kind.Lookup{kind.By("name"), kind.By("managed")},
	Filters: []string{"name", "managed", "type", "service_connection"},
	Parameters: []kind.Parameter{
		{Name: "providers_by_pk", Type: kind.Set, Of: kind.Int, Description: "Only those that have one of the providers with these IDs."},
		{Name: "providers__isnull", Type: kind.Bool, Description: "Only those without providers, or only those with some."},
	},
	Deletes: "its user and token and, where authentik has deployed it, the deployment",
	Rules:   []kind.Rule{needsProvider, knowsKeys},
	Fields: []kind.Field{
		{Name: "pk", Description: "UUID of the outpost as the API names it; the same as `id`."},
		{Name: "name", Filter: "name__iexact", Description: "Name of the outpost, unique."},
		{Name: "type", Optional: true, Default: "proxy", Replaces: true, Description: "Type of the providers that the outpost runs."},
		{Name: "protocol_providers", API: "providers", Optional: true, IfConfigured: true, Refers: reference.Provider, Description: "IDs of the providers that the outpost runs, at least one.", Usage: "With `authentik_outpost_provider_attachment` beside it, create the outpost with one and ignore changes of this argument (`lifecycle { ignore_changes = [protocol_providers] }`). If not set, as for the embedded outpost after an import, the providers stay as they are. The API's name of the field is `providers`."},
		{Name: "service_connection", Refers: reference.ServiceConnection, Description: "UUID of the service connection through which authentik deploys the outpost. If not set, you deploy it yourself."},
		{Name: "config", Optional: true, Superset: true, Initial: "default_settings/", Description: "Configuration, an object such as `jsonencode({ authentik_host = \"https://auth.example.com\" })`.", Usage: "Only the keys that are written are managed; a new outpost has authentik's default settings for the others, and a key that is removed keeps its value. The data source shows all keys."},
		{Name: "managed", ReadOnly: true, Filter: "managed__iexact", Description: "Name by which authentik manages the outpost: `goauthentik.io/outposts/embedded` for the embedded one."},
		{Name: "token_identifier", Stable: true, Description: "Identifier of the token with which the outpost signs in. The ephemeral resource `authentik_outpost_token` reads the token."},
		{Name: "refresh_interval_s", Description: "How often the outpost asks for its configuration, in seconds."},
	},
	Excluded: map[string]string{
		"managed":                "the server names its own outpost by it",
		"providers_obj":          "the data sources of providers have them",
		"service_connection_obj": "the data source of service connections has it",
	},
}
