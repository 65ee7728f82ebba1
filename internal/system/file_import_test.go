package system_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// The plan of an import says that the file is uploaded once more, and why; the next one is
// empty.
func TestAccFileThatIsImported(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2025.12.4", contract.Newest()} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			server.Add(filesPath, map[string]any{"name": "logo.svg", "content": svg})
			cli := acctest.NewCLI(t, acctest.ProviderBlock(server.URL(), server.Token())+fmt.Sprintf(`
import {
  to = authentik_file.logo
  id = "media/logo.svg"
}

resource "authentik_file" "logo" {
  name   = "logo.svg"
  source = %q
}`, write(t, "logo.svg", svg)))
			output, code := cli.Run("apply", "-auto-approve", "-no-color")
			if code != 0 || !strings.Contains(output, "Warning: The imported file is uploaded once") || !strings.Contains(output, "1 imported, 0 added, 1 changed, 0 destroyed") {
				t.Errorf("the apply exits with %d:\n%s", code, output)
			}
			if output, code := cli.Run("plan", "-detailed-exitcode", "-no-color"); code != 0 || strings.Contains(output, "uploaded once") {
				t.Errorf("the next plan exits with %d:\n%s", code, output)
			}
		})
	}
}
