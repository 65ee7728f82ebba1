package dropin_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// The guide's way by halves, and its way back: one resource of a state moves with
// `provider = iac` alone, and the state of before can be pushed again. The attached
// provider stands for both.
func TestAccMoveByHalvesAndBack(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	cli := acctest.NewAttachedCLI(t)
	asBoth(t, cli)
	configured := func(settings string) string {
		block := acctest.ProviderBlock(server.URL(), server.Token(), `defaults = "goauthentik"`)
		return `terraform {
  required_providers {
    authentik = {
      source = "` + incumbentSource + `"
    }
    iac = {
      source = "` + localbuild.Source + `"
    }
  }
}

` + block + strings.Replace(block, `provider "authentik"`, `provider "iac"`, 1) + `
resource "authentik_group" "stays" {
  name = "stays"
}

resource "authentik_group" "moves" {
  name = "moves"
` + settings + `}
`
	}
	cli.Write("main.tf", configured(""))
	must(t, cli, "init")
	must(t, cli, "apply", "-auto-approve")
	cli.Write("before.tfstate", readFile(t, filepath.Join(cli.Folder, "terraform.tfstate")))

	cli.Write("main.tf", configured("  provider = iac\n"))
	must(t, cli, "plan", "-detailed-exitcode")
	must(t, cli, "apply", "-refresh-only", "-auto-approve")
	mine := `provider[\"` + cli.Command.Address() + `\"]`
	if state := readFile(t, filepath.Join(cli.Folder, "terraform.tfstate")); strings.Count(state, mine) != 1 || !strings.Contains(state, incumbentSource) {
		t.Error("the state does not name each provider once")
	}

	cli.Write("main.tf", configured(""))
	must(t, cli, "state", "push", "-force", "before.tfstate")
	must(t, cli, "plan", "-detailed-exitcode")
	if state := readFile(t, filepath.Join(cli.Folder, "terraform.tfstate")); strings.Contains(state, mine) {
		t.Error("the state names this provider still")
	}
}
