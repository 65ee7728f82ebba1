package examples_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// samlReleases are those that the guides about SAML and provisioning run on. The server
// is upgraded from 2026.2.2 to 2026.2.7 between two plans.
var samlReleases = []string{"2023.10.7", "2024.12.5", "2025.12.4", "2026.2.2", contract.Newest()}

// upgraded is the release to which the guides upgrade a server, empty for none.
func upgraded(release string) string {
	return map[string]string{"2026.2.2": "2026.2.7"}[release]
}

// The guide on each of the releases: apply, change, upgrade, import into an empty state,
// destroy; after each the plan is empty.
func TestAccSAMLConsole(t *testing.T) {
	t.Parallel()
	acctest.Need(t, localbuild.Functions)
	for _, release := range acctest.Ends(samlReleases) {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release), authentiktest.WithDefaults())
			cli := acctest.NewAttachedCLI(t)
			cli.Configure(acctest.ProviderBlock(server.URL(), server.AddToken("view", "add", "change", "delete", "view_certificatekeypair_certificate")))
			for _, file := range []string{"variables.tf", "main.tf"} {
				cli.Write("guide-"+file, read(t, folder("guides", "saml-console", file)))
			}
			cli.Write("metadata.xml", read(t, folder("guides", "saml-console", "metadata.xml")))
			if contract.Compare(release, "2024.10.0") < 0 {
				cli.Write("terraform.tfvars", "invalidation_flow = null\n")
			}
			before := everything(server)
			apply := func(session, says string) {
				t.Helper()
				expect(t, run(t, cli, 0, "apply", "-auto-approve", "-var=session="+session), "Apply complete! Resources: "+says)
				run(t, cli, 0, "plan", "-detailed-exitcode", "-var=session="+session)
			}
			// Key pair, two groups, two mappings, provider, application, two bindings.
			apply("hours=8", "9 added, 0 changed, 0 destroyed.")
			if metadata := run(t, cli, 0, "output", "-raw", "metadata"); !strings.Contains(metadata, "EntityDescriptor") {
				t.Errorf("the metadata is %s", metadata)
			}
			for _, provider := range server.Objects("/providers/saml/") {
				if provider["acs_url"] != "https://signin.console.example.com/saml" || provider["sp_binding"] != "post" || provider["audience"] != "urn:console.example.com" {
					t.Errorf("the provider has %v, %v and %v", provider["acs_url"], provider["sp_binding"], provider["audience"])
				}
			}
			upgrade(t, server)
			run(t, cli, 0, "plan", "-detailed-exitcode")
			apply("hours=1", "0 added, 1 changed, 0 destroyed.")
			change(t, os.Remove(filepath.Join(cli.Folder, "terraform.tfstate")))
			cli.Write("import.tf", read(t, folder("guides", "saml-console", "import.tf")))
			apply("hours=1", "9 imported, 0 added, 0 changed, 0 destroyed.")
			change(t, os.Remove(filepath.Join(cli.Folder, "import.tf")))
			// A page in place of the metadata is found before anything changes.
			cli.Write("metadata.xml", "<!DOCTYPE html>\n<html><body>Sign in</body></html>\n")
			expect(t, run(t, cli, 1, "plan"), "HTML page")
			cli.Write("metadata.xml", read(t, folder("guides", "saml-console", "metadata.xml")))
			expect(t, run(t, cli, 0, "destroy", "-auto-approve"), "Destroy complete! Resources: 9 destroyed.")
			same(t, server, before)
		})
	}
}

// upgrade makes the server the release that it is upgraded to, if any.
func upgrade(t *testing.T, server *authentiktest.Server) {
	t.Helper()
	if to := upgraded(server.Release()); to != "" {
		if err := server.SetRelease(to); err != nil {
			t.Fatal(err)
		}
	}
}
