package examples_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// sourceReleases are those that the guides about sources run on.
var sourceReleases = []string{"2023.10.7", "2024.6.5", "2025.12.4", "2026.8.5"}

// sourceGuide is a guide: its folder, the arguments of its variables, those that earlier
// releases need, and what it creates.
type sourceGuide struct {
	name           string
	variables      map[string]string
	before         map[string]map[string]string // by the first release that does not need them
	creates, fewer int                          // fewer: of them before 2024.8
	change         string                       // another value of the first variable in changes
	changes        string
}

// The guides apply, change and end on each of the releases; after each apply the plan is
// empty.
func TestAccSourceGuides(t *testing.T) {
	t.Parallel()
	certificate, _ := authentiktest.SelfSigned("idp.example.com", "", 30)
	for _, guide := range []sourceGuide{
		{
			name: "entra-id", creates: 2, fewer: 1, changes: "client_id", change: "another",
			variables: map[string]string{"tenant_id": "contoso", "client_id": "client", "client_secret": secret},
			before:    map[string]map[string]string{"2025.8.0": {"provider_type": "azuread"}, "2024.8.0": {"has_mappings": "false"}},
		},
		{
			name: "saml-source", creates: 6, fewer: 5, changes: "sso_url", change: "https://idp.example.com/other",
			variables: map[string]string{"idp_certificate": "idp.pem", "sso_url": "https://idp.example.com/sso"},
			before:    map[string]map[string]string{"2024.8.0": {"map_groups": "false"}},
		},
		{
			name: "active-directory", creates: 3, fewer: 3, changes: "base_dn", change: "DC=other",
			variables: map[string]string{"server_uri": "ldaps://dc.example.com", "base_dn": "DC=corp", "bind_cn": "CN=authentik", "bind_password": secret},
			before:    map[string]map[string]string{"2024.8.0": {"sets_single_fields": "true"}},
		},
	} {
		for _, release := range acctest.Ends(sourceReleases) {
			t.Run(guide.name+"/"+release, func(t *testing.T) {
				t.Parallel()
				server := authentiktest.New(t, authentiktest.WithRelease(release), authentiktest.WithDefaults())
				cli := acctest.NewAttachedCLI(t)
				cli.Configure(acctest.ProviderBlock(server.URL(), server.AddToken("view", "add", "change", "delete")))
				cli.Write("idp.pem", certificate)
				for _, file := range []string{"variables.tf", "main.tf"} {
					cli.Write("guide-"+file, read(t, folder("guides", guide.name, file)))
				}
				guide.lead(t, cli, server, release)
			})
		}
	}
}

// lead leads the guide's objects through their life.
func (g sourceGuide) lead(t *testing.T, cli *acctest.CLI, server *authentiktest.Server, release string) {
	t.Helper()
	var arguments []string
	for name, value := range g.variables {
		arguments = append(arguments, "-var="+name+"="+value)
	}
	for first, older := range g.before {
		for name, value := range older {
			if contract.Compare(release, first) < 0 {
				arguments = append(arguments, "-var="+name+"="+value)
			}
		}
	}
	before, creates := everything(server), g.creates
	if contract.Compare(release, "2024.8.0") < 0 {
		creates = g.fewer
	}
	run(t, cli, 0, append([]string{"apply", "-auto-approve"}, arguments...)...)
	if added := len(everything(server)) - len(before); added != creates {
		t.Errorf("There are %d more objects than before, not %d.", added, creates)
	}
	run(t, cli, 0, append([]string{"plan", "-detailed-exitcode"}, arguments...)...)
	arguments = append(arguments, "-var="+g.changes+"="+g.change)
	expect(t, run(t, cli, 0, append([]string{"apply", "-auto-approve"}, arguments...)...), "Apply complete! Resources: 0 added, 1 changed, 0 destroyed.")
	run(t, cli, 0, append([]string{"plan", "-detailed-exitcode"}, arguments...)...)
	run(t, cli, 0, append([]string{"destroy", "-auto-approve"}, arguments...)...)
	same(t, server, before)
}

// A server without network refuses the guide's source, names the URL that it tried, and
// accepts the guide's other one.
func TestAccEntraIDWithoutNetwork(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"), authentiktest.WithDefaults(), authentiktest.WithoutNetwork())
	arguments := []string{"-var=tenant_id=contoso", "-var=client_id=client", "-var=client_secret=" + secret}
	cli := acctest.NewAttachedCLI(t)
	cli.Configure(acctest.ProviderBlock(server.URL(), server.Token()))
	for _, file := range []string{"variables.tf", "main.tf"} {
		cli.Write("guide-"+file, read(t, folder("guides", "entra-id", file)))
	}
	refused := strings.Join(strings.Fields(run(t, cli, 1, append([]string{"apply", "-auto-approve"}, arguments...)...)), " ")
	expect(t, refused, "oidc_well_known_url", "login.microsoftonline.com", "/contoso/v2.0/.well-known/openid-configuration")

	cli = acctest.NewAttachedCLI(t)
	cli.Configure(acctest.ProviderBlock(server.URL(), server.Token()))
	cli.Write("guide-main.tf", read(t, folder("guides", "entra-id", filepath.Join("without-network", "main.tf"))))
	cli.Write("keys.json", `{"keys": []}`)
	arguments = append(arguments, "-var=keys=keys.json")
	run(t, cli, 0, append([]string{"apply", "-auto-approve"}, arguments...)...)
	run(t, cli, 0, append([]string{"plan", "-detailed-exitcode"}, arguments...)...)
}
