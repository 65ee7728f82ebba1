package client_test

import (
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// attemptsOf counts the connections or answers that a client asks for, of a server that is
// in the given state.
type attemptsOf struct {
	count  atomic.Int32
	status atomic.Int32 // of the answers, 0 for no connection
}

func (a *attemptsOf) client(t *testing.T) *client.Client {
	t.Helper()
	transport := dialer(func(r *http.Request) (*http.Response, error) {
		a.count.Add(1)
		status := int(a.status.Load())
		if status == 0 {
			return nil, &net.OpError{Op: "dial", Err: net.UnknownNetworkError("none")}
		}
		recorder := httptest.NewRecorder()
		answer(status, "application/json", `{"pk":"x"}`)(recorder, r)
		response := recorder.Result()
		response.Request = r
		return response, nil
	})
	return connect(t, "http://localhost", func(c *client.Config) { c.MaxRetries, c.FirstRetry, c.Transport = 4, time.Second, transport })
}

// dialer is a transport that may fail before anything is sent.
type dialer func(*http.Request) (*http.Response, error)

func (d dialer) RoundTrip(request *http.Request) (*http.Response, error) { return d(request) }

// A run over many objects waits once for a server that is not there, and not for each object:
// 150 objects took four minutes and now take as long as one. Whoever comes after an answer
// waits again.
func TestOutagesAreWaitedForOnce(t *testing.T) {
	t.Parallel()
	for name, away := range map[string]int32{"no connection": 0, "bad gateway": 502, "starting": 503, "gateway timeout": 504} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				server := new(attemptsOf)
				server.status.Store(away)
				api := server.client(t)
				started := time.Now()
				failed := readMany(t, api, 150)
				if elapsed := time.Since(started); elapsed > 30*time.Second {
					t.Errorf("it took %s to find that nobody is there", elapsed)
				}
				if len(failed) != 150 {
					t.Errorf("%d of 150 reads failed", len(failed))
				}
				told := 0
				for _, err := range failed {
					if strings.Contains(err.Error(), "another request has just waited for the server in vain") {
						told++
					}
				}
				if told < 140 {
					t.Errorf("%d errors say why the request was not sent again, such as %v", told, failed[75])
				}

				server.status.Store(http.StatusOK)
				if failed := readMany(t, api, 1); len(failed) != 0 {
					t.Fatal(failed[0])
				}
				server.status.Store(away)
				before := server.count.Load()
				if failed := readMany(t, api, 1); len(failed) != 1 || server.count.Load()-before != 5 {
					t.Errorf("after an answer the next outage met %d attempts, not 5", server.count.Load()-before)
				}
			})
		})
	}
}

// A server that asks for patience or refuses one request is there: its other requests are
// sent again.
func TestSlowServersAreNoOutage(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		server := new(attemptsOf)
		server.status.Store(http.StatusTooManyRequests)
		api := server.client(t)
		readMany(t, api, 1)
		readMany(t, api, 1)
		if attempts := server.count.Load(); attempts != 10 {
			t.Errorf("%d attempts of two requests, not 10", attempts)
		}
	})
}

// readMany reads objects as Terraform does, ten at once, and gives the errors.
func readMany(t *testing.T, api *client.Client, count int) []error {
	t.Helper()
	var (
		group  sync.WaitGroup
		mu     sync.Mutex
		failed []error
	)
	work := make(chan string)
	for range 10 {
		group.Go(func() {
			for id := range work {
				if _, err := api.Read(t.Context(), sms, id); err != nil {
					mu.Lock()
					failed = append(failed, err)
					mu.Unlock()
				}
			}
		})
	}
	for _, id := range ids(count) {
		work <- id
	}
	close(work)
	group.Wait()
	return failed
}
