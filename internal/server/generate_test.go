package server_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// choices are, for each type, the values that configurations and states have.
type choices map[kind.Type][]any

// few are few values, so that they often coincide, or mean the same in another spelling.
var few = choices{
	kind.String: {"a", "b"}, kind.Bool: {true, false}, kind.Int: {0, 1, 1<<53 + 1}, kind.Float: {0.5, 1.5},
	kind.Duration: {"hours=1", "minutes=60", "minutes=5"}, kind.Time: {"2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", "2027-01-01T00:00:00Z"},
	kind.UUID: {coretest.FirstID, strings.ToUpper(coretest.FirstID), coretest.SecondID}, kind.JSON: {`{"a":1,"b":2}`, `{"b":2, "a":1.0}`, `[1]`},
	kind.List: {[]string{}, []string{"a", "b"}, []string{"b", "a"}}, kind.Set: {[]string{}, []string{"a", "b"}, []string{"b", "a", "b"}},
}

// inner are the fields of nested objects.
var inner = []kind.Field{
	{Name: "url", Type: kind.String, Required: true},
	{Name: "mode", Type: kind.String, Default: "strict"},
	{Name: "span", Type: kind.Duration, Nullable: true},
	{Name: "size", Type: kind.Int, Nullable: true},
	{Name: "note", Type: kind.String, Nullable: true},
}

// aField draws a field of any type and option.
func aField(t *rapid.T, name string) kind.Field {
	types := []kind.Type{kind.String, kind.Bool, kind.Int, kind.Float, kind.Duration, kind.Time, kind.UUID, kind.JSON, kind.List, kind.Set, kind.Objects}
	field := kind.Field{Name: name, Type: rapid.SampledFrom(types).Draw(t, name+" type")}
	switch {
	case field.IsCollection():
		field.Of = kind.String
	case field.Type == kind.Objects:
		field.Fields = inner
	default:
	}
	switch rapid.SampledFrom([]string{"plain", "required", "default", "nullable", "computed", "if configured"}).Draw(t, name+" option") {
	case "required":
		field.Required = true
	case "default":
		if values := few[field.Type]; len(values) > 0 {
			field.Default = values[0]
		}
	case "computed":
		field.Computed = true
	case "if configured":
		field.IfConfigured = true
	case "nullable":
		field.Nullable = true
	}
	field.Cascades = field.Type == kind.UUID && rapid.Bool().Draw(t, name+" cascades")
	field.Replaces = !field.Cascades && rapid.IntRange(0, 4).Draw(t, name+" replaces") == 0
	return field
}

// aSecret draws a secret of any option.
func aSecret(t *rapid.T, name string) kind.Field {
	field := kind.Field{Name: name, Type: kind.String, Secret: true}
	switch rapid.SampledFrom([]string{"optional", "required", "generated", "write-only"}).Draw(t, name+" option") {
	case "required":
		field.Required = true
	case "generated":
		field.Generated = true
	case "write-only":
		field.WriteOnly = true
	}
	return field
}

// aKind draws a kind.
func aKind(t *rapid.T) *kind.Kind {
	var fields []kind.Field
	for i := range rapid.IntRange(0, 5).Draw(t, "fields") {
		fields = append(fields, aField(t, fmt.Sprint("f", i)))
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "secrets") {
		fields = append(fields, aSecret(t, fmt.Sprint("s", i)))
	}
	fields = append(fields, kind.Field{Name: "seen", Type: kind.String, ReadOnly: true, Exposed: true})
	if rapid.Bool().Draw(t, "by slug") {
		return coretest.Slugged(fields...)
	}
	return coretest.Thing(fields...)
}

// value draws a configured value; null and unknown where that is allowed.
func (c choices) value(t *rapid.T, field *kind.Field, unknown bool) tftypes.Value {
	forms := []string{"known", "known"}
	if !field.MustBeSet() {
		forms = append(forms, "null")
	}
	if unknown {
		forms = append(forms, "unknown")
	}
	switch rapid.SampledFrom(forms).Draw(t, field.Name) {
	case "null":
		return value.Null(field)
	case "unknown":
		return value.Unknown(field)
	}
	switch field.Type {
	case kind.Objects:
		elements := []tftypes.Value{}
		for i := range rapid.IntRange(fewest(field), 2).Draw(t, field.Name+" elements") {
			elements = append(elements, c.object(t, field, fmt.Sprintf("%s[%d]", field.Name, i), unknown))
		}
		return tftypes.NewValue(value.Type(field), elements)
	case kind.Object:
		return c.object(t, field, field.Name, unknown)
	default:
	}
	values := c[field.Type]
	switch {
	case field.IsCollection():
		values = values[fewest(field):]
	case field.Type == kind.String && !field.Required && !field.NoDefault:
		values = append(slices.Clone(values), "")
	}
	return value.FromGo(field, rapid.SampledFrom(values).Draw(t, field.Name+" value"))
}

// fewest is how many elements a list has at least: where it is null if it is not set, null
// is the empty list in another spelling.
func fewest(field *kind.Field) int {
	if field.NoDefault {
		return 1
	}
	return 0
}

func (c choices) object(t *rapid.T, field *kind.Field, name string, unknown bool) tftypes.Value {
	attributes := map[string]tftypes.Value{}
	for i := range field.Fields {
		one := field.Fields[i]
		one.Name = name + "." + one.Name
		attributes[field.Fields[i].Name] = c.value(t, &one, unknown)
	}
	return tftypes.NewValue(value.ObjectType(field.Fields), attributes)
}

// config draws a configuration that is valid.
func (c choices) config(t *rapid.T, k *kind.Kind, unknown bool) value.Object {
	config := coretest.Config(k, nil)
	fields := k.All()
	for i := range fields {
		field := &fields[i]
		switch {
		case field.ReadOnly:
		case field.Secret:
			aSecretConfig(t, field, config)
		default:
			config[field.Name] = c.value(t, field, unknown)
		}
	}
	return config
}

func aSecretConfig(t *rapid.T, field *kind.Field, config value.Object) {
	choices := []string{"write-only"}
	if !field.Required {
		choices = append(choices, "none")
	}
	if !field.WriteOnly {
		choices = append(choices, "plain")
	}
	secret := value.Text(rapid.SampledFrom([]string{"S3cr3t1", "S3cr3t2"}).Draw(t, field.Name+" value"))
	switch rapid.SampledFrom(choices).Draw(t, field.Name) {
	case "plain":
		config[field.Name] = secret
	case "write-only":
		config[field.Name+"_wo"] = secret
		config[field.Name+"_wo_version"] = tftypes.NewValue(tftypes.Number, rapid.IntRange(1, 2).Draw(t, field.Name+" version"))
	}
}

// resolved is a configuration whose unknown values are known, as during an apply.
func resolved(t *rapid.T, k *kind.Kind, config value.Object) value.Object {
	known := value.Object{}
	for _, name := range sortedNames(config) {
		known[name] = config[name]
		field := k.Field(name)
		for i := 0; field != nil && !known[name].IsFullyKnown(); i++ {
			one := *field
			one.Name = fmt.Sprintf("%s resolved %d", name, i)
			if field.Type != kind.Objects || !known[name].IsKnown() {
				known[name] = few.value(t, &one, false)
				continue
			}
			known[name] = resolvedObjects(t, field, known[name])
		}
	}
	return known
}

func resolvedObjects(t *rapid.T, field *kind.Field, objects tftypes.Value) tftypes.Value {
	elements := value.Elements(objects)
	for i, element := range elements {
		attributes := value.Attributes(element)
		for j := range field.Fields {
			one := field.Fields[j]
			if attribute := attributes[one.Name]; !attribute.IsKnown() {
				name := one.Name
				one.Name = fmt.Sprintf("%s[%d].%s resolved", field.Name, i, name)
				attributes[name] = few.value(t, &one, false)
			}
		}
		elements[i] = tftypes.NewValue(element.Type(), attributes)
	}
	return tftypes.NewValue(objects.Type(), elements)
}

func sortedNames[Value any](of map[string]Value) []string { return slices.Sorted(maps.Keys(of)) }
