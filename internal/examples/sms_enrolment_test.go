package examples_test

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// The guide's module on each release that differs from those before, every night on all of
// them: apply, change, import into an empty state,
// destroy; after each the plan is empty.
func TestAccSMSEnrolmentOnEveryRelease(t *testing.T) {
	t.Parallel()
	for _, release := range acctest.Distinct("/flows/instances/", "/flows/bindings/", "/stages/authenticator/sms/", "/propertymappings/notification/") {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release), authentiktest.WithDefaults())
			// Before 2023.10 the right to view shows nothing to others than superusers.
			token := server.Token()
			if contract.Compare(release, "2023.10.0") >= 0 {
				token = server.AddToken("view", "add", "change", "delete")
			}
			cli := acctest.NewAttachedCLI(t)
			cli.Configure(acctest.ProviderBlock(server.URL(), token))
			for _, file := range []string{"variables.tf", "main.tf"} {
				cli.Write("enrolment-"+file, read(t, folder("guides", "sms-enrolment", file)))
			}
			enrol(t, cli, release, read(t, folder("guides", "sms-enrolment", "import.tf")), server)
		})
	}
}

// The guide's files as they are with the built provider, on the newest release and on
// the real server that the environment names.
func TestAccSMSEnrolment(t *testing.T) {
	t.Parallel()
	standAlone := func(t *testing.T, url, token, release, name string, server *authentiktest.Server) {
		t.Helper()
		cli := acctest.NewEmptyCLI(t)
		cli.Env = []string{"AUTHENTIK_URL=" + url, "AUTHENTIK_TOKEN=" + token}
		written := func(file string) string {
			return strings.ReplaceAll(read(t, folder("guides", "sms-enrolment", file)), "sms-enrolment", name)
		}
		for _, file := range []string{"provider.tf", "variables.tf", "main.tf"} {
			cli.Write(file, written(file))
		}
		enrol(t, cli, release, written("import.tf"), server)
	}
	t.Run("newest", func(t *testing.T) {
		t.Parallel()
		server := newDefaultServer(t, contract.Newest())
		standAlone(t, server.URL(), server.AddToken("view", "add", "change", "delete"), server.Release(), "sms-enrolment", server)
	})
	t.Run("live", func(t *testing.T) {
		t.Parallel()
		url, token := acctest.Live(t)
		url = strings.TrimRight(url, "/")
		release, ok := acctest.API{URL: url, Token: token}.Get(t, "/admin/", "version")["version_current"].(string)
		if !ok {
			t.Fatal("The server does not tell its release.")
		}
		standAlone(t, url, token, release, "terraform-test-"+uuid.NewString()[:8], nil)
	})
}

// The guide's way of keeping the gateway's token out of the state.
func TestAccSMSEnrolmentWriteOnly(t *testing.T) {
	t.Parallel()
	server := newDefaultServer(t, contract.Newest())
	cli := newCLI(t, server, "view", "add", "change", "delete")
	acctest.Need(t, localbuild.WriteOnly)
	copyExample(t, cli, folder("guides", "sms-enrolment", "provider.tf"))
	main := read(t, folder("guides", "sms-enrolment", "main.tf"))
	main = strings.NewReplacer("  auth           = var.gateway_token\n", "", "  # auth_wo", "  auth_wo").Replace(main)
	cli.Write("main.tf", main)
	variables := read(t, folder("guides", "sms-enrolment", "variables.tf"))
	cli.Write("variables.tf", strings.Replace(variables, "  sensitive   = true\n", "  sensitive   = true\n  ephemeral   = true\n", 1))
	cli.Env = append(cli.Env, "TF_VAR_gateway_url=https://sms.example.com/send", "TF_VAR_sender=Example", "TF_VAR_gateway_token="+secret)
	run(t, cli, 0, "apply", "-auto-approve")
	run(t, cli, 0, "plan", "-detailed-exitcode")
	if strings.Contains(read(t, filepath.Join(cli.Folder, "terraform.tfstate")), secret) {
		t.Error("The state has the secret.")
	}
	if made := server.Objects(smsPath); !slices.ContainsFunc(made, func(stage map[string]any) bool { return stage["name"] == "sms-enrolment" && stage["auth"] == secret }) {
		t.Error("The server has no stage with the secret.")
	}
}

// All flows, bindings, mappings and SMS stages of an instance are adopted by one query.
func TestAccSMSEnrolmentAdoptedByQuery(t *testing.T) {
	t.Parallel()
	server := newDefaultServer(t, contract.Newest())
	populate(t, server)
	cli := newCLI(t, server, "view", "change")
	acctest.Need(t, localbuild.Query)
	copyExample(t, cli, folder("guides", "sms-enrolment", "provider.tf"), folder("guides", "sms-enrolment", "adopt.tfquery.hcl"))
	run(t, cli, 0, "query", "-generate-config-out="+generated)
	objects := 0
	for _, path := range []string{"/flows/instances/", "/flows/bindings/", "/propertymappings/notification/", smsPath} {
		objects += len(server.Objects(path))
	}
	if objects < 30 {
		t.Fatalf("There are %d objects.", objects)
	}
	expect(t, run(t, cli, 0, "apply", "-auto-approve"), fmt.Sprintf("Apply complete! Resources: %d imported, 0 added, 0 changed, 0 destroyed.", objects))
	run(t, cli, 0, "plan", "-detailed-exitcode")
}

// enrol leads the guide's objects through their life. The server is nil where it is a
// real one.
func enrol(t *testing.T, cli *acctest.CLI, release, imports string, server *authentiktest.Server) {
	t.Helper()
	// What the guide says of older releases.
	if contract.Compare(release, "2022.12.0") < 0 {
		cli.Env = append(cli.Env, "TF_VAR_require_sign_in=false")
	}
	cli.Env = append(cli.Env, "TF_VAR_gateway_url=https://sms.example.com/send", "TF_VAR_gateway_token="+secret)
	var before map[string]string
	if server != nil {
		before = everything(server)
	}
	apply := func(sender, says string) {
		t.Helper()
		expect(t, run(t, cli, 0, "apply", "-auto-approve", "-var=sender="+sender), "Apply complete! Resources: "+says)
		run(t, cli, 0, "plan", "-detailed-exitcode", "-var=sender="+sender)
	}
	apply("Example", "4 added, 0 changed, 0 destroyed.")
	apply("Another", "0 added, 1 changed, 0 destroyed.")
	if server != nil {
		if added := len(everything(server)) - len(before); added != 4 {
			t.Errorf("There are %d more objects than before, not 4.", added)
		}
		server.ResetRequests()
	}
	change(t, os.Remove(filepath.Join(cli.Folder, "terraform.tfstate")))
	cli.Write("import.tf", imports)
	apply("Another", "4 imported, 0 added, 1 changed, 0 destroyed.") // the secret is sent again
	if server != nil {
		for _, request := range server.Requests() {
			if request.Method == http.MethodPost || request.Method == http.MethodDelete {
				t.Errorf("The import has sent %s.", request)
			}
		}
	}
	expect(t, run(t, cli, 0, "destroy", "-auto-approve", "-var=sender=Another"), "Destroy complete! Resources: 4 destroyed.")
	if server != nil {
		same(t, server, before)
	}
}
