package value_test

import (
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

func TestReadersOfValuesTakeNullAndUnknown(t *testing.T) {
	t.Parallel()
	strings := tftypes.List{ElementType: tftypes.String}
	for _, none := range []tftypes.Value{
		{},
		unknownText, tftypes.NewValue(tftypes.String, nil), tftypes.NewValue(tftypes.Number, nil), tftypes.NewValue(tftypes.Bool, nil),
		tftypes.NewValue(strings, nil), tftypes.NewValue(strings, tftypes.UnknownValue), tftypes.NewValue(tftypes.Number, tftypes.UnknownValue), tftypes.NewValue(tftypes.Bool, tftypes.UnknownValue),
	} {
		if value.String(none) != "" || value.Bool(none) || value.Number(none).Sign() != 0 || value.Plain(none) != "" || value.Elements(none) != nil || value.Attributes(none) != nil {
			t.Errorf("%v is something", none)
		}
	}
	if value.Bool(text("true")) || value.Number(text("1")).Sign() != 0 || value.String(number(t, "1")) != "" || value.Elements(text("a")) != nil || value.Attributes(text("a")) != nil {
		t.Error("a value of another type is read")
	}
	if value.IsSet(tftypes.Value{}) || value.IsSet(tftypes.NewValue(tftypes.String, nil)) || !value.IsSet(unknownText) || value.IsKnown(unknownText) || !value.IsKnown(text("")) {
		t.Error("IsSet or IsKnown")
	}
}

func TestPlainIsAScalarAsText(t *testing.T) {
	t.Parallel()
	for want, of := range map[string]tftypes.Value{
		"a": text("a"), "true": tftypes.NewValue(tftypes.Bool, true), "false": tftypes.NewValue(tftypes.Bool, false),
		"9223372036854775807": number(t, "9223372036854775807"), "100000000000000000000000000": number(t, "1e26"), "0.1": number(t, "0.1"), "-2": number(t, "-2"),
	} {
		if got := value.Plain(of); got != want {
			t.Errorf("%s: got %q", want, got)
		}
	}
}

func TestDefaultHasTheTypeOfTheField(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		field kind.Field
		want  tftypes.Value
	}{
		{kind.Field{Type: kind.String, Default: "a"}, text("a")},
		{kind.Field{Type: kind.String}, tftypes.NewValue(tftypes.String, nil)},
		{kind.Field{Type: kind.Bool, Default: true}, tftypes.NewValue(tftypes.Bool, true)},
		{kind.Field{Type: kind.Int, Default: 1<<53 + 1}, number(t, "9007199254740993")},
		{kind.Field{Type: kind.Float, Default: 0.5}, number(t, "0.5")},
		{kind.Field{Type: kind.List, Of: kind.String, Default: []string{"b", "a"}}, list("b", "a")},
		{kind.Field{Type: kind.Set, Of: kind.Int, Default: []int{2}}, tftypes.NewValue(tftypes.List{ElementType: tftypes.Number}, []tftypes.Value{number(t, "2")})},
	} {
		if got := value.Default(&test.field); !got.Equal(test.want) || !got.Type().Equal(value.Type(&test.field)) {
			t.Errorf("%v: %s", test.field.Default, got)
		}
	}
}

func TestTypesOfNestedFields(t *testing.T) {
	t.Parallel()
	inner := []kind.Field{{Name: "flags", Type: kind.List, Of: kind.Bool}}
	object := tftypes.Object{AttributeTypes: map[string]tftypes.Type{"flags": tftypes.List{ElementType: tftypes.Bool}}}
	if got := value.Type(&kind.Field{Type: kind.Object, Fields: inner}); !got.Equal(object) {
		t.Error(got)
	}
	if got := value.Type(&kind.Field{Type: kind.Objects, Fields: inner}); !got.Equal(tftypes.List{ElementType: object}) {
		t.Error(got)
	}
}

// After an apply nothing may be unknown, and what is known stays.
func TestNullIfUnknownKeepsWhatIsKnown(t *testing.T) {
	t.Parallel()
	inner := []kind.Field{{Name: "a", Type: kind.String}, {Name: "b", Type: kind.String}}
	got := value.NullIfUnknown(objects(inner, object(inner, map[string]tftypes.Value{"a": text("x"), "b": unknownText})))
	want := objects(inner, object(inner, map[string]tftypes.Value{"a": text("x")}))
	if !got.Equal(want) || !value.NullIfUnknown(unknownText).IsNull() || !value.NullIfUnknown(text("x")).Equal(text("x")) || value.NullIfUnknown(tftypes.Value{}).Type() != nil {
		t.Errorf("got %s", got)
	}
}

func TestSameOrBothUnset(t *testing.T) {
	t.Parallel()
	null := value.NullString()
	if !value.SameOrBothUnset(null, tftypes.Value{}) || value.SameOrBothUnset(null, text("")) || value.SameOrBothUnset(text("a"), text("b")) || !value.SameOrBothUnset(text("a"), text("a")) {
		t.Error("null is no value, and the empty string is one")
	}
}

func TestWithInnerDefaultsFillsInWhatIsNotSet(t *testing.T) {
	t.Parallel()
	inner := []kind.Field{{Name: "mode", Type: kind.String, Default: "strict"}, {Name: "note", Type: kind.String}}
	rows, one := kind.Field{Type: kind.Objects, Fields: inner}, kind.Field{Type: kind.Object, Fields: inner}
	filled := object(inner, map[string]tftypes.Value{"mode": text("strict")})
	other := object(inner, map[string]tftypes.Value{"mode": text("regex")})
	unknown := tftypes.NewValue(value.ObjectType(inner), tftypes.UnknownValue)
	if got := value.WithInnerDefaults(&rows, objects(inner, object(inner, nil), other, unknown)); !got.Equal(objects(inner, filled, other, unknown)) {
		t.Errorf("objects: %s", got)
	}
	if got := value.WithInnerDefaults(&one, object(inner, nil)); !got.Equal(filled) {
		t.Errorf("object: %s", got)
	}
	if got := value.WithInnerDefaults(&rows, value.Unknown(&rows)); got.IsKnown() {
		t.Errorf("unknown: %s", got)
	}
	if got := value.WithInnerDefaults(&kind.Field{Type: kind.String, Default: "a"}, text("b")); !got.Equal(text("b")) {
		t.Errorf("string: %s", got)
	}
}

func TestWholeMinutes(t *testing.T) {
	t.Parallel()
	for duration, want := range map[string]string{"hours=2": "120", "seconds=90": "", "x": "", "30": "30", "weeks=1;days=1": "11520", "milliseconds=60000;microseconds=60000000": "2"} {
		if got, whole := value.WholeMinutes(duration); whole != (want != "") || whole && got != want {
			t.Errorf("%s: %s, %t", duration, got, whole)
		}
	}
}

func TestCanonicalUUIDTakesEverySpellingOfTheServer(t *testing.T) {
	t.Parallel()
	for _, spelled := range []string{uuidA, "{" + uuidA + "}", "urn:uuid:" + uuidA, "2C56E12C0FEA496BA1E4C39D9945129E", "2c56-e12c0fea496ba1e4c39d9945129e"} {
		if got, ok := value.CanonicalUUID(spelled); !ok || got != uuidA {
			t.Errorf("%s: %s", spelled, got)
		}
		if got := value.Canonical(&kind.Field{Type: kind.UUID}, spelled); got != uuidA {
			t.Errorf("%s: %s", spelled, got)
		}
		if got := value.Canonical(&kind.Field{Type: kind.String}, spelled); got != spelled {
			t.Errorf("a string %s became %s", spelled, got)
		}
	}
	for _, other := range []string{"", "x", uuidA + "0", "2c56e12c-0fea-496b-a1e4-c39d9945129g"} {
		if _, ok := value.CanonicalUUID(other); ok {
			t.Errorf("%q is a UUID", other)
		}
	}
}

func TestStringsOfJSONAtAnyDepth(t *testing.T) {
	t.Parallel()
	found := value.StringsOf(`{"a":["x",{"b":"y"}],"c":1}`)
	slices.Sort(found)
	if !slices.Equal(found, []string{"x", "y"}) || value.StringsOf("{") != nil {
		t.Error(found)
	}
}

func TestWhichFieldsAreScalars(t *testing.T) {
	t.Parallel()
	for of, scalar := range map[kind.Type]bool{
		kind.FromContract: true, kind.String: true, kind.UUID: true, kind.Duration: true, kind.Time: true, kind.JSON: true, kind.Bool: true, kind.Int: true, kind.Float: true,
		kind.List: false, kind.Set: false, kind.Object: false, kind.Objects: false,
	} {
		if got := value.IsScalar(&kind.Field{Type: of, Of: kind.String}); got != scalar {
			t.Errorf("type %d: %t", of, got)
		}
	}
}
