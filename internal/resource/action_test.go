package resource_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Some field of an object is no part of its body but set by a request of its own.
func TestActions(t *testing.T) {
	t.Parallel()
	// No release of applications takes `meta_icon` in the body before 2025.12.
	icon := kind.Field{Name: "meta_icon", Type: kind.String, Via: kind.Action{Path: "set_icon_url/", Key: "url", Clear: "set_icon/"}}
	k := documented("/core/applications/", icon, kind.Field{Name: "meta_publisher"})
	w := manage(t, k, release("2025.10.1"))
	w.server.Written = func(object coretest.Object) { object["meta_icon"] = "https://x/a.png" }
	state := w.applied(values{"name": "a", "meta_icon": "https://x/a.png"}, nil)
	got := w.sent()
	if len(got) != 2 || got[0] != `POST /core/applications/ {"meta_publisher":"","name":"a"}` || got[1] != `POST /core/applications/00000001-0000-4000-8000-000000000000/set_icon_url/ {"url":"https://x/a.png"}` {
		t.Errorf("create: %v", got)
	}
	state = w.applied(values{"name": "b", "meta_icon": "https://x/a.png"}, state)
	if got := w.sent(); len(got) != 1 || !strings.Contains(got[0], "meta_publisher") {
		t.Errorf("an update without a change: %v", got)
	}
	w.server.Intercept = func(rw http.ResponseWriter, r *http.Request, _ string) bool {
		if strings.Contains(r.URL.Path, "set_icon") {
			coretest.Respond(rw, http.StatusBadRequest, coretest.Object{"url": []string{"Not reachable."}})
			return true
		}
		return false
	}
	result, diagnostics := w.apply(values{"name": "c", "meta_icon": "https://x/b.png"}, state)
	wantError(t, diagnostics, "meta_icon: authentik refused the value of meta_icon", "Not reachable.")
	expect(t, "a failed action", result.State, map[string]string{"name": `"c"`, "meta_icon": `"https://x/a.png"`})
	w.server.Intercept = func(rw http.ResponseWriter, r *http.Request, _ string) bool {
		if strings.Contains(r.URL.Path, "set_icon") {
			coretest.Respond(rw, http.StatusBadRequest, coretest.Object{"detail": "Not now."})
			return true
		}
		return false
	}
	_, diagnostics = w.apply(values{"name": "c", "meta_icon": "https://x/b.png"}, state)
	if got := messages(diagnostics); !strings.HasPrefix(got, "authentik refused the request") {
		t.Errorf("about the whole: %s", got)
	}
	w.server.Intercept = nil
	w.sent()
	w.applied(values{"name": "c"}, result.State)
	if got := w.sent(); len(got) != 2 || !strings.HasPrefix(got[1], "POST /core/applications/00000001-0000-4000-8000-000000000000/set_icon/ ") || !strings.Contains(got[1], "clear") {
		t.Errorf("cleared: %v", got)
	}
}

// Where the release takes the field in the body, there is no request of its own.
func TestActionsAreForReleasesWhoseBodyLacksTheField(t *testing.T) {
	t.Parallel()
	icon := kind.Field{Name: "meta_icon", Type: kind.String, Via: kind.Action{Path: "set_icon_url/", Key: "url"}}
	w := manage(t, documented("/core/applications/", icon), release("2026.8.5"))
	if got := w.created(values{"name": "a", "meta_icon": "https://x/a.png"}); got != `{"meta_icon":"https://x/a.png","name":"a"}` {
		t.Error(got)
	}
}

// A secret that is set by a request of its own is in no message, and cannot be removed.
func TestSecretsOfActions(t *testing.T) {
	t.Parallel()
	password := kind.Field{Name: "password", Type: kind.String, Secret: true, Via: kind.Action{Path: "set_password/", Key: "password"}}
	w := manage(t, documented("/core/users/", password))
	state := w.applied(values{"name": "a", "password": "S3cr3t1"}, nil)
	if got := w.sent(); len(got) != 2 || !strings.HasSuffix(got[1], `/set_password/ {"password":"S3cr3t1"}`) {
		t.Errorf("sent: %v", got)
	}
	expect(t, "created", state, map[string]string{"password": `"S3cr3t1"`})
	removed := w.applied(values{"name": "a"}, state)
	if got := w.sent(); len(got) != 1 {
		t.Errorf("removed: %v", got)
	}
	expect(t, "removed", removed, map[string]string{"password": "null"})
	w.server.Intercept = func(rw http.ResponseWriter, r *http.Request, _ string) bool {
		if strings.Contains(r.URL.Path, "set_password") {
			coretest.Respond(rw, http.StatusBadRequest, coretest.Object{"password": []string{"S3cr3t2 is too short."}})
			return true
		}
		return false
	}
	result, diagnostics := w.apply(values{"name": "a", "password_wo": "S3cr3t2", "password_wo_version": 1}, state)
	wantError(t, diagnostics, "password_wo: authentik refused the value of password_wo", "(redacted) is too short.")
	expect(t, "a failed action", result.State, map[string]string{"password": `"S3cr3t1"`, "password_wo_version": "null"})
}
