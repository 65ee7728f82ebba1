package authentiktest_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

const (
	flowPath    = "/flows/instances/"
	bindingPath = "/flows/bindings/"
	mappingPath = "/propertymappings/notification/"
	promptPath  = "/stages/prompt/prompts/"
	dummyPath   = "/stages/dummy/"
	allPath     = "/stages/all/"
	typesPath   = "/stages/authenticator/webauthn_device_types/"
	someID      = "00000000-0000-4000-8000-000000000001"
	anotherID   = "00000000-0000-4000-8000-000000000002"
)

// required are the fields without which the server refuses to create an object.
var required = map[string]map[string]any{
	bindingPath:                            {"target": someID, "stage": anotherID, "order": 0},
	flowPath:                               {"name": "a", "slug": "a", "title": "A", "designation": "authentication"},
	mappingPath:                            {"name": "a", "expression": "return {}"},
	"/stages/account_lockdown/":            {"name": "a"},
	"/stages/authenticator/duo/":           {"name": "a", "client_id": "c", "client_secret": "s", "api_hostname": "h"},
	"/stages/authenticator/email/":         {"name": "a"},
	"/stages/authenticator/endpoint_gdtc/": {"name": "a", "credentials": map[string]any{"type": "service_account"}},
	smsPath:                                {"name": "a", "provider": "twilio", "from_number": "1", "account_sid": "AC", "auth": "s"},
	"/stages/authenticator/static/":        {"name": "a"},
	"/stages/authenticator/totp/":          {"name": "a", "digits": "6"},
	"/stages/authenticator/validate/":      {"name": "a"},
	"/stages/authenticator/webauthn/":      {"name": "a"},
	"/stages/captcha/":                     {"name": "a", "public_key": "p", "private_key": "s"},
	"/stages/consent/":                     {"name": "a"},
	"/stages/deny/":                        {"name": "a"},
	dummyPath:                              {"name": "a"},
	"/stages/email/":                       {"name": "a"},
	"/stages/endpoints/":                   {"name": "a", "connector": someID},
	"/stages/identification/":              {"name": "a", "user_fields": []string{"username"}},
	"/stages/invitation/invitations/":      {"name": "a"},
	"/stages/invitation/stages/":           {"name": "a"},
	"/stages/mtls/":                        {"name": "a", "mode": "optional", "cert_attribute": "subject", "user_attribute": "username"},
	"/stages/password/":                    {"name": "a", "backends": []string{"authentik.core.auth.InbuiltBackend"}},
	promptPath:                             {"name": "a", "field_key": "a", "label": "A", "type": "text"},
	"/stages/prompt/stages/":               {"name": "a", "fields": []string{someID}},
	"/stages/redirect/":                    {"name": "a", "mode": "static", "target_static": "https://example.org"},
	"/stages/source/":                      {"name": "a", "source": someID},
	"/stages/user_delete/":                 {"name": "a"},
	"/stages/user_login/":                  {"name": "a"},
	"/stages/user_logout/":                 {"name": "a"},
	"/stages/user_write/":                  {"name": "a"},
}

// Every collection of the contract table answers exactly the table's fields in every release, and
// an object can be created with the least, read, listed, changed with nothing and deleted.
func TestEveryCollectionInEveryRelease(t *testing.T) {
	t.Parallel()
	for _, path := range contract.Collections() {
		if required[path] == nil && path != allPath && path != typesPath {
			continue // not modelled yet
		}
		object, _ := contract.Object(path)
		for _, release := range object.Releases() {
			t.Run(strings.Trim(path, "/")+"/"+release, func(t *testing.T) {
				t.Parallel()
				view, _ := object.In(release)
				server := authentiktest.New(t, authentiktest.WithRelease(release), authentiktest.WithSteadyAnswers())
				if view.Request == nil {
					readOnly(t, server, path, view)
					return
				}
				lifeCycle(t, server, path, view)
			})
		}
	}
}

func readOnly(t *testing.T, server *authentiktest.Server, path string, view contract.View) {
	t.Helper()
	pk := server.Add(typesPath, map[string]any{"aaguid": someID, "description": "A key"})
	if path == allPath {
		pk = server.Add(smsPath, stage("a"))
	}
	read := ask(t, server, http.MethodGet, path+pk+"/", "")
	exactly(t, view, read)
	if created := ask(t, server, http.MethodPost, path, "{}"); created.status != http.StatusMethodNotAllowed || created.body == nil {
		t.Errorf("It can be created: %d %s", created.status, created.text)
	}
	if changed := ask(t, server, http.MethodPatch, path+pk+"/", "{}"); changed.status != http.StatusMethodNotAllowed || changed.body == nil {
		t.Errorf("It can be changed: %d %s", changed.status, changed.text)
	}
}

func lifeCycle(t *testing.T, server *authentiktest.Server, path string, view contract.View) {
	t.Helper()
	created := ask(t, server, http.MethodPost, path, body(t, required[path]))
	if created.status != http.StatusCreated {
		t.Fatalf("Create: %d %s", created.status, created.text)
	}
	exactly(t, view, created)
	address := fmt.Sprint(created.body["pk"])
	if path == flowPath {
		address = "a"
	}
	unchanged := map[string]any{}
	if path == "/stages/identification/" {
		unchanged["user_fields"] = []string{"username"} // this type looks for them in every body
	}
	read := ask(t, server, http.MethodGet, path+address+"/", "")
	changed := ask(t, server, http.MethodPatch, path+address+"/", body(t, unchanged))
	if read.text != changed.text || read.status != http.StatusOK {
		t.Errorf("Read: %d %s, changed with nothing: %s", read.status, read.text, changed.text)
	}
	if listed := ask(t, server, http.MethodGet, path, ""); !strings.Contains(listed.text, read.text) {
		t.Errorf("The list has not what was read: %s", listed.text)
	}
	if missing := ask(t, server, http.MethodPost, path, "{}"); missing.status != http.StatusBadRequest || missing.body == nil {
		t.Errorf("Nothing is required: %d %s", missing.status, missing.text)
	}
	if deleted := ask(t, server, http.MethodDelete, path+address+"/", ""); deleted.status != http.StatusNoContent {
		t.Errorf("Delete: %d %s", deleted.status, deleted.text)
	}
	if gone := ask(t, server, http.MethodGet, path+address+"/", ""); gone.status != http.StatusNotFound {
		t.Errorf("It is still there: %s", gone.text)
	}
}

// exactly makes sure that an answer has the fields of the release, all of them and no other.
func exactly(t *testing.T, view contract.View, got answer) {
	t.Helper()
	for _, definition := range view.Response {
		if strings.ContainsAny(definition.Name, ".[") {
			continue
		}
		value, ok := got.body[definition.Name]
		// What stands for an object that nobody knows is null.
		if !ok || value == nil && !definition.Nullable && definition.Type != "object" {
			t.Errorf("%s is %v.", definition.Name, value)
		}
	}
	for name := range got.body {
		if !view.Response.Has(name) {
			t.Errorf("%s is no field of the release.", name)
		}
	}
}

func body(t *testing.T, fields map[string]any) string {
	t.Helper()
	text, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
