package resource_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// documented is a kind with a path and fields that the contract knows.
func documented(path string, fields ...kind.Field) *kind.Kind {
	k := coretest.Thing(fields...)
	k.API.Path = path
	return k
}

func release(of string) func(*coretest.Server) {
	return func(s *coretest.Server) { s.Release = of }
}

// broken answers every request for the version with an error.
func broken(s *coretest.Server) {
	s.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
		if strings.HasSuffix(r.URL.Path, "/version/") {
			w.WriteHeader(http.StatusBadGateway)
			return true
		}
		return false
	}
}

// What a removed `expires` comes to depends on the release, so a plan without it must not
// guess.
func TestPlanOfAClearedValueNeverGuesses(t *testing.T) {
	t.Parallel()
	expires := kind.Field{Name: "expires", Computed: true, ClearedIfUnset: true}
	config := values{"name": "a"}
	prior := values{"id": coretest.FirstID, "name": "a", "expires": "2026-01-01T00:00:00Z"}
	for of, want := range map[string]string{
		"2025.12.4": "null", // accepts null
		"2023.10.7": `"2026-01-01T00:00:00Z"`,
		"":          `"2026-01-01T00:00:00Z"`,
	} {
		w := manage(t, documented("/stages/invitation/invitations/", expires), release(of))
		expect(t, "release "+of, w.plan(config, prior).State, map[string]string{"expires": want})
	}
	w := manage(t, documented("/stages/invitation/invitations/", expires), broken)
	_, diagnostics := w.tryPlan(config, prior)
	wantError(t, diagnostics, "Cannot read authentik's version", "depends on the server's release")
	expect(t, "no server yet", offline(t, w.Kind).plan(config, prior).State, map[string]string{"expires": "unknown"})
}

func TestPlanAsksForTheReleaseOnlyWhereItMatters(t *testing.T) {
	t.Parallel()
	expires := kind.Field{Name: "expires", Computed: true, ClearedIfUnset: true}
	w := manage(t, documented("/stages/invitation/invitations/", expires), broken)
	w.plan(values{"name": "a"}, nil)
	w.plan(values{"name": "a"}, values{"id": coretest.FirstID, "name": "a"})
	w.plan(values{"name": "a", "expires": "2026-01-01T00:00:00Z"}, values{"id": coretest.FirstID, "name": "a"})
	if got := w.server.Requests(); len(got) > 0 {
		t.Errorf("the server was asked: %v", got)
	}
}

func TestPlanRefusesWhatTheReleaseLacks(t *testing.T) {
	t.Parallel()
	parents := kind.Field{Name: "parents", Formerly: []string{"parent"}, Type: kind.Set, Of: kind.UUID, Optional: true}
	lacking := kind.Field{Name: "backchannel_logout_uri", Type: kind.String}
	method := kind.Field{Name: "logout_method", Type: kind.String, FreeForm: true, Default: "backchannel", Incumbent: "theirs"}
	two := []string{coretest.FirstID, coretest.SecondID}
	for name, test := range map[string]struct {
		path    string
		field   kind.Field
		release string
		config  any
		words   string
	}{
		"two where one is accepted":   {"/core/groups/", parents, "2025.10.1", two, "The server is authentik 2025.10.1, which accepts one element at most."},
		"one where one is accepted":   {"/core/groups/", parents, "2025.10.1", two[:1], ""},
		"two where two are accepted":  {"/core/groups/", parents, "2025.12.4", two, ""},
		"two and a release not known": {"/core/groups/", parents, "", two, ""},
		"an argument that came later": {"/providers/oauth2/", lacking, "2023.10.7", "https://x", "The thing has `backchannel_logout_uri` "},
		"an argument that is there":   {"/providers/oauth2/", lacking, "2025.8.1", "https://x", ""},
		"an argument not known yet":   {"/providers/oauth2/", lacking, "2023.10.7", unknown, ""},
		"the default of one":          {"/providers/oauth2/", method, "2023.10.7", "backchannel", ""},
		"another value than that":     {"/providers/oauth2/", method, "2023.10.7", "frontchannel", "The thing has `logout_method` since authentik 2025.10."},
		"theirs of one":               {"/providers/oauth2/", method, "2023.10.7", "theirs", ""},
		"an argument left out":        {"/providers/oauth2/", lacking, "2023.10.7", nil, ""},
	} {
		w := manage(t, documented(test.path, test.field), release(test.release))
		_, diagnostics := w.tryPlan(values{"name": "a", test.field.Name: test.config}, nil)
		if test.words == "" && diagnostics.HasError() {
			t.Errorf("%s: %s", name, messages(diagnostics))
		} else if test.words != "" {
			wantError(t, diagnostics, test.field.Name+": Not available in the server's release", test.words)
		}
		// What the state has already, the server has accepted before.
		prior := values{"id": coretest.FirstID, "name": "a", test.field.Name: test.config}
		if _, diagnostics := w.tryPlan(values{"name": "b", test.field.Name: test.config}, prior); diagnostics.HasError() {
			t.Errorf("%s, unchanged: %s", name, messages(diagnostics))
		}
	}
}

func TestPlanRefusesAKindThatTheReleaseLacks(t *testing.T) {
	t.Parallel()
	// Redirect stages came with 2024.12.
	k := documented("/stages/redirect/", kind.Field{Name: "keep_context", Default: true})
	w := manage(t, k, release("2023.10.7"))
	_, diagnostics := w.tryPlan(values{"name": "a"}, nil)
	wantError(t, diagnostics, "authentik 2023.10.7 has no things", "authentik has things since 2024.12. Remove the resource, or upgrade the server.")
	if _, diagnostics := w.tryPlan(values{"name": "b"}, values{"id": coretest.FirstID, "name": "a"}); diagnostics.HasError() {
		t.Error(messages(diagnostics))
	}
	w.server.Requests()
	w.plan(values{"name": "b"}, values{"id": coretest.FirstID, "name": "a"})
	if got := w.server.Requests(); len(got) > 0 {
		t.Errorf("asked: %v", got)
	}
	for _, of := range []string{"2025.12.4", ""} {
		if _, diagnostics := manage(t, k, release(of)).tryPlan(values{"name": "a"}, nil); diagnostics.HasError() {
			t.Errorf("%q: %s", of, messages(diagnostics))
		}
	}
	_, diagnostics = manage(t, k, broken).tryPlan(values{"name": "a"}, nil)
	wantError(t, diagnostics, "Cannot read authentik's version")
}

// A default that the provider adds must not fail on a release that lacks one of its
// elements; one that the user wrote is sent as it is.
func TestPlanLeavesOutElementsOfADefaultThatTheReleaseLacks(t *testing.T) {
	t.Parallel()
	// Email as a device class came with 2025.2.
	classes := kind.Field{Name: "device_classes", Type: kind.Set, Of: kind.String, Default: []string{"static", "totp", "webauthn", "duo", "sms", "email"}}
	k := documented("/stages/authenticator/validate/", classes)
	old := manage(t, k, release("2023.10.7")).plan(values{"name": "a"}, nil).State["device_classes"]
	if got := coretest.Show(old); strings.Contains(got, "email") || !strings.Contains(got, "sms") {
		t.Errorf("2023.10.7: %s", got)
	}
	newest := manage(t, k, release("2025.12.4")).plan(values{"name": "a"}, nil).State["device_classes"]
	if got := coretest.Show(newest); !strings.Contains(got, "email") {
		t.Errorf("2025.12.4: %s", got)
	}
	expect(t, "no server yet", offline(t, k).plan(values{"name": "a"}, nil).State, map[string]string{"device_classes": "unknown"})
}

// Some releases require what others do not have.
func TestPlanRequiresWhatTheReleaseRequires(t *testing.T) {
	t.Parallel()
	k := documented("/providers/oauth2/", kind.Field{Name: "invalidation_flow", Optional: true, Nullable: true})
	for of, isRequired := range map[string]bool{"2024.8.4": false, "2025.12.4": true, "": false} {
		w := manage(t, k, release(of))
		_, diagnostics := w.tryPlan(values{"name": "a"}, nil)
		if !isRequired && diagnostics.HasError() {
			t.Errorf("%q: %s", of, messages(diagnostics))
		} else if isRequired {
			wantError(t, diagnostics, "invalidation_flow: Missing argument: The server is authentik 2025.12.4, which requires `invalidation_flow` for the thing.")
		}
		if _, diagnostics := w.tryPlan(values{"name": "a", "invalidation_flow": coretest.FirstID}, nil); diagnostics.HasError() != (of == "2024.8.4") {
			t.Errorf("%q, set: %s", of, messages(diagnostics))
		}
	}
}
