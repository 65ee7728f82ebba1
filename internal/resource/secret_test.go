package resource_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

var (
	optional  = kind.Field{Name: "code", Type: kind.String, Secret: true}
	generated = kind.Field{Name: "code", Type: kind.String, Secret: true, Generated: true}
	required  = kind.Field{Name: "code", Type: kind.String, Secret: true, Required: true}
	writeOnly = kind.Field{Name: "code", Type: kind.String, Secret: true, WriteOnly: true}
)

// A secret's whole life: what each configuration, after the one before, sends and keeps.
func TestSecretsAreSentOnlyWhereTheyChange(t *testing.T) {
	t.Parallel()
	type step struct {
		config      values
		sends       string            // of `code`, "-" for nothing
		state       map[string]string // after it
		notReturned bool
	}
	plain := func(of string) values { return values{"code": of} }
	hidden := func(of string, version any) values { return values{"code_wo": of, "code_wo_version": version} }
	for name, test := range map[string]struct {
		field kind.Field
		steps []step
	}{
		"plain": {optional, []step{
			{plain("S3cr3t1"), "S3cr3t1", map[string]string{"code": `"S3cr3t1"`, "code_wo": "null", "code_wo_version": "null"}, false},
			{plain("S3cr3t1"), "-", map[string]string{"code": `"S3cr3t1"`}, false},
			{plain("S3cr3t2"), "S3cr3t2", map[string]string{"code": `"S3cr3t2"`}, false},
			{values{}, "", map[string]string{"code": "null"}, false},
			{values{}, "-", map[string]string{"code": "null"}, false},
		}},
		"plain that is never returned": {optional, []step{
			{plain("S3cr3t1"), "S3cr3t1", map[string]string{"code": `"S3cr3t1"`}, true},
			{plain("S3cr3t1"), "-", map[string]string{"code": `"S3cr3t1"`}, true},
			{values{}, "", map[string]string{"code": "null"}, true},
		}},
		"write-only": {optional, []step{
			{hidden("S3cr3t1", 1), "S3cr3t1", map[string]string{"code": "null", "code_wo": "null", "code_wo_version": "1"}, false},
			{hidden("S3cr3t2", 1), "-", map[string]string{"code": "null", "code_wo_version": "1"}, false},
			{hidden("S3cr3t2", 2), "S3cr3t2", map[string]string{"code": "null", "code_wo_version": "2"}, false},
			{values{}, "", map[string]string{"code": "null", "code_wo_version": "null"}, false},
			{values{}, "-", map[string]string{"code": "null"}, false},
		}},
		"from plain to write-only and back": {optional, []step{
			{plain("S3cr3t1"), "S3cr3t1", map[string]string{"code": `"S3cr3t1"`}, false},
			{hidden("S3cr3t2", 1), "S3cr3t2", map[string]string{"code": "null", "code_wo_version": "1"}, false},
			{plain("S3cr3t3"), "S3cr3t3", map[string]string{"code": `"S3cr3t3"`, "code_wo_version": "null"}, false},
		}},
		"generated": {generated, []step{
			{values{}, "-", map[string]string{"code": `"S3cr3t-generated"`}, false},
			{values{}, "-", map[string]string{"code": `"S3cr3t-generated"`}, false},
			{plain("S3cr3t1"), "S3cr3t1", map[string]string{"code": `"S3cr3t1"`}, false},
			{hidden("S3cr3t2", 1), "S3cr3t2", map[string]string{"code": "null", "code_wo_version": "1"}, false},
			{values{}, "-", map[string]string{"code": `"S3cr3t2"`, "code_wo_version": "null"}, false},
		}},
		"generated, and write-only without a version": {generated, []step{
			{hidden("S3cr3t1", nil), "S3cr3t1", map[string]string{"code": "null", "code_wo_version": "null"}, false},
			{hidden("S3cr3t2", nil), "-", map[string]string{"code": "null"}, false},
			{hidden("S3cr3t2", 1), "S3cr3t2", map[string]string{"code": "null", "code_wo_version": "1"}, false},
		}},
		"required": {required, []step{
			{plain("S3cr3t1"), "S3cr3t1", map[string]string{"code": `"S3cr3t1"`}, false},
			{hidden("S3cr3t2", nil), "S3cr3t2", map[string]string{"code": "null"}, false},
			{plain("S3cr3t2"), "S3cr3t2", map[string]string{"code": `"S3cr3t2"`}, false},
		}},
		"without a plain form": {writeOnly, []step{
			{hidden("S3cr3t1", 1), "S3cr3t1", map[string]string{"code_wo": "null", "code_wo_version": "1"}, false},
			{hidden("S3cr3t2", 1), "-", map[string]string{"code_wo_version": "1"}, false},
			{hidden("S3cr3t2", 2), "S3cr3t2", map[string]string{"code_wo_version": "2"}, false},
			{values{}, "-", map[string]string{"code_wo_version": "null"}, false},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := manage(t, coretest.Thing(test.field), func(s *coretest.Server) {
				s.Written = func(object coretest.Object) {
					if object["code"] == nil {
						object["code"] = "S3cr3t-generated"
					}
				}
			})
			var state map[string]valueOf
			for i, step := range test.steps {
				w.server.Hidden = nil
				if step.notReturned {
					w.server.Hidden = []string{"code"}
				}
				config := values{"name": "a"}
				maps.Copy(config, step.config)
				state = w.applied(config, state)
				expect(t, string(rune('1'+i)), state, step.state)
				if got := sentCode(w); got != step.sends {
					t.Errorf("step %d sends %q, want %q", i+1, got, step.sends)
				}
				state = w.refreshed(state)
				expect(t, string(rune('1'+i))+", refreshed", state, step.state)
			}
		})
	}
}

// sentCode is the `code` of the one write, "-" for none.
func sentCode(w world) string {
	writes := w.sent()
	if len(writes) != 1 {
		return strings.Join(writes, "; ")
	}
	_, after, found := strings.Cut(writes[0], `"code":"`)
	if !found {
		return "-"
	}
	code, _, _ := strings.Cut(after, `"`)
	return code
}

func TestPlanOfSecrets(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		field         kind.Field
		config, prior values
		want          string
	}{
		"unknown":                           {optional, values{"code": unknown}, nil, "unknown"},
		"null":                              {optional, nil, nil, "null"},
		"empty, of another provider":        {optional, nil, values{"code": ""}, `""`},
		"removed":                           {optional, nil, values{"code": "S3cr3t"}, "null"},
		"generated on creation":             {generated, nil, nil, "unknown"},
		"generated before":                  {generated, nil, values{"code": "S3cr3t"}, `"S3cr3t"`},
		"generated, readable again":         {generated, nil, values{"code_wo_version": 1}, "unknown"},
		"generated and write-only":          {generated, values{"code_wo": "S3cr3t"}, values{"code": "S3cr3t"}, "null"},
		"generated and write-only, unknown": {generated, values{"code_wo": unknown}, nil, "null"},
	} {
		config := values{"name": "a"}
		maps.Copy(config, test.config)
		plan := offline(t, coretest.Thing(test.field)).plan(config, test.prior)
		expect(t, name, plan.State, map[string]string{"code": test.want, "code_wo": "null"})
	}
}

// Whitespace at the ends and line endings are no change of a certificate.
func TestPlanKeepsTheSpellingOfASecret(t *testing.T) {
	t.Parallel()
	key := kind.Field{Name: "code", Type: kind.String, Secret: true, Multiline: true}
	plan := offline(t, coretest.Thing(key)).plan(values{"name": "a", "code": "S3cr3t\r\n"}, values{"code": "S3cr3t"})
	expect(t, "spelling", plan.State, map[string]string{"code": `"S3cr3t"`})
}

func TestSecretsOfJSONAreRedactedOneByOne(t *testing.T) {
	t.Parallel()
	key := kind.Field{Name: "code", Type: kind.JSON, Secret: true, Required: true}
	w := manage(t, coretest.Thing(key), refuse(coretest.Object{"code": []string{"Not accepted: S3cr3t-inner, S3cr3t-other."}}))
	_, diagnostics := w.apply(values{"name": "a", "code": `{"key":"S3cr3t-inner","list":["S3cr3t-other"]}`}, nil)
	wantError(t, diagnostics, "code: authentik refused the value of code", "Not accepted: (redacted)")
}

// An optional JSON secret that is removed has to be sent as JSON.
func TestClearingAJSONSecretSendsAnEmptyObject(t *testing.T) {
	t.Parallel()
	for nullable, want := range map[bool]string{true: `"code":null`, false: `"code":{}`} {
		key := kind.Field{Name: "code", Type: kind.JSON, Secret: true, Nullable: nullable}
		w := manage(t, coretest.Thing(key), func(s *coretest.Server) { s.Hidden = []string{"code"} })
		state := w.applied(values{"name": "a", "code": `{"key":"S3cr3t"}`}, nil)
		w.sent()
		state = w.applied(values{"name": "a"}, state)
		if got := w.sent(); len(got) != 1 || !strings.Contains(got[0], want) {
			t.Errorf("nullable %t: %v", nullable, got)
		}
		expect(t, "removed", state, map[string]string{"code": "null"})
	}
}

func TestValidateSecrets(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		field     kind.Field
		config    values
		old       bool // a Terraform without write-only arguments
		attribute string
		words     string
	}{
		"plain":                        {optional, values{"code": "S3cr3t"}, false, "", ""},
		"write-only":                   {optional, values{"code_wo": "S3cr3t", "code_wo_version": 1}, false, "", ""},
		"write-only and old Terraform": {optional, values{"code_wo": "S3cr3t", "code_wo_version": 1}, true, "code_wo", "needs Terraform 1.11 or OpenTofu 1.11 or later"},
		"write-only without version":   {optional, values{"code_wo": "S3cr3t"}, false, "code_wo", "`code_wo_version` must be set with `code_wo`"},
		"version alone":                {optional, values{"code_wo_version": 1}, false, "code_wo_version", "has no effect without `code_wo`"},
		"both":                         {optional, values{"code": "S3cr3t", "code_wo": "S3cr3t", "code_wo_version": 1}, false, "code_wo", "Only one of `code` and `code_wo` may be set."},
		"both, one unknown":            {optional, values{"code": unknown, "code_wo": "S3cr3t", "code_wo_version": 1}, false, "", ""},
		"generated without version":    {generated, values{"code_wo": "S3cr3t"}, false, "", ""},
		"required":                     {required, values{}, false, "", ""}, // see TestWhatAWriteNeeds
		"required, unknown":            {required, values{"code": unknown}, false, "", ""},
		"write-only alone":             {writeOnly, values{"code_wo": "S3cr3t"}, false, "", ""},
		"write-only alone, old":        {writeOnly, values{"code_wo": "S3cr3t"}, true, "code_wo", "or later. Upgrade Terraform or OpenTofu."},
		"write-only alone, missing":    {kind.Field{Name: "code", Type: kind.String, Secret: true, WriteOnly: true, Required: true}, values{}, false, "", ""},
		"whitespace":                   {optional, values{"code_wo": " S3cr3t", "code_wo_version": 1}, false, "code_wo", "whitespace"},
	} {
		w := offline(t, coretest.Thing(test.field))
		config := values{"name": "a"}
		maps.Copy(config, test.config)
		diagnostics := w.Validate(w.config(config), !test.old)
		if test.words == "" {
			if len(diagnostics) > 0 {
				t.Errorf("%s: %s", name, messages(diagnostics))
			}
			continue
		}
		wantError(t, diagnostics, test.words)
		if got := messages(diagnostics); !strings.HasPrefix(got, test.attribute+": ") {
			t.Errorf("%s: %s", name, got)
		}
	}
}
