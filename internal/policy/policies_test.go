package policy_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

func configured(t *testing.T, server *authentiktest.Server) *acctest.Provider {
	t.Helper()
	provider := acctest.NewProvider(t)
	if diagnostics := provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "max_retries": 0}); acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
	return provider
}

// A policy that would be without effect, or that the server refuses in a way that is hard
// to understand, is refused or reported while the configuration is validated.
func TestPoliciesThatCheckNothing(t *testing.T) {
	t.Parallel()
	provider := configured(t, authentiktest.New(t))
	for name, bad := range map[string]struct {
		policy   string
		config   map[string]any
		severity tfprotov6.DiagnosticSeverity
		words    string
	}{
		"password without rules":  {"password", map[string]any{"name": "x"}, tfprotov6.DiagnosticSeverityWarning, "length_min"},
		"password without checks": {"password", map[string]any{"name": "x", "check_static_rules": false, "length_min": 12}, tfprotov6.DiagnosticSeverityWarning, "check_static_rules"},
		"geoip":                   {"geoip", map[string]any{"name": "x"}, tfprotov6.DiagnosticSeverityWarning, "countries"},
		"lower case":              {"geoip", map[string]any{"name": "x", "countries": []string{"DE", "at"}}, tfprotov6.DiagnosticSeverityError, "[1]"},
		"name of a country":       {"geoip", map[string]any{"name": "x", "countries": []string{"Germany"}}, tfprotov6.DiagnosticSeverityError, "two upper-case letters"},
		"reputation":              {"reputation", map[string]any{"name": "x", "check_ip": false, "check_username": false}, tfprotov6.DiagnosticSeverityError, "check_username"},
		"event matcher":           {"event_matcher", map[string]any{"name": "x"}, tfprotov6.DiagnosticSeverityError, "every event"},
		"empty event matcher":     {"event_matcher", map[string]any{"name": "x", "action": ""}, tfprotov6.DiagnosticSeverityError, "every event"},
		"unknown action":          {"event_matcher", map[string]any{"name": "x", "action": "login_fail"}, tfprotov6.DiagnosticSeverityWarning, "action"},
	} {
		diagnostics := provider.Resource(t, "authentik_policy_"+bad.policy).Validate(bad.config)
		if len(diagnostics) != 1 || diagnostics[0].Severity != bad.severity || !strings.Contains(acctest.Describe(diagnostics), bad.words) {
			t.Errorf("%s: %s", name, acctest.Describe(diagnostics))
		}
	}
	for name, good := range map[string]struct {
		policy string
		config map[string]any
	}{
		"leaks only":      {"password", map[string]any{"name": "x", "check_static_rules": false, "check_have_i_been_pwned": true}},
		"a length":        {"password", map[string]any{"name": "x", "length_min": 12}},
		"a network":       {"geoip", map[string]any{"name": "x", "asns": []int{64496}}},
		"a distance":      {"geoip", map[string]any{"name": "x", "check_history_distance": true}},
		"one of two":      {"reputation", map[string]any{"name": "x", "check_ip": false}},
		"an address only": {"event_matcher", map[string]any{"name": "x", "client_ip": "192.0.2.1"}},
	} {
		if diagnostics := provider.Resource(t, "authentik_policy_"+good.policy).Validate(good.config); len(diagnostics) > 0 {
			t.Errorf("%s: %s", name, acctest.Describe(diagnostics))
		}
	}
}

// The criteria of an event matcher are in every body, whatever the release wants for none
// of them, and can be taken away again.
func TestEventMatcherOnEveryForm(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2022.10.4", "2023.4.3", "2023.6.2", "2026.5.6", "2026.8.5"} {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		resource := configured(t, server).Resource(t, "authentik_policy_event_matcher")
		for _, config := range []map[string]any{
			{"name": "x", "app": "authentik.core"}, {"name": "x", "action": "login_failed"}, {"name": "x", "client_ip": "192.0.2.1"}, {"name": "y", "action": "login", "app": "authentik.core"},
		} {
			if diagnostics := resource.Apply(config); acctest.HasError(diagnostics) {
				t.Fatalf("%s: %s", release, acctest.Describe(diagnostics))
			}
			if _, changes, _ := resource.Plan(config); len(changes) > 0 {
				t.Errorf("%s: the next plan changes %v", release, changes)
			}
		}
	}
}

// The server's own symbols, with a space at the end and the backslash twice, are the
// provider's: an imported policy plans empty.
func TestSymbolsOfTheServer(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add("/policies/password/", map[string]any{"name": "x", "length_min": 12, "symbol_charset": "!\\\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ "})
	resource := configured(t, server).Resource(t, "authentik_policy_password")
	if diagnostics := resource.Import("name=x"); acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
	if _, changes, _ := resource.Plan(map[string]any{"name": "x", "length_min": 12}); len(changes) > 0 {
		t.Errorf("the plan changes %v", changes)
	}
	if _, changes, _ := resource.Plan(map[string]any{"name": "x", "length_min": 12, "symbol_charset": "?!"}); len(changes) != 1 {
		t.Errorf("other symbols change %v", changes)
	}
}
