package dropin_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
)

// recordings are states that goauthentik/authentik wrote on real servers, with their
// configurations and the server's answers at that moment.
const recordings = "../../../shared/goauthentik-states"

// The state that goauthentik/authentik wrote goes on with this provider in the mode that
// has that provider's defaults: the first plan is empty, and nothing is written.
func TestRecordedStatesPlanEmpty(t *testing.T) {
	t.Parallel()
	folders, err := filepath.Glob(recordings + "/*/*")
	if err != nil || len(folders) == 0 {
		t.Skipf("the recorded states are not at %s, which is no part of this project", recordings)
	}
	checked := 0
	var mu sync.Mutex
	for _, folder := range folders {
		for _, name := range []string{"terraform.tfstate", "refreshed.tfstate"} {
			if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
				continue
			}
			t.Run(filepath.Base(filepath.Dir(folder))+"/"+filepath.Base(folder)+"/"+name, func(t *testing.T) {
				t.Parallel()
				count := replay(t, folder, name)
				mu.Lock()
				checked += count
				mu.Unlock()
			})
		}
	}
	t.Cleanup(func() {
		if checked < 400 {
			t.Errorf("only %d resources were checked", checked)
		}
	})
}

// replay plans every resource of a recorded state and returns how many there were.
func replay(t *testing.T, folder, name string) int {
	t.Helper()
	server := &stub{t: t, release: filepath.Base(filepath.Dir(folder)), answers: map[string]json.RawMessage{}}
	read(t, filepath.Join(folder, "objects.json"), &server.answers)
	address := server.serve()
	state := readState(t, filepath.Join(folder, name))
	blocks := readConfiguration(t, filepath.Join(folder, "main.tf"), state)

	provider := acctest.NewProvider(t)
	if diagnostics := provider.Configure(map[string]any{"url": address, "token": "token", "max_retries": 0, "read_ahead": false, "defaults": "goauthentik"}); acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
	count := 0
	for _, block := range blocks {
		schema, described := provider.Schema().ResourceSchemas[block.kind]
		if !described {
			if !slices.Contains(open, block.kind) {
				t.Errorf("there is no resource %s", block.kind)
			}
			continue
		}
		count++
		managed := provider.Resource(t, block.kind)
		if diagnostics := managed.Upgrade(state.attributes(block)); acctest.HasError(diagnostics) {
			t.Errorf("%s.%s cannot be read: %s", block.kind, block.name, acctest.Describe(diagnostics))
			continue
		}
		if managed.State == nil {
			t.Errorf("%s.%s is gone", block.kind, block.name)
			continue
		}
		planned, changes, diagnostics := managed.Plan(coerceAll(schema, block.arguments))
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

func read(t *testing.T, file string, into any) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, into); err != nil {
		t.Fatal(err)
	}
}

// stub answers GET requests as the recorded server did.
type stub struct {
	t       *testing.T
	release string
	answers map[string]json.RawMessage
}

func (s *stub) serve() string {
	server := httptest.NewServer(s)
	s.t.Cleanup(server.Close)
	return server.URL
}

func (s *stub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("X-Authentik-Id", "0123456789abcdef0123456789abcdef")
	if r.Method != http.MethodGet {
		s.t.Errorf("%s %s was sent", r.Method, r.URL.Path)
		w.WriteHeader(http.StatusMethodNotAllowed)
		return
	}
	if r.URL.Path == "/api/v3/admin/version/" {
		_, _ = fmt.Fprintf(w, `{"version_current": %q}`, s.release)
		return
	}
	for _, path := range []string{r.URL.RequestURI(), r.URL.Path} {
		if answer, ok := s.answers[path]; ok {
			_, _ = w.Write(answer)
			return
		}
	}
	if answer := s.byAnyQuery(r); answer != nil {
		_, _ = w.Write(answer)
		return
	}
	w.WriteHeader(http.StatusNotFound)
	_, _ = fmt.Fprint(w, `{"detail": "Not found."}`)
}

// byAnyQuery is a recorded list of the same path, whatever its filters.
func (s *stub) byAnyQuery(r *http.Request) json.RawMessage {
	for path, answer := range s.answers {
		if strings.HasPrefix(path, r.URL.Path+"?") {
			return answer
		}
	}
	return nil
}
