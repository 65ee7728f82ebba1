package schema

import (
	"sync"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// The types of whole objects, each computed once: they are needed for every value that
// crosses the protocol, while the schemas, with their texts, are not.
var resourceTypes, identityTypes, dataSourceTypes, pluralTypes, listTypes sync.Map

// ResourceType is the type of the resource's state.
func ResourceType(k *kind.Kind) tftypes.Object {
	return once(&resourceTypes, k, func() map[string]tftypes.Type {
		types := map[string]tftypes.Type{lookup.ID: tftypes.String}
		fields := k.All()
		for i := range fields {
			field := &fields[i]
			if field.InResource() && !field.WriteOnly {
				types[field.Name] = value.Type(field)
			}
			if field.InResource() && field.Secret && !field.ReadOnly {
				types[field.Name] = tftypes.String
				types[field.Name+diagnostic.WriteOnlySuffix] = tftypes.String
				types[field.Name+diagnostic.VersionSuffix] = tftypes.Number
			}
			switch {
			case field.Reveal.Path != "":
				types[field.Reveal.Switch] = tftypes.Bool
			case field.WriteOnly:
				delete(types, field.Name)
			}
		}
		return types
	})
}

// IdentityType is the type of the resource's identity.
func IdentityType(k *kind.Kind) tftypes.Object {
	return once(&identityTypes, k, func() map[string]tftypes.Type {
		return map[string]tftypes.Type{IdentityAttribute(k): tftypes.String}
	})
}

// DataSourceType is the type of the data source for one object.
func DataSourceType(k *kind.Kind) tftypes.Object {
	return once(&dataSourceTypes, k, func() map[string]tftypes.Type {
		types := itemTypes(k)
		if k.ManagedList {
			types[ManagedList], types[IDs] = stringList(), stringList()
		}
		if len(k.Secrets()) > 0 {
			types[OmitSecrets] = tftypes.Bool
		}
		for _, include := range k.Includes() {
			types[include.Parameter] = tftypes.Bool
		}
		for _, field := range k.Fetched() {
			types[field.Name], types[field.Fetch.Switch] = value.Type(&field), tftypes.Bool
		}
		return types
	})
}

// ItemType is the type of an element of the plural data source's `objects`.
func ItemType(k *kind.Kind) tftypes.Object { return tftypes.Object{AttributeTypes: itemTypes(k)} }

func itemTypes(k *kind.Kind) map[string]tftypes.Type {
	types := map[string]tftypes.Type{lookup.ID: tftypes.String}
	shown := k.Shown()
	for i := range shown {
		types[shown[i].Name] = value.Type(&shown[i])
	}
	return types
}

// PluralType is the type of the data source for many objects.
func PluralType(k *kind.Kind) tftypes.Object {
	return once(&pluralTypes, k, func() map[string]tftypes.Type {
		types := filterTypes(k)
		types[Objects] = tftypes.List{ElementType: ItemType(k)}
		types[IDs] = tftypes.List{ElementType: tftypes.String}
		for _, include := range k.Includes() {
			types[include.Parameter] = tftypes.Bool
		}
		if k.ResultAlias != "" {
			types[k.ResultAlias], types[Ordering] = types[Objects], tftypes.String
		}
		if len(k.Secrets()) > 0 {
			types[OmitSecrets] = tftypes.Bool
		}
		return types
	})
}

// ListType is the type of the list resource's configuration.
func ListType(k *kind.Kind) tftypes.Object {
	return once(&listTypes, k, func() map[string]tftypes.Type { return filterTypes(k) })
}

func filterTypes(k *kind.Kind) map[string]tftypes.Type {
	types := map[string]tftypes.Type{}
	if !k.Unsearchable {
		types[Search] = tftypes.String
	}
	for _, name := range k.Filters {
		types[name] = filterType(k.Field(name))
	}
	for _, parameter := range k.Parameters {
		types[parameter.Name] = value.Type(&kind.Field{Type: parameter.Type, Of: parameter.Of})
	}
	return types
}

func once(cache *sync.Map, k *kind.Kind, types func() map[string]tftypes.Type) tftypes.Object {
	if cached, ok := cache.Load(k); ok {
		if known, ok := cached.(tftypes.Object); ok {
			return known
		}
	}
	computed := tftypes.Object{AttributeTypes: types()}
	cache.Store(k, computed)
	return computed
}
