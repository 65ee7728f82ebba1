package stage_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
)

// Without a licence making and changing are refused, with a sentence that says why;
// reading, planning and deleting work.
func TestUserStagesThatNeedALicense(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"stage_mutual_tls", "stage_source"} {
		life := lifecycle.Of(kind)
		table, _ := contract.Object(life.Object().API.Path)
		for _, release := range table.Releases() {
			t.Run(kind+"/"+release, func(t *testing.T) {
				t.Parallel()
				server := authentiktest.New(t, authentiktest.WithRelease(release), authentiktest.WithoutEnterprise())
				provider := configured(t, server, nil)
				reports := func(what string, arguments map[string]any, stage *acctest.Managed) {
					t.Helper()
					text := acctest.Describe(stage.Apply(arguments))
					if !strings.Contains(text, life.Object().Title+"s only with a valid enterprise license") || !strings.Contains(text, "Enterprise is required") {
						t.Errorf("%s is reported as %s", what, text)
					}
				}
				reports("a create", life.On(release, life.Minimal), provider.Resource(t, life.Resource()))

				id := server.Add(life.Object().API.Path, maps.Clone(life.Minimal))
				stage := provider.Resource(t, life.Resource())
				ok(t, stage.Import(id))
				_, diagnostics := provider.Read(life.Resource(), map[string]any{"id": id})
				ok(t, diagnostics)
				reports("a change", life.On(release, life.Full), stage)
				ok(t, stage.Apply(nil))
				if len(server.Objects(life.Object().API.Path)) != 0 {
					t.Error("it is not deleted")
				}
			})
		}
	}
}

// In 2026.8 the reasons for which a flow goes on are a list, whatever the API document
// that the release candidate had.
func TestSourceStageMatchFailures(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2026.8.5"))
	provider := configured(t, server, nil)
	stage := provider.Resource(t, "authentik_stage_source")
	arguments := map[string]any{"name": "source", "source": unknownID, "resume_on_match_failures": []string{"missing_property"}}
	ok(t, stage.Apply(arguments))
	sent, _ := server.Objects("/stages/source/")[0]["resume_on_match_failures"].([]any)
	if len(sent) != 1 || sent[0] != "missing_property" {
		t.Errorf("the server has %v", sent)
	}
	_, diagnostics := provider.Read("authentik_stage_source", map[string]any{"name": "source"})
	ok(t, diagnostics)
	delete(arguments, "resume_on_match_failures")
	ok(t, stage.Apply(arguments))
	if sent, _ := server.Objects("/stages/source/")[0]["resume_on_match_failures"].([]any); len(sent) != 0 {
		t.Errorf("left out, the server has %v", sent)
	}
}
