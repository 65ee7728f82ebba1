package examples_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// The guide on the oldest release that has content, and newer ones: apply, change, import
// by name into an empty state, destroy; after each the plan is empty, and the blueprint is
// applied.
func TestAccBlueprintGuide(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2023.4.3", "2025.12.4", "2026.8.5"} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			server.Add("/policies/password/", map[string]any{"name": "teams-password"}) // what a worker creates
			cli := acctest.NewAttachedCLI(t)
			cli.Configure(acctest.ProviderBlock(server.URL(), server.Token()))
			for _, file := range []string{"variables.tf", "main.tf"} {
				cli.Write("guide-"+file, read(t, folder("guides", "blueprint", file)))
			}
			cli.Write("teams.yaml", read(t, folder("guides", "blueprint", "teams.yaml")))
			apply := func(says string) {
				t.Helper()
				expect(t, run(t, cli, 0, "apply", "-auto-approve"), "Apply complete! Resources: "+says)
				run(t, cli, 0, "plan", "-detailed-exitcode")
				if blueprint := server.Objects("/managed/blueprints/"); len(blueprint) != 1 || blueprint[0]["status"] != "successful" {
					t.Errorf("the server has %v", blueprint)
				}
			}
			apply("1 added, 0 changed, 0 destroyed.")
			cli.Env = append(cli.Env, "TF_VAR_password_length=16")
			apply("0 added, 1 changed, 0 destroyed.")
			change(t, os.Remove(filepath.Join(cli.Folder, "terraform.tfstate")))
			cli.Write("import.tf", read(t, folder("guides", "blueprint", "import.tf")))
			expect(t, run(t, cli, 0, "apply", "-auto-approve"), "Apply complete! Resources: 1 imported")
			run(t, cli, 0, "plan", "-detailed-exitcode")
			change(t, os.Remove(filepath.Join(cli.Folder, "import.tf")))
			expect(t, run(t, cli, 0, "destroy", "-auto-approve"), "Destroy complete! Resources: 1 destroyed.")
			if left := server.Objects("/managed/blueprints/"); len(left) > 0 {
				t.Errorf("%v is left", left)
			}
		})
	}
}
