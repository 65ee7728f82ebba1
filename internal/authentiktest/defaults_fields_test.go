package authentiktest_test

import (
	"net/http"
	"reflect"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// Defaults that no recording shows, because the type needs a licence or the release is another one
// than those that were recorded.
func TestDefaultsBesidesRecordings(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		release, path string
		want          map[string]any
	}{
		{"2026.8.5", "/stages/account_lockdown/", map[string]any{
			"deactivate_user": true, "set_unusable_password": true, "delete_sessions": true, "revoke_tokens": true, "self_service_completion_flow": nil,
		}},
		{"2026.8.5", "/stages/source/", map[string]any{"resume_timeout": "minutes=10", "resume_on_match_failures": []any{}}},
		{"2026.8.5", "/stages/mtls/", map[string]any{"certificate_authorities": []any{}}},
		{"2026.8.5", "/stages/captcha/", map[string]any{"request_content_type": "application/x-www-form-urlencoded"}},
		{"2026.8.5", "/stages/authenticator/validate/", map[string]any{
			"email_otp_throttling_factor": 1.0, "sms_otp_throttling_factor": 1.0, "static_otp_throttling_factor": 1.0,
			"totp_otp_throttling_factor": 1.0, "webauthn_hints": []any{},
		}},
		{"2026.5.8", "/stages/authenticator/webauthn/", map[string]any{"hints": []any{}, "prevent_duplicate_devices": false}},
		{"2022.12.3", "/stages/user_write/", map[string]any{"can_create_users": true}},
		{"2026.8.5", promptPath, map[string]any{
			"required": true, "order": 0.0, "placeholder": "", "initial_value": "", "sub_text": "", "placeholder_expression": false,
			"initial_value_expression": false,
		}},
		{"2026.8.5", "/stages/invitation/invitations/", map[string]any{"single_use": false, "fixed_data": map[string]any{}, "expires": nil, "flow": nil}},
		{"2024.12.5", "/stages/authenticator/validate/", map[string]any{"device_classes": []any{"static", "totp", "webauthn", "duo", "sms"}}},
	} {
		server := authentiktest.New(t, authentiktest.WithRelease(test.release), authentiktest.WithSteadyAnswers())
		created := ask(t, server, http.MethodPost, test.path, body(t, required[test.path]))
		for field, want := range test.want {
			if got, ok := created.body[field]; !ok || !reflect.DeepEqual(got, want) {
				t.Errorf("%s %s: %s is %v.", test.release, test.path, field, got)
			}
		}
	}
}
