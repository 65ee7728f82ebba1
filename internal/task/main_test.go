package task_test

import (
	"os"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

func TestMain(m *testing.M) { os.Exit(acctest.Main(m)) }

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

// fails expects an error with all the words.
func fails(t *testing.T, diagnostics []*tfprotov6.Diagnostic, words ...string) {
	t.Helper()
	told := acctest.Describe(diagnostics)
	for _, word := range words {
		if !acctest.HasError(diagnostics) || !strings.Contains(told, word) {
			t.Errorf("expected an error with %q, got %s", words, told)
			return
		}
	}
}
