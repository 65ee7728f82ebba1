package stage_test

import (
	"fmt"
	"maps"
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
)

// hiddenSecrets are the secrets of the stages beside SMS, with whether the API needs
// them. The releases are those where the answer changes.
var hiddenSecrets = []struct {
	kind, name string
	required   bool
	value      string // with %s for what makes it another
	releases   []string
}{
	{"stage_authenticator_duo", "client_secret", true, "marked-%s", []string{"2022.10.4", "2025.12.4", "2026.8.5"}},
	{"stage_authenticator_duo", "admin_secret_key", false, "marked-%s", []string{"2022.10.4", "2025.12.4", "2026.8.5"}},
	{"stage_captcha", "private_key", true, "marked-%s", []string{"2022.10.4", "2025.12.4", "2026.8.5"}},
	{"stage_email", "password", false, "marked-%s", []string{"2022.10.4", "2025.12.4", "2026.8.5"}},
	{"stage_authenticator_email", "password", false, "marked-%s", []string{"2025.2.4", "2026.2.2", "2026.2.7", "2026.5.6", "2026.5.8", "2026.8.5"}},
	{"stage_authenticator_endpoint_gdtc", "credentials", true, `{"key": "marked-%s"}`, []string{"2024.10.5", "2026.8.5"}},
}

// A write-only secret is sent once, again with a new version and not otherwise, never
// enters the state whatever the server returns, and is cleared when it is removed.
func TestEveryStagesWriteOnlySecret(t *testing.T) {
	t.Parallel()
	for _, secret := range hiddenSecrets {
		for _, release := range secret.releases {
			t.Run(secret.kind+"."+secret.name+"/"+release, func(t *testing.T) {
				t.Parallel()
				try := try(t, secret.kind, release)
				base := maps.Clone(lifecycle.Of(secret.kind).Minimal)
				delete(base, secret.name)
				with := func(value string, version int, more ...string) map[string]any {
					config := maps.Clone(base)
					config[secret.name+"_wo"], config[secret.name+"_wo_version"] = fmt.Sprintf(secret.value, value), version
					config["name"] = "named" + strings.Join(more, "")
					return config
				}
				holds := func(value string, times int) {
					t.Helper()
					if got := fmt.Sprint(try.stored(secret.name)); !strings.Contains(got, "marked-"+value) || try.sent(secret.name) != times {
						t.Errorf("the server has %v, which was sent %d times", got, try.sent(secret.name))
					}
					for name, held := range try.resource.State {
						if strings.Contains(held.String(), "marked") {
							t.Errorf("%s of the state holds the secret", name)
						}
					}
				}
				try.apply(with("one", 1))
				holds("one", 1)
				try.apply(with("two", 1, " anew")) // not raised, not sent
				holds("one", 1)
				try.apply(with("two", 2))
				holds("two", 2)
				if !secret.required {
					try.apply(base)
					if try.stored(secret.name) != "" || try.sent(secret.name) != 3 {
						t.Errorf("the secret was not cleared")
					}
				}
			})
		}
	}
}

// A secret that is kept in the state is sent when it changes and then only.
func TestEveryStagesSecretInTheState(t *testing.T) {
	t.Parallel()
	for _, secret := range hiddenSecrets {
		release := secret.releases[len(secret.releases)-1]
		t.Run(secret.kind+"."+secret.name, func(t *testing.T) {
			t.Parallel()
			try := try(t, secret.kind, release)
			config := maps.Clone(lifecycle.Of(secret.kind).Minimal)
			config[secret.name] = fmt.Sprintf(secret.value, "one")
			try.apply(config)
			config["name"] = "anew"
			try.apply(config)
			if try.sent(secret.name) != 1 {
				t.Errorf("sent %d times", try.sent(secret.name))
			}
			config[secret.name] = fmt.Sprintf(secret.value, "two")
			try.apply(config)
			if got := fmt.Sprint(try.stored(secret.name)); try.sent(secret.name) != 2 || !strings.Contains(got, "marked-two") {
				t.Errorf("sent %d times, the server has %s", try.sent(secret.name), got)
			}
			if !secret.required {
				delete(config, secret.name)
				try.apply(config)
				if try.stored(secret.name) != "" {
					t.Error("the secret was not cleared")
				}
			}
		})
	}
}

// What no release returns has no place in a data source; what some return is null in
// the others.
func TestDataSourcesShowSecretsThatAreReturned(t *testing.T) {
	t.Parallel()
	for _, secret := range hiddenSecrets {
		for _, release := range secret.releases {
			try := try(t, secret.kind, release)
			try.apply(lifecycle.Of(secret.kind).On(release, lifecycle.Of(secret.kind).Full))
			state, diagnostics := try.provider.Read(try.kind, map[string]any{"id": plain(t, try.resource.State["id"])})
			ok(t, diagnostics)
			table, _ := contract.Object(try.path)
			view, _ := table.In(release)
			value, shown := state[secret.name]
			_, everReturned := table.Field(contract.InResponse, secret.name)
			if shown != everReturned || shown && value.IsNull() == view.Response.Has(secret.name) {
				t.Errorf("%s.%s in %s: %v %v", secret.kind, secret.name, release, shown, value)
			}
		}
	}
}

// Credentials are compared by meaning, seen where somebody else changed them, and a
// server that repeats a part of them gets it into no message.
func TestDeviceTrustCredentials(t *testing.T) {
	t.Parallel()
	try := try(t, "stage_authenticator_endpoint_gdtc", "2025.12.4")
	config := map[string]any{"name": "gdtc", "credentials": `{ "type":"service_account", "n": 1.50, "private_key":"marked-key" }`}
	try.apply(config)
	try.change(map[string]any{"credentials": map[string]any{"private_key": "marked-key", "n": 1.5, "type": "service_account"}})
	try.steady(config)
	config["credentials"] = `{"private_key":"marked-key","type":"service_account","n":15e-1}`
	try.steady(config)
	try.change(map[string]any{"credentials": map[string]any{"private_key": "marked-outside"}})
	ok(t, try.resource.Refresh())
	if _, changes, _ := try.resource.Plan(config); len(changes) != 1 || changes[0] != "credentials" {
		t.Errorf("the plan changes %v", changes)
	}
	config["credentials"] = `{"private_key":"marked-anew"}`
	try.server.Respond(ofMethod(http.MethodPatch), echo(http.StatusBadRequest))
	if text := acctest.Describe(try.resource.Apply(config)); strings.Contains(text, "marked") {
		t.Errorf("the message repeats the key: %s", text)
	}
	try.refused(map[string]any{"name": "gdtc", "credentials": "{marked"}, "credentials", "JSON")

	state, diagnostics := try.provider.Read(try.kind, map[string]any{"name": "gdtc", "omit_secrets": true})
	ok(t, diagnostics)
	if !state["credentials"].Equal(tftypes.NewValue(tftypes.String, nil)) {
		t.Error("omit_secrets does not leave the credentials out")
	}
}
