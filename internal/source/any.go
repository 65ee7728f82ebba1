package source

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Any is a source of any type (/api/v3/sources/all/), the built-in one included.
var Any = kind.Kind{
	Type: "source", Plural: "sources", Title: "source", Family: Family, ReadOnly: true,
	Summary: "A source of any type, with the fields that all types have. The built-in source, `authentik-built-in`, stands for the server's own users.",
	Model:   "authentik_core.source",
	API:     endpoint(allSources),
	Lookups: []kind.Lookup{kind.By("slug"), kind.By("managed"), kind.By("name")},
	Selects: []string{"slug", "managed"},
	Filters: []string{"name", "slug", "managed", "enabled", "meta_model_name"},
	Fields:  slices.Concat(identity(), mappings(true), signIn()),
	Excluded: map[string]string{
		"icon_themed_urls": themed,
	},
	Upgrade: withoutDefaultIcon,
}
