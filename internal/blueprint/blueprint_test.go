package blueprint_test

import (
	"maps"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

func TestMain(m *testing.M) { os.Exit(acctest.Main(m)) }

const (
	collection = "/managed/blueprints/"
	group      = "version: 1\nentries:\n  - model: authentik_core.group\n    identifiers:\n      name: !Context team\n"
	two        = group + "  - model: authentik_core.group\n    identifiers:\n      name: !Context other\n"
)

func connected(t *testing.T, server *authentiktest.Server) *acctest.Managed {
	t.Helper()
	provider := acctest.NewProvider(t)
	ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token()}))
	return provider.Resource(t, "authentik_blueprint")
}

func ok(t *testing.T, diagnostics []*tfprotov6.Diagnostic) {
	t.Helper()
	if acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
}

// fails expects an error with all the words.
func fails(t *testing.T, diagnostics []*tfprotov6.Diagnostic, words ...string) {
	t.Helper()
	told := acctest.Describe(diagnostics)
	for _, word := range words {
		if !acctest.HasError(diagnostics) || !strings.Contains(told, word) {
			t.Errorf("expected an error with %q, got %s", words, told)
			return
		}
	}
}

// onApply answers requests to apply a blueprint in place of the server.
func onApply(server *authentiktest.Server, then func(id string)) {
	server.Respond(func(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, "/apply/") }, func(w http.ResponseWriter, r *http.Request) {
		parts := strings.Split(r.URL.Path, "/")
		then(parts[len(parts)-3])
		w.Header().Set("Content-Type", "application/json")
		if _, err := w.Write([]byte("{}")); err != nil {
			panic(err)
		}
	})
}

func status(server *authentiktest.Server) any { return server.Objects(collection)[0]["status"] }

// A blueprint is applied after a create and an update, and only where it is wanted. The
// context is there before the content that needs it, and new keys too.
func TestBlueprintIsApplied(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2023.4.3", "2025.12.4", "2026.8.5"} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			resource := connected(t, server)
			ok(t, resource.Apply(map[string]any{"name": "teams", "content": group, "context": `{"team":"red"}`}))
			if status(server) != "successful" {
				t.Errorf("after the create its status is %v", status(server))
			}
			config := map[string]any{"name": "teams", "content": two, "context": `{"team":"red","other":"blue"}`}
			ok(t, resource.Apply(config))
			ok(t, resource.Refresh())
			if _, changes, _ := resource.Plan(config); len(changes) > 0 {
				t.Errorf("the plan after the apply changes %v", changes)
			}
		})
	}
}

// How long Terraform waits is nothing that authentik has to know.
func TestBlueprintIsNotAppliedForATimeLimit(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	resource := connected(t, server)
	ok(t, resource.Apply(map[string]any{"name": "teams", "content": "version: 1\nentries: []\n"}))
	onApply(server, func(string) { t.Error("it was applied") })
	config := map[string]any{"name": "teams", "content": "version: 1\nentries: []\n", "timeouts": map[string]any{"update": "1m"}}
	ok(t, resource.Apply(config))
	if _, changes, _ := resource.Plan(config); len(changes) > 0 {
		t.Errorf("the plan after the apply changes %v", changes)
	}
}

func TestBlueprintIsNotAppliedUnlessWanted(t *testing.T) {
	t.Parallel()
	for name, argument := range map[string]string{"turned off": "enabled", "by hand": "apply"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t)
			onApply(server, func(string) { t.Error("it was applied") })
			ok(t, connected(t, server).Apply(map[string]any{"name": "teams", "content": "version: 1\nentries: []\n", argument: false}))
		})
	}
}

// Terraform before 1.14 generates a configuration with every argument, empty ones too.
func TestGeneratedConfigurationOfABlueprintByPath(t *testing.T) {
	t.Parallel()
	generated := map[string]any{"name": "teams", "path": "oci://example.com/one", "content": "", "enabled": true}
	if told := connected(t, authentiktest.New(t)).Validate(generated); len(told) > 0 {
		t.Errorf("the validation says %s", acctest.Describe(told))
	}
}

// What the server's dry run refuses is an error that says so, and leaves nothing behind.
func TestBlueprintsThatAreRefused(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		config map[string]any
		words  []string
	}{
		"syntax":        {map[string]any{"content": "version: 1\nentries: [\n"}, []string{"content", "not YAML"}},
		"no mapping":    {map[string]any{"content": "- one\n"}, []string{"content", "mapping"}},
		"unknown model": {map[string]any{"content": "version: 1\nentries:\n  - model: example.thing\n"}, []string{"content", "Model example.thing not found"}},
		"lacking key":   {map[string]any{"content": two, "context": `{"team":"red"}`}, []string{"content", "may not be null"}},
		"no file":       {map[string]any{"path": "no/such.yaml"}, []string{"path", "does not exist"}},
		"both":          {map[string]any{"path": "oci://example.com/one", "content": group}, []string{"Exactly one of"}},
		"neither":       {map[string]any{}, []string{"Exactly one of"}},
		"timeout":       {map[string]any{"path": "oci://example.com/one", "timeouts": map[string]any{"create": "soon"}}, []string{"positive duration"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t)
			before := len(server.Objects(collection))
			test.config["name"] = "refused"
			fails(t, connected(t, server).Apply(test.config), test.words...)
			if left := len(server.Objects(collection)); left != before {
				t.Errorf("%d are left", left-before)
			}
		})
	}
}

// A blueprint that the worker fails at is an error with the server's log, without what the
// context has; the next plan applies it again.
func TestBlueprintThatFails(t *testing.T) {
	t.Parallel()
	for name, context := range map[string]map[string]any{
		"kept in the state": {"context": secretContext}, "write-only": {"context_wo": secretContext, "context_wo_version": 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			config := map[string]any{"name": "teams", "content": group}
			maps.Copy(config, context)
			failsOnce(t, config)
		})
	}
}

const secretContext = `{"team":"password-of-the-team"}`

// failsOnce applies the blueprint, and again with a server that fails at it.
func failsOnce(t *testing.T, config map[string]any) {
	t.Helper()
	server := authentiktest.New(t)
	resource := connected(t, server)
	ok(t, resource.Apply(config))
	onApply(server, func(id string) {
		if err := server.Change(collection, id, map[string]any{"status": "error", "last_applied": "2030-01-01T00:00:00Z"}); err != nil {
			t.Error(err)
		}
	})
	log := `{"results":[{"state":"done","logs":[{"log_level":"warning","event":"group password-of-the-team is invalid"}]}],"pagination":{"next":0}}`
	server.Respond(func(r *http.Request) bool { return r.URL.Path == "/api/v3/tasks/tasks/" }, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		if _, err := w.Write([]byte(log)); err != nil {
			t.Error(err)
		}
	})
	config["name"] = "teams renamed"
	diagnostics := resource.Apply(config)
	fails(t, diagnostics, "Cannot apply the blueprint", "`error`", "group (redacted) is invalid")
	if strings.Contains(acctest.Describe(diagnostics), "password-of-the-team") {
		t.Error("the error has what the context has")
	}
	server.ResetResponses()
	ok(t, resource.Refresh())
	if _, changes, _ := resource.Plan(config); len(changes) != 1 || changes[0] != "apply" {
		t.Errorf("the next plan changes %v", changes)
	}
	ok(t, resource.Apply(config))
	if status(server) != "successful" {
		t.Error("it was not applied again")
	}
}

// A worker that does not run is told from one that is slow or busy.
func TestBlueprintThatIsNotAppliedInTime(t *testing.T) {
	t.Parallel()
	queued := `{"results":[{"state":"queued"}],"pagination":{"next":0}}`
	for name, test := range map[string]struct {
		workers, tasks string
		words          []string
	}{
		"no worker": {`[]`, `{"results":[]}`, []string{"No worker of authentik is running"}},
		"busy":      {`[{"worker_id":"one"}]`, queued, []string{"has not started", "timeouts"}},
		"slow":      {`[{"worker_id":"one"}]`, `{"results":[{"state":"running"}]}`, []string{"has not finished", "timeouts"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t)
			onApply(server, func(string) {})
			for path, body := range map[string]string{"/api/v3/tasks/workers/": test.workers, "/api/v3/tasks/tasks/": test.tasks} {
				server.Respond(func(r *http.Request) bool { return r.URL.Path == path }, func(w http.ResponseWriter, _ *http.Request) {
					w.Header().Set("Content-Type", "application/json")
					if _, err := w.Write([]byte(body)); err != nil {
						t.Error(err)
					}
				})
			}
			resource := connected(t, server)
			fails(t, resource.Apply(map[string]any{
				"name": "teams", "path": "oci://example.com/one", "timeouts": map[string]any{"create": "1ms"},
			}), append(test.words, "not applied within 1ms")...)
			if resource.State == nil {
				t.Error("the state has no blueprint")
			}
		})
	}
}
