package dropin_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const edgeFlow = "ab4042dc-fcc7-421d-9e69-d7ac2c62714c"

// What configurations of goauthentik/authentik have and the API does not take: "" for no
// reference, UUID or duration, and arguments with a default there that the API requires.
func TestEdgesOfConfigurations(t *testing.T) {
	t.Parallel()
	for name, written := range map[string]map[string]any{
		"stage_authenticator_totp":     {"name": "totp", "digits": "6", "configure_flow": "", "friendly_name": ""},
		"stage_authenticator_webauthn": {"name": "webauthn", "configure_flow": "", "authenticator_attachment": ""},
		"stage_identification":         {"name": "who", "user_fields": []string{"email"}, "password_stage": "", "recovery_flow": "", "captcha_stage": "", "enrollment_flow": ""},
		"stage_user_login":             {"name": "login", "session_duration": "", "remember_me_offset": ""},
		"stage_user_write":             {"name": "write", "create_users_group": ""},
		"brand":                        {"domain": "a.example", "web_certificate": "", "flow_recovery": "", "default_application": ""},
		"stage_redirect":               {"name": "redirect", "target_flow": edgeFlow, "target_static": ""},
		"stage_mutual_tls":             {"name": "mtls"},
		"service_connection_docker":    {"name": "docker", "local": true, "url": "http://localhost", "tls_verification": "", "tls_authentication": ""},
		"event_transport":              {"name": "log", "mode": "local", "webhook_url": "", "webhook_mapping_body": "", "webhook_mapping_headers": ""},
		"application":                  {"name": "a", "slug": "a", "meta_icon": "", "meta_launch_url": "", "group": ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t)
			server.Add("/flows/instances/", map[string]any{"pk": edgeFlow, "name": "flow", "slug": "flow"})
			resource := movedWith(t, server).Resource(t, "authentik_"+name)
			succeeds(t, resource.Apply(written))
			succeeds(t, resource.Refresh())
			if _, changes, _ := resource.Plan(written); len(changes) > 0 {
				t.Errorf("the plan changes %v", changes)
			}
			for argument, value := range written {
				if value == "" && !resource.State[argument].Equal(tftypes.NewValue(tftypes.String, "")) {
					t.Errorf("%s is %s, not the empty string that is written", argument, resource.State[argument])
				}
			}
		})
	}
}

// The defaults of captcha thresholds are exchanged in goauthentik/authentik.
func TestCaptchaThresholds(t *testing.T) {
	t.Parallel()
	resource := movedWith(t, authentiktest.New(t)).Resource(t, "authentik_stage_captcha")
	planned, _, diagnostics := resource.Plan(map[string]any{"name": "captcha", "public_key": "a", "private_key": "b"})
	succeeds(t, diagnostics)
	for name, expected := range map[string]float64{"score_min_threshold": 1, "score_max_threshold": 0.5} {
		if !planned[name].Equal(tftypes.NewValue(tftypes.Number, expected)) {
			t.Errorf("%s is %s", name, planned[name])
		}
	}
}

// An SMS gateway that is no URL is a warning: the server takes it.
func TestGatewayThatIsNoURL(t *testing.T) {
	t.Parallel()
	resource := movedWith(t, authentiktest.New(t)).Resource(t, "authentik_stage_authenticator_sms")
	diagnostics := resource.Apply(map[string]any{
		"name": "sms", "sms_provider": "generic", "from_number": "1", "account_sid": "gateway", "auth": "a", "auth_type": "bearer",
	})
	succeeds(t, diagnostics)
	if !strings.Contains(acctest.Describe(diagnostics), "Invalid URL") {
		warned := acctest.Describe(resource.Validate(map[string]any{"name": "sms", "sms_provider": "generic", "from_number": "1", "account_sid": "gateway", "auth": "a", "auth_type": "bearer"}))
		if !strings.Contains(warned, "Invalid URL") {
			t.Errorf("there is no warning: %s", warned)
		}
	}
}

// movedWith is a provider for the stand-in, with goauthentik/authentik's defaults.
func movedWith(t *testing.T, server *authentiktest.Server) *acctest.Provider {
	t.Helper()
	provider := acctest.NewProvider(t)
	succeeds(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "defaults": "goauthentik"}))
	return provider
}
