package resource_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

type values = coretest.Values

const unknown = coretest.Unknown

// world is a server, and a resource that manages objects on it.
type world struct {
	*testing.T
	server *coretest.Server
	*resource.Resource
}

// manage starts a server, changed by prepare, and manages the kind on it.
func manage(t *testing.T, k *kind.Kind, prepare ...func(*coretest.Server)) world {
	t.Helper()
	server := serverOf(k, prepare)
	return world{t, server, &resource.Resource{Kind: k, Connection: server.Connect(t)}}
}

// simulate is manage without a network, for tests with simulated time.
func simulate(t *testing.T, k *kind.Kind) world {
	t.Helper()
	server := serverOf(k, nil)
	return world{t, server, &resource.Resource{Kind: k, Connection: server.Simulate(t)}}
}

func serverOf(k *kind.Kind, prepare []func(*coretest.Server)) *coretest.Server {
	server := coretest.New()
	server.Path = k.API.Path
	if k.API.Address != "" {
		server.Address = k.API.Address
	}
	for _, change := range prepare {
		change(server)
	}
	return server
}

// offline manages a kind without a server.
func offline(t *testing.T, k *kind.Kind) world {
	t.Helper()
	return world{t, nil, &resource.Resource{Kind: k}}
}

func (w world) config(of values) value.Object { return coretest.Config(w.Kind, of) }

// plan plans, which has to work; prior is nil for a create.
func (w world) plan(config, prior values) resource.Plan {
	w.Helper()
	plan, diagnostics := w.tryPlan(config, prior)
	if diagnostics.HasError() {
		w.Fatal(messages(diagnostics))
	}
	return plan
}

func (w world) tryPlan(config, prior values) (resource.Plan, diag.Diagnostics) {
	var before value.Object
	if prior != nil {
		before = w.config(prior)
	}
	return w.Plan(w.Context(), w.config(config), before)
}

// apply plans and applies, and returns the state.
func (w world) apply(config values, prior value.Object) (resource.Result, diag.Diagnostics) {
	w.Helper()
	given := w.config(config)
	plan, diagnostics := w.Plan(w.Context(), given, prior)
	if diagnostics.HasError() {
		w.Fatal(messages(diagnostics))
	}
	change := resource.Change{Config: given, Plan: plan.State, State: prior}
	if prior == nil {
		return w.Create(w.Context(), change)
	}
	return w.Update(w.Context(), change)
}

// applied is what apply leads to, which has to work.
func (w world) applied(config values, prior value.Object) value.Object {
	w.Helper()
	result, diagnostics := w.apply(config, prior)
	if diagnostics.HasError() {
		w.Fatal(messages(diagnostics))
	}
	return result.State
}

// refreshed is the state after a refresh, which has to work.
func (w world) refreshed(state value.Object) value.Object {
	w.Helper()
	result, diagnostics := w.Read(w.Context(), state)
	if diagnostics.HasError() {
		w.Fatal(messages(diagnostics))
	}
	return result.State
}

// expect compares attributes, as [coretest.Show] shows them.
func expect(t *testing.T, name string, state value.Object, want map[string]string) {
	t.Helper()
	for _, attribute := range slices.Sorted(maps.Keys(want)) {
		if got := coretest.Show(state[attribute]); got != want[attribute] {
			t.Errorf("%s: %s is %s, want %s", name, attribute, got, want[attribute])
		}
	}
}

// sent are the writes that the server got, with their bodies.
func (w world) sent() []string {
	var writes []string
	for _, request := range w.server.Requests() {
		if request.Method != http.MethodGet {
			writes = append(writes, strings.TrimSpace(request.String()+" "+request.Body))
		}
	}
	return writes
}

// asked are all requests without their bodies, except those for the version.
func (w world) asked() string {
	var all []string
	for _, request := range w.server.Requests() {
		if !strings.Contains(request.Path, "/version/") {
			all = append(all, request.Method+" "+request.Path)
		}
	}
	return strings.Join(all, ", ")
}

func messages(diagnostics diag.Diagnostics) string {
	var all []string
	for _, one := range diagnostics {
		at := ""
		if located, ok := one.(diag.DiagnosticWithPath); ok {
			at = located.Path().String() + ": "
		}
		all = append(all, fmt.Sprintf("%s%s: %s", at, one.Summary(), one.Detail()))
	}
	return strings.Join(all, "\n")
}

// wantError fails the test unless the one error is of that attribute ("" for none) and
// has the words.
func wantError(t *testing.T, diagnostics diag.Diagnostics, words ...string) {
	t.Helper()
	if !diagnostics.HasError() {
		t.Errorf("no error, want %q", words)
		return
	}
	for _, word := range words {
		if !strings.Contains(messages(diagnostics), word) {
			t.Errorf("%q is not in:\n%s", word, messages(diagnostics))
		}
	}
	noSecret(t, messages(diagnostics))
}

// noSecret fails the test if a message has what the tests use as secrets.
func noSecret(t *testing.T, text string) {
	t.Helper()
	if strings.Contains(text, "S3cr3t") {
		t.Errorf("a secret is in: %s", text)
	}
}

type (
	valueOf  = value.Value
	valuesOf = value.Object
)

// resourceChange is the create of what was planned.
func resourceChange(config, plan value.Object) resource.Change {
	return resource.Change{Config: config, Plan: plan}
}

// refuse answers every write with HTTP 400 and these messages.
func refuse(body coretest.Object) func(*coretest.Server) {
	return func(s *coretest.Server) {
		s.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
			if r.Method == http.MethodGet {
				return false
			}
			coretest.Respond(w, http.StatusBadRequest, body)
			return true
		}
	}
}

func parsed(t *testing.T, raw string) value.Fields {
	t.Helper()
	var fields value.Fields
	if err := json.Unmarshal([]byte(raw), &fields); err != nil {
		t.Fatal(err)
	}
	return fields
}
