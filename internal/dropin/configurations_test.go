package dropin_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/dropin"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// configurations are written for goauthentik/authentik, as home labs, companies and
// modules do.
const configurations = "testdata/configurations"

// The configurations use nothing that is not here.
func TestConfigurationsAreCovered(t *testing.T) {
	t.Parallel()
	schemas, err := dropin.Schemas(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	found, err := dropin.Check(os.DirFS(configurations), schemas)
	if err != nil {
		t.Fatal(err)
	}
	if len(found.Findings) > 0 || found.Blocks < 100 {
		t.Errorf("%d blocks: %v", found.Blocks, found.Findings)
	}
}

// With one line changed, the source, the configurations apply and then plan empty: all as
// modules of one configuration. A state that names goauthentik/authentik plans empty too,
// without `replace-provider`, and a refresh-only apply writes this provider into it.
func TestAccConfigurationsPlanEmpty(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithDefaults())
	cli := acctest.NewAttachedCLI(t)
	asBoth(t, cli)
	cli.Configure(acctest.ProviderBlock(server.URL(), server.Token(), `defaults = "goauthentik"`) + modules(t, cli))
	must(t, cli, "init")
	must(t, cli, "apply", "-auto-approve")
	must(t, cli, "plan", "-detailed-exitcode")

	address := `provider[\"` + cli.Command.Address() + `\"]`
	other := strings.Replace(address, localbuild.Source, incumbentSource, 1)
	before := readFile(t, filepath.Join(cli.Folder, "terraform.tfstate"))
	if !strings.Contains(before, address) {
		t.Fatalf("the state does not name %s", address)
	}
	cli.Write("terraform.tfstate", strings.ReplaceAll(before, address, other))
	server.ResetRequests()
	must(t, cli, "plan", "-detailed-exitcode")
	must(t, cli, "apply", "-refresh-only", "-auto-approve")
	for _, request := range server.Requests() {
		if request.Method != http.MethodGet {
			t.Errorf("%s %s was sent", request.Method, request.Path)
		}
	}
	if after := readFile(t, filepath.Join(cli.Folder, "terraform.tfstate")); strings.Contains(after, other) {
		t.Error("the state names the former provider still")
	}
}

const incumbentSource = "goauthentik/authentik"

// asBoth makes the CLI use the attached provider for goauthentik/authentik too: the state
// names it, and Terraform wants it there though it does not ask it.
func asBoth(t *testing.T, cli *acctest.CLI) {
	t.Helper()
	for i, variable := range cli.Env {
		name, attached, _ := strings.Cut(variable, "=")
		if name != "TF_REATTACH_PROVIDERS" {
			continue
		}
		providers := map[string]json.RawMessage{}
		if err := json.Unmarshal([]byte(attached), &providers); err != nil {
			t.Fatal(err)
		}
		address := cli.Command.Address()
		providers[strings.Replace(address, localbuild.Source, incumbentSource, 1)] = providers[address]
		written, err := json.Marshal(providers)
		if err != nil {
			t.Fatal(err)
		}
		cli.Env[i] = name + "=" + string(written)
	}
}

// modules copies the configurations, with the source changed, and returns the blocks that
// call them.
func modules(t *testing.T, cli *acctest.CLI) string {
	t.Helper()
	var calls strings.Builder
	files := os.DirFS(configurations)
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		target := filepath.Join(cli.Folder, "configurations", name)
		if entry.IsDir() {
			if !strings.Contains(name, "/") {
				fmt.Fprintf(&calls, "\nmodule %q {\n  source = \"./configurations/%[1]s\"\n}\n", name)
			}
			return os.MkdirAll(target, 0o700)
		}
		source, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return os.WriteFile(target, []byte(strings.ReplaceAll(string(source), `"`+incumbentSource+`"`, `"`+localbuild.Source+`"`)), 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
	if count := strings.Count(calls.String(), "module "); count < 20 {
		t.Errorf("there are %d configurations", count)
	}
	return calls.String()
}

func must(t *testing.T, cli *acctest.CLI, arguments ...string) {
	t.Helper()
	if output, code := cli.Run(arguments...); code != 0 {
		t.Fatalf("%v exits with %d\n%s", arguments, code, output)
	}
}

func readFile(t *testing.T, file string) string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
