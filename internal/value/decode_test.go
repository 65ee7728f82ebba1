package value_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

func TestDecodeReadsEveryType(t *testing.T) {
	t.Parallel()
	inner := []kind.Field{{Name: "slug", Type: kind.String}, {Name: "size", Type: kind.Int}}
	for name, test := range map[string]struct {
		field kind.Field
		raw   string
		want  tftypes.Value
	}{
		"string":                      {kind.Field{Type: kind.String}, `"a"`, text("a")},
		"number as a string":          {kind.Field{Type: kind.String}, `12`, text("12")},
		"negative number as a string": {kind.Field{Type: kind.String}, `-9`, text("-9")},
		"null":                        {kind.Field{Type: kind.String}, ` null `, tftypes.NewValue(tftypes.String, nil)},
		"nothing":                     {kind.Field{Type: kind.Bool}, ``, tftypes.NewValue(tftypes.Bool, nil)},
		"normalized string":           {kind.Field{Type: kind.String, Normalize: strings.ToUpper}, `"a"`, text("A")},
		"replacement character":       {kind.Field{Type: kind.String}, `"\ufffd"`, text("\uFFFD")},
		"raw replacement character":   {kind.Field{Type: kind.String}, "\"\uFFFD\"", text("\uFFFD")},
		"UUID in capitals":            {kind.Field{Type: kind.UUID}, `"` + strings.ToUpper(uuidA) + `"`, text(uuidA)},
		"no UUID":                     {kind.Field{Type: kind.UUID}, `"x"`, text("x")},
		"duration":                    {kind.Field{Type: kind.Duration}, `"hours=1"`, text("hours=1")},
		"duration in minutes":         {kind.Field{Type: kind.Duration}, `30`, text("minutes=30")},
		"time":                        {kind.Field{Type: kind.Time}, `"2026-01-01T00:00:00Z"`, text("2026-01-01T00:00:00Z")},
		"true":                        {kind.Field{Type: kind.Bool}, `true`, tftypes.NewValue(tftypes.Bool, true)},
		"false":                       {kind.Field{Type: kind.Bool}, `false`, tftypes.NewValue(tftypes.Bool, false)},
		"largest integer":             {kind.Field{Type: kind.Int}, `9223372036854775807`, number(t, "9223372036854775807")},
		"smallest integer":            {kind.Field{Type: kind.Int}, `-9223372036854775808`, number(t, "-9223372036854775808")},
		"integer beyond a float":      {kind.Field{Type: kind.Int}, `9007199254740993`, number(t, "9007199254740993")},
		"integer with a fraction":     {kind.Field{Type: kind.Int}, `6.0`, number(t, "6")},
		"integer with an exponent":    {kind.Field{Type: kind.Int}, `6e2`, number(t, "600")},
		"integer as a string":         {kind.Field{Type: kind.Int}, `"7"`, number(t, "7")},
		"float":                       {kind.Field{Type: kind.Float}, `0.1`, number(t, "0.1")},
		"longest integer":             {kind.Field{Type: kind.Int}, `1.` + strings.Repeat("0", 62), number(t, "1")},
		"longest float":               {kind.Field{Type: kind.Float}, `0.` + strings.Repeat("0", 61) + "1", number(t, `0.`+strings.Repeat("0", 61)+"1")},
		"largest float":               {kind.Field{Type: kind.Float}, `1.7976931348623157e308`, number(t, "1.7976931348623157e308")},
		"smallest float":              {kind.Field{Type: kind.Float}, `-1.7976931348623157e308`, number(t, "-1.7976931348623157e308")},
		"float as a string":           {kind.Field{Type: kind.Float}, `"1.50"`, number(t, "1.5")},
		"JSON":                        {kind.Field{Type: kind.JSON}, `{"b": 9007199254740993, "a": "<"}`, text(`{"a":"\u003c","b":9007199254740993}`)},
		"list keeps its order":        {kind.Field{Type: kind.List, Of: kind.String}, `["b","a","b"]`, list("b", "a", "b")},
		"set is sorted":               {kind.Field{Type: kind.Set, Of: kind.String}, `["b","a","b"]`, list("a", "b")},
		"set of integers": {kind.Field{Type: kind.Set, Of: kind.Int}, `[10,9,10]`, tftypes.NewValue(
			tftypes.List{ElementType: tftypes.Number}, []tftypes.Value{number(t, "9"), number(t, "10")})},
		"set of floats": {kind.Field{Type: kind.Set, Of: kind.Float}, `[1.5,0.5]`, tftypes.NewValue(
			tftypes.List{ElementType: tftypes.Number}, []tftypes.Value{number(t, "0.5"), number(t, "1.5")})},
		"one value, formerly an array":    {kind.Field{Type: kind.String, Formerly: []string{"old"}}, `["a"]`, text("a")},
		"no value, formerly an array":     {kind.Field{Type: kind.String, Formerly: []string{"old"}}, `[]`, tftypes.NewValue(tftypes.String, nil)},
		"an array, formerly one value":    {kind.Field{Type: kind.Set, Of: kind.String, Formerly: []string{"old"}}, `"a"`, list("a")},
		"object":                          {kind.Field{Type: kind.Object, Fields: inner}, `{"slug":"a","else":[]}`, object(inner, map[string]tftypes.Value{"slug": text("a")})},
		"objects":                         {kind.Field{Type: kind.Objects, Fields: inner}, `[{"size":1}]`, objects(inner, object(inner, map[string]tftypes.Value{"size": number(t, "1")}))},
		"null among objects":              {kind.Field{Type: kind.Objects, Fields: inner}, `[null,{"size":1}]`, objects(inner, tftypes.NewValue(value.ObjectType(inner), nil), object(inner, map[string]tftypes.Value{"size": number(t, "1")}))},
		"objects sorted without repeats":  {kind.Field{Type: kind.Objects, Fields: inner, SortBy: []string{"slug"}}, `[{"slug":"b"},{"slug":"a","size":2},{"slug":"a","size":1},{"slug":"b"}]`, objects(inner, sized(t, inner, "a", "1"), sized(t, inner, "a", "2"), sized(t, inner, "b", ""))},
		"objects keep the server's order": {kind.Field{Type: kind.Objects, Fields: inner}, `[{"slug":"b"},{"slug":"a"}]`, objects(inner, sized(t, inner, "b", ""), sized(t, inner, "a", ""))},
	} {
		if got := decode(t, &test.field, test.raw); !got.Equal(test.want) {
			t.Errorf("%s: %s is %s, want %s", name, test.raw, got, test.want)
		}
	}
}

func sized(t *testing.T, fields []kind.Field, slug, size string) tftypes.Value {
	t.Helper()
	attributes := map[string]tftypes.Value{"slug": text(slug)}
	if size != "" {
		attributes["size"] = number(t, size)
	}
	return object(fields, attributes)
}

func TestDecodeRefusesOtherTypesWithoutTheirValues(t *testing.T) {
	t.Parallel()
	inner := []kind.Field{{Name: "slug", Type: kind.String}}
	for name, test := range map[string]struct {
		field kind.Field
		raw   string
		want  string
	}{
		"string":                    {kind.Field{Type: kind.String}, `{"S3cr3t":1}`, "the field `x` is an object, expected a string"},
		"unpaired surrogate":        {kind.Field{Type: kind.String}, `"S3cr3t\ud800"`, "the field `x` is a string with an unpaired surrogate, expected a valid string"},
		"bool":                      {kind.Field{Type: kind.Bool}, `"S3cr3t"`, "the field `x` is a string, expected a boolean"},
		"integer":                   {kind.Field{Type: kind.Int}, `"S3cr3t"`, "the field `x` is a string, expected an integer of 64 bits"},
		"fraction":                  {kind.Field{Type: kind.Int}, `1.5`, "the field `x` is a number, expected an integer of 64 bits"},
		"integer above 64 bits":     {kind.Field{Type: kind.Int}, `9223372036854775808`, "the field `x` is a number, expected an integer of 64 bits"},
		"hexadecimal":               {kind.Field{Type: kind.Int}, `"0x10"`, "the field `x` is a string, expected an integer of 64 bits"},
		"huge exponent":             {kind.Field{Type: kind.Int}, `1e999999999`, "the field `x` is a number, expected an integer of 64 bits"},
		"bool as an integer":        {kind.Field{Type: kind.Int}, `true`, "the field `x` is a boolean, expected an integer of 64 bits"},
		"float":                     {kind.Field{Type: kind.Float}, `[]`, "the field `x` is an array, expected a number"},
		"a word as a float":         {kind.Field{Type: kind.Float}, `"S3cr3t"`, "the field `x` is a string, expected a number"},
		"infinity":                  {kind.Field{Type: kind.Float}, `"Inf"`, "the field `x` is a string, expected a number"},
		"integer of many digits":    {kind.Field{Type: kind.Int}, `1.` + strings.Repeat("0", 63), "the field `x` is a number, expected an integer of 64 bits"},
		"float beyond its range":    {kind.Field{Type: kind.Float}, `1e400`, "the field `x` is a number, expected a number"},
		"float of many digits":      {kind.Field{Type: kind.Float}, strings.Repeat("1", 65), "the field `x` is a number, expected a number"},
		"JSON":                      {kind.Field{Type: kind.JSON}, `{"a"`, "the field `x` is an object, expected JSON"},
		"array":                     {kind.Field{Type: kind.Set, Of: kind.String}, `"S3cr3t"`, "the field `x` is a string, expected an array"},
		"element":                   {kind.Field{Type: kind.Set, Of: kind.Int}, `[1,"S3cr3t"]`, "the field `x[1]` is a string, expected an integer of 64 bits"},
		"null element":              {kind.Field{Type: kind.List, Of: kind.String}, `["a",null]`, "the field `x[1]` is null, expected a value"},
		"several for one":           {kind.Field{Type: kind.String, Formerly: []string{"y"}}, `["a","b"]`, "the field `x` is an array of several, expected one value"},
		"array without former name": {kind.Field{Type: kind.String}, `["a"]`, "the field `x` is an array, expected a string"},
		"object":                    {kind.Field{Type: kind.Object, Fields: inner}, `[]`, "the field `x` is an array, expected an object"},
		"inner field":               {kind.Field{Type: kind.Object, Fields: inner}, `{"slug":[]}`, "the field `x.slug` is an array, expected a string"},
		"objects":                   {kind.Field{Type: kind.Objects, Fields: inner}, `{}`, "the field `x` is an object, expected an array"},
		"no object":                 {kind.Field{Type: kind.Objects, Fields: inner}, `[{},"S3cr3t"]`, "the field `x[1]` is a string, expected an object"},
		"field of an element":       {kind.Field{Type: kind.Objects, Fields: inner}, `[{"slug":true}]`, "the field `x[0].slug` is a boolean, expected a string"},
	} {
		test.field.Name = "x"
		_, wrong := value.DecodeAll([]kind.Field{test.field}, value.Fields{"x": json.RawMessage(test.raw)})
		if wrong == nil || wrong.Error() != test.want {
			t.Errorf("%s: got %v, want %s", name, wrong, test.want)
		}
	}
}

func TestDecodeAllTakesWhicheverNameTheReleaseHas(t *testing.T) {
	t.Parallel()
	fields := []kind.Field{{Name: "parents", API: "parents", Formerly: []string{"parent", "older"}, Type: kind.Set, Of: kind.UUID}}
	for raw, want := range map[string]tftypes.Value{
		`{"parents":["` + uuidA + `"]}`:           list(uuidA),
		`{"parent":"` + uuidA + `"}`:              list(uuidA),
		`{"older":"` + uuidA + `"}`:               list(uuidA),
		`{"parents":[],"parent":"` + uuidA + `"}`: list(),
		`{"parent":null}`:                         tftypes.NewValue(tftypes.List{ElementType: tftypes.String}, nil),
		`{}`:                                      tftypes.NewValue(tftypes.List{ElementType: tftypes.String}, nil),
	} {
		got, wrong := value.DecodeAll(fields, parse(t, raw))
		if wrong != nil || !got["parents"].Equal(want) {
			t.Errorf("%s: got %v (%v), want %s", raw, got["parents"], wrong, want)
		}
		if answered := value.IsAnswered(&fields[0], parse(t, raw)); answered != (raw != "{}") {
			t.Errorf("%s: IsAnswered is %t", raw, answered)
		}
	}
}

func parse(t *testing.T, raw string) value.Fields {
	t.Helper()
	var fields value.Fields
	if err := json.Unmarshal([]byte(raw), &fields); err != nil {
		t.Fatal(err)
	}
	return fields
}

// A name that a later release used anew means something else without the field beside it.
func TestDecodeAllNormalizesWhereTheFieldBesideIsMissing(t *testing.T) {
	t.Parallel()
	field := kind.Field{Name: "icon", Type: kind.String, Beside: "icon_url", Normalize: func(string) string { return "cut" }}
	for raw, want := range map[string]struct {
		text     string
		answered bool
	}{
		`{"icon":"/media/a.png","icon_url":"x"}`: {"/media/a.png", true},
		`{"icon":"/media/a.png"}`:                {"cut", false},
		`{"icon":12}`:                            {"12", false},
	} {
		got, wrong := value.DecodeAll([]kind.Field{field}, parse(t, raw))
		if wrong != nil || value.String(got["icon"]) != want.text || value.IsAnswered(&field, parse(t, raw)) != want.answered {
			t.Errorf("%s: got %v (%v), want %+v", raw, got["icon"], wrong, want)
		}
	}
	plain := kind.Field{Name: "icon", Type: kind.String, Beside: "icon_url"}
	if got, wrong := value.DecodeAll([]kind.Field{plain}, parse(t, `{"icon":"a"}`)); wrong != nil || value.String(got["icon"]) != "a" {
		t.Errorf("without anything to normalize: %v (%v)", got["icon"], wrong)
	}
	if _, wrong := value.DecodeAll([]kind.Field{field}, parse(t, `{"icon":"\ud800"}`)); wrong == nil {
		t.Error("an unpaired surrogate was normalized")
	}
}

// A release that lacks an argument of an element has what the argument is by itself.
func TestDecodeFillsInTheDefaultOfInnerArguments(t *testing.T) {
	t.Parallel()
	inner := []kind.Field{{Name: "url", Type: kind.String}, {Name: "mode", Type: kind.String, Default: "strict"}, {Name: "seen", Type: kind.String, Default: "never", ReadOnly: true}}
	for readOnly, want := range map[bool]tftypes.Value{false: text("strict"), true: tftypes.NewValue(tftypes.String, nil)} {
		field := kind.Field{Type: kind.Objects, Fields: inner, ReadOnly: readOnly}
		attributes := value.Attributes(value.Elements(decode(t, &field, `[{"url":"a"}]`))[0])
		if !attributes["mode"].Equal(want) || !attributes["seen"].IsNull() {
			t.Errorf("read-only %t: %v", readOnly, attributes)
		}
	}
}

func TestInvalidJSONOfAnArrayIsRefused(t *testing.T) {
	t.Parallel()
	for _, fieldType := range []kind.Type{kind.List, kind.Objects, kind.Object} {
		for _, raw := range []string{`[1`, `{"a"`} {
			if _, wrong := value.Decode(&kind.Field{Type: fieldType, Of: kind.Int}, json.RawMessage(raw)); wrong == nil {
				t.Errorf("type %d reads %s", fieldType, raw)
			}
		}
	}
	if _, wrong := value.Decode(&kind.Field{Type: kind.String, Formerly: []string{"x"}}, json.RawMessage(`["a"`)); wrong == nil {
		t.Error("half an array is one value")
	}
}
