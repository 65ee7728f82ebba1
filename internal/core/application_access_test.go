package core_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const accessType = "authentik_application_access"

// Access is read with the reasons, for the user who was asked for.
func TestApplicationAccess(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add(applicationsPath, map[string]any{"name": "App", "slug": "app"})
	provider := connect(t, server)
	state, diagnostics := provider.Read(accessType, map[string]any{"slug": "app"})
	must(t, diagnostics)
	if !state["passing"].Equal(tftypes.NewValue(tftypes.Bool, true)) {
		t.Errorf("an application without bindings: passing is %s", state["passing"])
	}
	server.Respond(authentiktest.Matching(http.MethodGet, "/check_access/"), func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = fmt.Fprintf(w, `{"passing": false, "messages": ["not %s"], "log_messages": [{"event": "evaluated", "log_level": "info"}]}`, r.URL.Query().Get("for_user"))
	})
	state, diagnostics = provider.Read(accessType, map[string]any{"slug": "app", "user": 7})
	must(t, diagnostics)
	list := func(element string) tftypes.Value {
		return tftypes.NewValue(tftypes.List{ElementType: tftypes.String}, []tftypes.Value{tftypes.NewValue(tftypes.String, element)})
	}
	for name, expected := range map[string]tftypes.Value{
		"passing": tftypes.NewValue(tftypes.Bool, false), "messages": list("not 7"), "log_messages": list("evaluated"), "id": tftypes.NewValue(tftypes.String, "app:7"),
	} {
		if !state[name].Equal(expected) {
			t.Errorf("%s is %s", name, state[name])
		}
	}
}

// An application that is not there, and an answer of another form, are errors.
func TestApplicationAccessFailures(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := connect(t, server)
	for slug, summary := range map[string]string{"missing": "Application not found", "": "Empty value"} {
		if _, diagnostics := provider.Read(accessType, map[string]any{"slug": slug}); len(diagnostics) != 1 || diagnostics[0].Summary != summary {
			t.Errorf("the slug %q is reported as %s", slug, acctest.Describe(diagnostics))
		}
	}
	server.Respond(authentiktest.Matching(http.MethodGet, "/check_access/"), func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = fmt.Fprint(w, `{}`)
	})
	if _, diagnostics := provider.Read(accessType, map[string]any{"slug": "app"}); len(diagnostics) != 1 || !strings.Contains(diagnostics[0].Detail, "`passing`") {
		t.Errorf("an empty answer is reported as %s", acctest.Describe(diagnostics))
	}
}
