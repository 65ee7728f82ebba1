package lifecycle_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// A kind that the server's release lacks is told by one error that names the kind, the
// release and the first release that has it: while planning, reading and importing.
func TestKindsThatAReleaseLacks(t *testing.T) {
	t.Parallel()
	tested := 0
	for _, described := range provider.Kinds() {
		table, _ := contract.Object(described.API.Path)
		first := slices.Index(contract.Releases(), table.Releases()[0])
		if first == 0 {
			continue
		}
		tested++
		t.Run(described.Type, func(t *testing.T) {
			t.Parallel()
			release := contract.Releases()[first-1]
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			configured := acctest.NewProvider(t)
			ok(t, configured.Configure(map[string]any{"url": server.URL(), "token": server.Token()}))
			title := fmt.Sprintf("authentik %s has no %s", release, described.Plurals())
			since := " since " + table.Releases()[0][:strings.LastIndex(table.Releases()[0], ".")]
			lacks := func(what string, diagnostics []*tfprotov6.Diagnostic) {
				if len(diagnostics) != 1 || diagnostics[0].Summary != title || !strings.Contains(diagnostics[0].Detail, since) {
					t.Errorf("%s is reported as %s", what, acctest.Describe(diagnostics))
				}
			}
			name := provider.Name + "_" + described.Type
			_, diagnostics := configured.Read(name, map[string]any{"id": "2c56e12c-0fea-496b-a1e4-c39d9945129e"})
			lacks("reading by id", diagnostics)
			_, diagnostics = configured.Read(provider.Name+"_"+described.Plural, map[string]any{})
			lacks("reading all", diagnostics)
			if described.ReadOnly {
				return
			}
			sample := lifecycle.Of(described.Type)
			_, _, diagnostics = configured.Resource(t, name).Plan(sample.Minimal)
			lacks("planning", diagnostics)
			lacks("importing", configured.Resource(t, name).Import(importID(described, sample)))
			if len(server.Objects(described.API.Path)) != 0 {
				t.Error("something was created")
			}
		})
	}
	if tested == 0 && len(lifecycle.All()) > 10 {
		t.Error("no kind is younger than the oldest release")
	}
}

// importID is the first look-up with the sample's arguments.
func importID(described *kind.Kind, sample lifecycle.Case) string {
	var parts []string
	for _, name := range described.Lookups[0].Fields {
		parts = append(parts, fmt.Sprintf("%s=%v", name, sample.Minimal[name]))
	}
	return strings.Join(parts, ",")
}
