package resource_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

func TestValidateAttachesProblemsToTheArgument(t *testing.T) {
	t.Parallel()
	level := kind.Field{Name: "level", Type: kind.String, Values: []string{"low", "high"}, Default: "low"}
	w := offline(t, coretest.Thing(rows, level, owner, seen, note))
	for name, test := range map[string]struct {
		config values
		want   string
	}{
		"valid":           {values{"name": "a", "rows": []values{{"url": "x"}}}, ""},
		"unknown":         {values{"name": unknown, "rows": unknown, "level": unknown, "owner": unknown}, ""},
		"read-only":       {values{"name": "a", "id": "x"}, "id: Read-only attribute: `id` cannot be configured"},
		"set by itself":   {values{"name": "a", "seen": unknown}, "seen: Read-only attribute: "},
		"null":            {values{"name": nil}, "name: Missing argument: `name` must be set."},
		"inside":          {values{"name": "a", "rows": []values{{"url": "x"}, {}}}, "rows: Missing argument: In `rows[1].url`: `url` must be set."},
		"an unknown one":  {values{"name": "a", "level": "medium"}, "level: Unknown value: "},
		"no UUID":         {values{"name": "a", "owner": "x"}, "owner: Invalid UUID: "},
		"an empty string": {values{"name": ""}, "name: Empty value: "},
		"whitespace":      {values{"name": "a", "note": " x"}, "note: Leading or trailing whitespace: "},
	} {
		got := messages(w.Validate(w.config(test.config), true))
		if !strings.HasPrefix(got, test.want) || test.want == "" && got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// The empty string is accepted where it is the default, or where the server accepts it.
func TestEmptyStrings(t *testing.T) {
	t.Parallel()
	for standard, want := range map[string]string{"": "", "confidential": "client_type: Empty value"} {
		w := offline(t, documented("/providers/oauth2/", kind.Field{Name: "client_type", Default: standard, Optional: true}))
		if got := messages(w.Validate(w.config(values{"name": "a", "client_type": ""}), true)); !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("default %q: %s", standard, got)
		}
	}
}

func TestRulesSeeWhatTheUserWrote(t *testing.T) {
	t.Parallel()
	on := kind.Field{Name: "on", Type: kind.Bool, Default: false}
	off := kind.Field{Name: "off", Type: kind.Bool}
	size := kind.Field{Name: "size", Type: kind.Int, Default: 3}
	level := kind.Field{Name: "level", Type: kind.String, Default: "low"}
	type answer struct {
		level, code                          string
		levelKnown, on, onKnown, offKnown    bool
		size                                 int64
		sizeKnown, empty, unset, codeUnset   bool
		levelIsKnown, codeIsKnown, sizeAsAny bool
	}
	for name, test := range map[string]struct {
		config values
		want   answer
	}{
		"nothing": {values{}, answer{level: "low", levelKnown: true, onKnown: true, size: 3, sizeKnown: true, empty: true, unset: true, codeUnset: true, levelIsKnown: true, codeIsKnown: true}},
		"everything": {
			values{"level": "high", "on": true, "off": false, "size": 4, "tags": []string{"a"}, "code": "S3cr3t"},
			answer{level: "high", code: "S3cr3t", levelKnown: true, on: true, onKnown: true, offKnown: true, size: 4, sizeKnown: true, levelIsKnown: true, codeIsKnown: true},
		},
		"unknown": {
			values{"level": unknown, "on": unknown, "off": unknown, "size": unknown, "tags": unknown, "code_wo": unknown, "code_wo_version": unknown},
			answer{},
		},
		"write-only": {
			values{"tags": []string{}, "code_wo": "S3cr3t", "code_wo_version": 1},
			answer{level: "low", code: "S3cr3t", levelKnown: true, onKnown: true, size: 3, sizeKnown: true, empty: true, unset: true, levelIsKnown: true, codeIsKnown: true},
		},
	} {
		var got answer
		k := coretest.Thing(on, off, size, level, tags, optional)
		k.Rules = []kind.Rule{func(arguments kind.Arguments) []kind.Finding {
			got.level, got.levelKnown = arguments.String("level")
			got.code, _ = arguments.String("code")
			got.on, got.onKnown = arguments.Bool("on")
			_, got.offKnown = arguments.Bool("off")
			got.size, got.sizeKnown = arguments.Int("size")
			got.empty, got.unset, got.codeUnset = arguments.IsEmpty("tags"), arguments.IsUnset("level"), arguments.IsUnset("code")
			got.levelIsKnown, got.codeIsKnown = arguments.IsKnown("level"), arguments.IsKnown("code")
			_, got.sizeAsAny = arguments.String("size")
			return nil
		}}
		w := offline(t, k)
		config := values{"name": "a"}
		maps.Copy(config, test.config)
		if diagnostics := w.Validate(w.config(config), true); len(diagnostics) > 0 {
			t.Errorf("%s: %s", name, messages(diagnostics))
		}
		if got != test.want {
			t.Errorf("%s: got %+v, want %+v", name, got, test.want)
		}
	}
}

func TestFindingsOfRules(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(mode, note)
	calls := 0
	k.Rules = []kind.Rule{func(kind.Arguments) []kind.Finding {
		calls++
		return []kind.Finding{{Attribute: "mode", Summary: "Odd", Detail: "A warning.", Warning: true}, {Attribute: "note", Summary: "Wrong", Detail: "An error."}}
	}}
	w := offline(t, k)
	diagnostics := w.Validate(w.config(values{"name": "a"}), true)
	if got := messages(diagnostics); got != "mode: Odd: A warning.\nnote: Wrong: An error." || diagnostics.ErrorsCount() != 1 {
		t.Error(got)
	}
	if w.Validate(w.config(values{"name": ""}), true); calls != 1 {
		t.Error("rules are checked although an argument by itself is wrong")
	}
}

// What the server sets whatever it is sent is neither planned nor sent nor compared.
func TestOverruledArguments(t *testing.T) {
	t.Parallel()
	path := kind.Field{Name: "path", Type: kind.String, Computed: true, Overruled: func(arguments kind.Arguments) bool {
		mode, _ := arguments.String("mode")
		return mode == "regex"
	}}
	w := manage(t, coretest.Thing(mode, path), func(s *coretest.Server) {
		s.Written = func(object coretest.Object) { object["path"] = "the server's" }
	})
	state := w.applied(values{"name": "a", "mode": "regex"}, nil)
	expect(t, "created", state, map[string]string{"path": `"the server's"`})
	if got := w.sent(); len(got) != 1 || strings.Contains(got[0], "path") {
		t.Errorf("sent: %v", got)
	}
	state = w.applied(values{"name": "a", "mode": "regex", "path": "mine"}, state)
	expect(t, "updated", state, map[string]string{"path": `"the server's"`})
	if got := w.sent(); len(got) != 1 || strings.Contains(got[0], "path") {
		t.Errorf("sent: %v", got)
	}
}
