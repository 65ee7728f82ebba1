package examples_test

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

var uuid = regexp.MustCompile(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)

// Every way of importing that the examples show takes the example's object over. It
// changes nothing but the secret, which is sent once.
func TestAccImportExamples(t *testing.T) {
	t.Parallel()
	for _, object := range provider.Objects() {
		t.Run(object.Type, func(t *testing.T) {
			t.Parallel()
			importing := newImporting(t, object)
			t.Run("by text", func(t *testing.T) {
				t.Parallel()
				importing.byBlock(t, "import-by-string-id.tf")
			})
			t.Run("by identity", func(t *testing.T) {
				t.Parallel()
				importing.byBlock(t, "import-by-identity.tf")
			})
			commands := importing.commands(t)
			if len(commands) != 2 {
				t.Errorf("import.sh shows %d commands, not one by name and one by UUID", len(commands))
			}
			for _, command := range commands {
				t.Run(command, func(t *testing.T) {
					t.Parallel()
					importing.byCommand(t, command)
				})
			}
		})
	}
}

// importing is the folder of an object's examples.
type importing struct {
	folder string
	object *object.Object
	secret bool
}

func newImporting(t *testing.T, object *object.Object) importing {
	t.Helper()
	made := importing{folder: folder("resources", provider.Name+"_"+object.Type), object: object}
	made.secret = variable.MatchString(read(t, filepath.Join(made.folder, "resource.tf")))
	return made
}

// prepare makes a server that has the example's object under the UUID that the
// examples of imports name.
func (i importing) prepare(t *testing.T, files ...string) (*authentiktest.Server, *acctest.CLI) {
	t.Helper()
	server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
	cli := newCLI(t, server, "view", "add", "change", "delete")
	paths := make([]string, 0, len(files))
	for _, file := range files {
		paths = append(paths, filepath.Join(i.folder, file))
	}
	resource := filepath.Join(i.folder, "resource.tf")
	copyExample(t, cli, resource)
	run(t, cli, 0, "apply", "-auto-approve")
	made := maps.Clone(server.Objects(i.object.Path)[0])
	change(t, server.Remove(i.object.Path, fmt.Sprint(made["pk"])))
	made["pk"] = uuid.FindString(read(t, filepath.Join(i.folder, "import-by-identity.tf")))
	server.Add(i.object.Path, made)
	if err := os.Remove(filepath.Join(cli.Folder, "terraform.tfstate")); err != nil {
		t.Fatal(err)
	}
	copyExample(t, cli, append(paths, resource)...)
	return server, cli
}

func (i importing) byBlock(t *testing.T, file string) {
	t.Helper()
	if file == "import-by-identity.tf" {
		need(t, acctest.NewEmptyCLI(t), "1.12", "Importing by identity needs")
	}
	server, cli := i.prepare(t, file)
	changed := "0 changed"
	if i.secret {
		changed = "1 changed"
	}
	expect(t, run(t, cli, 0, "apply", "-auto-approve"), "Apply complete! Resources: 1 imported, 0 added, "+changed+", 0 destroyed.")
	i.finish(t, server, cli)
}

// commands are those that import.sh shows.
func (i importing) commands(t *testing.T) []string {
	t.Helper()
	var commands []string
	for line := range strings.Lines(read(t, filepath.Join(i.folder, "import.sh"))) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			commands = append(commands, line)
		}
	}
	return commands
}

func (i importing) byCommand(t *testing.T, line string) {
	t.Helper()
	server, cli := i.prepare(t)
	temporary := t.TempDir()
	terraform(t, temporary, cli.Command)
	command := exec.CommandContext(t.Context(), "bash", "-euc", line)
	command.Dir, command.Env = cli.Folder, append(cli.Environment(), "PATH="+temporary+string(os.PathListSeparator)+os.Getenv("PATH"))
	if output, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	if i.secret {
		expect(t, run(t, cli, 2, "plan", "-detailed-exitcode"), "Plan: 0 to add, 1 to change, 0 to destroy.")
		run(t, cli, 0, "apply", "-auto-approve")
	}
	i.finish(t, server, cli)
}

// finish makes sure that the object is the one that was there before, and that
// nothing is left to change.
func (i importing) finish(t *testing.T, server *authentiktest.Server, cli *acctest.CLI) {
	t.Helper()
	run(t, cli, 0, "plan", "-detailed-exitcode")
	if objects := server.Objects(i.object.Path); len(objects) != 1 {
		t.Errorf("There are %d objects after the import.", len(objects))
	}
}
