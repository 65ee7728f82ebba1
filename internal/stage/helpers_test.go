package stage_test

import (
	"maps"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// configured is a provider for the server; more are further arguments.
func configured(t *testing.T, server *authentiktest.Server, more map[string]any) *acctest.Provider {
	t.Helper()
	configuration := map[string]any{"url": server.URL(), "token": server.Token(), "insecure": false}
	maps.Copy(configuration, more)
	provider := acctest.NewProvider(t)
	ok(t, provider.Configure(configuration))
	return provider
}

// ok fails the test for an error.
func ok(t *testing.T, diagnostics []*tfprotov6.Diagnostic) {
	t.Helper()
	if acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
}
