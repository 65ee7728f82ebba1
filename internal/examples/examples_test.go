package examples_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/examples"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

const (
	smsPath    = "/stages/authenticator/sms/"
	staticPath = "/stages/authenticator/static/"
	totpPath   = "/stages/authenticator/totp/"
	// exampleURL is the address that examples have, and the documentation shows.
	exampleURL = "https://auth.example.com"
	// secret is what the server's objects have in their secrets.
	secret = "kept-out-of-sight"
)

func TestMain(m *testing.M) { os.Exit(acctest.Main(m)) }

// newServer is a server that returns secrets, with the objects that the examples
// read, and the id of the SMS stage.
func newServer(t *testing.T) (server *authentiktest.Server, id string) {
	t.Helper()
	server = authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
	id = server.Add(smsPath, map[string]any{
		"pk": "5f2d7b1e-6c0a-4f43-9b8e-2d1c7a90e3f4", "name": "authenticator-sms",
		"provider": "generic", "from_number": "+49 30 1", "account_sid": "https://sms.example.com/", "auth": secret, "auth_password": secret,
	})
	server.Add(staticPath, map[string]any{"pk": "0c8f5a52-3f0b-4d0e-8a35-6a7be8b2f6c1", "name": "authenticator-static"})
	server.Add(totpPath, map[string]any{"pk": "b7b0a7c4-9d5e-4f62-8e11-3c2f5d90a1b8", "name": "authenticator-totp", "digits": "8"})
	return server, id
}

// folder is a folder of examples/.
func folder(elements ...string) string { return examples.Folder(elements...) }

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// configurations are the examples that stand for themselves, with the rights that
// they need. Those of resources and data sources run as modules.
var configurations = []struct {
	pattern string
	rights  []string
}{
	{pattern: "provider/*.tf"},
	{pattern: "functions/*/function.tf"},
	{pattern: "guides/drift-detection/*.tf", rights: []string{"view"}},
}

// These examples apply with their rights, and plan empty afterwards.
func TestAccExamplesApply(t *testing.T) {
	t.Parallel()
	for _, configuration := range configurations {
		t.Run(configuration.pattern, func(t *testing.T) {
			t.Parallel()
			files, err := filepath.Glob(folder(filepath.FromSlash(configuration.pattern)))
			if err != nil || len(files) == 0 {
				t.Fatalf("%s is not there: %v", configuration.pattern, err)
			}
			server, _ := newServer(t)
			cli := newCLI(t, server, configuration.rights...)
			copyExample(t, cli, files...)
			run(t, cli, 0, "apply", "-auto-approve")
			run(t, cli, 0, "plan", "-detailed-exitcode")
			if len(configuration.rights) > 0 && len(server.Requests()) == 0 {
				t.Error("The example does nothing.")
			}
		})
	}
}

// newCLI is an empty folder whose environment has the server's address and a token
// with these rights.
func newCLI(t *testing.T, server *authentiktest.Server, rights ...string) *acctest.CLI {
	t.Helper()
	cli := acctest.NewEmptyCLI(t)
	cli.Env = []string{"AUTHENTIK_URL=" + server.URL(), "AUTHENTIK_TOKEN=" + server.AddToken(rights...)}
	return cli
}

// copyExample copies files of an example, gives each variable a secret as its
// value, and adds the provider's own example where the provider is not named.
// Where the command is too old for them, the test is skipped.
func copyExample(t *testing.T, cli *acctest.CLI, files ...string) {
	t.Helper()
	address := strings.TrimPrefix(cli.Env[0], "AUTHENTIK_URL=")
	complete := false
	for _, file := range files {
		text := read(t, file)
		if strings.Contains(text, "ephemeral") {
			acctest.Need(t, localbuild.WriteOnly)
		}
		if strings.Contains(text, "provider::") {
			acctest.Need(t, localbuild.Functions)
		}
		complete = complete || strings.Contains(text, "required_providers")
		for _, found := range variable.FindAllStringSubmatch(text, -1) {
			cli.Env = append(cli.Env, "TF_VAR_"+found[1]+"="+secret)
		}
		cli.Write(filepath.Base(file), strings.ReplaceAll(text, exampleURL, address))
	}
	if !complete {
		cli.Write("provider.tf", strings.ReplaceAll(read(t, folder("provider", "provider.tf")), exampleURL, address))
	}
}

// progress are the lines that tell of single objects, of which there are hundreds.
var progress = regexp.MustCompile(`(?m)^\S+: (Read|Refresh|Creat|Modif|Destr|Import|Prepar|Still ).*\n`)

// run runs the command and expects the exit code and no secret in what it writes.
func run(t *testing.T, cli *acctest.CLI, code int, arguments ...string) string {
	t.Helper()
	output, ended := cli.Run(append(arguments, "-no-color")...)
	if ended != code {
		t.Fatalf("%v ended with %d instead of %d:\n%s", arguments, ended, code, progress.ReplaceAllString(output, ""))
	}
	if strings.Contains(output, secret) {
		t.Errorf("%v shows a secret:\n%s", arguments, output)
	}
	return output
}

// expect looks for texts in what a command wrote.
func expect(t *testing.T, output string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(output, text) {
			t.Errorf("%q is not in this:\n%s", text, output)
		}
	}
}
