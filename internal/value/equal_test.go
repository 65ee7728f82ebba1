package value_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

func TestSameStringComparesByMeaning(t *testing.T) {
	t.Parallel()
	plain, superset := kind.Field{Type: kind.JSON}, kind.Field{Type: kind.JSON, Superset: true}
	span, point := kind.Field{Type: kind.Duration}, kind.Field{Type: kind.Time}
	lines := kind.Field{Type: kind.String, Multiline: true}
	for _, test := range []struct {
		field           kind.Field
		written, server string
		same            bool
	}{
		{kind.Field{Type: kind.String}, "a", "a", true},
		{kind.Field{Type: kind.String}, "a", "A", false},
		{kind.Field{Type: kind.String}, "a", "a ", false},
		{kind.Field{Type: kind.String, Same: strings.EqualFold}, "a", "A", true},
		{kind.Field{Type: kind.String, Same: strings.EqualFold}, "a", "b", false},
		{kind.Field{Type: kind.UUID}, strings.ToUpper(uuidA), uuidA, true},
		{kind.Field{Type: kind.UUID}, strings.ReplaceAll(uuidA, "-", ""), uuidA, true},
		{kind.Field{Type: kind.UUID}, uuidA, uuidB, false},
		{kind.Field{Type: kind.UUID}, "", uuidB, false},
		{kind.Field{Type: kind.UUID}, "x", "y", false},
		{kind.Field{Type: kind.UUID}, uuidA, "y", false},
		{span, "hours=1", "minutes=60", true},
		{span, "hours=1;minutes=30", "minutes=90", true},
		{span, "minutes=1.5", "seconds=90", true},
		{span, "hours=1", "minutes=61", false},
		{span, "", "minutes=0", false},
		{point, "2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", true},
		{point, "2026-01-01T00:00:00.1234567Z", "2026-01-01T00:00:00.123456Z", true},
		{point, "2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", false},
		{point, "x", "2026-01-01T00:00:01Z", false},
		{point, "x", "y", false},
		{point, "2026-01-01T00:00:01Z", "", false},
		{plain, `{"a":1,"b":[1.0]}`, `{ "b": [1], "a": 1 }`, true},
		{plain, `9007199254740993`, `9007199254740992`, false},
		{plain, `9007199254740993`, `9007199254740993`, true},
		{plain, `[-0]`, `[0]`, true},
		{plain, `{"a":0}`, `{"a":-0}`, true},
		{plain, `-1`, `1`, false},
		{plain, `1e2`, `100`, true},
		{plain, `1.5`, `1.50`, true},
		{plain, `1.5`, `2.5`, false},
		{plain, `1e999`, `1e998`, false},
		{plain, `1.5`, `1e999`, false},
		{plain, `{}`, `x`, false},
		{plain, `x`, `{}`, false},
		{plain, `null`, `x`, false},
		{plain, `[1,2]`, `[2,1]`, false},
		{plain, `[1]`, `[1,2]`, false},
		{plain, `{"a":1}`, `{"a":1,"b":2}`, false},
		{plain, `{"a":1}`, `[1]`, false},
		{plain, `1`, `"1"`, false},
		{plain, `true`, `false`, false},
		{plain, `x`, `y`, false},
		{superset, `{"a":{"b":1}}`, `{"a":{"b":1},"d":3}`, true},
		{superset, `{"a":{"b":1}}`, `{"a":{"b":1,"c":2},"d":3}`, false},
		{superset, `{"a":1,"d":3}`, `{"a":1}`, false},
		{superset, `{"a":1}`, `{"a":2,"d":3}`, false},
		{superset, `{"a":[{"b":1}]}`, `{"a":[{"b":1,"c":2}]}`, false},
		{superset, `{}`, `[]`, false},
		{lines, "a\r\nb\n", "a\nb", true},
		{lines, "\x1ca", "a", true},
		{lines, "a b", "a  b", false},
	} {
		if same := value.SameString(&test.field, test.written, test.server); same != test.same {
			t.Errorf("type %d: %q and %q: %t, want %t", test.field.Type, test.written, test.server, same, test.same)
		}
	}
}

func TestEqualTreatsNullAsEmptyWhereTheServerDoes(t *testing.T) {
	t.Parallel()
	inner := []kind.Field{{Name: "kind", Type: kind.String, Assumed: "web"}, {Name: "url", Type: kind.String}}
	rows := kind.Field{Type: kind.Objects, Fields: inner}
	row := func(attributes map[string]tftypes.Value) tftypes.Value {
		return objects(inner, object(inner, attributes))
	}
	set, superset := kind.Field{Type: kind.Set, Of: kind.String}, kind.Field{Type: kind.Set, Of: kind.String, Superset: true}
	uuids := kind.Field{Type: kind.Set, Of: kind.UUID}
	one := kind.Field{Type: kind.Object, Fields: inner}
	for name, test := range map[string]struct {
		field           kind.Field
		written, server tftypes.Value
		equal           bool
	}{
		"null and empty string":       {kind.Field{Type: kind.String}, tftypes.NewValue(tftypes.String, nil), text(""), true},
		"null and a string":           {kind.Field{Type: kind.String}, tftypes.NewValue(tftypes.String, nil), text("a"), false},
		"no value and null":           {kind.Field{Type: kind.String}, tftypes.Value{}, tftypes.NewValue(tftypes.String, nil), true},
		"null and unknown":            {kind.Field{Type: kind.String}, tftypes.NewValue(tftypes.String, nil), unknownText, false},
		"unknown and empty string":    {kind.Field{Type: kind.String}, unknownText, text(""), false},
		"unknown and empty list":      {set, value.Unknown(&set), list(), false},
		"an unknown element":          {set, tftypes.NewValue(tftypes.List{ElementType: tftypes.String}, []tftypes.Value{unknownText}), list(""), false},
		"null and empty list":         {set, list(), value.Null(&set), true},
		"null and a list":             {set, list("a"), value.Null(&set), false},
		"null and no objects":         {rows, objects(inner), value.Null(&rows), true},
		"null and false":              {kind.Field{Type: kind.Bool}, tftypes.NewValue(tftypes.Bool, false), tftypes.NewValue(tftypes.Bool, nil), false},
		"null and 0":                  {kind.Field{Type: kind.Int}, number(t, "0"), tftypes.NewValue(tftypes.Number, nil), false},
		"true and true":               {kind.Field{Type: kind.Bool}, tftypes.NewValue(tftypes.Bool, true), tftypes.NewValue(tftypes.Bool, true), true},
		"integers beyond a float":     {kind.Field{Type: kind.Int}, number(t, "9007199254740993"), number(t, "9007199254740992"), false},
		"floats of 64 bits":           {kind.Field{Type: kind.Float}, number(t, "0.1"), number(t, "0.1000000000000000055"), true},
		"other floats":                {kind.Field{Type: kind.Float}, number(t, "0.1"), number(t, "0.2"), false},
		"set in another order":        {set, list("a", "b", "b"), list("b", "a"), true},
		"set with another element":    {set, list("a"), list("a", "b"), false},
		"list in another order":       {kind.Field{Type: kind.List, Of: kind.String}, list("a", "b"), list("b", "a"), false},
		"what the server added":       {superset, list("a"), list("a", "b"), true},
		"what the server lacks":       {superset, list("a", "c"), list("a", "b"), false},
		"UUIDs in another spelling":   {uuids, list(strings.ToUpper(uuidA), uuidB), list(uuidB, uuidA), true},
		"same objects":                {rows, row(map[string]tftypes.Value{"url": text("a")}), row(map[string]tftypes.Value{"url": text("a")}), true},
		"other objects":               {rows, row(map[string]tftypes.Value{"url": text("a")}), row(map[string]tftypes.Value{"url": text("b")}), false},
		"fewer objects":               {rows, objects(inner), row(map[string]tftypes.Value{"url": text("a")}), false},
		"what is not returned":        {rows, row(map[string]tftypes.Value{"url": text("a"), "kind": text("native")}), row(map[string]tftypes.Value{"url": text("a")}), true},
		"another beside it":           {rows, row(map[string]tftypes.Value{"url": text("a"), "kind": text("native")}), row(map[string]tftypes.Value{"url": text("b")}), false},
		"what is returned":            {rows, row(map[string]tftypes.Value{"url": text("a"), "kind": text("native")}), row(map[string]tftypes.Value{"url": text("a"), "kind": text("web")}), false},
		"null element and an element": {rows, objects(inner, tftypes.NewValue(value.ObjectType(inner), nil)), row(nil), false},
		"object":                      {one, object(inner, map[string]tftypes.Value{"url": text("a")}), object(inner, map[string]tftypes.Value{"url": text("a")}), true},
		"object that is empty":        {one, object(inner, nil), value.Null(&one), false},
	} {
		if equal := value.Equal(&test.field, test.written, test.server); equal != test.equal {
			t.Errorf("%s: %t", name, equal)
		}
	}
}

func TestSettleKeepsTheSpellingBefore(t *testing.T) {
	t.Parallel()
	span := kind.Field{Type: kind.Duration}
	for name, test := range map[string]struct{ server, before, want tftypes.Value }{
		"same meaning":   {text("minutes=60"), text("hours=1"), text("hours=1")},
		"other meaning":  {text("minutes=61"), text("hours=1"), text("minutes=61")},
		"unknown before": {text("minutes=60"), unknownText, text("minutes=60")},
		"nothing before": {text("minutes=60"), tftypes.Value{}, text("minutes=60")},
		"null before":    {text(""), tftypes.NewValue(tftypes.String, nil), tftypes.NewValue(tftypes.String, nil)},
	} {
		if got := value.Settle(&span, test.server, test.before); !got.Equal(test.want) {
			t.Errorf("%s: %s", name, got)
		}
		if strings.Contains(name, "meaning") {
			want := test.server
			if name == "same meaning" {
				want = test.before
			}
			if got := value.KeepSpelling(&span, test.server, test.before); !got.Equal(want) {
				t.Errorf("KeepSpelling, %s: %s", name, got)
			}
		}
	}
	if got := value.KeepSpelling(&span, unknownText, text("hours=1")); !got.Equal(unknownText) {
		t.Errorf("unknown became %s", got)
	}
	if got := value.KeepSpelling(&span, value.NullString(), text("")); !got.Equal(text("")) {
		t.Errorf("null became %s", got)
	}
}

// Where one attribute of a nested object changed, the others keep the user's spelling.
func TestSettleKeepsTheSpellingInsideOfWhatChanged(t *testing.T) {
	t.Parallel()
	inner := []kind.Field{{Name: "url", Type: kind.String}, {Name: "span", Type: kind.Duration}}
	row := func(url, span string) tftypes.Value {
		return object(inner, map[string]tftypes.Value{"url": text(url), "span": text(span)})
	}
	one, rows := kind.Field{Type: kind.Object, Fields: inner}, kind.Field{Type: kind.Objects, Fields: inner}
	if got := value.Settle(&one, row("b", "minutes=60"), row("a", "hours=1")); !got.Equal(row("b", "hours=1")) {
		t.Errorf("the object is %s", got)
	}
	server := objects(inner, row("b", "minutes=60"), row("c", "minutes=60"), row("d", "minutes=60"))
	want := objects(inner, row("b", "hours=1"), row("c", "minutes=60"), row("d", "minutes=60"))
	if got := value.Settle(&rows, server, objects(inner, row("a", "hours=1"), row("c", "hours=2"))); !got.Equal(want) {
		t.Errorf("the list is %s", got)
	}
	for _, before := range []tftypes.Value{value.Null(&one), value.Unknown(&one)} {
		if got := value.Settle(&one, row("b", "minutes=60"), before); !got.Equal(row("b", "minutes=60")) {
			t.Errorf("after %s the object is %s", before, got)
		}
	}
}

// A release that does not return a key of an element has what every element has there.
func TestSettleFillsInWhatIsAssumed(t *testing.T) {
	t.Parallel()
	inner := []kind.Field{{Name: "url", Type: kind.String}, {Name: "kind", Type: kind.String, Assumed: "web"}}
	rows := kind.Field{Type: kind.Objects, Fields: inner}
	answered := objects(inner, object(inner, map[string]tftypes.Value{"url": text("a")}), tftypes.NewValue(value.ObjectType(inner), nil))
	want := objects(inner, object(inner, map[string]tftypes.Value{"url": text("a"), "kind": text("web")}), tftypes.NewValue(value.ObjectType(inner), nil))
	if got := value.Settle(&rows, answered, tftypes.Value{}); !got.Equal(want) {
		t.Errorf("got %s", got)
	}
	if got := value.Settle(&rows, value.Null(&rows), tftypes.Value{}); !got.IsNull() {
		t.Errorf("null became %s", got)
	}
	before := objects(inner, object(inner, map[string]tftypes.Value{"url": text("a"), "kind": text("native")}))
	if got := value.Settle(&rows, objects(inner, object(inner, map[string]tftypes.Value{"url": text("a")})), before); !got.Equal(before) {
		t.Errorf("what was written is gone: %s", got)
	}
}

func TestTrimRemovesWhatPythonRemoves(t *testing.T) {
	t.Parallel()
	if got := value.Trim("\u00a0\x1f\t a \x1c\n\u2003"); got != "a" {
		t.Errorf("%q", got)
	}
	if got := value.Trim("\u200ba\x1b"); got != "\u200ba\x1b" {
		t.Errorf("%q", got)
	}
}

// What one set lacks of another is compared in canonical spelling.
func TestWithout(t *testing.T) {
	t.Parallel()
	field := kind.Field{Type: kind.Set, Of: kind.UUID}
	set := value.FromGo(&field, []string{"AB4042DCFCC7421D9E69D7AC2C62714C", "ab4042dc-fcc7-421d-9e69-d7ac2c62714d"})
	other := value.FromGo(&field, []string{"ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "ab4042dc-fcc7-421d-9e69-d7ac2c62714e"})
	if missing := value.Without(&field, set, other); len(missing) != 1 || missing[0] != "ab4042dc-fcc7-421d-9e69-d7ac2c62714d" {
		t.Errorf("the other set lacks %v", missing)
	}
}

// Terraform refuses a plan with null for what is configured.
func TestHasNoNullFor(t *testing.T) {
	t.Parallel()
	inner := []kind.Field{{Name: "url", Type: kind.String}, {Name: "note", Type: kind.String}}
	row := func(attributes map[string]tftypes.Value) tftypes.Value {
		return objects(inner, object(inner, attributes))
	}
	null := value.NullString()
	for name, test := range map[string]struct {
		configured, state tftypes.Value
		want              bool
	}{
		"nothing configured": {null, null, true},
		"no value":           {tftypes.Value{}, text("a"), true},
		"null for a string":  {text(""), null, false},
		"a string":           {text("a"), text("b"), true},
		"unknown":            {unknownText, text("b"), true},
		"null for a list":    {list(), tftypes.NewValue(tftypes.List{ElementType: tftypes.String}, nil), false},
		"fewer elements":     {list("a", "b"), list("a"), true},
		"inside":             {row(map[string]tftypes.Value{"url": text("a"), "note": text("")}), row(map[string]tftypes.Value{"url": text("a")}), false},
		"inside, not set":    {row(map[string]tftypes.Value{"url": text("a")}), row(map[string]tftypes.Value{"url": text("a"), "note": text("x")}), true},
		"an object and null": {row(nil), objects(inner, tftypes.NewValue(value.ObjectType(inner), nil)), false},
	} {
		if got := value.HasNoNullFor(test.configured, test.state); got != test.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
