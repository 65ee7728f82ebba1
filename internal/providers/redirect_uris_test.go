package providers_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// A provider without redirect URIs, as configurations of goauthentik/authentik have it for
// clients that nobody signs in to, is created on every release, with one message: what it
// means.
func TestAccProviderWithoutRedirectURIs(t *testing.T) {
	t.Parallel()
	for _, release := range []string{contract.Oldest(), "2024.10.5", contract.Newest()} {
		for name, line := range map[string]string{"left out": "", "empty": "allowed_redirect_uris = []"} {
			t.Run(release+" "+name, func(t *testing.T) {
				t.Parallel()
				server := authentiktest.New(t, authentiktest.WithRelease(release))
				flow := server.Add("/flows/instances/", map[string]any{"name": "Authorize", "slug": "authorize", "title": "Authorize", "designation": "authorization"})
				invalidation := ""
				if contract.Compare(release, "2024.10.0") >= 0 {
					invalidation = fmt.Sprintf("invalidation_flow = %q", flow)
				}
				cli := acctest.NewCLI(t, acctest.ProviderBlock(server.URL(), server.Token())+fmt.Sprintf(`
resource "authentik_provider_oauth2" "machine" {
  name               = "Machine"
  authorization_flow = %q
  %s
  %s
}`, flow, invalidation, line))
				output, code := cli.Run("apply", "-auto-approve", "-no-color")
				others := strings.Count(output, "Warning: Provider development overrides are in effect")
				if code != 0 || strings.Count(output, "Warning: ")-others != 1 || !strings.Contains(output, "Warning: The first client's redirect URI will be trusted") {
					t.Errorf("the apply exits with %d:\n%s", code, output)
				}
				if output, code := cli.Run("plan", "-detailed-exitcode", "-no-color"); code != 0 {
					t.Errorf("the second plan exits with %d:\n%s", code, output)
				}
			})
		}
	}
}
