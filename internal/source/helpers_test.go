package source_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// missing is a UUID that no object has.
const missing = "00000000-0000-4000-8000-000000000000"

// configured is a provider for the server.
func configured(t *testing.T, server *authentiktest.Server) *acctest.Provider {
	t.Helper()
	provider := acctest.NewProvider(t)
	ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token()}))
	return provider
}

// ok fails the test for an error.
func ok(t *testing.T, diagnostics []*tfprotov6.Diagnostic) {
	t.Helper()
	if acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
}

// text is the attribute's string, "" for null.
func text(t *testing.T, state map[string]tftypes.Value, name string) string {
	t.Helper()
	var value *string
	if err := state[name].As(&value); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if value == nil {
		return ""
	}
	return *value
}

// with are the arguments and more; null removes one.
func with(arguments, more map[string]any) map[string]any {
	all := maps.Clone(arguments)
	maps.Copy(all, more)
	maps.DeleteFunc(all, func(_ string, value any) bool { return value == nil })
	return all
}

// reports checks that the diagnostics have the severity and contain all parts, and no
// secret.
func reports(t *testing.T, diagnostics []*tfprotov6.Diagnostic, isError bool, parts ...string) {
	t.Helper()
	message := acctest.Describe(diagnostics)
	if acctest.HasError(diagnostics) != isError || len(diagnostics) == 0 {
		t.Errorf("it is reported as %q", message)
	}
	for _, part := range parts {
		if !strings.Contains(message, part) {
			t.Errorf("%q is not in %s", part, message)
		}
	}
	if strings.Contains(message, "secret-") {
		t.Errorf("a secret is in %s", message)
	}
}
