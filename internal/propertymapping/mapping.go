// Package propertymapping describes authentik's property mappings: Python expressions
// that shape what is sent elsewhere, or what is read from a source.
//
// The facts come from the API documents of authentik 2022.10 to 2026.8, of the
// endpoints below /api/v3/propertymappings/. All types share one table.
package propertymapping

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Kinds are the types of property mappings, and the one of any type.
func Kinds() []*kind.Kind {
	return []*kind.Kind{
		&Any, &Notification,
		&ProviderScope, &ProviderSAML, &ProviderSCIM, &ProviderRADIUS, &ProviderRAC, &ProviderGoogleWorkspace, &ProviderMicrosoftEntra,
		&SourceLDAP, &SourceOAuth, &SourceSAML, &SourceSCIM, &SourcePlex, &SourceKerberos, &SourceTelegram,
	}
}

// Family is the heading in the documentation.
const Family = "Customization"

// fields are those of every type (PropertyMappingSerializer), the expression with its
// description, and those of one type.
//
// A blueprint finds its mapping by `managed`, so that this is written only where it is
// configured: null would make the blueprint create the mapping again.
func fields(expression string, own ...kind.Field) []kind.Field {
	return slices.Concat(common(""), []kind.Field{
		{Name: "expression", Multiline: true, Description: expression + " authentik checks its syntax. Leading and trailing whitespace is ignored, so that a heredoc can be used."},
		{Name: "managed", IfConfigured: true, NotIncumbent: true, FilterMayFail: true, Description: "Name by which a blueprint of authentik knows the mapping, such as `goauthentik.io/providers/oauth2/scope-openid`; it stays when `name` changes. The blueprint reverts other changes.", Usage: "Rarely set in a configuration."},
	}, own)
}

// common are the fields of every type that nobody writes, and the name with its filter.
func common(filter string) []kind.Field {
	return []kind.Field{
		{Name: "pk", Description: "UUID of the mapping; the same as `id`."},
		{Name: "name", Filter: filter, Description: "Name of the mapping, unique among property mappings of all types since authentik 2023.3."},
		{Name: "component", Description: "Web component with which authentik's admin interface edits the mapping."},
		{Name: "verbose_name", Description: "Name of the mapping's type in the server's language."},
		{Name: "verbose_name_plural", Description: "Plural of `verbose_name`."},
		{Name: "meta_model_name", Description: "Type of the mapping, `app.model`."},
	}
}

// lookups are the ways to find a mapping of any type but webhook mappings, and those of
// one type.
func lookups(own ...string) []kind.Lookup {
	ways := []kind.Lookup{kind.By("name"), kind.By("managed")}
	for _, name := range own {
		ways = append(ways, kind.By(name))
	}
	return ways
}

// Any is a property mapping of any type (/api/v3/propertymappings/all/). It can be
// read only. Up to 2024.6 the list has no filter but the search.
var Any = kind.Kind{
	Type: "property_mapping", Plural: "property_mappings", Title: "property mapping", Family: Family,
	Summary:  "A property mapping is a Python expression that shapes what is sent elsewhere. This data source covers all types, with the fields that they share.",
	Model:    "authentik_core.propertymapping",
	API:      kind.Endpoint{Path: "/propertymappings/all/"},
	Lookups:  lookups(),
	Filters:  []string{"name", "meta_model_name"},
	ReadOnly: true, ManagedList: true,
	Fields: slices.Concat(common("search"), []kind.Field{
		{Name: "expression", Description: "Python code of the mapping."},
		{Name: "managed", FilterMayFail: true, Description: "Name by which a blueprint of authentik knows the mapping; it stays when `name` changes."},
	}),
}
