package resource_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

var token = kind.Field{Name: "key", Type: kind.String, Secret: true, WriteOnly: true, Reveal: kind.Reveal{Path: "view_key/", Key: "key", Switch: "retrieve_key"}}

// viewKey answers the request that reads the secret.
func viewKey(body string) func(*coretest.Server) {
	return func(s *coretest.Server) {
		s.Hidden = []string{"key"}
		s.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
			if !strings.HasSuffix(r.URL.Path, "/view_key/") {
				return false
			}
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write([]byte(body))
			return true
		}
	}
}

func TestASecretIsRevealedOnlyOnRequest(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(token), viewKey(`{"key":"S3cr3t"}`))
	state := w.applied(values{"name": "a"}, nil)
	expect(t, "not asked for", w.refreshed(state), map[string]string{"key": "null", "retrieve_key": "false"})
	if got := w.asked(); strings.Contains(got, "view_key") {
		t.Error(got)
	}
	plan := w.plan(values{"name": "a", "retrieve_key": true}, values{"id": coretest.FirstID, "name": "a", "retrieve_key": false})
	expect(t, "planned", plan.State, map[string]string{"key": "unknown", "retrieve_key": "true"})
	state = w.applied(values{"name": "a", "retrieve_key": true}, state)
	expect(t, "asked for", state, map[string]string{"key": `"S3cr3t"`, "retrieve_key": "true"})
	viewKey(`{"key":"S3cr3t-new"}`)(w.server)
	expect(t, "refreshed", w.refreshed(state), map[string]string{"key": `"S3cr3t-new"`})
	prior := values{"id": coretest.FirstID, "name": "a", "retrieve_key": true, "key": "S3cr3t", "key_wo_version": 1}
	for name, test := range map[string]struct {
		config values
		want   string
	}{
		"unchanged":     {values{"retrieve_key": true, "key_wo": "x", "key_wo_version": 1}, `"S3cr3t"`},
		"rotated":       {values{"retrieve_key": true, "key_wo": "x", "key_wo_version": 2}, "unknown"},
		"not known yet": {values{"retrieve_key": unknown, "key_wo": "x", "key_wo_version": 1}, "unknown"},
		"no more":       {values{"key_wo": "x", "key_wo_version": 1}, "null"},
	} {
		test.config["name"] = "a"
		expect(t, name, w.plan(test.config, prior).State, map[string]string{"key": test.want})
	}
}

func TestFailuresToRevealASecret(t *testing.T) {
	t.Parallel()
	for body, words := range map[string]string{`[]`: "is no JSON object", `{}`: "the field `key` is missing, expected a string", `{"key":null}`: "the field `key` is missing, expected a string", `{"key":["S3cr3t"]}`: "the field `key` is an array, expected a string"} {
		w := manage(t, coretest.Thing(token), viewKey(body))
		result, diagnostics := w.apply(values{"name": "a", "retrieve_key": true}, nil)
		wantError(t, diagnostics, "Unexpected answer from authentik", words)
		if value.String(result.State["id"]) == "" {
			t.Error("the object is lost")
		}
	}
	w := manage(t, coretest.Thing(token))
	w.server.Intercept = func(rw http.ResponseWriter, r *http.Request, _ string) bool {
		if strings.HasSuffix(r.URL.Path, "/view_key/") {
			coretest.Respond(rw, http.StatusForbidden, coretest.Object{"detail": "No."})
			return true
		}
		return false
	}
	result, diagnostics := w.apply(values{"name": "a", "retrieve_key": true}, nil)
	wantError(t, diagnostics, "Access denied by authentik")
	_, diagnostics = w.Read(t.Context(), result.State)
	wantError(t, diagnostics, "Access denied by authentik")
}

// After a move from goauthentik/authentik the first argument whose default differs says
// how to keep it.
func TestAChangedDefaultIsExplainedOnce(t *testing.T) {
	t.Parallel()
	one := kind.Field{Name: "one", Type: kind.String, Default: "ours", Incumbent: "theirs"}
	two := kind.Field{Name: "two", Type: kind.String, Default: "ours", Incumbent: "theirs"}
	w := offline(t, coretest.Thing(one, two))
	w.Connection, w.Foreign = &connection.Connection{}, true
	prior := values{"id": coretest.FirstID, "name": "a", "one": "theirs", "two": "theirs"}
	for i, want := range []int{1, 0} {
		_, diagnostics := w.tryPlan(values{"name": "a"}, prior)
		if len(diagnostics) != want || diagnostics.HasError() {
			t.Errorf("plan %d: %s", i, messages(diagnostics))
		}
	}
	w.Connection, w.Foreign = &connection.Connection{}, false
	if _, diagnostics := w.tryPlan(values{"name": "a"}, prior); len(diagnostics) > 0 {
		t.Errorf("without a move: %s", messages(diagnostics))
	}
	w.Foreign = true
	for name, prior := range map[string]values{"another value": {"one": "x", "two": "x"}, "our value": {"one": "ours", "two": "ours"}, "none": {}} {
		w.Connection = &connection.Connection{}
		if _, diagnostics := w.tryPlan(values{"name": "a"}, prior); len(diagnostics) > 0 {
			t.Errorf("%s: %s", name, messages(diagnostics))
		}
	}
}
