package resource_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// expiring is a kind whose objects count as deleted once they are canceled, and are left
// alone where they are over.
func expiring() *kind.Kind {
	k := coretest.Thing(kind.Field{Name: "status", Type: kind.String, ReadOnly: true})
	is := func(statuses ...string) func(map[string]json.RawMessage) bool {
		return func(answer map[string]json.RawMessage) bool {
			var status string
			_ = json.Unmarshal(answer["status"], &status)
			return strings.Contains(strings.Join(statuses, " "), status) && status != ""
		}
	}
	k.Gone, k.Spent = is("canceled"), is("canceled", "over")
	return k
}

// What the server keeps although it counts as deleted leaves the state at a refresh. Who
// asks for it by an import gets it all the same.
func TestObjectsThatCountAsDeleted(t *testing.T) {
	t.Parallel()
	for status, gone := range map[string]bool{"": false, "open": false, "over": false, "canceled": true} {
		w := manage(t, expiring())
		state := w.applied(values{"name": "a"}, nil)
		w.server.Objects()[0]["status"] = status
		result, diagnostics := w.Read(t.Context(), state)
		if (result.State == nil) != gone || diagnostics.HasError() || result.Identity != "00000001-0000-4000-8000-000000000000" {
			t.Errorf("%q: %v, identity %q, %s", status, result.State, result.Identity, messages(diagnostics))
		}
		if got := messages(diagnostics); strings.HasPrefix(got, "Thing not found: authentik has no thing") != gone || !gone && got != "" {
			t.Errorf("%q: %s", status, got)
		}
		imported, diagnostics := w.Read(t.Context(), w.config(values{"id": "00000001-0000-4000-8000-000000000000"}))
		if imported.State == nil || diagnostics.HasError() {
			t.Errorf("%q: not imported: %s", status, messages(diagnostics))
		}
	}
}

// What has served its purpose is left where the server refuses to delete it; anything else
// is an error, and so is what cannot be read to find that out.
func TestObjectsThatHaveServedTheirPurpose(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		status          string
		deletion, reads int
		without         bool
		words           string
		requests        string
	}{
		"deleted":         {"over", 0, 0, false, "", "DELETE"},
		"over":            {"over", 400, 0, false, "", "DELETE GET"},
		"canceled":        {"canceled", 403, 0, false, "", "DELETE GET"},
		"open":            {"open", 400, 0, false, "authentik refused the request", "DELETE GET"},
		"not readable":    {"over", 400, 403, false, "authentik refused the request", "DELETE GET"},
		"gone meanwhile":  {"over", 404, 0, false, "", "DELETE"},
		"of another kind": {"over", 400, 0, true, "authentik refused the request", "DELETE"},
	} {
		k := expiring()
		if test.without {
			k.Spent = nil
		}
		w := manage(t, k)
		state := w.applied(values{"name": "a"}, nil)
		w.server.Objects()[0]["status"] = test.status
		if test.deletion != 0 {
			respondTo(http.MethodDelete, test.deletion)(w.server)
		}
		if test.reads != 0 {
			respondTo(http.MethodGet, test.reads)(w.server)
		}
		w.server.Requests()
		diagnostics := w.Delete(t.Context(), state)
		if test.words != "" {
			wantError(t, diagnostics, test.words)
		} else if len(diagnostics) > 0 {
			t.Errorf("%s: %s", name, messages(diagnostics))
		}
		var methods []string
		for _, request := range w.server.Requests() {
			if !strings.Contains(request.Path, "/version/") {
				methods = append(methods, request.Method)
			}
		}
		if got := strings.Join(methods, " "); got != test.requests {
			t.Errorf("%s: %s", name, got)
		}
	}
}
