package client_test

import (
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// roundTripper responds without a network, for tests with simulated time.
type roundTripper func(*http.Request) (*http.Response, error)

func (r roundTripper) RoundTrip(request *http.Request) (*http.Response, error) {
	httptrace.ContextClientTrace(request.Context()).WroteHeaders()
	return r(request)
}

// simulated is a client for a server without a network.
func simulated(t *testing.T, transport roundTripper, change ...func(*client.Config)) *client.Client {
	t.Helper()
	return connect(t, "http://localhost", append(change, func(c *client.Config) { c.Transport = transport })...)
}

// Times of the two servers that were measured, which work on one request at a time.
const (
	retrieveTime = 25 * time.Millisecond
	pageTime     = 110 * time.Millisecond
)

// simulatedRun reads all objects of a collection with ten readers, one read begun after
// each pause, from a server that takes as long as a real one times slowness. It returns
// the simulated time.
func simulatedRun(t *testing.T, server *fakeServer, pause time.Duration, slowness int) time.Duration {
	t.Helper()
	turn := make(chan struct{}, 1)
	api := simulated(t, func(r *http.Request) (*http.Response, error) {
		turn <- struct{}{}
		defer func() { <-turn }()
		if r.URL.Query().Has("page") {
			time.Sleep(pageTime * time.Duration(slowness))
		} else {
			time.Sleep(retrieveTime * time.Duration(slowness))
		}
		if err := r.Context().Err(); err != nil {
			return nil, err
		}
		recorder := httptest.NewRecorder()
		server.ServeHTTP(recorder, r)
		response := recorder.Result()
		response.Request = r
		return response, nil
	}, func(c *client.Config) { c.ReadAhead = true })
	started := time.Now()
	work := make(chan string)
	var group sync.WaitGroup
	for range 10 {
		group.Go(func() {
			for id := range work {
				if version(t.Context(), t, api, id) != 1 {
					t.Errorf("%s was not read", id)
				}
			}
		})
	}
	for _, id := range ids(len(server.objects)) {
		work <- id
		time.Sleep(pause)
	}
	close(work)
	group.Wait()
	return time.Since(started)
}

// Ten readers at once: 1,000 objects are 10 pages and few retrieves, and the server works
// little longer than it must. 5,000 objects stay below 300 requests although Terraform
// takes so long that their pages expire.
func TestRequestsOfWholeRuns(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		objects  int
		pause    time.Duration
		slowness int
		requests int
		within   time.Duration
	}{
		"1,000 objects":                                     {1000, 0, 1, 30, 1600 * time.Millisecond},
		"1,000 objects, slow Terraform":                     {1000, 30 * time.Millisecond, 1, 40, 31 * time.Second},
		"5,000 objects":                                     {5000, 0, 1, 150, 8 * time.Second},
		"5,000 objects, slow Terraform":                     {5000, 30 * time.Millisecond, 1, 300, 153 * time.Second},
		"a server where a page takes more than ten seconds": {117, 0, 100, 12, 40 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := newFakeServer(test.objects)
				took := simulatedRun(t, server, test.pause, test.slowness)
				if requests := server.lists + server.retrieves; requests > test.requests || took > test.within {
					t.Errorf("%d pages and %d retrieves in %s", server.lists, server.retrieves, took)
				}
			})
		})
	}
}

// A page that never arrives holds others up once, for half a minute; after that only the
// reads that request it. It is requested again, each time later.
func TestListsThatHang(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := newFakeServer(300)
		var pages atomic.Int32
		hangs := true
		api := simulated(t, func(r *http.Request) (*http.Response, error) {
			if r.URL.Query().Has("page") {
				pages.Add(1)
				if hangs {
					<-r.Context().Done()
					return nil, r.Context().Err()
				}
			}
			time.Sleep(retrieveTime)
			recorder := httptest.NewRecorder()
			server.ServeHTTP(recorder, r)
			response := recorder.Result()
			response.Request = r
			return response, nil
		}, func(c *client.Config) { c.ReadAhead = true })
		started := time.Now()
		readAll(t, api, 10, ids(300)[:100])
		if took := time.Since(started); pages.Load() < 2 || pages.Load() > 4 || server.retrieves != 100 || took > 95*time.Second {
			t.Errorf("%d pages, %d retrieves in %s", pages.Load(), server.retrieves, took)
		}
		hangs = false
		readAll(t, api, 10, ids(300))
		if server.lists != 3 {
			t.Errorf("later %d pages arrived", server.lists)
		}
	})
}
