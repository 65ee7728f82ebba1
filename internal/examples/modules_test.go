package examples_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/examples"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// releases are those that the examples run on: the last that returns secrets, which
// must not show, and the newest, which has every kind.
func releases() []string { return []string{"2025.12.4", contract.Newest()} }

// module is an example that runs as a module, so that many can be in one
// configuration without a name of one being in the way of another's.
type module struct {
	name string
	kind *kind.Kind
	file string
	text string
}

// modules are the examples below a folder of examples/ that have the pattern, of the
// kinds that the release has. Those that the command is too old for are left out.
func modules(t *testing.T, release, folderName, pattern string) []module {
	t.Helper()
	var found []module
	for _, described := range kindsOf(t, release) {
		if folderName == "resources" && isOwn(described) {
			continue
		}
		for _, name := range []string{described.Type, described.Plural} {
			files, err := filepath.Glob(folder(folderName, provider.Name+"_"+name, pattern))
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range files {
				text := read(t, file)
				if writeOnly.MatchString(text) && !acctest.Command(t).Has(localbuild.WriteOnly) {
					t.Logf("%s is left out: %s.", file, localbuild.WriteOnly.Needs())
					continue
				}
				name := provider.Name + "_" + name + "_" + strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
				found = append(found, module{strings.ReplaceAll(name, "-", "_"), described, file, text})
			}
		}
	}
	if len(found) == 0 {
		t.Fatalf("There is no %s in %s.", pattern, folderName)
	}
	return found
}

// isOwn says whether the resource takes an object of the server, or leaves one there.
func isOwn(described *kind.Kind) bool { return described.API.Adopted || described.Gone != nil }

// kindsOf are the kinds of objects that the release has.
func kindsOf(t *testing.T, release string) []*kind.Kind {
	t.Helper()
	return slices.DeleteFunc(provider.Kinds(), func(described *kind.Kind) bool {
		table, ok := contract.Object(described.API.Path)
		if !ok {
			t.Fatalf("The contract table lacks %s.", described.API.Path)
		}
		return !slices.Contains(table.Releases(), release)
	})
}

// address is what the module's own object is called in the whole configuration.
func (m module) address(t *testing.T) string {
	t.Helper()
	blocks, err := examples.Blocks(m.file)
	if err != nil {
		t.Fatal(err)
	}
	block, ok := examples.Find(blocks, "resource", m.kind.Type, "")
	if !ok {
		t.Fatalf("%s makes no %s.", m.file, m.kind.Type)
	}
	return "module." + m.name + "." + block.Address()
}

// newModulesCLI is an empty folder for modules, whose provider is inside the test.
func newModulesCLI(t *testing.T, server *authentiktest.Server, rights ...string) *acctest.CLI {
	t.Helper()
	cli := acctest.NewAttachedCLI(t)
	cli.Configure(acctest.ProviderBlock(server.URL(), server.AddToken(rights...)) + "\nvariable \"secret\" {\n  type      = string\n  sensitive = true\n}\n")
	cli.Env = append(cli.Env, "TF_VAR_secret="+secret)
	return cli
}

// compose writes a configuration of the modules. Each of their variables is a secret.
func compose(t *testing.T, cli *acctest.CLI, modules []module) {
	t.Helper()
	required := "terraform {\n  required_providers {\n    authentik = { source = \"" + localbuild.Source + "\" }\n  }\n}\n"
	var main strings.Builder
	for _, module := range modules {
		if err := os.MkdirAll(filepath.Join(cli.Folder, module.name), 0o700); err != nil {
			t.Fatal(err)
		}
		cli.Write(filepath.Join(module.name, "example.tf"), module.text)
		cli.Write(filepath.Join(module.name, "versions.tf"), required)
		fmt.Fprintf(&main, "\nmodule %q {\n  source = %q\n", module.name, "./"+module.name)
		for _, found := range variable.FindAllStringSubmatch(module.text, -1) {
			value := "var.secret"
			if found[1] == "license" { // a JWT
				value = `"eyJhbGciOiJFUzUxMiJ9.e30.${var.secret}"`
			}
			fmt.Fprintf(&main, "  %s = %s\n", found[1], value)
		}
		main.WriteString("}\n")
	}
	cli.Write("modules.tf", main.String())
	run(t, cli, 0, "get")
}

// populate makes the objects of all examples on the server.
func populate(t *testing.T, server *authentiktest.Server) {
	t.Helper()
	cli := newModulesCLI(t, server, "view", "add", "change", "delete")
	compose(t, cli, modules(t, server.Release(), "resources", "resource.tf"))
	run(t, cli, 0, "apply", "-auto-approve")
}

// newDefaultServer is a server with the objects that authentik's blueprints make, and
// what the examples of resources and the guides read besides.
func newDefaultServer(t *testing.T, release string) *authentiktest.Server {
	t.Helper()
	server := authentiktest.New(t, authentiktest.WithRelease(release), authentiktest.WithDefaults())
	supplyAll(t, server, "resources")
	supplyAll(t, server, "guides")
	return server
}

// supplyAll adds what the data sources in a folder of examples ask for and the server
// lacks, with secrets.
func supplyAll(t *testing.T, server *authentiktest.Server, kind string) {
	t.Helper()
	files, err := filepath.Glob(folder(kind, "*", "*.tf"))
	if err != nil || len(files) == 0 {
		t.Fatalf("There are no examples: %v", err)
	}
	for _, file := range files {
		blocks, err := examples.Blocks(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range blocks {
			if block.Kind == "data" {
				supply(server, block)
			}
			// The provider has no connectors, and the examples show what a stage says of its own.
			if connector, ok := block.Literal("connector"); ok {
				server.Add("/endpoints/agents/connectors/", map[string]any{"pk": connector, "name": "agent"})
			}
		}
	}
}

// supply adds the object that a data source asks for, unless it is there.
func supply(server *authentiktest.Server, block examples.Block) {
	i := slices.IndexFunc(provider.Kinds(), func(described *kind.Kind) bool { return described.Type == block.Type })
	if i < 0 {
		return // a plural data source
	}
	described := provider.Kinds()[i]
	asked := map[string]any{}
	if id, ok := block.Literal("id"); ok {
		asked[described.Key().APIName()] = id
	}
	for _, lookup := range described.Lookups {
		for _, name := range lookup.Fields {
			if value, ok := block.Literal(name); ok {
				asked[described.Field(name).APIName()] = typed(described.Field(name), value)
			}
		}
	}
	if len(asked) == 0 || slices.ContainsFunc(server.Objects(described.API.Path), func(there map[string]any) bool { return holds(there, asked) }) {
		return
	}
	made := map[string]any{}
	if !described.ReadOnly {
		made = lifecycle.Of(described.Type).Fields()
	}
	for _, field := range described.All() {
		if field.Secret {
			made[field.APIName()] = secret
		}
	}
	made["name"] = "example of " + described.Type
	if key := described.API.Key; key != "" && described.Key().Type != kind.Int {
		made[key] = uuid.NewString()
	}
	maps.Copy(made, asked)
	path := described.API.Path
	switch path { // that of all types holds nothing itself
	case "/stages/all/":
		path = "/stages/dummy/"
	case "/outposts/service_connections/all/":
		path = "/outposts/service_connections/docker/"
	}
	server.Add(path, made)
}

// typed is a literal as the API has it.
func typed(field *kind.Field, literal string) any {
	if field.Type == kind.Bool {
		return literal == "true"
	}
	return literal
}

func holds(there, asked map[string]any) bool {
	for name, value := range asked {
		if there[name] != value {
			return false
		}
	}
	return true
}

// The resources' examples apply together, plan empty afterwards, and leave the server
// as it was when they are destroyed.
func TestAccResourceExamples(t *testing.T) {
	t.Parallel()
	for _, release := range releases() {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := newDefaultServer(t, release)
			cli := newModulesCLI(t, server, "view", "add", "change", "delete")
			before := everything(server) // the token's user included
			made := modules(t, release, "resources", "resource*.tf")
			compose(t, cli, made)
			run(t, cli, 0, "apply", "-auto-approve")
			run(t, cli, 0, "plan", "-detailed-exitcode")

			state := readState(t, cli)
			if managed := state.count("managed"); len(everything(server)) != len(before)+managed {
				t.Errorf("There are %d resources in the state, and %d more objects than before.", managed, len(everything(server))-len(before))
			}
			for _, module := range made {
				within, ok := state.within(module.name, module.kind)
				if !ok {
					t.Errorf("%s makes no %s.", module.file, module.kind.Type)
				}
				if strings.Contains(module.text, "ephemeral") && strings.Contains(within, secret) {
					t.Errorf("The state of %s has a secret.", module.file)
				}
			}
			run(t, cli, 0, "destroy", "-auto-approve")
			same(t, server, before)
		})
	}
}

// The data sources' examples apply together with the right to view and no other, plan
// empty afterwards, and each finds something.
func TestAccDataSourceExamples(t *testing.T) {
	t.Parallel()
	for _, release := range releases() {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := newDefaultServer(t, release)
			populate(t, server)
			supplyAll(t, server, "data-sources")
			cli := newModulesCLI(t, server, "view", "view_certificatekeypair_certificate")
			before := everything(server) // the token's user included
			made := modules(t, release, "data-sources", "data-source*.tf")
			compose(t, cli, made)
			run(t, cli, 0, "apply", "-auto-approve")
			run(t, cli, 0, "plan", "-detailed-exitcode")
			state := readState(t, cli)
			missing := map[string]bool{} // modules of kinds whose resource this Terraform cannot read
			for _, module := range made {
				if _, ok := state.within(module.name, module.kind); !ok {
					t.Errorf("%s reads no %s.", module.file, module.kind.Type)
				}
				if !acctest.Command(t).Has(localbuild.WriteOnly) {
					example, err := os.ReadFile(folder("resources", provider.Name+"_"+module.kind.Type, "resource.tf"))
					missing["module."+module.name] = err == nil && writeOnly.Match(example)
				}
			}
			for _, resource := range state.Resources {
				for _, instance := range resource.Instances {
					if found, plural := instance.Attributes["objects"].([]any); plural && len(found) == 0 && !missing[resource.Module] {
						t.Errorf("%s.%s.%s finds nothing.", resource.Module, resource.Type, resource.Name)
					}
				}
			}
			same(t, server, before)
		})
	}
}

// same makes sure that the server has the same objects as before.
func same(t *testing.T, server *authentiktest.Server, before map[string]string) {
	t.Helper()
	after := everything(server)
	for id, was := range before {
		if is, ok := after[id]; !ok {
			t.Errorf("%s is no more.", id)
		} else if is != was {
			t.Errorf("%s is another: %s instead of %s", id, is, was)
		}
	}
	for id := range after {
		if _, ok := before[id]; !ok {
			t.Errorf("%s is left behind.", id)
		}
	}
}

// everything are the server's objects of all kinds, by path and key. A list that also
// contains objects of a derived kind, as that of OAuth2 providers does, is not asked for
// those.
func everything(server *authentiktest.Server) map[string]string {
	objects := map[string]string{}
	derived := func(fields map[string]any) bool {
		return slices.ContainsFunc(provider.Kinds(), func(other *kind.Kind) bool {
			return !other.ReadOnly && other.API.Only == "" && slices.ContainsFunc(server.Objects(other.API.Path), func(its map[string]any) bool {
				return its["pk"] == fields["pk"] && its["name"] == fields["name"]
			})
		})
	}
	for _, described := range provider.Kinds() {
		for _, fields := range server.Objects(described.API.Path) {
			if described.Type == "policy_binding" && slices.ContainsFunc(server.Objects("/endpoints/device_bindings/"), func(of map[string]any) bool { return of["pk"] == fields["pk"] }) {
				continue // counted as a device binding
			}
			if !described.ReadOnly && !isOfServer(fields) && (described.API.Only == "" || !derived(fields)) {
				objects[described.API.Path+fmt.Sprint(fields["pk"])] = fmt.Sprint(fields)
			}
		}
	}
	return objects
}

// isOfServer says whether an object is one that no configuration creates: the user or the
// token that the server creates for another object, or the user of a test's token.
func isOfServer(fields map[string]any) bool {
	username, _ := fields["username"].(string)
	return fields["owner"] != nil || strings.HasPrefix(username, "user-")
}

// writeOnly is what only a Terraform with write-only arguments can read.
var writeOnly = regexp.MustCompile(`(?m)^  \w+_wo +=|\bephemeral\b`)

var variable = regexp.MustCompile(`(?m)^variable "([a-z_]+)"`)
