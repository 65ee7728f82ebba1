package examples_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// baseline is what the guide's configuration creates and leaves behind on a release.
type baseline struct {
	release string
	// created is the number of resources.
	created string
	// settings and files say whether the release has them.
	settings, files bool
}

// The guide on each of the releases: apply, another logo, destroy; after each the plan is
// empty. The default brand and the login flow are as before in the end, the settings stay.
func TestAccSecurityBaseline(t *testing.T) {
	t.Parallel()
	for _, expected := range []baseline{
		{release: "2022.12.3", created: "22"},
		{release: "2023.10.7", created: "22"},
		{release: "2025.12.4", created: "26", settings: true, files: true},
		{release: "2026.8.5", created: "26", settings: true, files: true},
	} {
		t.Run(expected.release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(expected.release), authentiktest.WithDefaults())
			// Before 2023.10 the right to view shows nothing to others than superusers.
			token := server.Token()
			if contract.Compare(expected.release, "2023.10.0") >= 0 {
				token = server.AddToken("view", "add", "change", "delete")
			}
			cli := acctest.NewAttachedCLI(t)
			cli.Configure(acctest.ProviderBlock(server.URL(), token))
			for _, file := range []string{"variables.tf", "passwords.tf", "login.tf", "alerts.tf", "brands.tf", "settings.tf", "logo.svg"} {
				// The provider is in the test process and not where Terraform runs.
				cli.Write(file, strings.ReplaceAll(read(t, folder("guides", "security-baseline", file)), "${path.module}", cli.Folder))
			}
			cli.Env = append(cli.Env, "TF_VAR_chat_url=https://chat.example.com/hooks/"+secret, `TF_VAR_countries=["AT", "DE"]`, "TF_VAR_release="+expected.release[:strings.LastIndex(expected.release, ".")])
			before := everything(server)
			expect(t, run(t, cli, 0, "apply", "-auto-approve"), "Apply complete! Resources: "+expected.created+" added, 0 changed, 0 destroyed.")
			run(t, cli, 0, "plan", "-detailed-exitcode")
			baselineStands(t, server, expected)

			cli.Write("logo.svg", read(t, folder("guides", "security-baseline", "logo.svg"))+"<!-- new -->\n")
			if expected.files {
				expect(t, run(t, cli, 0, "apply", "-auto-approve"), "Apply complete! Resources: 0 added, 1 changed, 0 destroyed.")
				if logo := server.Objects("/admin/file/"); len(logo) != 1 || !strings.HasSuffix(fmt.Sprint(logo[0]["content"]), "<!-- new -->\n") {
					t.Errorf("The server has %v.", logo)
				}
			}
			run(t, cli, 0, "plan", "-detailed-exitcode")

			destroyed := run(t, cli, 0, "destroy", "-auto-approve")
			expect(t, destroyed, "Destroy complete! Resources: "+expected.created+" destroyed.")
			if same(t, server, before); expected.settings {
				expect(t, destroyed, "System settings stay as they are")
			}
			if len(server.Objects("/admin/file/")) > 0 {
				t.Error("The logo is left behind.")
			}
		})
	}
}

// baselineStands checks what matters of the objects on the server.
func baselineStands(t *testing.T, server *authentiktest.Server, expected baseline) {
	t.Helper()
	var recovery any
	for _, flow := range server.Objects("/flows/instances/") {
		if flow["slug"] == "baseline-recovery" {
			recovery = flow["pk"]
		}
	}
	for _, brand := range server.Objects("/core/brands/") {
		if brand["flow_recovery"] != recovery {
			t.Errorf("%v recovers with %v.", brand["domain"], brand["flow_recovery"])
		}
		if brand["domain"] == "partners.example.com" && expected.files && brand["branding_logo"] != "baseline/logo.svg" {
			t.Errorf("The logo is %v.", brand["branding_logo"])
		}
		if brand["domain"] == "partners.example.com" && !expected.settings && brand["event_retention"] != "days=180" {
			t.Errorf("Events are kept for %v.", brand["event_retention"])
		}
	}
	if !expected.settings {
		return
	}
	api := acctest.API{URL: server.URL(), Token: server.Token()}
	settings := api.Get(t, "/admin/", "settings")
	if links, ok := settings["footer_links"].([]any); !ok || len(links) != 2 || settings["event_retention"] != "days=180" {
		t.Errorf("The settings are %v.", settings)
	}
}

// The guide's way of keeping the webhook's URL out of the state.
func TestAccSecurityBaselineWriteOnly(t *testing.T) {
	t.Parallel()
	server := newDefaultServer(t, contract.Newest())
	cli := newCLI(t, server, "view", "add", "change", "delete")
	acctest.Need(t, localbuild.WriteOnly)
	for _, file := range []string{"provider.tf", "passwords.tf", "login.tf", "brands.tf", "settings.tf", "logo.svg"} {
		cli.Write(file, read(t, folder("guides", "security-baseline", file)))
	}
	alerts := read(t, folder("guides", "security-baseline", "alerts.tf"))
	cli.Write("alerts.tf", strings.NewReplacer("  webhook_url          = var.chat_url\n", "", "  # webhook_url_wo", "  webhook_url_wo").Replace(alerts))
	variables := read(t, folder("guides", "security-baseline", "variables.tf"))
	cli.Write("variables.tf", strings.Replace(variables, "  sensitive   = true\n", "  sensitive   = true\n  ephemeral   = true\n", 1))
	cli.Env = append(cli.Env, "TF_VAR_chat_url=https://chat.example.com/hooks/"+secret)
	run(t, cli, 0, "apply", "-auto-approve")
	run(t, cli, 0, "plan", "-detailed-exitcode")
	if strings.Contains(read(t, filepath.Join(cli.Folder, "terraform.tfstate")), secret) {
		t.Error("The state has the URL.")
	}
	if !slices.ContainsFunc(server.Objects("/events/transports/"), func(transport map[string]any) bool {
		return transport["name"] == "baseline-chat" && strings.HasSuffix(fmt.Sprint(transport["webhook_url"]), secret)
	}) {
		t.Error("The server has no transport with the URL.")
	}
}
