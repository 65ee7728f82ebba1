package system_test

import (
	"os"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

func TestMain(m *testing.M) { os.Exit(acctest.Main(m)) }

// connected is a provider that is configured for the server.
func connected(t *testing.T, server *authentiktest.Server) *acctest.Provider {
	t.Helper()
	provider := acctest.NewProvider(t)
	ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token()}))
	return provider
}

func ok(t *testing.T, diagnostics []*tfprotov6.Diagnostic) {
	t.Helper()
	if acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
}

// says fails unless one diagnostic of the severity has all the words.
func says(t *testing.T, diagnostics []*tfprotov6.Diagnostic, severity tfprotov6.DiagnosticSeverity, words ...string) {
	t.Helper()
	for _, diagnostic := range diagnostics {
		missing := ""
		for _, word := range words {
			if !strings.Contains(diagnostic.Summary+" "+diagnostic.Detail+" "+diagnostic.Attribute.String(), word) {
				missing = word
			}
		}
		if diagnostic.Severity == severity && missing == "" {
			return
		}
	}
	t.Errorf("expected %v with %q, got %s", severity, words, acctest.Describe(diagnostics))
}

func text(t *testing.T, value tftypes.Value) string {
	t.Helper()
	var text *string
	if err := value.As(&text); err != nil {
		t.Fatal(err)
	}
	if text == nil {
		return ""
	}
	return *text
}

func texts(t *testing.T, value tftypes.Value) []string {
	t.Helper()
	var elements []tftypes.Value
	if err := value.As(&elements); err != nil {
		t.Fatal(err)
	}
	found := make([]string, 0, len(elements))
	for _, element := range elements {
		found = append(found, text(t, element))
	}
	return found
}
