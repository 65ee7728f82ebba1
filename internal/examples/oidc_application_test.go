package examples_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// The guide's module: apply, change, import by names into an empty state, remove the
// policy, destroy; after each the plan is empty.
func TestAccOIDCApplication(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2023.10.7", "2024.10.5", "2024.12.5", "2025.12.4", contract.Newest()} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release), authentiktest.WithDefaults())
			before := everything(server)
			cli := newOIDC(t, server)
			// 12 with two entitlements and their bindings, 8 without.
			all := 12
			if contract.Compare(release, "2024.12.0") < 0 {
				cli.Env, all = append(cli.Env, "TF_VAR_entitlements=false"), 8
			}
			if contract.Compare(release, "2024.10.0") < 0 {
				cli.Env = append(cli.Env, "TF_VAR_logout_flow=false")
			}
			apply := func(says string) {
				t.Helper()
				expect(t, run(t, cli, 0, "apply", "-auto-approve"), "Apply complete! Resources: "+says)
				run(t, cli, 0, "plan", "-detailed-exitcode")
			}
			apply(fmt.Sprintf("%d added, 0 changed, 0 destroyed.", all))
			values := run(t, cli, 0, "output", "-raw", "values")
			expect(t, values, `"auth_url": "`+server.URL()+`/application/o/authorize/"`, `"signout_redirect_url": "`+server.URL()+`/application/o/grafana/end-session/"`, `"client_secret": "`)

			cli.Env = append(cli.Env, "TF_VAR_grafana_url=https://metrics.example.com")
			apply("0 added, 2 changed, 0 destroyed.")
			change(t, os.Remove(filepath.Join(cli.Folder, "terraform.tfstate")))
			cli.Write("import.tf", read(t, folder("guides", "oidc-application", "import.tf")))
			apply(fmt.Sprintf("%d imported, 0 added, 0 changed, 0 destroyed.", all))
			change(t, os.Remove(filepath.Join(cli.Folder, "import.tf")))
			change(t, os.Remove(filepath.Join(cli.Folder, "policy.tf")))
			apply("0 added, 0 changed, 2 destroyed.")
			expect(t, run(t, cli, 0, "destroy", "-auto-approve"), fmt.Sprintf("Destroy complete! Resources: %d destroyed.", all-2))
			same(t, server, before)
		})
	}
}

// The guide's objects are found by a query and adopted as they are.
func TestAccOIDCApplicationAdoptedByQuery(t *testing.T) {
	t.Parallel()
	acctest.Need(t, localbuild.Query)
	server := authentiktest.New(t, authentiktest.WithDefaults())
	run(t, newOIDC(t, server), 0, "apply", "-auto-approve")
	before := everything(server)
	cli := acctest.NewAttachedCLI(t)
	cli.Configure(acctest.ProviderBlock(server.URL(), server.Token()))
	cli.Write("adopt.tfquery.hcl", read(t, folder("guides", "oidc-application", "adopt.tfquery.hcl")))
	run(t, cli, 0, "query", "-generate-config-out="+generated)
	text := read(t, filepath.Join(cli.Folder, generated))
	imported := strings.Count(text, "\nimport {") + strings.Count(text[:min(len(text), 8)], "import {")
	expect(t, run(t, cli, 0, "apply", "-auto-approve"), fmt.Sprintf("Apply complete! Resources: %d imported, 0 added, 0 changed, 0 destroyed.", imported))
	run(t, cli, 0, "plan", "-detailed-exitcode")
	same(t, server, before)
}

// newOIDC is a folder with the guide's module, and a provider inside the test.
func newOIDC(t *testing.T, server *authentiktest.Server) *acctest.CLI {
	t.Helper()
	cli := acctest.NewAttachedCLI(t)
	cli.Configure(acctest.ProviderBlock(server.URL(), server.Token()))
	for _, file := range []string{"variables.tf", "main.tf", "policy.tf", "outputs.tf"} {
		cli.Write("grafana-"+file, read(t, folder("guides", "oidc-application", file)))
	}
	change(t, os.Rename(filepath.Join(cli.Folder, "grafana-policy.tf"), filepath.Join(cli.Folder, "policy.tf")))
	return cli
}
