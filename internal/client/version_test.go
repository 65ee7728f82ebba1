package client_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// The release is asked for again while the server is not ready, and once only where it
// is told or refused. For messages nobody waits.
func TestTheReleaseIsAskedForUntilItIsTold(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		failures int32
		status   int
		release  string
		requests int32
	}{
		"ready":       {0, 0, "2025.12.4", 1},
		"not ready":   {2, http.StatusBadGateway, "2025.12.4", 3},
		"never ready": {1000, http.StatusServiceUnavailable, "", 4 + 4},
		"hidden":      {1000, http.StatusForbidden, "", 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var requests atomic.Int32
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				if requests.Add(1) <= test.failures {
					w.WriteHeader(test.status)
					return
				}
				_, _ = io.WriteString(w, `{"version_current":"2025.12.4"}`)
			}))
			t.Cleanup(server.Close)
			api := connect(t, server.URL, func(config *client.Config) { config.MaxRetries = 3 })
			for range 2 {
				if got := api.Release(t.Context()); got != test.release {
					t.Errorf("the release is %q", got)
				}
			}
			if api.Version(t.Context()).Release != test.release || requests.Load() != test.requests {
				t.Errorf("%d requests instead of %d", requests.Load(), test.requests)
			}
		})
	}
}
