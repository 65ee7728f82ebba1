package object_test

import (
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

// What is the same to the server is the same to the provider, and nothing else.
func TestSpellingsOfOneValue(t *testing.T) {
	t.Parallel()
	duration := object.Attribute{Kind: object.Duration}
	point := object.Attribute{Kind: object.Time}
	free := object.Attribute{Kind: object.JSON}
	code := object.Attribute{Trimmed: true}
	tests := []struct {
		attribute  object.Attribute
		one, other string
		same       bool
	}{
		{duration, "hours=1", "minutes=60", true},
		{duration, "hours=1;minutes=30", "minutes=90", true},
		{duration, "minutes=30;hours=1", "hours=1.5", true},
		{duration, "Days=7", "weeks=1", true},
		{duration, "minutes=30", "30", true},
		{duration, "seconds=0", "minutes=0", true},
		{duration, "milliseconds=1", "microseconds=1000", true},
		{duration, "hours=1", "hours=2", false},
		{duration, "hours=1", "hours=1;hours=1", false},
		{duration, "years=1", "days=365", false},
		{duration, "hours=1e3", "hours=1000", false},
		{duration, "", "seconds=0", false},
		{duration, "hours", "hours=", false},
		{point, "2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", true},
		{point, "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000000Z", true},
		{point, "2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", false},
		{point, "2030-01-01T00:00:00.123456789Z", "2030-01-01T00:00:00.123456Z", true}, // what a database keeps
		{point, "2030-01-01T00:00:00.123457Z", "2030-01-01T00:00:00.123456Z", false},
		{point, "yesterday", "today", false},
		{free, `{"a": 1, "b": [true, null]}`, `{"b":[true,null],"a":1}`, true},
		{free, `{"a":"<>&"}`, `{"a":"\u003c\u003e\u0026"}`, true},
		{free, `{"a":1}`, `{"a":2}`, false},
		{free, `{"a":1}`, `{"a":1} {}`, false},
		{free, `[1,2]`, `[2,1]`, false},
		{free, `{"a":12345678901234567890}`, `{"a":12345678901234567891}`, false},
		{code, "\n  return 1\n", "return 1", true},
		{code, "return  1", "return 1", false},
	}
	for _, test := range tests {
		if got := test.attribute.Means(test.one, test.other); got != test.same {
			t.Errorf("%q and %q are the same: %v", test.one, test.other, got)
		}
		if got := test.attribute.Means(test.other, test.one); got != test.same {
			t.Errorf("%q and %q are the same: %v", test.other, test.one, got)
		}
	}
}
