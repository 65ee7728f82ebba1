package stage_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"github.com/hashicorp/terraform-plugin-testing/helper/resource"
	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/plancheck"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// smsOfEveryRelease is a stage with a value in every field of every release.
func smsOfEveryRelease(t *testing.T) map[string]any {
	t.Helper()
	stage := recordedBody(t, "2025.12.4/sms/get-flow-with-file-background.json")
	maps.Copy(stage, map[string]any{
		"friendly_name": "Text message", "provider": "generic", "auth_password": "pässwörd", "verify_only": true,
		"configure_flow": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "mapping": "e2e327df-9175-4211-9046-c1a482f3d343",
	})
	return stage
}

// What changed between releases, by hand from the release notes and recordings
// and not from the contract table, so that a mistake there shows.
func smsFacts(release string) map[string]any {
	since := func(first string) bool { return contract.Compare(release, first) >= 0 }
	writeOnly := map[string]bool{"2026.2.7": true, "2026.5.8": true, "2026.8.5": true}
	facts := map[string]any{"auth": "user", "auth_password": "pässwörd", "friendly_name": "Text message", "background": nil, "background_url": nil}
	if writeOnly[release] {
		facts["auth"], facts["auth_password"] = nil, nil
	}
	if !since("2023.4") {
		facts["friendly_name"] = nil
	}
	if since("2025.12") {
		facts["background_url"] = "/files/media/public/my-bg.png"
	} else {
		facts["background"] = "/media/public/my-bg.png"
	}
	return facts
}

// TestSMSDataSourceOnEveryRelease reads the stage by id and by name from every
// release of the contract table and compares every value with what the server
// sent.
func TestSMSDataSourceOnEveryRelease(t *testing.T) {
	t.Parallel()
	for _, release := range contract.Releases() {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			id := server.Add(smsPath, smsOfEveryRelease(t))
			server.Add(smsPath, map[string]any{"name": "another"})
			provider := configured(t, server, nil)
			sent := acctest.API{URL: server.URL(), Token: server.Token()}.Get(t, smsPath, id)
			var first map[string]tftypes.Value
			for range 5 { // the server's order and tokens change from read to read
				for _, arguments := range []map[string]any{{"id": id}, {"name": sent["name"]}} {
					state, diagnostics := provider.Read(smsType, arguments)
					if len(diagnostics) > 0 {
						t.Fatal(acctest.Describe(diagnostics))
					}
					compareSMS(t, state, sent, smsFacts(release))
					if first == nil {
						first = state
					}
					for name, value := range state {
						if !value.Equal(first[name]) {
							t.Errorf("%s differs from read to read", name)
						}
					}
				}
			}
		})
	}
}

// compareSMS compares the state with the server's answer and with the facts.
func compareSMS(t *testing.T, state map[string]tftypes.Value, sent, facts map[string]any) {
	t.Helper()
	for key, attribute := range smsKeys {
		if got := plain(t, state[attribute]); got != sent[key] {
			t.Errorf("%s is %v, the server sent %v", attribute, got, sent[key])
		}
		if want, ok := facts[key]; ok && sent[key] != want {
			t.Errorf("the server sent %v as %s where it should send %v", sent[key], key, want)
		}
	}
	if plain(t, state["id"]) != sent["pk"] {
		t.Errorf("id is %s", state["id"])
	}
	var flows []tftypes.Value
	if err := state["flow_set"].As(&flows); err != nil || len(flows) != 2 {
		t.Fatalf("flow_set has %d flows: %v", len(flows), err)
	}
	for i, slug := range []string{"auth-flow", "sms-setup"} {
		var flow map[string]tftypes.Value
		if err := flows[i].As(&flow); err != nil {
			t.Fatal(err)
		}
		if plain(t, flow["slug"]) != slug {
			t.Errorf("flow %d is %s", i, flow["slug"])
		}
		if slug == "sms-setup" {
			for _, key := range []string{"background", "background_url"} {
				if got := plain(t, flow[key]); got != facts[key] {
					t.Errorf("%s is %v, want %v", key, got, facts[key])
				}
			}
		}
	}
}

// plain is a text, a boolean or nil.
func plain(t *testing.T, value tftypes.Value) any {
	t.Helper()
	if value.IsNull() {
		return nil
	}
	if value.Type().Is(tftypes.Bool) {
		var flag bool
		if err := value.As(&flag); err != nil {
			t.Fatal(err)
		}
		return flag
	}
	var text string
	if err := value.As(&text); err != nil {
		t.Fatal(err)
	}
	return text
}

// TestAccSMSDataSourceSurvivesUpgrades walks one server with one state through
// the releases that differ in order, every night through all. No plan fails on the way, and what a release adds or
// drops shows as just that.
func TestAccSMSDataSourceSurvivesUpgrades(t *testing.T) {
	t.Parallel()
	releases := acctest.Distinct(smsPath)
	server := authentiktest.New(t, authentiktest.WithRelease(releases[0]))
	id := server.Add(smsPath, smsOfEveryRelease(t))
	config := acctest.ProviderBlock(server.URL(), server.Token()) + smsBlock(`id = "`+id+`"`)
	steps := make([]resource.TestStep, 0, 2*len(releases))
	for _, release := range releases {
		expected := func(name string, value any) statecheck.StateCheck {
			return statecheck.ExpectKnownValue(smsAddress, tfjsonpath.New(name), known(value))
		}
		facts := smsFacts(release)
		steps = append(steps, resource.TestStep{
			PreConfig: func() {
				if err := server.SetRelease(release); err != nil {
					t.Error(err)
				}
			},
			Config: config,
			ConfigPlanChecks: resource.ConfigPlanChecks{
				PostApplyPostRefresh: []plancheck.PlanCheck{plancheck.ExpectEmptyPlan()},
			},
			ConfigStateChecks: []statecheck.StateCheck{
				expected("name", "sms-twilio"), expected("auth", facts["auth"]), expected("friendly_name", facts["friendly_name"]),
				statecheck.ExpectKnownValue(smsAddress, tfjsonpath.New("flow_set").AtSliceIndex(1), knownvalue.ObjectPartial(map[string]knownvalue.Check{
					"background": known(facts["background"]), "background_url": known(facts["background_url"]),
				})),
			},
		})
	}
	resource.UnitTest(t, resource.TestCase{ProtoV6ProviderFactories: acctest.Factories(), Steps: steps})
}

// TestErrorsNameTheRelease: the version is asked for once, at the first error that
// it helps to explain, and never otherwise.
func TestErrorsNameTheRelease(t *testing.T) {
	t.Parallel()
	for release, says := range map[string]string{
		"2025.12.4":    "The server is authentik 2025.12.4, which this provider is tested with.",
		"2025.12.9":    "The server is authentik 2025.12.9, a release between 2025.12.4 and 2026.2.2, which this provider is tested with.",
		"2026.5.0-rc1": "The server is authentik 2026.5.0-rc1, which this provider is tested with.",
		"2026.5.0-rc2": "The server is authentik 2026.5.0-rc2, a release between 2026.5.0-rc1 and 2026.5.6, which this provider is tested with.",
		"2023.5.0":     "The server is authentik 2023.5.0, a release between 2023.4.3 and 2023.6.2, which this provider is tested with.",
		"2021.12.1":    "The server is authentik 2021.12.1, older than 2022.10.4, the oldest release that this provider is tested with.",
		"2031.2.0-rc1": "The server is authentik 2031.2.0-rc1, newer than 2026.8.5, the newest release that this version of the provider is tested with.",
	} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			id := server.Add(smsPath, map[string]any{"name": "one"})
			provider := configured(t, server, nil)
			if _, diagnostics := provider.Read(smsType, map[string]any{"id": id}); len(diagnostics) > 0 {
				t.Fatal(acctest.Describe(diagnostics))
			}
			for range 3 {
				_, diagnostics := provider.Read(smsType, map[string]any{"id": unknownID})
				if text := acctest.Describe(diagnostics); !strings.Contains(text, says) {
					t.Errorf("it does not say %q: %s", says, text)
				}
			}
			asked := 0
			for _, request := range server.Requests() {
				if strings.HasSuffix(request.Path, "/admin/version/") {
					asked++
				}
			}
			if asked != 1 {
				t.Errorf("the version was asked for %d times", asked)
			}
		})
	}
}

// The version only adds to a message: without it the message stands.
func TestErrorsWithoutTheRelease(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"refused": ``, "no JSON": `<html>`, "no version": `{}`, "number": `{"version_current":7}`, "odd": `{"version_current":"next"}`,
	} {
		server := authentiktest.New(t)
		status := 200
		if name == "refused" {
			status = 500
		}
		server.Respond(authentiktest.Matching("GET", "/admin/version/"), authentiktest.Status(status, body))
		provider := configured(t, server, nil)
		_, diagnostics := provider.Read(smsType, map[string]any{"id": unknownID})
		if text := acctest.Describe(diagnostics); len(diagnostics) != 1 || !strings.Contains(text, "setup stage not found") {
			t.Errorf("%s: %s", name, text)
		}
	}
}

// A refusal is told apart: the token, or a permission.
func TestRefusalsAreToldApart(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
	for token, says := range map[string]string{
		"wrong":           "The server does not accept the token",
		server.AddToken(): "The token is valid, but its user lacks a permission",
	} {
		provider := acctest.NewProvider(t)
		if diagnostics := provider.Configure(map[string]any{"url": server.URL(), "token": token}); len(diagnostics) > 0 {
			t.Fatal(acctest.Describe(diagnostics))
		}
		_, diagnostics := provider.Read(smsType, map[string]any{"id": unknownID})
		if text := acctest.Describe(diagnostics); !strings.Contains(text, says) {
			t.Errorf("it does not say %q: %s", says, text)
		}
	}
}

// A server below a sub-path (authentik 2024.12), with slashes at the end of its
// address, is read and written like any other.
func TestSubPath(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithPath("/auth/"))
	provider := acctest.NewProvider(t)
	ok(t, provider.Configure(map[string]any{"url": server.URL() + "//", "token": server.Token()}))
	stage := provider.Resource(t, smsType)
	ok(t, stage.Apply(twilio(map[string]any{"auth": "a"})))
	ok(t, stage.Refresh())
	_, diagnostics := provider.Read(smsType, map[string]any{"name": "sms"})
	ok(t, diagnostics)
	ok(t, stage.Apply(nil))
	for _, request := range server.Requests() {
		if !strings.HasPrefix(request.Path, "/auth/api/v3/") {
			t.Errorf("sent %s", request)
		}
	}
}
