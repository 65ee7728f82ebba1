package provider_test

import (
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// A server's log tells which build of the provider asked, and which Terraform.
//
//nolint:paralleltest // The environment belongs to the whole process.
func TestUserAgentHasTheVersion(t *testing.T) {
	clean(t)
	server := authentiktest.New(t)
	id := server.Add("/stages/authenticator/sms/", map[string]any{"name": "one"})
	provider := acctest.NewProvider(t)
	if diagnostics := provider.Configure(map[string]any{"url": server.URL(), "token": server.Token()}); len(diagnostics) > 0 {
		t.Fatal(acctest.Describe(diagnostics))
	}
	if _, diagnostics := provider.Read(stageType, map[string]any{"id": id}); len(diagnostics) > 0 {
		t.Fatal(acctest.Describe(diagnostics))
	}
	for _, request := range server.Requests() {
		if agent := request.Header.Get("User-Agent"); agent != "terraform-provider-authentik/test Terraform/1.11.0" {
			t.Errorf("%s %s has the User-Agent %q", request.Method, request.Path, agent)
		}
	}
}
