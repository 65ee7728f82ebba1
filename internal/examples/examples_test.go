package examples_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

const (
	smsPath = "/stages/authenticator/sms/"
	// exampleURL is the address that examples have, and the documentation shows.
	exampleURL = "https://auth.example.com"
	// secret is what the server's objects have in their secrets.
	secret = "kept-out-of-sight"
)

func TestMain(m *testing.M) { os.Exit(acctest.Main(m)) }

// newServer is a server that returns secrets, with the objects that the examples
// read, and the id of the stage.
func newServer(t *testing.T) (server *authentiktest.Server, id string) {
	t.Helper()
	server = authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
	id = server.Add(smsPath, map[string]any{
		"pk": "5f2d7b1e-6c0a-4f43-9b8e-2d1c7a90e3f4", "name": "default-authenticator-sms-setup",
		"provider": "generic", "from_number": "+49 30 1", "account_sid": "https://sms.example.com/", "auth": secret, "auth_password": secret,
	})
	return server, id
}

// folder is a folder of examples/ below root.
func folder(elements ...string) string {
	return filepath.Join(append([]string{localbuild.Root(), "examples"}, elements...)...)
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Every folder with a configuration applies with no more than the right to view,
// and plans empty afterwards.
func TestAccExamplesApply(t *testing.T) {
	t.Parallel()
	folders := map[string]bool{}
	err := filepath.WalkDir(folder(), func(file string, _ fs.DirEntry, err error) error {
		if filepath.Ext(file) == ".tf" {
			folders[filepath.Dir(file)] = true
		}
		return err
	})
	if err != nil || len(folders) < 3 {
		t.Fatalf("found only %v: %v", folders, err)
	}
	for place := range folders {
		name, err := filepath.Rel(folder(), place)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.ToSlash(name), func(t *testing.T) {
			t.Parallel()
			apply(t, place)
		})
	}
}

func apply(t *testing.T, place string) {
	t.Helper()
	server, _ := newServer(t)
	cli := acctest.NewEmptyCLI(t)
	cli.Env = []string{"AUTHENTIK_URL=" + server.URL(), "AUTHENTIK_TOKEN=" + server.AddToken("view")}
	files, err := filepath.Glob(filepath.Join(place, "*.tf"))
	if err != nil {
		t.Fatal(err)
	}
	complete := false
	for _, file := range files {
		text := read(t, file)
		complete = complete || strings.Contains(text, "required_providers")
		cli.Write(filepath.Base(file), strings.ReplaceAll(text, exampleURL, server.URL()))
	}
	if !complete {
		// It goes with the provider's own example.
		cli.Write("provider.tf", strings.ReplaceAll(read(t, folder("provider", "provider.tf")), exampleURL, server.URL()))
	}
	for _, arguments := range [][]string{{"apply", "-auto-approve"}, {"plan", "-detailed-exitcode"}} {
		if output, code := cli.Run(arguments...); code != 0 || strings.Contains(output, secret) {
			t.Errorf("%v ended with %d:\n%s", arguments, code, output)
		}
	}
	if place != folder("provider") && len(server.Requests()) == 0 {
		t.Error("The example reads nothing.")
	}
}

// Every object has an example that names the permission it needs, and a page under
// its heading that shows it.
func TestEveryObjectHasAnExampleAndAPage(t *testing.T) {
	t.Parallel()
	for _, object := range provider.Objects() {
		t.Run(object.Type, func(t *testing.T) {
			t.Parallel()
			example := read(t, folder("data-sources", provider.Name+"_"+object.Type, "data-source.tf"))
			if permission := object.Permission("view"); !strings.Contains(example, permission) {
				t.Errorf("The example does not name the permission %s.", permission)
			}
			page := read(t, filepath.Join(localbuild.Root(), "docs", "data-sources", object.Type+".md"))
			for _, text := range []string{"subcategory: \"" + object.Family + "\"\n", strings.TrimSpace(example)} {
				if !strings.Contains(page, text) {
					t.Errorf("The page lacks this (run `make generate`; the heading is the template's):\n%s", text)
				}
			}
		})
	}
}
