package examples_test

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/examples"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

const generated = "generated.tf"

// nameless are the kinds whose examples have one list: their filters are UUIDs, which an
// example cannot know, or what the server reads from a license key.
var nameless = []string{"enterprise_license", "provider_oauth2_dcr", "request_rule_binding", "request_rule_child_binding"}

// The examples of list resources, all in one folder, each find an object with no more
// than the right to view, and what `terraform query` generates can be planned as it is: it
// imports everything that the server has, and changes nothing.
func TestAccListExamples(t *testing.T) {
	t.Parallel()
	for _, release := range releases() {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := newDefaultServer(t, release)
			cli := newModulesCLI(t, server, "view")
			acctest.Need(t, localbuild.Query)
			populate(t, server)
			supplyOwn(t, server)
			var lists []string
			for _, module := range modules(t, release, "list-resources", "*.tfquery.hcl") {
				cli.Write(module.name+".tfquery.hcl", module.text)
				blocks, err := examples.Blocks(module.file)
				expected := 2
				if slices.Contains(nameless, module.kind.Type) {
					expected = 1
				}
				if err != nil || len(blocks) != expected {
					t.Fatalf("%s has %d lists: %v", module.file, len(blocks), err)
				}
				for _, block := range blocks {
					lists = append(lists, "\nlist."+block.Address()+" ")
				}
			}
			expect(t, "\n"+run(t, cli, 0, "query"), lists...)
			before := everything(server)
			run(t, cli, 0, "query", "-generate-config-out="+generated)
			text := read(t, filepath.Join(cli.Folder, generated))
			if strings.Contains(text, secret) {
				t.Errorf("What is generated has a secret:\n%s", text)
			}
			expect(t, run(t, cli, 0, "plan"), fmt.Sprintf(
				"Plan: %d to import, 0 to add, 0 to change, 0 to destroy.", strings.Count(text, "\nimport {")))
			same(t, server, before)
		})
	}
}

// supplyOwn adds objects of the kinds that only the server creates, or whose resource
// leaves something behind, as the examples of their resources have them.
func supplyOwn(t *testing.T, server *authentiktest.Server) {
	t.Helper()
	for _, described := range kindsOf(t, server.Release()) {
		if !isOwn(described) {
			continue
		}
		blocks, err := examples.Blocks(folder("resources", provider.Name+"_"+described.Type, "resource.tf"))
		block, ok := examples.Find(blocks, "resource", described.Type, "")
		if err != nil || !ok {
			t.Fatalf("%s has no example: %v", described.Type, err)
		}
		made, own := lifecycle.Of(described.Type).Fields(), lifecycle.Of(described.Type).Others[described.API.Path]
		for _, fields := range own {
			made = fields
		}
		for _, field := range described.All() {
			if literal, ok := block.Literal(field.Name); ok {
				made[field.APIName()] = typed(&field, literal)
			}
		}
		server.Add(described.API.Path, made)
	}
}

// The guide's way with Terraform 1.14: query, apply, give the secret.
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
	run(t, cli, 0, "plan", "-generate-config-out="+generated)
	adopt(t, server, cli)
}

func newAdoption(t *testing.T) (*authentiktest.Server, *acctest.CLI) {
	t.Helper()
	server, _ := newServer(t)
	return server, newCLI(t, server, "view", "change")
}

// adopt does what the guide says about what was generated: it changes nothing, until the
// secret is given.
func adopt(t *testing.T, server *authentiktest.Server, cli *acctest.CLI) {
	t.Helper()
	before := everything(server)
	expect(t, run(t, cli, 0, "plan"), "Plan: 3 to import, 0 to add, 0 to change, 0 to destroy.")
	expect(t, run(t, cli, 0, "apply", "-auto-approve"), "Apply complete! Resources: 3 imported, 0 added, 0 changed, 0 destroyed.")
	run(t, cli, 0, "plan", "-detailed-exitcode")
	same(t, server, before)
	if strings.Contains(read(t, filepath.Join(cli.Folder, "terraform.tfstate")), secret) {
		t.Error("The state has a secret.")
	}
	cli.Env = append(cli.Env, "TF_VAR_sms_auth="+secret)
	cli.Write("secrets.tf", read(t, folder("guides", "adopt", "secrets.tf")))
	replace(t, cli, `(?m)^(  auth +=) null # sensitive$`, "$1 var.sms_auth")
	expect(t, run(t, cli, 0, "apply", "-auto-approve"), "Apply complete! Resources: 0 added, 1 changed, 0 destroyed.")
	run(t, cli, 0, "plan", "-detailed-exitcode")
	if sms := server.Objects(smsPath)[0]; len(everything(server)) != len(before) || sms["auth"] != secret || sms["auth_password"] != secret || sms["account_sid"] == nil {
		t.Error("Giving the secret has changed more than it should.")
	}
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
