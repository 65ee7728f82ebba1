package kind_test

import (
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// given are arguments: a string, bool or int, nil for null, or unknown.
type given map[string]any

type unknown struct{}

func (g given) String(name string) (string, bool) { text, ok := g[name].(string); return text, ok }
func (g given) Bool(name string) (set, known bool) {
	set, known = g[name].(bool)
	return set, known
}
func (g given) Int(name string) (int64, bool) { number, ok := g[name].(int64); return number, ok }
func (g given) IsEmpty(name string) bool      { return g[name] == nil }
func (g given) IsUnset(name string) bool      { return g[name] == nil }
func (g given) IsKnown(name string) bool {
	_, isUnknown := g[name].(unknown)
	return !isUnknown
}

func TestRules(t *testing.T) {
	t.Parallel()
	exactly := kind.ExactlyOneOf("a", "b", "c")
	onValue := kind.RequiredIf("a", "x", "b")
	onTrue, anyTrue := kind.RequiredIfTrue("a", "b"), kind.AnyTrue("a", "b")
	for name, test := range map[string]struct {
		rule  kind.Rule
		given given
		want  string
	}{
		"exactly one, one":             {exactly, given{"a": "x"}, ""},
		"exactly one, none":            {exactly, given{}, "a: Missing argument: Exactly one of `a`, `b` and `c` must be set."},
		"exactly one, an empty string": {exactly, given{"a": ""}, "a: Missing argument: Exactly one of `a`, `b` and `c` must be set."},
		"exactly one, two":             {exactly, given{"a": "x", "c": int64(1)}, "c: Conflicting arguments: Exactly one of `a`, `b` and `c` must be set."},
		"exactly one, one and empty":   {exactly, given{"a": "x", "c": ""}, ""},
		"exactly one, one and unknown": {exactly, given{"a": "x", "c": unknown{}}, ""},
		"exactly one, unknown":         {exactly, given{"a": unknown{}}, ""},
		"exactly one, two and unknown": {exactly, given{"a": "x", "b": "y", "c": unknown{}}, "b: Conflicting arguments: Exactly one of `a`, `b` and `c` must be set."},
		"on a value, another":          {onValue, given{"a": "y"}, ""},
		"on a value":                   {onValue, given{"a": "x"}, "b: Missing argument: `b` must be set where `a` is `x`."},
		"on a value, unknown":          {onValue, given{"a": unknown{}}, ""},
		"on true, false":               {onTrue, given{"a": false}, ""},
		"on true":                      {onTrue, given{"a": true}, "b: Missing argument: `b` must be set where `a` is true."},
		"on true, set":                 {onTrue, given{"a": true, "b": unknown{}}, ""},
		"any true, none":               {anyTrue, given{"a": false, "b": false}, "a: Nothing enabled: At least one of `a` and `b` must be true."},
		"any true, one":                {anyTrue, given{"a": false, "b": true}, ""},
		"any true, unknown":            {anyTrue, given{"a": false, "b": unknown{}}, ""},
		"one name in a list of one":    {kind.ExactlyOneOf("a"), given{}, "a: Missing argument: Exactly one of `a` must be set."},
	} {
		var found []string
		for _, finding := range test.rule(test.given) {
			found = append(found, finding.Attribute+": "+finding.Summary+": "+finding.Detail)
			if finding.Warning {
				t.Errorf("%s: a warning", name)
			}
		}
		if got := strings.Join(found, "; "); got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}
