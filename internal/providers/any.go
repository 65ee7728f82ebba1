package providers

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Any is a provider of any type (/api/v3/providers/all/). It can be read only. The
// list has no filter by name, so that it is searched and compared.
var Any = kind.Kind{
	Type: "provider", Plural: "providers", Title: "provider", Family: Family,
	Summary:  "A provider says how an application is signed in to, or how it is kept up to date. This data source covers all types, with the fields that they share.",
	Model:    "authentik_core.provider",
	API:      kind.Endpoint{Path: "/providers/all/"},
	Lookups:  []kind.Lookup{kind.By("name")},
	Filters:  []string{"name", "meta_model_name"},
	ReadOnly: true,
	Parameters: []kind.Parameter{
		{Name: "backchannel", Type: kind.Bool, Description: "Only those that can serve an application in the background, or, if false, only the others."},
		{Name: "without_application", API: "application__isnull", Type: kind.Bool, Description: "Only those that no application has, or, if false, only the others."},
	},
	Fields: slices.Concat(searched(base()), signIn(), []kind.Field{mappings("UUIDs of the provider's property mappings.")}),
}

// searched makes the name of the fields one that the server can only search for.
func searched(fields []kind.Field) []kind.Field {
	for i := range fields {
		if fields[i].Name == "name" {
			fields[i].Filter = "search"
		}
	}
	return fields
}
