package core_test

import (
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// A provider belongs to one application, and an entitlement's name to one entitlement of
// the application: the argument that is wrong is named.
func TestApplicationsThatShare(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	id := number(t, server.Add("/providers/oauth2/", map[string]any{"name": "provider"}))
	one := server.Add(applicationsPath, map[string]any{"name": "One", "slug": "one", "provider": id})
	two := server.Add(applicationsPath, map[string]any{"name": "Two", "slug": "two"})
	provider := connect(t, server)

	diagnostics := provider.Resource(t, "authentik_application").Apply(map[string]any{"name": "Three", "slug": "three", "protocol_provider": id})
	if len(diagnostics) != 1 || diagnostics[0].Attribute.String() != `AttributeName("protocol_provider")` {
		t.Errorf("a second application with the provider is reported as %s", acctest.Describe(diagnostics))
	}
	for _, application := range []string{one, two} {
		must(t, provider.Resource(t, "authentik_application_entitlement").Apply(map[string]any{"name": "Admin", "application": application}))
	}
	if _, diagnostics := provider.Read("authentik_application_entitlement", map[string]any{"name": "Admin", "application": two}); acctest.HasError(diagnostics) {
		t.Errorf("an entitlement whose name another application has: %s", acctest.Describe(diagnostics))
	}
	diagnostics = provider.Resource(t, "authentik_application_entitlement").Apply(map[string]any{"name": "Admin", "application": one})
	if len(diagnostics) != 1 || diagnostics[0].Summary != "authentik refused the request" {
		t.Errorf("a second entitlement of the name is reported as %s", acctest.Describe(diagnostics))
	}
	diagnostics = provider.Resource(t, "authentik_application_entitlement").Apply(map[string]any{"name": "Editor", "application": "one"})
	if len(diagnostics) != 1 || diagnostics[0].Summary != "Invalid UUID" {
		t.Errorf("a slug for the application is reported as %s", acctest.Describe(diagnostics))
	}
}
