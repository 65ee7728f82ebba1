package value_test

import (
	"math"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

func TestValidateStrings(t *testing.T) {
	t.Parallel()
	str, uuid, span := kind.Field{Type: kind.String}, kind.Field{Type: kind.UUID}, kind.Field{Type: kind.Duration}
	point, free := kind.Field{Type: kind.Time}, kind.Field{Type: kind.JSON}
	choice := kind.Field{Type: kind.String, Values: []string{"a", "b"}}
	for _, test := range []struct {
		field   kind.Field
		text    string
		summary string
	}{
		{str, "a", ""},
		{str, "", "Empty value"},
		{str, " \t", "Empty value"},
		{str, "a ", "Leading or trailing whitespace"},
		{kind.Field{Type: kind.String, Multiline: true}, "a\n", ""},
		{kind.Field{Type: kind.String, Same: strings.EqualFold}, "a\n", ""},
		{str, "a\x00b", "Invalid character"},
		{kind.Field{Type: kind.String, MaxLength: 2}, "äö", ""},
		{kind.Field{Type: kind.String, MaxLength: 2}, "äöü", "Value too long"},
		{kind.Field{Type: kind.String, Check: func(string) string { return "No." }}, "a", "Invalid value"},
		{kind.Field{Type: kind.String, Check: func(string) string { return "" }}, "a", ""},
		{choice, "a", ""},
		{choice, "c", "Unknown value"},
		{uuid, uuidA, ""},
		{uuid, "", ""},
		{uuid, "a", "Invalid UUID"},
		{kind.Field{Type: kind.UUID, Required: true}, "", "Invalid UUID"},
		{span, "hours=1;minutes=30", ""},
		{span, "Hours= 1.5 ", ""},
		{span, "", ""},
		{span, "30", "Invalid duration"},
		{span, "1e2", "Invalid duration"},
		{span, "+-", "Invalid duration"},
		{span, "hours=1;hours=2", "Invalid duration"},
		{span, "years=1", "Invalid duration"},
		{span, "hours", "Invalid duration"},
		{span, "hours=1/2", "Invalid duration"},
		{span, "hours=1e9", "Invalid duration"},
		{span, "hours=" + strings.Repeat("1", 30), ""},
		{span, "hours=" + strings.Repeat("1", 31), "Invalid duration"},
		{span, "hours=", "Invalid duration"},
		{point, "2026-12-31T23:59:59Z", ""},
		{point, "9999-12-31T23:59:59Z", ""},
		{point, "9999-12-31T23:59:59-01:00", "Invalid time"},
		{point, "0001-01-01T00:00:00Z", ""},
		{point, "0001-01-01T00:00:00+01:00", "Invalid time"},
		{point, "2026-12-31", "Invalid time"},
		{free, `{"a":"\\u0000"}`, ""},
		{free, `{"a":["\u0000"]}`, "Invalid character"},
		{free, `{"\u0000":1}`, "Invalid character"},
		{free, `{"a"`, "Invalid JSON"},
		{free, `{} {}`, "Invalid JSON"},
	} {
		problems := value.Validate(&test.field, text(test.text), false)
		summary := ""
		if len(problems) > 0 {
			summary = problems[0].Summary
		}
		if summary != test.summary || len(problems) > 1 {
			t.Errorf("type %d: %q: %q, want %q", test.field.Type, test.text, summary, test.summary)
		}
		if len(problems) > 0 && problems[0].Warning != (summary == "Unknown value") {
			t.Errorf("%q: a warning: %t", test.text, problems[0].Warning)
		}
	}
	if problems := value.Validate(&str, text(""), true); len(problems) > 0 {
		t.Error("an empty string is refused where it is accepted")
	}
	if problems := value.Validate(&choice, text(""), true); len(problems) > 0 {
		t.Error("an empty choice is refused where it is accepted")
	}
	for _, ignored := range []tftypes.Value{{}, unknownText, tftypes.NewValue(tftypes.String, nil)} {
		if problems := value.Validate(&str, ignored, false); len(problems) > 0 {
			t.Error(problems)
		}
	}
}

// authentik stores a number beyond 64 bits and fails from then on to return the object
// and every list that contains it.
func TestValidateRefusesJSONThatTheServerCannotReturn(t *testing.T) {
	t.Parallel()
	for number, storable := range map[string]bool{
		"18446744073709551616": false, "1e25": false, "-9223372036854775809": false, "1.8446744073709552e19": false,
		"-1e19": false, "1e400": false, "-1e400": false,
		"18446744073709551615": true, "9223372036854775807": true, "-9223372036854775808": true, "0.1": true, "1e19": true, "-9.2e18": true, "-9.223372036854775808e18": true,
	} {
		for _, document := range []string{number, `{"a":[{"b":` + number + `}]}`} {
			problems := value.Validate(&kind.Field{Type: kind.JSON}, text(document), false)
			if refused := len(problems) == 1 && problems[0].Summary == "Number too large"; refused == storable || storable && len(problems) > 0 {
				t.Errorf("%s: %v", document, problems)
			}
		}
	}
	if problems := value.Validate(&kind.Field{Type: kind.JSON}, text(`"18446744073709551616"`), false); len(problems) > 0 {
		t.Error("a number as a string is refused")
	}
}

func TestValidateBoundsIntegers(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		least, most int64
		number      string
		detail      string
	}{
		{0, 0, "-9223372036854775808", ""},
		{0, 0, "9223372036854775808", "The value must be an integer of 64 bits."},
		{0, 0, "1.5", "The value must be an integer of 64 bits."},
		{1, 5, "1", ""},
		{1, 5, "5", ""},
		{1, 5, "0", "The value must be between 1 and 5."},
		{1, 5, "6", "The value must be between 1 and 5."},
		{1, 0, "1", ""},
		{1, 0, "0", "The value must be at least 1."},
		{1, 0, "9000000000", ""},
		{0, math.MaxInt64, "9223372036854775807", ""},
		{0, math.MaxInt64, "-1", "The value must be at least 0."},
		{-5, 0, "-5", ""},
		{-5, 0, "1", "The value must be between -5 and 0."},
		{3, 3, "3", ""},
		{3, 3, "4", "The value must be between 3 and 3."},
		{0, 5, "6", "The value must be between 0 and 5."},
	} {
		problems := value.Validate(&kind.Field{Type: kind.Int, Min: test.least, Max: test.most}, number(t, test.number), false)
		if detail := details(problems); detail != test.detail {
			t.Errorf("%s from %d to %d: %q, want %q", test.number, test.least, test.most, detail, test.detail)
		}
	}
}

func details(problems []value.Problem) string {
	var all []string
	for _, problem := range problems {
		all = append(all, strings.TrimSpace(problem.Path+" "+problem.Detail))
	}
	return strings.Join(all, "; ")
}

func TestValidateNamesWhatIsInside(t *testing.T) {
	t.Parallel()
	inner := []kind.Field{{Name: "url", Type: kind.String, Required: true}, {Name: "size", Type: kind.Int, Min: 1}, {Name: "note", Type: kind.String}}
	nothing := tftypes.NewValue(value.ObjectType(inner), nil)
	rows, one := kind.Field{Type: kind.Objects, Fields: inner}, kind.Field{Type: kind.Object, Fields: inner}
	set := kind.Field{Type: kind.Set, Of: kind.UUID, Refers: kind.Reference{Title: "flow", Attribute: "uuid"}}
	words := kind.Field{Type: kind.List, Of: kind.String}
	const missing = "`url` must be set."
	for name, test := range map[string]struct {
		field kind.Field
		given tftypes.Value
		want  string
	}{
		"complete":          {rows, objects(inner, object(inner, map[string]tftypes.Value{"url": text("a"), "note": text("")})), ""},
		"missing":           {rows, objects(inner, object(inner, map[string]tftypes.Value{"url": text("a")}), object(inner, nil)), "[1].url " + missing},
		"wrong":             {rows, objects(inner, object(inner, map[string]tftypes.Value{"url": text("a"), "size": number(t, "0")})), "[0].size The value must be at least 1."},
		"empty":             {rows, objects(inner, object(inner, map[string]tftypes.Value{"url": text("")})), "[0].url The value is empty or whitespace only, which authentik refuses."},
		"missing and wrong": {rows, objects(inner, object(inner, map[string]tftypes.Value{"size": number(t, "0")})), "[0].url " + missing + "; [0].size The value must be at least 1."},
		"null element":      {rows, objects(inner, nothing), "[0] The element is null. Remove it from the list."},
		"unknown argument":  {rows, objects(inner, object(inner, map[string]tftypes.Value{"url": unknownText})), ""},
		"unknown element":   {rows, objects(inner, tftypes.NewValue(value.ObjectType(inner), tftypes.UnknownValue)), ""},
		"object":            {one, object(inner, nil), ".url " + missing},
		"list of UUIDs":     {set, list(uuidA, "a"), "[1] The value must be a UUID such as `123e4567-e89b-12d3-a456-426614174000`. Use `uuid` of the flow."},
		"null in a list":    {words, tftypes.NewValue(tftypes.List{ElementType: tftypes.String}, []tftypes.Value{tftypes.NewValue(tftypes.String, nil), text("")}), "[0] The element is null. Remove it from the list.; [1] The value is empty or whitespace only, which authentik refuses."},
		"bool":              {kind.Field{Type: kind.Bool}, tftypes.NewValue(tftypes.Bool, true), ""},
		"float":             {kind.Field{Type: kind.Float}, number(t, "0.5"), ""},
	} {
		if got := details(value.Validate(&test.field, test.given, false)); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

func TestUnknownValuesNameFewKnownOnes(t *testing.T) {
	t.Parallel()
	few := kind.Field{Type: kind.String, Values: []string{"a", "b"}}
	if got := details(value.Validate(&few, text("c"), false)); !strings.Contains(got, "Known values: `a`, `b`.") {
		t.Error(got)
	}
	many := kind.Field{Type: kind.String, Values: make([]string, 31)}
	if got := details(value.Validate(&many, text("c"), false)); strings.Contains(got, "Known values") {
		t.Error(got)
	}
}

func TestValidateTermRefusesWhatTheServerTakesForNoFilter(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		field   kind.Field
		text    string
		summary string
	}{
		{kind.Field{Type: kind.String}, "a", ""},
		{kind.Field{Type: kind.String}, " ", "Empty value"},
		{kind.Field{Type: kind.String}, " a", "Leading or trailing whitespace"},
		{kind.Field{Type: kind.String}, "a\x00b", "Invalid character"},
		{kind.Field{Type: kind.Bool}, "", ""},
		{kind.Field{Type: kind.Int}, "1", ""},
		{kind.Field{Type: kind.Int}, "", "Empty value"},
		{kind.Field{Type: kind.UUID}, uuidA, ""},
		{kind.Field{Type: kind.UUID}, "", "Invalid UUID"},
		{kind.Field{Type: kind.Set, Of: kind.UUID}, "a", "Invalid UUID"},
		{kind.Field{Type: kind.Set, Of: kind.String}, "a", ""},
	} {
		summary := ""
		if problem := value.ValidateTerm(&test.field, test.text); problem != nil {
			summary = problem.Summary
		}
		if summary != test.summary {
			t.Errorf("type %d: %q: %q, want %q", test.field.Type, test.text, summary, test.summary)
		}
	}
}
