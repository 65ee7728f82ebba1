package lifecycle_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// An instance that has every kind at once, with the real Terraform, on the oldest and
// the newest release: made with the least, everything set, adopted by one query into an
// empty state, everything cleared, destroyed. After each the plan is empty.
func TestAccInstanceWithEveryKind(t *testing.T) {
	t.Parallel()
	for _, release := range []string{contract.Oldest(), contract.Newest()} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			lives := slices.DeleteFunc(lifecycle.All(), func(life lifecycle.Life) bool {
				table, _ := contract.Object(life.Object().Path)
				return !slices.Contains(table.Releases(), release)
			})
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			for _, life := range lives {
				supply(server, life)
			}
			before := count(server)
			cli := attached(t, server)
			apply := func(arguments func(lifecycle.Life) map[string]any, added, changed int) {
				t.Helper()
				cli.Configure(acctest.ProviderBlock(server.URL(), server.Token()) + configuration(t, lives, release, arguments))
				expect(t, cli, fmt.Sprintf("Apply complete! Resources: %d added, %d changed, 0 destroyed.", added, changed), "apply", "-auto-approve")
				expect(t, cli, "No changes.", "plan", "-detailed-exitcode")
			}
			minimal := func(life lifecycle.Life) map[string]any { return life.Minimal }
			apply(minimal, len(lives), 0)
			apply(func(life lifecycle.Life) map[string]any { return life.Full }, 0, len(lives))
			if made := count(server) - before; made != len(lives) {
				t.Errorf("%d objects were made for %d kinds", made, len(lives))
			}
			adopt(t, server, lives)
			apply(minimal, 0, len(lives))
			expect(t, cli, fmt.Sprintf("Destroy complete! Resources: %d destroyed.", len(lives)), "destroy", "-auto-approve")
			if left := count(server); left != before {
				t.Errorf("of %d objects before there are %d", before, left)
			}
		})
	}
}

// adopt takes over all that the server has by one query, where Terraform has it.
func adopt(t *testing.T, server *authentiktest.Server, lives []lifecycle.Life) {
	t.Helper()
	cli := attached(t, server)
	if !cli.Command.Has(localbuild.Query) {
		t.Logf("Nothing is adopted: %s, and this is %s.", localbuild.Query.Needs(), cli.Command)
		return
	}
	cli.Configure(acctest.ProviderBlock(server.URL(), server.Token()))
	var lists strings.Builder
	for _, life := range lives {
		fmt.Fprintf(&lists, "list %q \"all\" {\n  provider = authentik\n  limit    = 1000\n}\n\n", life.Resource())
	}
	cli.Write("all.tfquery.hcl", lists.String())
	expect(t, cli, "", "query", "-generate-config-out=generated.tf")
	generated, err := os.ReadFile(filepath.Join(cli.Folder, "generated.tf"))
	if err != nil {
		t.Fatal(err)
	}
	text, filled := acctest.FillSecrets(t, string(generated))
	text, named := fillNames(text)
	cli.Write("generated.tf", text)
	expect(t, cli, fmt.Sprintf("Apply complete! Resources: %d imported, 0 added, %d changed, 0 destroyed.", count(server), filled+named), "apply", "-auto-approve")
	expect(t, cli, "No changes.", "plan", "-detailed-exitcode")
}

// fillNames names the fields of prompts, which have no names before authentik 2023.3 and
// need one in Terraform, and says how many there are.
func fillNames(generated string) (text string, filled int) {
	nameless := regexp.MustCompile(`(?m)^(  name +=) null$`)
	return nameless.ReplaceAllString(generated, `$1 "given"`), len(nameless.FindAllString(generated, -1))
}

func attached(t *testing.T, server *authentiktest.Server) *acctest.CLI {
	t.Helper()
	cli := acctest.NewAttachedCLI(t)
	server.ResetRequests()
	return cli
}

// expect runs the command, which must succeed and write the text.
func expect(t *testing.T, cli *acctest.CLI, text string, arguments ...string) {
	t.Helper()
	if output, ended := cli.Run(append(arguments, "-no-color")...); ended != 0 || !strings.Contains(output, text) {
		t.Fatalf("%v ended with %d, expected 0 and %q:\n%s", arguments, ended, text, output)
	}
}

// count is the number of the server's objects that can be managed.
func count(server *authentiktest.Server) int {
	count := 0
	for _, described := range provider.Objects() {
		if !described.ReadOnly {
			count += len(server.Objects(described.Path))
		}
	}
	return count
}

// configuration is a resource of each kind.
func configuration(t *testing.T, lives []lifecycle.Life, release string, arguments func(lifecycle.Life) map[string]any) string {
	t.Helper()
	file := hclwrite.NewEmptyFile()
	for _, life := range lives {
		body := file.Body().AppendNewBlock("resource", []string{life.Resource(), "life"}).Body()
		written := life.On(release, arguments(life))
		for _, name := range slices.Sorted(maps.Keys(written)) {
			body.SetAttributeValue(name, literal(t, written[name]))
		}
	}
	return string(file.Bytes())
}

func literal(t *testing.T, value any) cty.Value {
	t.Helper()
	switch value := value.(type) {
	case string:
		return cty.StringVal(value)
	case bool:
		return cty.BoolVal(value)
	case int:
		return cty.NumberIntVal(int64(value))
	case float64:
		return cty.NumberFloatVal(value)
	case []string:
		elements := make([]cty.Value, 0, len(value))
		for _, element := range value {
			elements = append(elements, cty.StringVal(element))
		}
		return cty.TupleVal(elements)
	}
	t.Fatalf("there is no literal for %v", value)
	return cty.NilVal
}

// supply adds what the life's arguments refer to. Where a life is alone on a server,
// the stand-in takes any reference to kinds of which it has nothing.
func supply(server *authentiktest.Server, life lifecycle.Life) {
	for path, others := range life.Others {
		for _, other := range others {
			server.Add(path, other)
		}
	}
	described := life.Object()
	for i := range described.Attributes {
		attribute := &described.Attributes[i]
		path := referred(attribute)
		if path == "" {
			continue
		}
		for _, id := range slices.Concat(ids(life.Minimal[attribute.Name]), ids(life.Full[attribute.Name])) {
			if has(server, path, id) || path == dummyStages && has(server, "/stages/all/", id) {
				continue
			}
			other := at(path).Fields()
			other["pk"], other["name"], other["slug"] = id, "other "+id, "other-"+id
			server.Add(path, other)
		}
	}
}

// at is the life of the kind with that path.
func at(path string) lifecycle.Life {
	for _, life := range lifecycle.All() {
		if life.Object().Path == path {
			return life
		}
	}
	return lifecycle.Life{}
}

// has says whether there is an object with the UUID, however that is spelt.
func has(server *authentiktest.Server, path, id string) bool {
	plain := func(id string) string { return strings.ToLower(strings.ReplaceAll(id, "-", "")) }
	return slices.ContainsFunc(server.Objects(path), func(fields map[string]any) bool { return plain(fmt.Sprint(fields["pk"])) == plain(id) })
}

func ids(value any) []string {
	switch value := value.(type) {
	case string:
		return []string{value}
	case []string:
		return value
	}
	return nil
}

// dummyStages stand for stages of whatever type.
const dummyStages = "/stages/dummy/"

// referred is the path of the objects that an attribute refers to, empty for none that
// the provider manages.
func referred(attribute *object.Attribute) string {
	switch name := attribute.Name; {
	case attribute.ReadOnly || attribute.Kind != object.UUID && attribute.Of != object.UUID:
		return ""
	case name == "target" || name == "flow" || strings.HasSuffix(name, "_flow"):
		return "/flows/instances/"
	case name == "password_stage" || name == "captcha_stage":
		return "/stages/" + strings.TrimSuffix(name, "_stage") + "/"
	case name == "webauthn_stage":
		return "/stages/authenticator/validate/"
	case name == "stage" || name == "configuration_stages":
		return dummyStages
	case name == "mapping":
		return "/propertymappings/notification/"
	case name == "fields":
		return "/stages/prompt/prompts/"
	}
	return ""
}
