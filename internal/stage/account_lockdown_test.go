package stage_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
)

// A server without a license makes and changes nothing, and says so in its own words,
// which are in its own language; the message is in ours. It deletes all the same.
func TestStagesThatNeedALicense(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"stage_account_lockdown", "stage_authenticator_endpoint_gdtc"} {
		try := try(t, kind, contract.Newest(), authentiktest.WithoutEnterprise())
		config := lifecycle.Of(kind).Minimal
		license := func(words string) {
			t.Helper()
			text := acctest.Describe(try.resource.Apply(config))
			if !strings.Contains(text, "only with a valid enterprise license") || !strings.Contains(text, words) {
				t.Errorf("%s: %s", kind, text)
			}
		}
		license("Enterprise is required")
		try.server.Respond(ofMethod(http.MethodPost), authentiktest.Status(http.StatusBadRequest, `{"non_field_errors":["Unternehmenslizenz nötig."]}`))
		license("Unternehmenslizenz")

		fields := map[string]any{"name": "there"}
		if kind == "stage_authenticator_endpoint_gdtc" {
			fields["credentials"] = map[string]any{"type": "service_account"}
		}
		try.server.Add(try.path, fields)
		ok(t, try.resource.Import("name=there"))
		license("Enterprise is required")
		if diagnostics := try.resource.Apply(nil); acctest.HasError(diagnostics) || len(try.server.Objects(try.path)) != 0 {
			t.Errorf("%s is not deleted: %s", kind, acctest.Describe(diagnostics))
		}
	}
}

// A kind that the server's release lacks is refused in the plan, by its name and with
// the first release that has it.
func TestStagesThatTheReleaseLacks(t *testing.T) {
	t.Parallel()
	for kind, test := range map[string]struct{ release, title, first string }{
		"stage_account_lockdown":            {"2026.2.7", "account lockdown stages", "2026.5"},
		"stage_authenticator_email":         {"2024.12.5", "email authenticator setup stages", "2025.2"},
		"stage_authenticator_endpoint_gdtc": {"2024.8.6", "Google device trust connector stages", "2024.10"},
	} {
		try := try(t, kind, test.release)
		try.refused(lifecycle.Of(kind).Minimal, "", "authentik "+test.release+" has no "+test.title, "since "+test.first)
		text := acctest.Describe(mustFail(try.provider.Read(try.kind, map[string]any{"name": "any"})))
		if !strings.Contains(text, "authentik "+test.release+" has no "+test.title) {
			t.Errorf("%s: %s", kind, text)
		}
	}
}
