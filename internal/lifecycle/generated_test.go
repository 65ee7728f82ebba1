package lifecycle_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest/recorded"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// unusable are recorded objects, by series and exchange, for which no accepted configuration
// can be generated, with the reason.
var unusable = map[string]string{
	"managed-blueprints/patch-content-blanks":       "The content is no blueprint, which the server noticed in no answer.",
	"providers-radius/patch-client_networks-blanks": "Its networks are none, so that no client gets an answer.",
	"providers-scim/patch-url-blanks":               "Its URL is none, so that nothing is synchronized.",
	"_extra-various/certificates":                   "A list without details, which the provider does not ask for, lacks the certificate's fingerprint.",
}

// unmanaged are those that cannot be managed, which no list finds.
var unmanaged = map[string]string{
	"_extra-users/type-internal-service": "a user of an outpost",
	"core-users/list":                    "of the two users, one is an outpost's",
	"_extra-various/schedules":           "schedules of authentik itself",
}

// What is generated for an object that a real server answered, in each of its states, is
// accepted as it is, and its plan imports the object without a change.
func TestGeneratedForRecordedObjects(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	needed := map[string]bool{}
	t.Run("objects", func(t *testing.T) {
		t.Parallel()
		for _, release := range recorded.Releases() {
			objects := recorded.Objects(t, release)
			for _, described := range provider.Kinds() {
				if described.ReadOnly || len(objects[described.API.Path]) == 0 {
					continue
				}
				t.Run(release+"/"+described.Type, func(t *testing.T) {
					t.Parallel()
					adopter := newAdopter(t, described, release)
					for _, object := range objects[described.API.Path] {
						found, problem := adopter.adopt(t, object)
						if !found || problem != "" {
							mu.Lock()
							needed[object.Name] = true
							mu.Unlock()
						}
						if problem != "" && unusable[object.Name] == "" || !found && unmanaged[object.Name] == "" {
							t.Errorf("%s: found: %v; %s", object.Name, found, problem)
						}
					}
				})
			}
		}
	})
	t.Cleanup(func() {
		for _, exceptions := range []map[string]string{unusable, unmanaged} {
			for name, reason := range exceptions {
				if !needed[name] {
					t.Errorf("%s is an exception (%s), and can be managed", name, reason)
				}
			}
		}
	})
}

// adopter imports recorded objects of one kind.
type adopter struct {
	described *kind.Kind
	provider  *acctest.Provider
	answer    atomic.Pointer[[]byte] // to a request for the object
}

func newAdopter(t *testing.T, described *kind.Kind, release string) *adopter {
	t.Helper()
	a := &adopter{described: described, provider: acctest.NewProvider(t)}
	server := authentiktest.New(t, authentiktest.WithRelease(release))
	collection := "/api/v3" + described.Path(release)
	ofObject := func(r *http.Request) bool {
		return len(r.URL.Path) > len(collection) && r.URL.Path[:len(collection)] == collection
	}
	server.Respond(ofObject, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(*a.answer.Load())
	})
	ofList := func(r *http.Request) bool { return r.URL.Path == collection }
	server.Respond(ofList, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = fmt.Fprintf(w, `{"pagination": {"next": 0, "previous": 0, "count": 1, "current": 1, "total_pages": 1, "start_index": 1, "end_index": 1}, "results": [%s]}`, *a.answer.Load())
	})
	ok(t, a.provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "read_ahead": false}))
	return a
}

// adopt imports the object, by a list or, where that does not find it, by its ID, and plans
// what is generated for it. It returns whether the list found it, and what is wrong.
func (a *adopter) adopt(t *testing.T, object recorded.Object) (found bool, problem string) {
	t.Helper()
	a.answer.Store(&object.Answer)
	resource := a.provider.Resource(t, provider.Name+"_"+a.described.Type)
	listed := resource.List(nil)
	diagnostics := resource.Import(object.Address)
	switch {
	case len(listed) == 0 && acctest.HasError(diagnostics):
		return false, ""
	case len(listed) != 1 || acctest.HasError(diagnostics):
		return true, fmt.Sprintf("%d are listed, and the import says %s", len(listed), acctest.Describe(diagnostics))
	}
	return true, unplanned(resource, listed[0])
}

// unplanned is what is wrong with the plan of what is generated for an object that was
// listed and imported, empty for nothing.
func unplanned(imported *acctest.Managed, listed acctest.Listed) string {
	config := imported.Generate(listed.State)
	_, changes, diagnostics := imported.Plan(config)
	if acctest.HasError(diagnostics) || len(changes) > 0 {
		slices.Sort(changes)
		return fmt.Sprintf("the plan of what is generated changes %v %s", changes, acctest.Describe(diagnostics))
	}
	return ""
}

// generated lists and imports the object, and plans what is generated for it.
func (l *cycle) generated() {
	l.Helper()
	imported := l.provider.Resource(l.T, l.sample.Resource())
	ok(l.T, imported.Import(l.key()))
	for _, listed := range imported.List(nil) {
		if listed.State["id"].Equal(imported.State["id"]) {
			// Prompt fields have no name before authentik 2023.3, and need one in Terraform.
			nameless := l.sample.Type == "stage_prompt_field" && l.sample.Lacks(l.release, "name")
			if problem := unplanned(imported, listed); nameless != strings.Contains(problem, "`name` must be set") || problem != "" && !nameless {
				l.Error(problem)
			}
			return
		}
	}
	l.Error("the list does not find the object")
}
