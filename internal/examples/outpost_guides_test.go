package examples_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// outpostReleases are those that the guides about outposts run on.
var outpostReleases = []string{"2023.10.7", "2024.12.5", "2025.12.4", "2026.8.5"}

// The guide on each of the releases. The embedded outpost keeps the provider that it had.
func TestAccForwardAuth(t *testing.T) {
	t.Parallel()
	for _, release := range acctest.Ends(outpostReleases) {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release), authentiktest.WithDefaults())
			fillEmbeddedOutpost(t, server)
			guide := outpostGuide{T: t, folder: "forward-auth", server: server, token: server.AddToken("view", "add", "change", "delete"), objects: 3}
			if contract.Compare(release, "2024.10.0") < 0 {
				guide.variables = "invalidation_flow = null\n"
			}
			guide.run("-var=session=hours=8", "-var=session=hours=1", 0, "list.authentik_provider_proxy.proxy", "forward-auth", "Forward authentication")
		})
	}
}

// The guide on each of the releases, with the outpost's token in an ephemeral resource.
// The import sends the bind user's password again.
func TestAccLDAPOutpost(t *testing.T) {
	t.Parallel()
	for _, release := range acctest.Ends(outpostReleases) {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release), authentiktest.WithDefaults())
			guide := outpostGuide{T: t, folder: "ldap-outpost", server: server, token: server.Token(), objects: 7}
			if contract.Compare(release, "2024.10.0") < 0 {
				guide.variables = "unbind_flow = null\n"
			}
			if contract.Compare(release, "2024.8.0") < 0 {
				guide.variables += "search_permission = false\n"
				guide.objects--
			}
			if acctest.Command(t).Has(localbuild.WriteOnly) {
				guide.more, _, _ = strings.Cut(read(t, folder("guides", "ldap-outpost", "helm.tf")), "\nresource")
			}
			guide.run("-var=log_level=info", "-var=log_level=debug", 1, "list.authentik_outpost.outpost", "authentik Embedded Outpost")
		})
	}
}

// outpostGuide is one guide on one release.
type outpostGuide struct {
	*testing.T

	folder, token string
	server        *authentiktest.Server
	// objects are how many resources there are, variables those that the release needs.
	objects         int
	variables, more string
}

// run leads the guide's objects through their life: apply, change, query, import into an
// empty state, destroy; after each the plan is empty. first and second are the variable
// that changes, resent how many objects an import changes because of their secrets, and
// listed what a query shows.
func (g outpostGuide) run(first, second string, resent int, listed ...string) {
	g.Helper()
	cli := acctest.NewAttachedCLI(g.T)
	cli.Configure(acctest.ProviderBlock(g.server.URL(), g.token) + g.more)
	cli.Env = append(cli.Env, "TF_VAR_bind_password="+secret)
	cli.Write("terraform.tfvars", g.variables)
	for _, file := range []string{"variables.tf", "main.tf"} {
		cli.Write("guide-"+file, read(g.T, folder("guides", g.folder, file)))
	}
	before := everything(g.server)
	apply := func(variable, says string) {
		g.Helper()
		expect(g.T, run(g.T, cli, 0, "apply", "-auto-approve", variable), "Apply complete! Resources: "+says)
		run(g.T, cli, 0, "plan", "-detailed-exitcode", variable)
	}
	apply(first, fmt.Sprintf("%d added, 0 changed, 0 destroyed.", g.objects))
	apply(second, "0 added, 1 changed, 0 destroyed.")
	if acctest.Command(g.T).Has(localbuild.Query) {
		cli.Write("adopt.tfquery.hcl", read(g.T, folder("guides", g.folder, "adopt.tfquery.hcl")))
		expect(g.T, run(g.T, cli, 0, "query", second), listed...)
		change(g.T, os.Remove(filepath.Join(cli.Folder, "adopt.tfquery.hcl")))
	}
	g.server.ResetRequests()
	change(g.T, os.Remove(filepath.Join(cli.Folder, "terraform.tfstate")))
	cli.Write("import.tf", read(g.T, folder("guides", g.folder, "import.tf")))
	apply(second, fmt.Sprintf("%d imported, 0 added, %d changed, 0 destroyed.", g.objects, resent))
	opened := false
	for _, request := range g.server.Requests() {
		opened = opened || strings.HasSuffix(request.Path, "/view_key/")
		if request.Method != http.MethodGet && resent == 0 || request.Method == http.MethodDelete {
			g.Errorf("The import has sent %s.", request)
		}
	}
	if opened != (g.more != "") {
		g.Errorf("The outpost's token was read: %v.", opened)
	}
	change(g.T, os.Remove(filepath.Join(cli.Folder, "import.tf")))
	expect(g.T, run(g.T, cli, 0, "destroy", "-auto-approve", second), fmt.Sprintf("Destroy complete! Resources: %d destroyed.", g.objects))
	same(g.T, g.server, before)
}

// fillEmbeddedOutpost gives the embedded outpost a provider of somebody else.
func fillEmbeddedOutpost(t *testing.T, server *authentiktest.Server) {
	t.Helper()
	other := server.Add("/providers/proxy/", map[string]any{"name": "of somebody else", "external_host": "https://other.example.com"})
	for _, outpost := range server.Objects("/outposts/instances/") {
		change(t, server.Change("/outposts/instances/", fmt.Sprint(outpost["pk"]), map[string]any{"providers": []any{json.Number(other)}}))
	}
}
