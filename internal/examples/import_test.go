package examples_test

import (
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

var uuidPattern = regexp.MustCompile(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)

// Import blocks, by text and by identity, take the examples' objects over, all in one
// configuration. They change nothing but what an import cannot read: secrets, which are
// sent once, and what only Terraform knows, such as time limits.
func TestAccImportExamples(t *testing.T) {
	t.Parallel()
	for _, file := range []string{"import-by-string-id.tf", "import-by-identity.tf"} {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			if file == "import-by-identity.tf" {
				acctest.Need(t, localbuild.IdentityImport)
			}
			importing := newImporting(t, func(*kind.Kind) bool { return true })
			importing.forget()
			unread := 0
			for _, module := range importing.modules {
				if setsUnread(module) {
					unread++
				}
				block := read(t, filepath.Join(filepath.Dir(module.file), file))
				if number, ok := importing.numbers[module.name]; ok {
					block = numberPattern.ReplaceAllString(block, `"`+number+`"`)
				}
				importing.cli.Write(module.name+".tf", strings.Replace(block, "to = ", "to = module."+module.name+".", 1))
			}
			expect(t, run(t, importing.cli, 0, "apply", "-auto-approve"), fmt.Sprintf(
				"Apply complete! Resources: %d imported, 0 added, %d changed, 0 destroyed.", len(importing.modules), unread))
			importing.finish()
		})
	}
}

var argument = regexp.MustCompile(`(?m)^  (\w+) += `)

// setsUnread says whether the example sets an argument that authentik does not return.
func setsUnread(module module) bool {
	fields := module.kind.All()
	for _, set := range argument.FindAllStringSubmatch(module.text, -1) {
		if slices.ContainsFunc(fields, func(field kind.Field) bool {
			return strings.TrimSuffix(set[1], "_wo") == field.Name && (field.Local || field.IsWithheld())
		}) {
			return true
		}
	}
	return false
}

// The commands that the examples show do the same: for a kind with a secret, one with
// a slug, and one that has no name. Those of all others are drawn in the same way.
func TestAccImportCommands(t *testing.T) {
	t.Parallel()
	kinds := []string{"stage_authenticator_sms", "flow", "flow_stage_binding"}
	importing := newImporting(t, func(described *kind.Kind) bool { return slices.Contains(kinds, described.Type) })
	for _, module := range importing.modules {
		commands := 0
		for line := range strings.Lines(read(t, filepath.Join(filepath.Dir(module.file), "import.sh"))) {
			if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			commands++
			run(t, importing.cli, 0, "state", "rm", module.address(t))
			importing.command(strings.Replace(line, "terraform import ", "terraform import module."+module.name+".", 1))
			if variable.MatchString(module.text) {
				expect(t, run(t, importing.cli, 2, "plan", "-detailed-exitcode"), "Plan: 0 to add, 1 to change, 0 to destroy.")
				run(t, importing.cli, 0, "apply", "-auto-approve")
			}
			importing.finish()
		}
		if commands < 2 {
			t.Errorf("import.sh of %s shows %d commands, not one by name and one by UUID at least", module.kind.Type, commands)
		}
	}
}

var numberPattern = regexp.MustCompile(`"[0-9]+"`)

// importing is a server with the objects of examples under the UUIDs that the examples
// of imports name, and a configuration with all of them.
type importing struct {
	*testing.T

	modules []module
	server  *authentiktest.Server
	cli     *acctest.CLI
	before  map[string]string
	// numbers are the IDs of modules whose objects have numbers for IDs, which cannot be
	// chosen.
	numbers map[string]string
}

func newImporting(t *testing.T, filter func(*kind.Kind) bool) importing {
	t.Helper()
	server := newDefaultServer(t, contract.Newest())
	made := importing{T: t, numbers: map[string]string{}, server: server, cli: newModulesCLI(t, server, "view", "add", "change", "delete")}
	made.modules = slices.DeleteFunc(modules(t, server.Release(), "resources", "resource.tf"), func(m module) bool { return !filter(m.kind) })
	compose(t, made.cli, made.modules)
	run(t, made.cli, 0, "apply", "-auto-approve")
	state := readState(t, made.cli)
	var renamed []string
	for _, module := range made.modules {
		id := state.id(t, module)
		if uuid := uuidPattern.FindString(read(t, filepath.Join(filepath.Dir(module.file), "import-by-identity.tf"))); uuid != "" {
			renamed = append(renamed, id, uuid)
		} else {
			made.numbers[module.name] = id
		}
	}
	rename(t, server, strings.NewReplacer(renamed...))
	// What else the examples make is in the state under its new references, too.
	file := filepath.Join(made.cli.Folder, "terraform.tfstate")
	if err := os.WriteFile(file, []byte(strings.NewReplacer(renamed...).Replace(read(t, file))), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, made.cli, 0, "plan", "-detailed-exitcode")
	made.before = everything(server)
	server.ResetRequests()
	return made
}

// rename replaces texts in all objects, ids among them.
func rename(t *testing.T, server *authentiktest.Server, replacer *strings.Replacer) {
	t.Helper()
	type object struct {
		path   string
		fields map[string]any
	}
	var all []object
	for _, described := range provider.Kinds() {
		if described.ReadOnly {
			continue
		}
		for _, fields := range server.Objects(described.API.Path) {
			all = append(all, object{described.API.Path, fields})
		}
	}
	for _, one := range all {
		_ = server.Remove(one.path, fmt.Sprint(one.fields["pk"])) // it may have gone with another
	}
	for _, one := range all {
		fields, ok := replaced(one.fields, replacer).(map[string]any)
		if !ok {
			t.Fatal("An object is none any more.")
		}
		server.Add(one.path, fields)
	}
}

func replaced(value any, replacer *strings.Replacer) any {
	switch value := value.(type) {
	case string:
		return replacer.Replace(value)
	case []any:
		made := make([]any, 0, len(value))
		for _, item := range value {
			made = append(made, replaced(item, replacer))
		}
		return made
	case map[string]any:
		made := map[string]any{}
		for name, item := range value {
			made[name] = replaced(item, replacer)
		}
		return made
	}
	return value
}

// forget takes the examples' own objects out of the state.
func (i importing) forget() {
	i.Helper()
	arguments := []string{"state", "rm"}
	for _, module := range i.modules {
		arguments = append(arguments, module.address(i.T))
	}
	run(i.T, i.cli, 0, arguments...)
}

// command runs a line as a user's shell does.
func (i importing) command(line string) {
	i.Helper()
	temporary := i.TempDir()
	terraform(i.T, temporary, i.cli.Command.Path)
	command := exec.CommandContext(i.Context(), "bash", "-euc", line)
	command.Dir, command.Env = i.cli.Folder, append(i.cli.Environment(), "PATH="+temporary+string(os.PathListSeparator)+os.Getenv("PATH"))
	if output, err := command.CombinedOutput(); err != nil {
		i.Fatalf("%s: %v\n%s", line, err, output)
	}
}

// finish makes sure that nothing is left to change, that the objects are those that
// were there before, and that nothing was sent that makes or deletes one.
func (i importing) finish() {
	i.Helper()
	run(i.T, i.cli, 0, "plan", "-detailed-exitcode")
	same(i.T, i.server, i.before)
	for _, request := range i.server.Requests() {
		if request.Method == http.MethodPost || request.Method == http.MethodDelete {
			i.Errorf("The import has sent %s.", request)
		}
	}
}
