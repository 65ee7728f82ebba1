package value_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

func TestEncodeWritesWhatTheReleaseDefines(t *testing.T) {
	t.Parallel()
	inner := []kind.Field{
		{Name: "first", Type: kind.String, ReadOnly: true},
		{Name: "url", Type: kind.String, Required: true},
		{Name: "mode", API: "matching_mode", Type: kind.String},
		{Name: "note", Type: kind.UUID, Nullable: true},
		{Name: "seen", Type: kind.String, ReadOnly: true},
	}
	full := object(inner, map[string]tftypes.Value{"url": text("a"), "mode": text("strict"), "seen": text("never")})
	array, nullableArray := contract.Definition{Type: "array"}, contract.Definition{Type: "array", Nullable: true}
	single, integer := contract.Definition{Type: "string", Format: "uuid"}, contract.Definition{Type: "integer"}
	for name, test := range map[string]struct {
		field      kind.Field
		from       tftypes.Value
		definition contract.Definition
		want       string
	}{
		"string":                           {kind.Field{Type: kind.String}, text("a"), contract.Definition{}, `"a"`},
		"null string":                      {kind.Field{Type: kind.String}, tftypes.NewValue(tftypes.String, nil), contract.Definition{}, `""`},
		"null string that may be null":     {kind.Field{Type: kind.String, Nullable: true}, tftypes.NewValue(tftypes.String, nil), contract.Definition{}, `null`},
		"null where the release takes it":  {kind.Field{Type: kind.String}, tftypes.NewValue(tftypes.String, nil), contract.Definition{Nullable: true}, `null`},
		"unknown UUID":                     {kind.Field{Type: kind.UUID}, unknownText, contract.Definition{}, `null`},
		"bool":                             {kind.Field{Type: kind.Bool}, tftypes.NewValue(tftypes.Bool, true), contract.Definition{}, `true`},
		"largest integer":                  {kind.Field{Type: kind.Int}, number(t, "9223372036854775807"), contract.Definition{}, `9223372036854775807`},
		"integer beyond a float":           {kind.Field{Type: kind.Int}, number(t, "-9007199254740993"), contract.Definition{}, `-9007199254740993`},
		"float":                            {kind.Field{Type: kind.Float}, number(t, "0.125"), contract.Definition{}, `0.125`},
		"JSON":                             {kind.Field{Type: kind.JSON}, text(`{"a": 9007199254740993}`), contract.Definition{}, `{"a":9007199254740993}`},
		"empty JSON that may be null":      {kind.Field{Type: kind.JSON, Nullable: true}, text(""), contract.Definition{}, `null`},
		"empty JSON":                       {kind.Field{Type: kind.JSON}, text(""), contract.Definition{}, `{}`},
		"empty JSON of a nullable release": {kind.Field{Type: kind.JSON}, text(""), contract.Definition{Nullable: true}, `null`},
		"list":                             {kind.Field{Type: kind.List, Of: kind.String}, list("b", "a"), array, `["b","a"]`},
		"list of integers":                 {kind.Field{Type: kind.List, Of: kind.Int}, tftypes.NewValue(tftypes.List{ElementType: tftypes.Number}, []tftypes.Value{number(t, "1")}), array, `[1]`},
		"empty list":                       {kind.Field{Type: kind.List, Of: kind.String}, list(), array, `[]`},
		"null list":                        {kind.Field{Type: kind.Set, Of: kind.String}, value.Null(&kind.Field{Type: kind.Set, Of: kind.String}), array, `[]`},
		"null list without a contract":     {kind.Field{Type: kind.Set, Of: kind.String}, value.Null(&kind.Field{Type: kind.Set, Of: kind.String}), contract.Definition{}, `null`},
		"null list that may be null":       {kind.Field{Type: kind.Set, Of: kind.String}, value.Null(&kind.Field{Type: kind.Set, Of: kind.String}), nullableArray, `null`},
		"null objects":                     {kind.Field{Type: kind.Objects, Fields: inner}, value.Null(&kind.Field{Type: kind.Objects, Fields: inner}), array, `[]`},
		"set, formerly one":                {kind.Field{Type: kind.Set, Of: kind.UUID}, list(uuidA), single, `"` + uuidA + `"`},
		"empty set, formerly one":          {kind.Field{Type: kind.Set, Of: kind.UUID}, list(), single, `null`},
		"set of anything":                  {kind.Field{Type: kind.Set, Of: kind.UUID}, list(uuidA), contract.Definition{Type: "any"}, `["` + uuidA + `"]`},
		"one, formerly a set":              {kind.Field{Type: kind.UUID}, text(uuidA), array, `["` + uuidA + `"]`},
		"none, formerly a set":             {kind.Field{Type: kind.UUID}, text(""), array, `[]`},
		"no reference":                     {kind.Field{Type: kind.UUID, Nullable: true}, text(""), single, `null`},
		"no time":                          {kind.Field{Type: kind.Time, Nullable: true}, text(""), contract.Definition{}, `null`},
		"empty where null is the same":     {kind.Field{Type: kind.String, EmptyIsNull: true}, text(""), contract.Definition{Nullable: true}, `null`},
		"null where null is refused":       {kind.Field{Type: kind.String, EmptyIsNull: true, Nullable: true}, tftypes.NewValue(tftypes.String, nil), contract.Definition{}, `""`},
		"empty where null is refused":      {kind.Field{Type: kind.String, EmptyIsNull: true}, text(""), contract.Definition{}, `""`},
		"duration":                         {kind.Field{Type: kind.Duration}, text("hours=1"), contract.Definition{Type: "string"}, `"hours=1"`},
		"duration in minutes":              {kind.Field{Type: kind.Duration}, text("hours=1;minutes=1"), integer, `61`},
		"duration of half a minute":        {kind.Field{Type: kind.Duration}, text("seconds=30"), integer, `"seconds=30"`},
		"object":                           {kind.Field{Type: kind.Object, Fields: inner}, full, contract.Definition{}, `{"matching_mode":"strict","note":null,"url":"a"}`},
		"objects":                          {kind.Field{Type: kind.Objects, Fields: inner}, objects(inner, full), contract.Definition{}, `[{"matching_mode":"strict","note":null,"url":"a"}]`},
		"no objects":                       {kind.Field{Type: kind.Objects, Fields: inner}, objects(inner), contract.Definition{}, `[]`},
	} {
		if got := encode(t, &test.field, test.from, test.definition); got != test.want {
			t.Errorf("%s: got %s, want %s", name, got, test.want)
		}
	}
}

func TestEncodeLeavesOutInnerFieldsThatTheReleaseLacks(t *testing.T) {
	t.Parallel()
	inner := []kind.Field{{Name: "url", Type: kind.String}, {Name: "kind", Type: kind.String}}
	from := objects(inner, object(inner, map[string]tftypes.Value{"url": text("a"), "kind": text("logout")}))
	encoded := value.Encode(&kind.Field{Type: kind.Objects, Fields: inner}, from, contract.Definition{}, func(inner *kind.Field) bool { return inner.Name != "kind" })
	if elements, ok := encoded.([]any); !ok || len(elements) != 1 {
		t.Fatalf("%v", encoded)
	} else if element, ok := elements[0].(map[string]any); !ok || element["url"] != "a" || len(element) != 1 {
		t.Errorf("%v", element)
	}
}

func TestFitsReleaseSaysWhatCannotBeSent(t *testing.T) {
	t.Parallel()
	set := kind.Field{Type: kind.Set, Of: kind.String}
	span := kind.Field{Type: kind.Duration}
	single, integer := contract.Definition{Type: "string"}, contract.Definition{Type: "integer"}
	for name, test := range map[string]struct {
		field      kind.Field
		from       tftypes.Value
		definition contract.Definition
		reason     string
	}{
		"one element":       {set, list("a"), single, ""},
		"two elements":      {set, list("a", "b"), single, "accepts one element at most"},
		"two of an array":   {set, list("a", "b"), contract.Definition{Type: "array"}, ""},
		"unknown":           {set, value.Unknown(&set), single, ""},
		"whole minutes":     {span, text("hours=1"), integer, ""},
		"half a minute":     {span, text("seconds=30"), integer, "stores it in whole minutes, such as `minutes=2`"},
		"seconds as a text": {span, text("seconds=30"), single, ""},
		"empty":             {span, text(""), integer, ""},
	} {
		reason, fits := value.FitsRelease(&test.field, test.from, test.definition)
		if reason != test.reason || fits != (test.reason == "") {
			t.Errorf("%s: %q, %t", name, reason, fits)
		}
	}
}
