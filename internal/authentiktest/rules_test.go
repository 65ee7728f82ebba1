package authentiktest_test

import (
	"fmt"
	"maps"
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// What the server refuses, beyond types and required fields. Each body is sent as POST with what
// is required besides, or as PATCH to an object that was created with the least.
func TestRules(t *testing.T) {
	t.Parallel()
	const newest, configure = "2026.8.5", `When \"Not configured action\" is set to \"Configure\", you must set a configuration stage.`
	for _, test := range []struct {
		release, method, path, body string
		want                        string // a part of the refusal; "": it is accepted
	}{
		{newest, "PATCH", "/stages/identification/", `{"name": "b"}`, `{"non_field_errors":["When no user fields are selected, at least one source must be selected"]}`},
		{newest, "PATCH", "/stages/identification/", `{"name": "b", "sources": ["` + someID + `"]}`, ""},
		{newest, "PATCH", "/stages/identification/", `{"user_fields": ["x"]}`, `{"user_fields":{"0":["\"x\" is not a valid choice."]}}`},
		{newest, "PATCH", "/stages/identification/", `{"user_fields": ["email", "email"]}`, ""},
		{newest, "PATCH", "/stages/authenticator/validate/", `{"not_configured_action": "configure"}`, `{"not_configured_action":["` + configure + `"]}`},
		{newest, "POST", "/stages/authenticator/validate/", `{"not_configured_action": "configure", "configuration_stages": ["` + someID + `"]}`, ""},
		{newest, "PATCH", "/stages/authenticator/validate/", `{"device_classes": []}`, `{"device_classes":["This list may not be empty."]}`},
		{newest, "PATCH", "/stages/authenticator/validate/", `{"webauthn_hints": [], "last_auth_threshold": "hours=1;minutes=5"}`, ""},
		{"2024.12.5", "PATCH", "/stages/authenticator/validate/", `{"device_classes": ["totp", "email"]}`, `{"device_classes":{"1":["\"email\" is not a valid choice."]}}`},
		{newest, "PATCH", "/stages/redirect/", `{"mode": "static"}`, `{"non_field_errors":["Target URL should be present when mode is Static."]}`},
		{newest, "PATCH", "/stages/redirect/", `{"mode": "flow"}`, `{"non_field_errors":["Target Flow should be present when mode is Flow."]}`},
		{newest, "PATCH", "/stages/redirect/", `{"keep_context": false}`, ""},
		{newest, "PATCH", "/stages/email/", `{"template": "nope"}`, `{"template":["Invalid template 'nope' specified."]}`},
		{newest, "PATCH", "/stages/email/", `{"from_address": "nope"}`, `{"from_address":["Enter a valid email address."]}`},
		{newest, "PATCH", "/stages/email/", `{"token_expiry": "30"}`, `{"token_expiry":["30 is not in the correct format of 'hours=3;minutes=1'."]}`},
		{"2025.2.4", "PATCH", "/stages/email/", `{"token_expiry": "30"}`, ""},
		{"2025.2.4", "PATCH", "/stages/email/", `{"token_expiry": "minutes=30"}`, `{"token_expiry":["A valid integer is required."]}`},
		{newest, "PATCH", "/stages/user_login/", `{"session_duration": "forever"}`, "is not in the correct format"},
		{newest, "PATCH", "/stages/user_login/", `{"session_duration": "years=1"}`, "is not in the correct format"},
		{newest, "PATCH", "/stages/user_login/", `{"session_duration": "years=1;DAYS= 1.5 "}`, ""},
		{newest, "PATCH", "/stages/password/", `{"backends": []}`, `{"backends":["This list may not be empty."]}`},
		{newest, "PATCH", "/stages/password/", `{"failed_attempts_before_cancel": 2147483648}`, "less than or equal to 2147483647."},
		{newest, "PATCH", "/stages/authenticator/static/", `{"token_length": 101}`, "less than or equal to 100."},
		{newest, "PATCH", "/stages/authenticator/static/", `{"token_length": -1}`, "greater than or equal to 0."},
		{"2025.10.4", "PATCH", "/stages/authenticator/static/", `{"token_length": 101}`, ""},
		{newest, "PATCH", "/stages/authenticator/endpoint_gdtc/", `{"credentials": "x"}`, `{"credentials":["Value must be a dictionary, and not have any duplicate keys."]}`},
		{newest, "PATCH", "/stages/invitation/invitations/", `{"name": "a b"}`, "Enter a valid “slug”"},
		{newest, "PATCH", "/stages/invitation/invitations/", `{"expires": "tomorrow"}`, "Datetime has wrong format."},
		{newest, "PATCH", "/stages/invitation/invitations/", `{"fixed_data": []}`, "Value must be a dictionary"},
		{newest, "PATCH", "/stages/invitation/invitations/", `{"fixed_data": {"a": [1, {"b": null}]}, "expires": null}`, ""},
		{newest, "POST", flowPath, `{"slug": "` + strings.Repeat("x", 51) + `"}`, ""},
		{"2025.10.4", "POST", flowPath, `{"slug": "` + strings.Repeat("x", 51) + `"}`, `{"slug":["Ensure this field has no more than 50 characters."]}`},
		{newest, "PATCH", flowPath, `{"designation": "nope"}`, `{"designation":["\"nope\" is not a valid choice."]}`},
		{newest, "PATCH", bindingPath, `{"re_evaluate_policies": false}`, `{"non_field_errors":["Either evaluation on plan or evaluation on run must be enabled"]}`},
		{newest, "PATCH", bindingPath, `{"re_evaluate_policies": false, "evaluate_on_plan": true}`, ""},
		{"2022.12.3", "PATCH", bindingPath, `{"re_evaluate_policies": false, "evaluate_on_plan": false}`, ""},
		{"2025.8.6", "PATCH", promptPath, `{"promptstage_set": []}`, "405"},
		{newest, "PATCH", promptPath, `{"promptstage_set": []}`, ""},
		{"2026.2.7", "PATCH", promptPath, `{"type": "alert_info"}`, `{"type":["\"alert_info\" is not a valid choice."]}`},
		{newest, "PATCH", promptPath, `{"type": "alert_info"}`, ""},
	} {
		t.Run(test.release+" "+test.method+" "+test.path+" "+test.body, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(test.release))
			path, sent := test.path, test.body
			if test.method == http.MethodPost {
				sent = strings.TrimSuffix(body(t, required[path]), "}") + "," + strings.TrimPrefix(test.body, "{") // the last of two keys counts
			} else {
				created := ask(t, server, http.MethodPost, path, body(t, required[path]))
				address := created.body["pk"]
				if path == flowPath {
					address = "a"
				}
				path = fmt.Sprintf("%s%s/", path, address)
			}
			got := ask(t, server, test.method, path, sent)
			answer := fmt.Sprintf("%d %s", got.status, got.text)
			if accepted := got.status < 300; accepted != (test.want == "") || !strings.Contains(answer, test.want) {
				t.Errorf("Answered %s", answer)
			}
		})
	}
}

func TestNamesAreUnique(t *testing.T) {
	t.Parallel()
	const stageTaken, mappingTaken = `{"name":["stage with this name already exists."]}`, `{"name":["Property Mapping with this name already exists."]}`
	for _, test := range []struct {
		release, taken, path, want string
	}{
		{"2026.8.5", smsPath, dummyPath, stageTaken},
		{"2026.8.5", "/stages/prompt/stages/", dummyPath, stageTaken},
		{"2026.8.5", "/stages/prompt/stages/", "/stages/prompt/stages/", `{"name":["This field must be unique."]}`},
		{"2026.8.5", dummyPath, "/stages/prompt/stages/", "405"},
		{"2026.8.5", promptPath, dummyPath, ""},
		{"2026.8.5", promptPath, promptPath, `{"name":["Prompt with this name already exists."]}`},
		{"2022.12.3", promptPath, promptPath, ""},
		{"2026.8.5", "/stages/invitation/invitations/", "/stages/invitation/invitations/", ""},
		{"2023.4.3", mappingPath, mappingPath, mappingTaken},
		{"2022.12.3", mappingPath, mappingPath, ""},
		{"2026.8.5", flowPath, flowPath, `{"slug":["Flow with this slug already exists."]}`},
	} {
		server := authentiktest.New(t, authentiktest.WithRelease(test.release))
		server.Add(test.taken, map[string]any{"name": "a", "slug": "a"})
		got := ask(t, server, http.MethodPost, test.path, body(t, required[test.path]))
		if answer := fmt.Sprintf("%d %s", got.status, got.text); (got.status < 300) != (test.want == "") || !strings.Contains(answer, test.want) {
			t.Errorf("%s: the name of %s for %s: %s", test.release, test.taken, test.path, answer)
		}
	}
}

func TestEnterprise(t *testing.T) {
	t.Parallel()
	for path, least := range required {
		if path == flowPath || path == bindingPath {
			continue // not addressed by a name of its own
		}
		server := authentiktest.New(t, authentiktest.WithoutEnterprise())
		needs := map[string]bool{
			"/stages/account_lockdown/": true, "/stages/authenticator/endpoint_gdtc/": true, "/stages/mtls/": true, "/stages/source/": true,
		}[path]
		created := ask(t, server, http.MethodPost, path, body(t, least))
		if refused := strings.Contains(created.text, "Enterprise is required to create/update this object."); refused != needs {
			t.Errorf("%s: %d %s", path, created.status, created.text)
		}
		pk := server.Add(path, map[string]any{"name": "b"})
		read, deleted := ask(t, server, http.MethodGet, path+pk+"/", ""), ask(t, server, http.MethodDelete, path+pk+"/", "")
		if read.status != http.StatusOK || deleted.status != http.StatusNoContent {
			t.Errorf("%s: read %d, deleted %d", path, read.status, deleted.status)
		}
	}
}

// Secrets that no release returns, and those that the last ones do not.
func TestSecretsAreNotShown(t *testing.T) {
	t.Parallel()
	for path, secrets := range map[string][]string{
		"/stages/authenticator/duo/":   {"client_secret", "admin_secret_key"},
		"/stages/captcha/":             {"private_key"},
		"/stages/email/":               {"password"},
		"/stages/authenticator/email/": {"password"},
	} {
		for release, want := range map[string]bool{"2026.2.2": path == "/stages/authenticator/email/", "2026.2.7": false, "2026.5.6": path == "/stages/authenticator/email/", "2026.8.5": false} {
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			sent := maps.Clone(required[path])
			for _, secret := range secrets {
				sent[secret] = "topsecret"
			}
			created := ask(t, server, http.MethodPost, path, body(t, sent))
			if created.status != http.StatusCreated || strings.Contains(created.text, "topsecret") != want {
				t.Errorf("%s in %s: %s", path, release, created.text)
			}
			for _, secret := range secrets {
				if server.Objects(path)[0][secret] != "topsecret" {
					t.Errorf("%s lost %s.", path, secret)
				}
			}
		}
	}
}
