package server_test

import (
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// distinct are values of which no two mean the same. Where a plan has a choice between two
// spellings, ours keeps the state's; the framework, whose values have semantic equality in
// answers only, plans what is configured.
var distinct = choices{
	kind.String: {"a", "b"}, kind.Bool: {true, false}, kind.Int: {0, 1, 1<<53 + 1}, kind.Float: {0.5, 1.5},
	kind.Duration: {"hours=1", "minutes=5"}, kind.Time: {"2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"},
	kind.UUID: {coretest.FirstID, coretest.SecondID}, kind.JSON: {`{"a":1,"b":2}`, `[1]`},
	kind.List: {[]string{}, []string{"a", "b"}, []string{"b", "a"}}, kind.Set: {[]string{}, []string{"a", "b"}, []string{"c"}},
}

// simpleInner are fields of nested objects that null is no spelling of another value of.
var simpleInner = []kind.Field{
	{Name: "url", Type: kind.String, Required: true},
	{Name: "mode", Type: kind.String, Default: "strict"},
	{Name: "span", Type: kind.Duration, Nullable: true, NoDefault: true},
	{Name: "size", Type: kind.Int, Nullable: true},
	{Name: "tags", Type: kind.List, Of: kind.String, Nullable: true, NoDefault: true},
}

// aSimpleField draws a field without what the framework has no like of: arguments that are
// managed only if they are configured, and references with which the server deletes the
// object. What can be left out without a default is null then, and never an empty string
// or list, which mean the same to us.
func aSimpleField(t *rapid.T, name string) kind.Field {
	types := []kind.Type{kind.String, kind.Bool, kind.Int, kind.Float, kind.Duration, kind.Time, kind.UUID, kind.JSON, kind.List, kind.Set, kind.Object, kind.Object, kind.Objects, kind.Objects}
	field := kind.Field{Name: name, Of: kind.String, Type: rapid.SampledFrom(types).Draw(t, name+" type")}
	options := []string{"required", "optional", "default", "computed"}
	if field.Type == kind.Object || field.Type == kind.Objects {
		field.Of, field.Fields = kind.FromContract, simpleInner
		options = options[:2] // there are no others
	}
	switch rapid.SampledFrom(options).Draw(t, name+" option") {
	case "required":
		field.Required = true
	case "default":
		field.Default = distinct[field.Type][0]
	case "computed":
		field.Computed = true
	default:
		field.Nullable, field.NoDefault = true, true
	}
	field.Replaces = rapid.Bool().Draw(t, name+" replaces")
	return field
}

// aSimpleKind draws a kind of simple fields. Of secrets it has those that the server does
// not generate: a plan of one that it does depends on how the secret was configured before.
func aSimpleKind(t *rapid.T) *kind.Kind {
	var fields []kind.Field
	for i := range rapid.IntRange(0, 4).Draw(t, "fields") {
		fields = append(fields, aSimpleField(t, fmt.Sprint("f", i)))
	}
	switch rapid.SampledFrom([]string{"none", "optional", "required", "write-only"}).Draw(t, "secret") {
	case "optional":
		fields = append(fields, kind.Field{Name: "code", Type: kind.String, Secret: true})
	case "required":
		fields = append(fields, kind.Field{Name: "code", Type: kind.String, Secret: true, Required: true})
	case "write-only":
		fields = append(fields, kind.Field{Name: "code", Type: kind.String, Secret: true, WriteOnly: true})
	}
	fields = append(fields,
		kind.Field{Name: "seen", Type: kind.String, ReadOnly: true, Exposed: true}, kind.Field{Name: "stable", Type: kind.String, ReadOnly: true, Stable: true})
	k := coretest.Thing(fields...)
	if rapid.Bool().Draw(t, "by slug") {
		k = coretest.Slugged(fields...)
	}
	if rapid.Bool().Draw(t, "deletes others") {
		k.Deletes = "others"
	}
	return k
}

// state draws a state as an apply leaves it.
func (c choices) state(t *rapid.T, k *kind.Kind) value.Object {
	state := coretest.Config(k, nil)
	fields := k.All()
	for i := range fields {
		one := fields[i]
		name := one.Name
		one.Name = "state of " + name
		switch {
		case !one.InResource():
		case one.Secret:
			aSecretState(t, name, &one, state)
		default:
			state[name] = c.value(t, applied(one), false)
		}
	}
	identify(k, state, coretest.FirstID)
	return state
}

// applied is a field as it is in a state: what has a default, or is set by the server, has
// a value.
func applied(field kind.Field) *kind.Field {
	field.Required = field.Default != nil || field.Computed || field.Required || field.ReadOnly
	field.Default, field.Computed, field.ReadOnly = nil, false, false
	field.Fields = slices.Clone(field.Fields)
	for i := range field.Fields {
		field.Fields[i] = *applied(field.Fields[i])
	}
	return &field
}

// identify gives a state the key, and the address that goes with it.
func identify(k *kind.Kind, state value.Object, key string) {
	if !k.IsAddressedByName() {
		state["id"] = value.Text(key)
		return
	}
	state["id"], state[schema.IdentityAttribute(k)] = state[k.Address().Name], value.Text(key)
}

func aSecretState(t *rapid.T, name string, field *kind.Field, state value.Object) {
	if !field.WriteOnly && rapid.Bool().Draw(t, field.Name+" plain") {
		state[name] = value.Text("S3cr3t1")
		return
	}
	state[name+"_wo_version"] = tftypes.NewValue(tftypes.Number, rapid.IntRange(1, 2).Draw(t, field.Name))
}

// altered changes one attribute of each nested object of a state, and how another one is
// spelled.
func altered(k *kind.Kind, state value.Object) value.Object {
	state = maps.Clone(state)
	for i := range k.All() {
		field := &k.All()[i]
		switch {
		case !value.IsSet(state[field.Name]):
		case field.Type == kind.Object:
			state[field.Name] = alteredObject(state[field.Name])
		case field.Type == kind.Objects:
			elements := slices.Clone(value.Elements(state[field.Name]))
			for i := range elements {
				elements[i] = alteredObject(elements[i])
			}
			state[field.Name] = tftypes.NewValue(value.Type(field), elements)
		}
	}
	return state
}

func alteredObject(of tftypes.Value) tftypes.Value {
	attributes := maps.Clone(value.Attributes(of))
	attributes["url"] = value.Text("altered")
	switch value.String(attributes["span"]) {
	case "hours=1":
		attributes["span"] = value.Text("minutes=60")
	case "minutes=60":
		attributes["span"] = value.Text("hours=1")
	}
	return tftypes.NewValue(of.Type(), attributes)
}

// opened makes single elements of lists of the types unknown.
func opened(t *rapid.T, k *kind.Kind, config value.Object, types ...kind.Type) value.Object {
	for i := range k.All() {
		name := k.All()[i].Name
		elements := value.Elements(config[name])
		if len(elements) > 0 && slices.Contains(types, k.All()[i].Type) && rapid.IntRange(0, 3).Draw(t, name+" is open in part") == 0 {
			open := rapid.IntRange(0, len(elements)-1).Draw(t, name+" open element")
			elements[open] = tftypes.NewValue(elements[open].Type(), tftypes.UnknownValue)
			config[name] = tftypes.NewValue(config[name].Type(), elements)
		}
	}
	return config
}
