package examples_test

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// helpDeskReleases are the oldest with roles, the first in which only roles have
// permissions, and the newest.
var helpDeskReleases = []string{"2023.10.7", "2025.12.4", "2026.8.5"}

// The guide on each of the releases: apply, import by names into an empty state, destroy;
// after each the plan is empty. A permission on a group that was deleted outside does not
// become one on all groups.
func TestAccHelpDesk(t *testing.T) {
	t.Parallel()
	for _, release := range helpDeskReleases {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			cli := acctest.NewAttachedCLI(t)
			cli.Configure(acctest.ProviderBlock(server.URL(), server.Token()))
			for _, file := range []string{"variables.tf", "main.tf"} {
				cli.Write("guide-"+file, read(t, folder("guides", "help-desk", file)))
			}
			apply := func(says string, arguments ...string) {
				t.Helper()
				expect(t, run(t, cli, 0, append([]string{"apply", "-auto-approve"}, arguments...)...), "Apply complete! Resources: "+says)
				run(t, cli, 0, "plan", "-detailed-exitcode")
			}
			apply("15 added, 0 changed, 0 destroyed.")
			grantedOn(t, server, 2, 1)

			remove := func(name string) {
				t.Helper()
				for _, group := range server.Objects("/core/groups/") {
					if pk, ok := group["pk"].(string); ok && group["name"] == name {
						change(t, server.Remove("/core/groups/", pk))
					}
				}
			}
			// Terraform does not know of the deletion, and does as it is told.
			remove("staff")
			expect(t, run(t, cli, 1, "apply", "-auto-approve", "-refresh=false", "-replace=authentik_rbac_permission_role.staff"), "Object not found")
			grantedOn(t, server, 2, 1)
			apply("2 added, 0 changed, 0 destroyed.")
			grantedOn(t, server, 2, 2) // one of them for a group that is gone

			server.ResetRequests()
			change(t, os.Remove(filepath.Join(cli.Folder, "terraform.tfstate")))
			cli.Write("import.tf", read(t, folder("guides", "help-desk", "import.tf")))
			apply("15 imported, 0 added, 0 changed, 0 destroyed.")
			for _, request := range server.Requests() {
				if request.Method != http.MethodGet {
					t.Errorf("the import has sent %s", request)
				}
			}
			change(t, os.Remove(filepath.Join(cli.Folder, "import.tf")))
			expect(t, run(t, cli, 0, "destroy", "-auto-approve"), "Destroy complete! Resources: 15 destroyed.")
			if left := len(server.Objects("grants")); left > 0 {
				t.Errorf("%d permissions are left", left)
			}
		})
	}
}

// The key of the guide's token reaches a write-only argument, and no state.
func TestAccHelpDeskToken(t *testing.T) {
	t.Parallel()
	acctest.Need(t, localbuild.WriteOnly)
	server := authentiktest.New(t)
	cli := acctest.NewAttachedCLI(t)
	cli.Configure(acctest.ProviderBlock(server.URL(), server.Token()))
	for _, file := range []string{"variables.tf", "main.tf"} {
		cli.Write("guide-"+file, read(t, folder("guides", "help-desk", file)))
	}
	before, _, _ := strings.Cut(read(t, folder("guides", "help-desk", "secret.tf")), "resource ")
	// The server itself stands for the secret store.
	cli.Write("secret.tf", before+`
resource "authentik_user" "store" {
  username            = "store"
  password_wo         = ephemeral.authentik_token_key.bot.key
  password_wo_version = 1
}
`)
	run(t, cli, 0, "apply", "-auto-approve")
	run(t, cli, 0, "plan", "-detailed-exitcode")
	key, stored := "", ""
	for _, token := range server.Objects("/core/tokens/") {
		if token["identifier"] == "help-desk-bot" {
			key, _ = token["key"].(string)
		}
	}
	for _, user := range server.Objects("/core/users/") {
		if user["username"] == "store" {
			stored, _ = user["password"].(string)
		}
	}
	if key == "" || stored != key {
		t.Error("the store does not have the key")
	}
	if strings.Contains(read(t, filepath.Join(cli.Folder, "terraform.tfstate")), key) {
		t.Error("the state has the key")
	}
}

// grantedOn counts the permissions of roles on all objects and on single ones.
func grantedOn(t *testing.T, server *authentiktest.Server, all, single int) {
	t.Helper()
	onAll, onOne := 0, 0
	for _, grant := range server.Objects("grants") {
		if grant["object_pk"] == "" {
			onAll++
		} else {
			onOne++
		}
	}
	if onAll != all || onOne != single {
		t.Errorf("roles have %d permissions on all objects and %d on single ones, expected %d and %d", onAll, onOne, all, single)
	}
}
