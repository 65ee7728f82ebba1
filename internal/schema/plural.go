package schema

import (
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Plural is the schema of the data source for many objects.
func Plural(k *kind.Kind) *tfprotov6.Schema {
	found := append([]*tfprotov6.SchemaAttribute{{Name: lookup.ID, Type: tftypes.String, Computed: true, Description: IDWord(k) + " of the " + k.Title + "."}}, shownAttributes(k)...)
	attributes := append(filters(k),
		&tfprotov6.SchemaAttribute{
			Name: Objects, Computed: true, Description: "The " + k.Plurals() + ", sorted by `id`.",
			NestedType: &tfprotov6.SchemaObject{Nesting: tfprotov6.SchemaObjectNestingModeList, Attributes: ordered(found)},
		},
		&tfprotov6.SchemaAttribute{Name: IDs, Type: tftypes.List{ElementType: tftypes.String}, Computed: true, Description: "The `id` of each of `objects`, in the same order."},
	)
	attributes = append(attributes, includes(k)...)
	if k.ResultAlias != "" {
		attributes = append(attributes,
			&tfprotov6.SchemaAttribute{
				Name: k.ResultAlias, Computed: true, Description: "The same as `objects`, under goauthentik/authentik's name.",
				NestedType: &tfprotov6.SchemaObject{Nesting: tfprotov6.SchemaObjectNestingModeList, Attributes: ordered(found)},
			},
			&tfprotov6.SchemaAttribute{
				Name: Ordering, Type: tftypes.String, Optional: true,
				Description: "Attributes that the objects are sorted by instead of `id`, such as `name` or, in reverse, `-name`; several with commas between them.",
			})
	}
	if len(k.Secrets()) > 0 {
		attributes = append(attributes, omitSecrets(k))
	}
	return assemble("Reads all "+k.Plurals()+", or those that match the filters. "+k.About()+needs(k), attributes)
}

// includes are the arguments of the data sources that ask for more of an object.
func includes(k *kind.Kind) []*tfprotov6.SchemaAttribute {
	var attributes []*tfprotov6.SchemaAttribute
	for _, include := range k.Includes() {
		var fields []string
		for _, field := range k.All() {
			if field.Include == include {
				fields = append(fields, field.Name)
			}
		}
		attributes = append(attributes, &tfprotov6.SchemaAttribute{
			Name: include.Parameter, Type: tftypes.Bool, Optional: true,
			Description: "Whether " + names(fields) + " " + verb(fields) + " read, which takes the server longer. " + falseBut(include.Incumbent),
		})
	}
	return attributes
}

// filters are the arguments of the list resource and of the plural data source.
func filters(k *kind.Kind) []*tfprotov6.SchemaAttribute {
	var attributes []*tfprotov6.SchemaAttribute
	if !k.Unsearchable {
		attributes = append(attributes, &tfprotov6.SchemaAttribute{
			Name: Search, Type: tftypes.String, Optional: true,
			Description: "Only those that authentik's search finds, for most kinds by part of the name. Case does not matter; each of several words must match.",
		})
	}
	for _, name := range k.Filters {
		field := k.Field(name)
		text := "Only those whose `" + name + "` is exactly this."
		if !k.HasFilter(field) {
			text += " authentik cannot filter by it, so the provider reads all objects."
		}
		attributes = append(attributes, &tfprotov6.SchemaAttribute{Name: name, Type: filterType(field), Optional: true, Description: text})
	}
	for _, parameter := range k.Parameters {
		attributes = append(attributes, &tfprotov6.SchemaAttribute{
			Name: parameter.Name, Type: value.Type(&kind.Field{Type: parameter.Type, Of: parameter.Of}), Optional: true, Description: parameter.Description,
		})
	}
	return attributes
}

// filterType is the type of a filter by the field: of an element, where the field is a
// list.
func filterType(field *kind.Field) tftypes.Type {
	if field.IsCollection() {
		return value.Type(&kind.Field{Type: field.Of})
	}
	return value.Type(field)
}
