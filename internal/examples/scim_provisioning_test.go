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

// The guide on each of the releases: a dry run, live, an upgrade, a new token, an import
// into an empty state, destroy; after each the plan is empty, and the state has no token.
func TestAccSCIMProvisioning(t *testing.T) {
	t.Parallel()
	acctest.Need(t, localbuild.WriteOnly)
	for _, release := range acctest.Ends(samlReleases) {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release), authentiktest.WithDefaults())
			cli := acctest.NewAttachedCLI(t)
			cli.Configure(acctest.ProviderBlock(server.URL(), server.AddToken("view", "add", "change", "delete")))
			for _, file := range []string{"variables.tf", "main.tf"} {
				cli.Write("guide-"+file, read(t, folder("guides", "scim-provisioning", file)))
			}
			before := everything(server)
			provider := func() map[string]any { return server.Objects("/providers/scim/")[0] }
			arguments := []string{"-var=token=" + secret}
			apply := func(says string) {
				t.Helper()
				expect(t, run(t, cli, 0, append([]string{"apply", "-auto-approve"}, arguments...)...), "Apply complete! Resources: "+says)
				run(t, cli, 0, append([]string{"plan", "-detailed-exitcode"}, arguments...)...)
				if strings.Contains(read(t, filepath.Join(cli.Folder, "terraform.tfstate")), secret) {
					t.Error("The state has the token.")
				}
			}
			// Mapping, group, provider, application, binding.
			if contract.Compare(release, "2025.4.0") < 0 {
				cli.Write("terraform.tfvars", "dry_run = null\n")
				apply("5 added, 0 changed, 0 destroyed.")
			} else {
				apply("5 added, 0 changed, 0 destroyed.")
				if provider()["dry_run"] != true {
					t.Error("The first run is not dry.")
				}
				arguments = append(arguments, "-var=dry_run=false")
				apply("0 added, 1 changed, 0 destroyed.")
				if provider()["dry_run"] != false {
					t.Error("The second run is dry.")
				}
			}
			upgrade(t, server)
			run(t, cli, 0, append([]string{"plan", "-detailed-exitcode"}, arguments...)...)
			if provider()["token"] != secret {
				t.Error("The server has another token.")
			}
			arguments[0] = "-var=token=" + secret + "-2"
			arguments = append(arguments, "-var=token_version=2")
			apply("0 added, 1 changed, 0 destroyed.")
			if provider()["token"] != secret+"-2" {
				t.Error("The server does not have the new token.")
			}
			change(t, os.Remove(filepath.Join(cli.Folder, "terraform.tfstate")))
			cli.Write("import.tf", read(t, folder("guides", "scim-provisioning", "import.tf")))
			apply("5 imported, 0 added, 1 changed, 0 destroyed.") // the token is sent again
			change(t, os.Remove(filepath.Join(cli.Folder, "import.tf")))
			expect(t, run(t, cli, 0, append([]string{"destroy", "-auto-approve"}, arguments...)...), "Destroy complete! Resources: 5 destroyed.")
			same(t, server, before)
		})
	}
}
