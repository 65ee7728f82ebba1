package stage_test

import (
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

const (
	promptPath      = "/stages/prompt/prompts/"
	promptType      = "authentik_stage_prompt_field"
	promptStagePath = "/stages/prompt/stages/"
)

// prompt are the arguments of a field.
func prompt(more map[string]any) map[string]any {
	arguments := map[string]any{"name": "field", "field_key": "username", "label": "Username", "type": "username"}
	maps.Copy(arguments, more)
	return arguments
}

// Releases without names make and change fields, and say that they keep no name. By
// name nothing is found there, and the message says why; by UUID everything is.
func TestPromptsWithoutNames(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2022.10.4", "2022.12.3"} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			provider := configured(t, server, nil)
			field := provider.Resource(t, promptType)
			for _, arguments := range []map[string]any{prompt(nil), prompt(map[string]any{"order": 7}), prompt(map[string]any{"name": "renamed", "order": 7})} {
				diagnostics := field.Apply(arguments)
				ok(t, diagnostics)
				if text := acctest.Describe(diagnostics); len(diagnostics) != 1 || !strings.Contains(text, "has no `name`") || !strings.Contains(text, "since authentik 2023.4") {
					t.Errorf("that the name is not kept is told as %s", text)
				}
				ok(t, field.Refresh())
				if _, changes, _ := field.Plan(arguments); len(changes) > 0 {
					t.Errorf("the next plan changes %v", changes)
				}
			}
			id := field.State["id"]
			for _, others := range []int{0, 1} {
				_, diagnostics := provider.Read(promptType, map[string]any{"name": "renamed"})
				refused(t, "the look-up", diagnostics, release)
				refused(t, "the import", provider.Resource(t, promptType).Import("name=renamed"), release)
				for range 1 - others {
					server.Add(promptPath, map[string]any{"field_key": "another"})
				}
			}
			imported := provider.Resource(t, promptType)
			ok(t, imported.Import(strings.ToUpper(textOf(t, id))))
			if !imported.State["id"].Equal(id) || !imported.State["name"].IsNull() {
				t.Errorf("imported as %v", imported.State)
			}
			if _, changes, _ := imported.Plan(prompt(map[string]any{"name": "renamed", "order": 7})); !slices.Equal(changes, []string{"name"}) {
				t.Errorf("after the import the plan changes %v", changes)
			}
			ok(t, imported.Apply(nil))
		})
	}
}

// refused makes sure of one error that says what the release lacks.
func refused(t *testing.T, what string, diagnostics []*tfprotov6.Diagnostic, release string) {
	t.Helper()
	text := acctest.Describe(diagnostics)
	for _, want := range []string{"Not available in the server's release", "`name`", "since authentik 2023.4", "`id`", "authentik " + release} {
		if len(diagnostics) != 1 || !strings.Contains(text, want) {
			t.Errorf("%s by name does not say %q: %s", what, want, text)
		}
	}
}

// A create that got no answer is not repeated where nothing tells whether it was done.
func TestLostPromptWithoutName(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2022.12.3"))
	lost := false
	server.Respond(authentiktest.Matching(http.MethodPost, promptPath), func(w http.ResponseWriter, r *http.Request) {
		lost = true
		server.Answer(httptest.NewRecorder(), r)
		authentiktest.Drop(w, r)
	})
	field := configured(t, server, map[string]any{"max_retries": 2}).Resource(t, promptType)
	diagnostics := field.Apply(prompt(nil))
	if !lost || !acctest.HasError(diagnostics) || len(server.Objects(promptPath)) != 1 {
		t.Errorf("%d fields were made: %s", len(server.Objects(promptPath)), acctest.Describe(diagnostics))
	}
}

// The stages that show a field come in one order, whatever the server's, and are never
// sent, not even where a release would take them.
func TestPromptStagesOfAField(t *testing.T) {
	t.Parallel()
	for _, release := range contract.Releases() {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			provider := configured(t, server, nil)
			field := provider.Resource(t, promptType)
			ok(t, field.Apply(prompt(nil)))
			id := plain(t, field.State["id"])
			for _, name := range []string{"c", "a", "b"} {
				server.Add(promptStagePath, map[string]any{"name": name, "fields": []any{id}})
			}
			shown, hidden := "prompt_stages_obj", "promptstage_set"
			if contract.Compare(release, "2025.10") < 0 {
				shown, hidden = hidden, shown
			}
			for range 3 {
				state, diagnostics := provider.Read(promptType, map[string]any{"id": id})
				ok(t, diagnostics)
				if names := namesOf(t, state[shown]); names != "a b c" || !state[hidden].IsNull() {
					t.Errorf("%s has %q, %s is null: %v", shown, names, hidden, state[hidden].IsNull())
				}
			}
			ok(t, field.Apply(prompt(map[string]any{"label": "another"})))
			for _, request := range server.Requests() {
				for name := range request.Body {
					if strings.HasPrefix(name, "prompt") {
						t.Errorf("%s has %s", request, name)
					}
				}
			}
		})
	}
}

func namesOf(t *testing.T, list tftypes.Value) string {
	t.Helper()
	var items []tftypes.Value
	if err := list.As(&items); err != nil {
		t.Fatal(err)
	}
	names := make([]string, 0, len(items))
	for _, item := range items {
		var fields map[string]tftypes.Value
		if err := item.As(&fields); err != nil {
			t.Fatal(err)
		}
		names = append(names, textOf(t, fields["name"]))
	}
	return strings.Join(names, " ")
}

// The fields of a prompt stage have no order: the server sends them in any, and another
// one in the configuration is no change.
func TestPromptStageFieldsHaveNoOrder(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	stage := configured(t, server, nil).Resource(t, "authentik_stage_prompt")
	one, two, three := "ab4042dc-fcc7-421d-9e69-d7ac2c627141", "bb4042dc-fcc7-421d-9e69-d7ac2c627142", "cb4042dc-fcc7-421d-9e69-d7ac2c627143"
	ok(t, stage.Apply(map[string]any{"name": "one", "fields": []string{three, one, two}}))
	for range 4 {
		ok(t, stage.Refresh())
		for _, fields := range [][]string{{one, two, three}, {three, two, strings.ToUpper(one)}} {
			if _, changes, _ := stage.Plan(map[string]any{"name": "one", "fields": fields}); len(changes) > 0 {
				t.Errorf("the order changes %v", changes)
			}
		}
	}
}
