package blueprint_test

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

// A write-only context reaches the server and is kept nowhere. It is sent again with
// another version only, and applying other changes leaves it. Blueprints have content since 2023.4.
func TestAccBlueprintWithAWriteOnlyContext(t *testing.T) {
	t.Parallel()
	acctest.Need(t, localbuild.WriteOnly)
	for _, release := range []string{"2023.4.3", contract.Newest()} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			cli := acctest.NewEmptyCLI(t)
			apply := func(content, secret string, version int) {
				t.Helper()
				cli.Configure(acctest.ProviderBlock(server.URL(), server.Token()) + fmt.Sprintf(`
resource "authentik_blueprint" "teams" {
  name               = "teams"
  content            = %q
  context_wo         = jsonencode({ team = %q, other = "blue" })
  context_wo_version = %d
}`, content, secret, version))
				if output, code := cli.Run("apply", "-auto-approve", "-no-color"); code != 0 || strings.Contains(output, secret) {
					t.Fatalf("the apply exits with %d:\n%s", code, output)
				}
				if output, code := cli.Run("plan", "-detailed-exitcode", "-no-color"); code != 0 {
					t.Errorf("the plan exits with %d:\n%s", code, output)
				}
				state, err := os.ReadFile(filepath.Join(cli.Folder, "terraform.tfstate"))
				if err != nil || strings.Contains(string(state), secret) {
					t.Errorf("the state has the secret, or %v", err)
				}
			}
			stored := func() string { return fmt.Sprint(server.Objects(collection)[0]["context"]) }
			apply(group, "password-one", 1)
			if !strings.Contains(stored(), "password-one") {
				t.Errorf("the server has %s", stored())
			}
			apply(two, "password-two", 1)
			if !strings.Contains(stored(), "password-one") {
				t.Errorf("without another version the server has %s", stored())
			}
			apply(two, "password-two", 2)
			if !strings.Contains(stored(), "password-two") {
				t.Errorf("with another version the server has %s", stored())
			}
		})
	}
}
