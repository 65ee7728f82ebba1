package flow_test

import (
	"os"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

func TestMain(m *testing.M) { os.Exit(acctest.Main(m)) }

const (
	flowsPath    = "/flows/instances/"
	bindingsPath = "/flows/bindings/"
	flowType     = "authentik_flow"
	bindingType  = "authentik_flow_stage_binding"
)

// configured is a provider for the server.
func configured(t *testing.T, server *authentiktest.Server) *acctest.Provider {
	t.Helper()
	provider := acctest.NewProvider(t)
	ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "max_retries": 0}))
	return provider
}

// ok fails the test for an error.
func ok(t *testing.T, diagnostics []*tfprotov6.Diagnostic) {
	t.Helper()
	if acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
}

// text is a text of a state.
func text(t *testing.T, value tftypes.Value) string {
	t.Helper()
	var text string
	if value.IsNull() {
		return ""
	}
	if err := value.As(&text); err != nil {
		t.Fatal(err)
	}
	return text
}
