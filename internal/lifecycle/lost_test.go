package lifecycle_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
)

// A create that was done and whose answer was lost ends with the object in the state,
// of whatever kinds its values are: what is compared is what they mean. The server is
// one that returns the secrets, wherever it has the kind.
func TestLostAnswersToCreatesOfEveryKind(t *testing.T) {
	t.Parallel()
	for _, sample := range lifecycle.All() {
		if described := sample.Object(); described.API.Adopted || described.Field(described.Lookups[0].Fields[0]).ReadOnly {
			continue // nothing is created, or it cannot be found by its arguments
		}
		t.Run(sample.Type, func(t *testing.T) {
			t.Parallel()
			release := "2025.12.4"
			if table, _ := contract.Object(sample.Object().API.Path); !slices.Contains(table.Releases(), release) {
				release = contract.Newest()
			}
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			supply(server, sample)
			path := sample.Object().API.Path
			before := len(server.Objects(path))
			server.RespondFirst(1, authentiktest.Matching(http.MethodPost, path), func(w http.ResponseWriter, r *http.Request) {
				server.Answer(httptest.NewRecorder(), r)
				w.WriteHeader(http.StatusMethodNotAllowed)
			})
			provider := acctest.NewProvider(t)
			ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "max_retries": 0}))
			resource, full := provider.Resource(t, sample.Resource()), sample.On(release, sample.Full)
			ok(t, resource.Apply(full))
			if made := len(server.Objects(path)) - before; made != 1 || text(t, resource.State["id"]) == "" {
				t.Errorf("%d objects were made", made)
			}
			if _, changes, _ := resource.Plan(full); len(changes) > 0 {
				t.Errorf("the next plan changes %v", changes)
			}
		})
	}
}
