package examples_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// outpostReleases are those that the guides about outposts run on.
var outpostReleases = []string{"2023.10.7", "2024.12.5", "2025.12.4", "2026.8.5"}

// The guide on each of the releases: apply, change, query, import into an empty state,
// destroy; after each the plan is empty, and the embedded outpost keeps the provider that
// it had.
func TestAccForwardAuth(t *testing.T) {
	t.Parallel()
	for _, release := range outpostReleases {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release), authentiktest.WithDefaults())
			addEmbeddedOutpost(server)
			cli := acctest.NewAttachedCLI(t)
			cli.Configure(acctest.ProviderBlock(server.URL(), server.AddToken("view", "add", "change", "delete")))
			for _, file := range []string{"variables.tf", "main.tf"} {
				cli.Write("guide-"+file, read(t, folder("guides", "forward-auth", file)))
			}
			if contract.Compare(release, "2024.10.0") < 0 {
				cli.Write("terraform.tfvars", "invalidation_flow = null\n")
			}
			before := everything(server)
			apply := func(session, says string) {
				t.Helper()
				expect(t, run(t, cli, 0, "apply", "-auto-approve", "-var=session="+session), "Apply complete! Resources: "+says)
				run(t, cli, 0, "plan", "-detailed-exitcode", "-var=session="+session)
			}
			apply("hours=8", "3 added, 0 changed, 0 destroyed.")
			apply("hours=1", "0 added, 1 changed, 0 destroyed.")
			if acctest.Command(t).Has(localbuild.Query) {
				cli.Write("adopt.tfquery.hcl", read(t, folder("guides", "forward-auth", "adopt.tfquery.hcl")))
				expect(t, run(t, cli, 0, "query", "-var=session=hours=1"), "list.authentik_provider_proxy.proxy", "forward-auth", "Forward authentication")
				change(t, os.Remove(filepath.Join(cli.Folder, "adopt.tfquery.hcl")))
			}
			server.ResetRequests()
			change(t, os.Remove(filepath.Join(cli.Folder, "terraform.tfstate")))
			cli.Write("import.tf", read(t, folder("guides", "forward-auth", "import.tf")))
			apply("hours=1", "3 imported, 0 added, 0 changed, 0 destroyed.")
			for _, request := range server.Requests() {
				if request.Method != http.MethodGet {
					t.Errorf("The import has sent %s.", request)
				}
			}
			change(t, os.Remove(filepath.Join(cli.Folder, "import.tf")))
			expect(t, run(t, cli, 0, "destroy", "-auto-approve", "-var=session=hours=1"), "Destroy complete! Resources: 3 destroyed.")
			same(t, server, before)
		})
	}
}

// addEmbeddedOutpost adds the embedded outpost with a provider of somebody else, and the
// scope mappings that the server adds to every proxy provider.
func addEmbeddedOutpost(server *authentiktest.Server) {
	for i, managed := range []string{"oauth2/scope-openid", "oauth2/scope-profile", "oauth2/scope-email", "oauth2/scope-entitlements", "proxy/scope-proxy"} {
		server.Add("/propertymappings/provider/scope/", map[string]any{
			"name": managed, "managed": "goauthentik.io/providers/" + managed, "scope_name": fmt.Sprint("scope", i), "expression": "return {}",
		})
	}
	server.Add("/providers/proxy/", map[string]any{"pk": 77, "name": "of somebody else", "external_host": "https://other.example.com"})
	server.Add("/outposts/instances/", map[string]any{
		"name": "authentik Embedded Outpost", "type": "proxy", "managed": "goauthentik.io/outposts/embedded",
		"providers": []any{json.Number("77")}, "config": map[string]any{"authentik_host": "https://auth.example.com"},
	})
}
