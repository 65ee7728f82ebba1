package plain_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

func TestMain(m *testing.M) { os.Exit(acctest.Main(m)) }

// Every resource has an identity, but for the one that cannot be imported.
func TestEveryResourceHasAnIdentity(t *testing.T) {
	t.Parallel()
	identities, err := provider.NewServer("test").GetResourceIdentitySchemas(t.Context(), &tfprotov6.GetResourceIdentitySchemasRequest{})
	if err != nil {
		t.Fatal(err)
	}
	for name := range acctest.NewProvider(t).Schema().ResourceSchemas {
		if has := identities.IdentitySchemas[name] != nil; has == (name == "authentik_user_password") {
			t.Errorf("%s has an identity: %t", name, has)
		}
	}
}

// Resources that are no described kinds are imported by their identity, which stays, and
// one that is gone meanwhile is created again.
func TestAccPlainResourcesByIdentity(t *testing.T) {
	t.Parallel()
	acctest.Need(t, localbuild.IdentityImport)
	for _, release := range []string{contract.Oldest(), contract.Newest()} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			group := server.Add("/core/groups/", map[string]any{"name": "team"})
			user := server.Add("/core/users/", map[string]any{"username": "ada", "name": "Ada", "groups": []string{group}})
			flow := server.Add("/flows/instances/", map[string]any{"name": "recovery", "slug": "recovery", "title": "Recovery", "designation": "recovery"})
			brand := fmt.Sprint(server.Objects("/core/brands/")[0]["pk"])
			if err := server.Change("/core/brands/", brand, map[string]any{"flow_recovery": flow}); err != nil {
				t.Fatal(err)
			}
			cli := acctest.NewCLI(t, acctest.ProviderBlock(server.URL(), server.Token())+fmt.Sprintf(`
import {
  to       = authentik_group_membership.ada
  identity = { id = "%[1]s:%[2]s" }
}

resource "authentik_group_membership" "ada" {
  group = %[1]q
  user  = %[2]s
}

import {
  to       = authentik_brand_flow.recovery
  identity = { id = "%[3]s:recovery" }
}

resource "authentik_brand_flow" "recovery" {
  brand   = %[3]q
  purpose = "recovery"
  flow    = %[4]q
}`, group, user, brand, flow))
			run(t, cli, "2 imported, 0 added, 0 changed, 0 destroyed", "apply", "-auto-approve")
			run(t, cli, "No changes", "plan", "-detailed-exitcode")
			state, err := os.ReadFile(filepath.Join(cli.Folder, "terraform.tfstate"))
			if err != nil || strings.Count(string(state), `"identity": {`) != 2 {
				t.Errorf("the state has not two identities, or %v", err)
			}
			if err := server.Change("/core/users/", user, map[string]any{"groups": []string{}}); err != nil {
				t.Fatal(err)
			}
			run(t, cli, "1 added, 0 changed, 0 destroyed", "apply", "-auto-approve")
			run(t, cli, "No changes", "plan", "-detailed-exitcode")
		})
	}
}

// run runs a command, which has to succeed and to say the words.
func run(t *testing.T, cli *acctest.CLI, words string, arguments ...string) {
	t.Helper()
	if output, code := cli.Run(append(arguments, "-no-color")...); code != 0 || !strings.Contains(output, words) {
		t.Fatalf("%v exits with %d:\n%s", arguments, code, output)
	}
}
