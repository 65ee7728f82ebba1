package authentiktest_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// The recorded server of 2023.10.7 had these numbers of objects that its blueprints made; the
// default flows can be read, and what is bound to them, in every release.
func TestDefaults(t *testing.T) {
	t.Parallel()
	recorded := map[string]int{
		promptPath: 11, "/stages/prompt/stages/": 4, "/stages/user_login/": 3, "/stages/user_write/": 3, "/stages/user_logout/": 1,
		"/stages/identification/": 1, "/stages/password/": 1, "/stages/consent/": 1, "/stages/authenticator/validate/": 1,
		"/stages/authenticator/static/": 1, "/stages/authenticator/totp/": 1, "/stages/authenticator/webauthn/": 1,
		smsPath: 0, "/stages/captcha/": 0,
	}
	for _, release := range contract.Releases() {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			// The order of the options does not matter.
			server := authentiktest.New(t, authentiktest.WithDefaults(), authentiktest.WithRelease(release), authentiktest.WithSteadyAnswers())
			for path, count := range recorded {
				listed := ask(t, server, http.MethodGet, path, "")
				if !strings.Contains(listed.text, fmt.Sprintf(`"count":%d,`, count)) {
					t.Errorf("%s: %s", path, listed.text)
				}
			}
			flow := ask(t, server, http.MethodGet, flowPath+"default-authentication-flow/", "")
			if len(items(flow.body["stages"])) != 4 || flow.body["designation"] != "authentication" {
				t.Errorf("The flow: %s", flow.text)
			}
			login := ask(t, server, http.MethodGet, "/stages/user_login/?name=default-authentication-login", "")
			if !strings.Contains(login.text, `"slug":"initial-setup"`) || !strings.Contains(login.text, `"slug":"default-authentication-flow"`) {
				t.Errorf("The login: %s", login.text)
			}
		})
	}
}

// Every default object is one that the server itself would take, and has the same key always.
func TestDefaultsAreSound(t *testing.T) {
	t.Parallel()
	server, again := authentiktest.New(t, authentiktest.WithDefaults()), authentiktest.New(t, authentiktest.WithDefaults())
	for _, path := range contract.Collections() {
		first, second := server.Objects(path), again.Objects(path)
		for i, object := range first {
			if second[i]["pk"] != object["pk"] {
				t.Errorf("%s: %v has another key.", path, object["name"])
			}
			view, _ := contract.Object(path)
			latest, _ := view.In(contract.Newest())
			address := object["pk"]
			if field, ok := object[latest.KeyField]; ok {
				address = field
			}
			if latest.Request == nil {
				continue
			}
			sent := make(map[string]any)
			for name, value := range object {
				if latest.Request.Has(name) {
					sent[name] = value
				}
			}
			if path == bindingPath {
				delete(sent, "policies")
			}
			if got := ask(t, server, http.MethodPatch, fmt.Sprintf("%s%v/", path, address), body(t, sent)); got.status != http.StatusOK {
				t.Errorf("%s %v: %d %s", path, object["name"], got.status, got.text)
			}
		}
	}
}
