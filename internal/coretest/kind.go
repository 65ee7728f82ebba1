package coretest

import (
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// IDs of objects that no server generates.
const (
	FirstID  = "2c56e12c-0fea-496b-a1e4-c39d9945129e"
	SecondID = "7f9b8a0e-4d1c-4d52-8f5e-0c1f9d1f3a77"
)

// Thing is a kind with the fields, besides its key and a name by which it is found. Its
// path is not in the contract.
func Thing(fields ...kind.Field) *kind.Kind {
	return &kind.Kind{
		Type: "thing", Plural: "things", Title: "thing", Model: "authentik_things.thing",
		API:     kind.Endpoint{Path: "/things/"},
		Lookups: []kind.Lookup{kind.By("name")},
		Fields: append([]kind.Field{
			{Name: "pk", Type: kind.UUID, ReadOnly: true},
			{Name: "name", Type: kind.String, Required: true},
		}, fields...),
	}
}

// Slugged is a kind that is addressed by its slug, as flows are.
func Slugged(fields ...kind.Field) *kind.Kind {
	k := Thing(append([]kind.Field{{Name: "slug", Type: kind.String, Required: true}}, fields...)...)
	k.API.Address = "slug"
	k.Fields[0] = kind.Field{Name: "uuid", API: "pk", Type: kind.UUID, ReadOnly: true, Stable: true}
	k.Lookups = []kind.Lookup{kind.By("slug")}
	return k
}

// Values are attributes as Go values: string, bool, int, float64, []string, []int, a
// value of Terraform's own, or nil for null.
type Values map[string]any

// Unknown is the unknown value in [Values].
const Unknown = unknown("unknown")

type unknown string

// Config is an object of the resource's type with the values; others are null.
func Config(k *kind.Kind, values Values) value.Object {
	return typed(schema.ResourceType(k), values)
}

// DataConfig is an object of the data source's type.
func DataConfig(k *kind.Kind, values Values) value.Object {
	return typed(schema.DataSourceType(k), values)
}

// Filters is an object of the type of the plural data source.
func Filters(k *kind.Kind, values Values) value.Object { return typed(schema.PluralType(k), values) }

func typed(objectType tftypes.Object, values Values) value.Object {
	object := value.Object{}
	for name, attributeType := range objectType.AttributeTypes {
		object[name] = tftypes.NewValue(attributeType, nil)
	}
	for name, of := range values {
		attributeType, ok := objectType.AttributeTypes[name]
		if !ok {
			panic("no attribute " + name)
		}
		object[name] = valueOf(attributeType, of)
	}
	return object
}

func valueOf(attributeType tftypes.Type, of any) tftypes.Value {
	switch of := of.(type) {
	case tftypes.Value:
		return of
	case unknown:
		return tftypes.NewValue(attributeType, tftypes.UnknownValue)
	case []string:
		return value.FromGo(&kind.Field{Type: kind.List, Of: kind.String}, of)
	case []int:
		return value.FromGo(&kind.Field{Type: kind.List, Of: kind.Int}, of)
	case []Values:
		list, ok := attributeType.(tftypes.List)
		if !ok {
			panic("not a list")
		}
		elements := make([]tftypes.Value, 0, len(of))
		for _, element := range of {
			elements = append(elements, valueOf(list.ElementType, element))
		}
		return tftypes.NewValue(attributeType, elements)
	case Values:
		object, ok := attributeType.(tftypes.Object)
		if !ok {
			panic("not an object")
		}
		return tftypes.NewValue(attributeType, typed(object, of))
	}
	return tftypes.NewValue(attributeType, of)
}

// Show is a value for comparison in a test: a string in quotes, `null`, `unknown`, or what
// Terraform's own value prints.
func Show(of tftypes.Value) string {
	switch {
	case !value.IsSet(of):
		return "null"
	case !of.IsKnown():
		return "unknown"
	case of.Type().Is(tftypes.String):
		return `"` + value.String(of) + `"`
	case of.Type().Is(tftypes.Bool), of.Type().Is(tftypes.Number):
		return value.Plain(of)
	}
	if of.Type().Is(tftypes.List{}) {
		var shown []string
		for _, element := range value.Elements(of) {
			shown = append(shown, Show(element))
		}
		return "[" + strings.Join(shown, " ") + "]"
	}
	return of.String()
}

// ListConfig is an object of the type of the list resource's configuration.
func ListConfig(k *kind.Kind, values Values) value.Object { return typed(schema.ListType(k), values) }
