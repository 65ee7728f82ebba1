package resource_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

var (
	// account has to be given, and parameters need not; Terraform generates neither.
	account    = kind.Field{Name: "account", Type: kind.String, Sensitive: true, Required: true}
	parameters = kind.Field{Name: "settings", Type: kind.JSON, Sensitive: true}
	address    = kind.Field{Name: "address", Type: kind.String, Computed: true, Derived: true}
	document   = kind.Field{Name: "document", Type: kind.String}
)

// What is needed is needed for a new object, and for one whose state has it. One that was
// imported has it on the server.
func TestWhatAWriteNeeds(t *testing.T) {
	t.Parallel()
	requiredWriteOnly := writeOnly
	requiredWriteOnly.Required = true
	imported := values{"id": coretest.FirstID, "name": "a"}
	known := func(more string, of any) values { return values{"id": coretest.FirstID, "name": "a", more: of} }
	for name, test := range map[string]struct {
		field  kind.Field
		config values
		prior  values
		words  string
	}{
		"new secret":               {required, values{"name": "a"}, nil, "code: Missing argument: Exactly one of `code` and `code_wo` must be set."},
		"new secret, unknown":      {required, values{"name": "a", "code": unknown}, nil, ""},
		"new secret, write-only":   {required, values{"name": "a", "code_wo": "S3cr3t"}, nil, ""},
		"new and write-only alone": {requiredWriteOnly, values{"name": "a"}, nil, "code_wo: Missing argument: `code_wo` must be set."},
		"imported secret":          {required, values{"name": "a"}, imported, ""},
		"imported secret, changed": {required, values{"name": "b"}, imported, ""},
		"secret in the state":      {required, values{"name": "a"}, known("code", "S3cr3t"), "code: Missing argument"},
		"version in the state":     {required, values{"name": "a"}, known("code_wo_version", 1), "code: Missing argument"},
		"new account":              {account, values{"name": "a"}, nil, "account: Missing argument: `account` must be set."},
		"imported account":         {account, values{"name": "a"}, imported, ""},
		"account in the state":     {account, values{"name": "a"}, known("account", "S3cr3t"), "account: Missing argument"},
		"new settings, not needed": {parameters, values{"name": "a"}, nil, ""},
	} {
		_, diagnostics := offline(t, coretest.Thing(test.field)).tryPlan(test.config, test.prior)
		if test.words != "" {
			wantError(t, diagnostics, test.words)
		} else if len(diagnostics) > 0 {
			t.Errorf("%s: %s", name, messages(diagnostics))
		}
	}
}

// Rules on what an object may lack hold where something is written, and not before.
func TestRulesOfWrites(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(optional, tags)
	k.Rules = []kind.Rule{
		kind.RequiredIf("name", "hook", "code"),
		func(arguments kind.Arguments) []kind.Finding {
			if arguments.IsEmpty("tags") {
				return []kind.Finding{{Attribute: "tags", Summary: "No tags", Stored: true}}
			}
			return nil
		},
	}
	w := offline(t, k)
	config := values{"name": "hook"}
	if diagnostics := w.Validate(w.config(config), true); len(diagnostics) > 0 {
		t.Error(messages(diagnostics))
	}
	if _, diagnostics := w.tryPlan(config, values{"id": coretest.FirstID, "name": "hook", "tags": []string{}}); len(diagnostics) > 0 {
		t.Error(messages(diagnostics))
	}
	for _, prior := range []values{nil, {"id": coretest.FirstID, "name": "before", "tags": []string{}}} {
		_, diagnostics := w.tryPlan(config, prior)
		wantError(t, diagnostics, "`code` must be set where `name` is `hook`", "No tags")
	}
	if _, diagnostics := w.tryPlan(values{"name": "hook", "code": "S3cr3t", "tags": []string{"a"}}, nil); len(diagnostics) > 0 {
		t.Error(messages(diagnostics))
	}
}

// What Terraform does not generate is not in the state of an import. Not configured, it
// stays on the server, also when something else changes; then configured, it is sent, and
// later taken away.
func TestWithheldArgumentsOutliveAnImport(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(account, parameters))
	w.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "account": "S3cr3t", "settings": map[string]any{"password": "S3cr3t"}})
	imported, diagnostics := w.Import(t.Context(), coretest.FirstID, "")
	if diagnostics.HasError() {
		t.Fatal(messages(diagnostics))
	}
	state := w.refreshed(imported.State)
	unread := map[string]string{"account": "null", "settings": "null"}
	expect(t, "imported", state, unread)
	state = w.applied(values{"name": "b"}, state)
	expect(t, "renamed", w.refreshed(state), unread)
	if got := w.sent(); len(got) != 1 || strings.Contains(got[0], "account") || strings.Contains(got[0], "settings") {
		t.Error(got)
	}
	state = w.applied(values{"name": "b", "account": "other", "settings": `{"a":1}`}, state)
	expect(t, "configured", w.refreshed(state), map[string]string{"account": `"other"`, "settings": `"{"a":1}"`})
	state = w.applied(values{"name": "b", "account": "other"}, state)
	expect(t, "not configured any more", w.refreshed(state), map[string]string{"settings": `"{}"`})
}

// A generated configuration leaves out what a rule refuses beside another argument, and
// what the server derives from that again.
func TestGeneratedConfigurationKeepsTheRules(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(address, document, tags)
	refuse := func(name string) kind.Rule {
		return func(arguments kind.Arguments) []kind.Finding {
			if arguments.IsUnset(name) || arguments.IsUnset("document") {
				return nil
			}
			return []kind.Finding{{Attribute: name, Summary: "Conflicting arguments"}}
		}
	}
	k.Rules = []kind.Rule{refuse("tags"), refuse("address")}
	w := offline(t, k)
	for document, want := range map[string]string{"": `"a"`, "x": "null"} {
		state := values{"id": coretest.FirstID, "name": "a", "document": document, "address": "a", "tags": []string{"a"}}
		config := w.Generate(w.config(state))
		expect(t, document, config, map[string]string{"address": want, "tags": `["a"]`})
	}
}

// An object that cannot be managed is not imported.
func TestAnImportOfWhatCannotBeManaged(t *testing.T) {
	t.Parallel()
	k := coretest.Thing()
	k.Unmanaged = &kind.Unmanaged{
		Is:  func(answer map[string]json.RawMessage) bool { return string(answer["name"]) == `"taken"` },
		Are: "things that are taken",
	}
	w := manage(t, k)
	w.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "taken"})
	_, diagnostics := w.Read(t.Context(), value.Object{"id": value.Text(coretest.FirstID)})
	wantError(t, diagnostics, "Cannot import the thing", "Terraform does not manage things that are taken.")
}

func TestSecretFieldsOfGeneratedConfiguration(t *testing.T) {
	t.Parallel()
	w := offline(t, coretest.Thing(optional, mode, serial, note, tags, parameters))
	config := w.Generate(w.config(values{"id": coretest.FirstID, "name": "a", "code": "S3cr3t", "mode": "strict", "serial": "x", "tags": []string{"a"}, "settings": `{"a":"S3cr3t"}`}))
	var set []string
	for name, given := range config {
		if !given.IsNull() {
			set = append(set, name)
		}
	}
	slices.Sort(set)
	if !slices.Equal(set, []string{"name", "serial", "tags"}) {
		t.Errorf("generated: %v", set)
	}
}
