package client_test

import (
	"context"
	"io"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

const release = "2025.12.4"

func releaseBody(w io.Writer) { _, _ = io.WriteString(w, `{"version_current":"`+release+`"}`) }

// The release is requested again while the server is not ready, and once only where it
// is known or hidden. What is not known at the moment is an error, which is remembered.
func TestReleaseIsRequestedUntilItIsKnown(t *testing.T) {
	t.Parallel()
	refused := func(status int) http.HandlerFunc { return answer(status, "application/json", `{"detail":"no"}`) }
	for name, test := range map[string]struct {
		failures int32
		failing  http.HandlerFunc
		release  string
		kind     client.Kind // 0 for no error
		requests int32
	}{
		"ready":              {0, nil, release, 0, 1},
		"not ready":          {2, refused(http.StatusBadGateway), release, 0, 3},
		"recycled worker":    {2, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) }, release, 0, 3},
		"never ready":        {1000, refused(http.StatusServiceUnavailable), "", client.KindStatus, 4},
		"server error":       {1000, refused(http.StatusInternalServerError), "", client.KindStatus, 1},
		"hidden":             {1000, refused(http.StatusForbidden), "", 0, 1},
		"invalid token":      {1000, refused(http.StatusUnauthorized), "", 0, 1},
		"not there":          {1000, refused(http.StatusNotFound), "", 0, 1},
		"refused by a proxy": {1000, answer(http.StatusForbidden, "text/html", "<html>"), "", client.KindStatus, 1},
		"unknown to a proxy": {1000, answer(http.StatusNotFound, "text/plain", "404 page not found"), "", client.KindStatus, 1},
		"login page":         {1000, answer(http.StatusOK, "text/html", "<html>"), "", client.KindNotJSON, 1},
		"another shape":      {1000, answer(http.StatusOK, "application/json", "[]"), "", client.KindShape, 1},
		"without a version":  {1000, answer(http.StatusOK, "application/json", `{"version_current":7}`), "", 0, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var requests atomic.Int32
			api := serve(t, func(w http.ResponseWriter, r *http.Request) {
				if requests.Add(1) <= test.failures {
					test.failing(w, r)
					return
				}
				releaseBody(w)
			}, func(config *client.Config) { config.MaxRetries = 3 })
			for range 2 {
				got, err := api.Release(t.Context())
				if got != test.release || (err != nil) != (test.kind != 0) {
					t.Errorf("got %q, %v", got, err)
				}
				if err != nil {
					failure(t, err, test.kind)
				}
			}
			if api.Version(t.Context()).Release != test.release || requests.Load() != test.requests {
				t.Errorf("%d requests, expected %d", requests.Load(), test.requests)
			}
		})
	}
}

// For messages the release is requested without retries. A failure to do so does not
// keep a decision from retrying, and is forgotten after a while.
func TestFailuresToGetTheVersionAreForgotten(t *testing.T) {
	t.Parallel()
	var ready atomic.Bool
	var requests atomic.Int32
	time := &clock{}
	api := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		requests.Add(1)
		if !ready.Load() {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		releaseBody(w)
	}, func(c *client.Config) { c.MaxRetries, c.Now = 1, time.Now })
	expect := func(release string, total int32) {
		t.Helper()
		if got := api.Version(t.Context()).Release; got != release || requests.Load() != total {
			t.Errorf("got %q after %d requests, expected %q after %d", got, requests.Load(), release, total)
		}
	}
	expect("", 1)
	expect("", 1)
	if _, err := api.Release(t.Context()); err == nil || requests.Load() != 3 {
		t.Errorf("got %v after %d requests, expected two more", err, requests.Load())
	}
	ready.Store(true)
	time.advance(29 * second)
	expect("", 3)
	time.advance(second)
	expect(release, 4)
	time.advance(3600 * second)
	expect(release, 4)
}

const second = time.Second

func TestVersionSaysWhetherTheTokenIsRefused(t *testing.T) {
	t.Parallel()
	for status, refused := range map[int]bool{401: true, 403: true, 404: false, 500: false} {
		api := serve(t, answer(status, "application/json", `{"detail":"no"}`))
		if got := api.Version(t.Context()); got.TokenRefused != refused {
			t.Errorf("%d: got %v", status, got.TokenRefused)
		}
	}
}

// A server that does not respond to /admin/version/ holds nobody up for more than ten
// seconds, and gets one request from everybody together. Each caller can be canceled.
func TestSlowVersion(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var requests, inFlight atomic.Int32
		api := simulated(t, func(r *http.Request) (*http.Response, error) {
			requests.Add(1)
			if inFlight.Add(1) > 1 {
				t.Error("two requests in flight")
			}
			defer inFlight.Add(-1)
			<-r.Context().Done()
			return nil, r.Context().Err()
		}, func(c *client.Config) { c.MaxRetries = 4 })
		started := time.Now()
		impatient, cancel := context.WithTimeout(t.Context(), second)
		defer cancel()
		var group sync.WaitGroup
		group.Go(func() {
			_, err := api.Release(impatient)
			failure(t, err, client.KindCanceled)
			if waited := time.Since(started); waited != second {
				t.Errorf("canceled after %s", waited)
			}
		})
		synctest.Wait()
		for range 20 {
			group.Go(func() {
				if _, err := api.Release(t.Context()); failure(t, err, client.KindTimeout).Attempts != 1 {
					t.Errorf("got %v", err)
				}
			})
			group.Go(func() { _ = api.Version(t.Context()) })
		}
		group.Wait()
		if _, err := api.Release(t.Context()); err == nil || requests.Load() > 2 {
			t.Errorf("got %v after %d requests", err, requests.Load())
		}
		if waited := time.Since(started); waited > 11*second {
			t.Errorf("waited %s", waited)
		}
		time.Sleep(31 * second)
		if _, err := api.Release(t.Context()); err == nil || requests.Load() > 3 {
			t.Errorf("got %v after %d requests", err, requests.Load())
		}
	})
}
