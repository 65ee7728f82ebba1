package examples_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/examples"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

const (
	generated = "generated.tf"
	noSecret  = "Exactly one of `auth` and `auth_wo` must be set."
)

// nameless are the kinds whose examples have one list: no configuration gives their objects
// names to search for.
var nameless = []string{
	"enterprise_license", "provider_oauth2_dcr", "request_rule_binding", "request_rule_child_binding", "task_schedule",
}

// absent are the kinds of which the stand-in has no object that a list example finds.
var absent = []string{"task_schedule", "endpoints_device", "user_offboarding"}

// The examples of list resources, all in one folder, each find an object with no more
// than the right to view, and what `terraform query` generates can be planned. Required
// secrets are missing in it.
func TestAccListExamples(t *testing.T) {
	t.Parallel()
	for _, release := range releases() {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := newDefaultServer(t, release)
			cli := newModulesCLI(t, server, "view")
			acctest.Need(t, localbuild.Query)
			populate(t, server)
			var lists, unadoptable []string
			for _, module := range modules(t, release, "list-resources", "*.tfquery.hcl") {
				file := module.name + ".tfquery.hcl"
				cli.Write(file, module.text)
				if path := module.kind.API.Path; !strings.HasPrefix(path, "/stages/") && !strings.HasPrefix(path, "/flows/") {
					unadoptable = append(unadoptable, file)
				}
				blocks, err := examples.Blocks(module.file)
				expected := 2
				if slices.Contains(nameless, module.kind.Type) {
					expected = 1
				}
				if err != nil || len(blocks) != expected {
					t.Fatalf("%s has %d lists: %v", module.file, len(blocks), err)
				}
				if slices.Contains(absent, module.kind.Type) {
					continue
				}
				for _, block := range blocks {
					lists = append(lists, "\nlist."+block.Address()+" ")
				}
			}
			expect(t, "\n"+run(t, cli, 0, "query"), lists...)
			// Of other kinds the server has objects that cannot be managed, such as its own
			// users; TestAccInstanceWithEveryKind adopts those that can.
			for _, file := range unadoptable {
				if err := os.Remove(filepath.Join(cli.Folder, file)); err != nil {
					t.Fatal(err)
				}
			}
			before := everything(server)
			run(t, cli, 0, "query", "-generate-config-out="+generated)
			text := read(t, filepath.Join(cli.Folder, generated))
			if strings.Contains(text, secret) {
				t.Errorf("What is generated has a secret:\n%s", text)
			}
			expect(t, flat(run(t, cli, 1, "plan")), noSecret)
			text, filled := acctest.FillSecrets(t, text)
			cli.Write(generated, text)
			expect(t, run(t, cli, 0, "plan"), fmt.Sprintf(
				"Plan: %d to import, 0 to add, %d to change, 0 to destroy.", strings.Count(text, "\nimport {"), filled))
			same(t, server, before)
		})
	}
}

// The guide's way with Terraform 1.14: query, fill in the secret, apply.
func TestAccAdoptByQuery(t *testing.T) {
	t.Parallel()
	server, cli := newAdoption(t)
	acctest.Need(t, localbuild.Query)
	copyExample(t, cli, folder("guides", "adopt", "main.tf"), folder("guides", "adopt", "stages.tfquery.hcl"))
	run(t, cli, 0, "query", "-generate-config-out="+generated)
	adopt(t, server, cli)
}

// The guide's way with older releases: import blocks by name.
func TestAccAdoptByImportBlocks(t *testing.T) {
	t.Parallel()
	server, cli := newAdoption(t)
	copyExample(t, cli, folder("guides", "adopt", "main.tf"), folder("guides", "adopt", "import.tf"))
	expect(t, flat(run(t, cli, 1, "plan", "-generate-config-out="+generated)), noSecret)
	adopt(t, server, cli)
}

// The guide's way without the secret: nothing is sent, and the server keeps its own.
func TestAccAdoptWithoutTheSecret(t *testing.T) {
	t.Parallel()
	server, cli := newAdoption(t)
	acctest.Need(t, localbuild.WriteOnly)
	copyExample(t, cli, folder("guides", "adopt", "main.tf"), folder("guides", "adopt", "import.tf"))
	run(t, cli, 1, "plan", "-generate-config-out="+generated)
	before := everything(server)
	fillAccount(t, cli)
	replace(t, cli, `(?m)^(  auth_wo +=) null # sensitive( write-only)?$`, `$1 "kept on the server"`)
	expect(t, run(t, cli, 0, "apply", "-auto-approve"), "Apply complete! Resources: 3 imported, 0 added, 0 changed, 0 destroyed.")
	run(t, cli, 0, "plan", "-detailed-exitcode")
	if after := everything(server); len(after) != len(before) || server.Objects(smsPath)[0]["auth"] != secret {
		t.Error("The server was changed.")
	}
}

func newAdoption(t *testing.T) (*authentiktest.Server, *acctest.CLI) {
	t.Helper()
	server, _ := newServer(t)
	return server, newCLI(t, server, "view", "change")
}

// adopt does what the guide says about what was generated, up to the empty plan.
func adopt(t *testing.T, server *authentiktest.Server, cli *acctest.CLI) {
	t.Helper()
	before := len(everything(server))
	expect(t, flat(run(t, cli, 1, "plan")), noSecret)
	fillSecrets(t, cli)
	expect(t, run(t, cli, 0, "apply", "-auto-approve"), "Apply complete! Resources: 3 imported, 0 added, 1 changed, 0 destroyed.")
	run(t, cli, 0, "plan", "-detailed-exitcode")
	if sms := server.Objects(smsPath)[0]; len(everything(server)) != before || sms["auth"] != secret || sms["auth_password"] != secret {
		t.Error("Adopting has changed more than it should.")
	}
}

// fillSecrets replaces the secret that is missing in what was generated, as the
// guide says.
func fillSecrets(t *testing.T, cli *acctest.CLI) {
	t.Helper()
	file := folder("guides", "adopt", "secrets.tf")
	cli.Env = append(cli.Env, "TF_VAR_sms_auth="+secret)
	cli.Write("secrets.tf", read(t, file))
	fillAccount(t, cli)
	replace(t, cli, `(?m)^(  auth +=) null # sensitive$`, "$1 var.sms_auth")
}

// fillAccount sets what is no secret, but which Terraform does not write because the
// attribute is sensitive.
func fillAccount(t *testing.T, cli *acctest.CLI) {
	t.Helper()
	replace(t, cli, `(?m)^(  account_sid +=) null # sensitive$`, `$1 "https://sms.example.com/"`)
}

func replace(t *testing.T, cli *acctest.CLI, pattern, by string) {
	t.Helper()
	before := read(t, filepath.Join(cli.Folder, generated))
	after := regexp.MustCompile(pattern).ReplaceAllString(before, by)
	if after == before {
		t.Fatalf("%s is not in this:\n%s", pattern, before)
	}
	cli.Write(generated, after)
}

// flat takes out the frames and line ends that Terraform puts into messages.
func flat(output string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(output, "│", " ")), " ")
}
