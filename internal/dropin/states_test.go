package dropin_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/zclconf/go-cty/cty"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/dropin"
)

// recordings are states that goauthentik/authentik wrote on real servers, with their
// configurations and the server's answers at that moment.
const recordings = "../../../shared/goauthentik-states"

// The state that goauthentik/authentik wrote goes on with this provider in the mode that
// has that provider's defaults: the first plan is empty, and nothing is written.
func TestRecordedStatesPlanEmpty(t *testing.T) {
	t.Parallel()
	states := allRecorded(t)
	var checked atomic.Int64
	replayAll(t, states, &checked)
	t.Cleanup(func() {
		if checked.Load() < 400 {
			t.Errorf("only %d resources were checked", checked.Load())
		}
		for _, key := range superfluous() {
			t.Errorf("no state needs the expected change %q", key)
		}
	})
}

// A selection of the recorded states is part of the project: one of each kind with every
// argument set, and some with few.
func TestSelectedStatesPlanEmpty(t *testing.T) {
	t.Parallel()
	var checked atomic.Int64
	replayAll(t, selected(t), &checked)
	t.Cleanup(func() {
		if checked.Load() < 100 {
			t.Errorf("only %d resources were checked", checked.Load())
		}
	})
}

// allRecorded are all recorded states. A checkout without them skips the test.
func allRecorded(t *testing.T) fs.FS {
	t.Helper()
	if _, err := os.Stat(recordings); err != nil {
		t.Skipf("the whole set of recorded states is not at %s; it is no part of this project, a selection is (testdata/states.zip)", recordings)
	}
	return os.DirFS(recordings)
}

func selected(t *testing.T) fs.FS {
	t.Helper()
	archive, err := dropin.Archive()
	if err != nil {
		t.Fatal(err)
	}
	return archive
}

// replayAll plans every state and counts the resources.
func replayAll(t *testing.T, states fs.FS, checked *atomic.Int64) {
	t.Helper()
	files, err := fs.Glob(states, "*/*/*.tfstate")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no states: %v", err)
	}
	for _, file := range files {
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			checked.Add(int64(replay(t, states, file)))
		})
	}
}

// replay plans every resource of a recorded state and returns how many there were.
func replay(t *testing.T, states fs.FS, file string) int {
	t.Helper()
	folder := path.Dir(file)
	address := recordedServer(t, states, folder)
	state := readState(t, states, file)
	blocks := readConfiguration(t, states, folder+"/main.tf", "resource", state)
	provider := movedTo(t, address)
	count := 0
	for _, block := range blocks {
		schema, described := provider.Schema().ResourceSchemas[block.kind]
		if !described {
			t.Errorf("there is no resource %s", block.kind)
			continue
		}
		count++
		managed := provider.Resource(t, block.kind)
		if diagnostics := managed.Upgrade(state.attributes("managed", block)); acctest.HasError(diagnostics) {
			t.Errorf("%s.%s cannot be read: %s", block.kind, block.name, acctest.Describe(diagnostics))
			continue
		}
		if managed.State == nil {
			t.Errorf("%s.%s is gone", block.kind, block.name)
			continue
		}
		for _, name := range lacking(schema, state.attributes("managed", block), block.arguments) {
			if expected(folder, block.kind, name) == "" {
				t.Errorf("%s has no attribute %s", block.kind, name)
			}
		}
		arguments := coerceAll(schema, block.arguments)
		for _, name := range block.ignored {
			arguments[name] = managed.State[name] // as Terraform does
		}
		planned, changes, diagnostics := managed.Plan(arguments)
		if acctest.HasError(diagnostics) {
			t.Errorf("%s.%s cannot be planned: %s", block.kind, block.name, acctest.Describe(diagnostics))
		}
		for _, change := range changes {
			if reason := expected(folder, block.kind, change); reason == "" {
				t.Errorf("%s.%s plans a change of %s: %s -> %s", block.kind, block.name, change, managed.State[change], planned[change])
			}
		}
	}
	return count
}

// lacking are the attributes of a state, and the arguments of a configuration, that the
// schema does not have.
func lacking(schema *tfprotov6.Schema, attributes map[string]any, arguments map[string]cty.Value) []string {
	var names []string
	for name := range arguments {
		names = append(names, name)
	}
	for name := range attributes {
		names = append(names, name)
	}
	return slices.DeleteFunc(names, func(name string) bool {
		return slices.ContainsFunc(schema.Block.Attributes, func(attribute *tfprotov6.SchemaAttribute) bool { return attribute.Name == name })
	})
}

// movedTo is a provider for the server, with goauthentik/authentik's defaults.
func movedTo(t *testing.T, address string) *acctest.Provider {
	t.Helper()
	provider := acctest.NewProvider(t)
	if diagnostics := provider.Configure(map[string]any{"url": address, "token": "token", "max_retries": 0, "read_ahead": false, "defaults": "goauthentik"}); acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
	return provider
}

func read(t *testing.T, states fs.FS, file string, into any) {
	t.Helper()
	content, err := fs.ReadFile(states, file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, into); err != nil {
		t.Fatal(err)
	}
}
