package enterprise_test

import (
	"net/http"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const key = "eyJhbGciOiJFUzUxMiJ9.e30.secret"

// What is no license key is refused before anything is sent, and without its value.
func TestKeysThatAreNone(t *testing.T) {
	t.Parallel()
	resource := connected(t, authentiktest.New(t)).Resource(t, "authentik_enterprise_license")
	for _, wrong := range []string{"not-a-key", "a.b", "!!.e30.x"} {
		fails(t, resource.Apply(map[string]any{"key": wrong}), "three parts")
	}
}

// A license that has expired, or is for another installation, is an error that says what
// it has to be.
func TestLicenseThatIsRefused(t *testing.T) {
	t.Parallel()
	for _, reason := range []string{"License is not valid for this installation", "Unable to verify license"} {
		server := authentiktest.New(t)
		server.Respond(func(r *http.Request) bool { return r.Method == http.MethodPost }, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(http.StatusBadRequest)
			if _, err := w.Write([]byte(`{"key":["` + reason + `"]}`)); err != nil {
				t.Error(err)
			}
		})
		fails(t, connected(t, server).Resource(t, "authentik_enterprise_license").Apply(map[string]any{"key": key}), reason, "authentik_enterprise_install_id", "expired")
	}
}

// The write-only key is sent, and is not in the state.
func TestWriteOnlyKey(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	resource := connected(t, server).Resource(t, "authentik_enterprise_license")
	ok(t, resource.Apply(map[string]any{"key_wo": key, "key_wo_version": 1}))
	if stored := server.Objects("/enterprise/license/")[0]["key"]; stored != key || !resource.State["key"].IsNull() {
		t.Error("the server does not have the key, or the state does")
	}
}
