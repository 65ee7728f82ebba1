package client_test

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// gate is a server that holds every request until it is opened.
type gate struct {
	requests atomic.Int32
	arrived  chan struct{}
	open     chan struct{}
}

func newGate() *gate {
	return &gate{arrived: make(chan struct{}, 100), open: make(chan struct{})}
}

func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	g.requests.Add(1)
	g.arrived <- struct{}{}
	select {
	case <-g.open:
	case <-r.Context().Done():
		return
	}
	body := `{"pk":"` + smsID + `"}`
	if r.URL.Query().Has("name") {
		body = `{"pagination":{},"results":[` + body + `]}`
	}
	answer(http.StatusOK, "application/json", body)(w, r)
}

// waiting is a context that reports when somebody waits for its end, which a reader
// that joins does and one that sends a request of its own has done before.
type waiting struct {
	context.Context //nolint:containedctx // it is one

	once   sync.Once
	joined chan struct{}
}

func (w *waiting) Done() <-chan struct{} {
	w.once.Do(func() { close(w.joined) })
	return w.Context.Done()
}

func TestTheSameReadsAreOneRequest(t *testing.T) {
	t.Parallel()
	for name, read := range map[string]func(context.Context, *client.Client) error{
		"by id": func(ctx context.Context, api *client.Client) error {
			_, err := api.Read(ctx, stages, smsID)
			return err
		},
		"by name": func(ctx context.Context, api *client.Client) error {
			_, err := api.Lookup(ctx, sms, url.Values{"name": {"one"}})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := newGate()
			api := serve(t, server.ServeHTTP)
			var group sync.WaitGroup
			group.Go(func() {
				if err := read(t.Context(), api); err != nil {
					t.Error(err)
				}
			})
			<-server.arrived
			for range 20 {
				ctx := &waiting{Context: t.Context(), joined: make(chan struct{})}
				group.Go(func() {
					if err := read(ctx, api); err != nil {
						t.Error(err)
					}
				})
				<-ctx.joined
			}
			close(server.open)
			group.Wait()
			if got := server.requests.Load(); got != 1 {
				t.Errorf("%d requests", got)
			}
		})
	}
}

// Whoever gives up does so alone: the others get the object, by another request where
// it was the first that gave up.
func TestGivingUpAJoinedRead(t *testing.T) {
	t.Parallel()
	for name, first := range map[string]bool{"the first": true, "the second": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := newGate()
			api := serve(t, server.ServeHTTP)
			results := [2]chan error{make(chan error, 1), make(chan error, 1)}
			read := func(ctx context.Context, i int) {
				_, err := api.Read(ctx, stages, smsID)
				results[i] <- err
			}
			leading, stopLeading := context.WithCancel(t.Context())
			defer stopLeading()
			joining, stopJoining := context.WithCancel(t.Context())
			defer stopJoining()
			go read(leading, 0)
			<-server.arrived
			joined := &waiting{Context: joining, joined: make(chan struct{})}
			go read(joined, 1)
			<-joined.joined
			quits, stays := 1, 0
			if first {
				quits, stays = 0, 1
				stopLeading()
			} else {
				stopJoining()
			}
			failure(t, <-results[quits], client.KindCanceled)
			close(server.open)
			if err := <-results[stays]; err != nil {
				t.Errorf("the other one got %v", err)
			}
		})
	}
}

// A read that begins after a write does not join one that began before it.
func TestReadsAfterAWriteDoNotJoin(t *testing.T) {
	t.Parallel()
	server := newGate()
	api := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPatch {
			answer(http.StatusOK, "application/json", `{}`)(w, r)
			return
		}
		server.ServeHTTP(w, r)
	})
	var group sync.WaitGroup
	read := func() {
		if _, err := api.Read(t.Context(), stages, smsID); err != nil {
			t.Error(err)
		}
	}
	group.Go(read)
	<-server.arrived
	if _, err := api.Update(t.Context(), smsPath, smsID, client.Write{}); err != nil {
		t.Fatal(err)
	}
	group.Go(read)
	<-server.arrived // its own request; would it join, this would wait for ever
	close(server.open)
	group.Wait()
}

// A thousand reads by ten readers need ten connections and no more. All ten are there
// from the start: while connections are still being opened Go opens one too many now and
// then, for a request that takes one which comes free before. On a machine that is very
// busy it also gives one up whose request was not noted as written within 50 ms; a few
// of those are let pass.
func TestReadsKeepTheirConnections(t *testing.T) {
	t.Parallel()
	for name, ahead := range map[string]bool{"plain": false, "ahead": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			const readers = 10
			fake := newFakeServer(1000)
			var connections, arrived atomic.Int32
			together := make(chan struct{})
			fake.onRequest = func(*http.Request, int) {
				if arrived.Add(1) == readers {
					close(together)
				}
				<-together
			}
			server := httptest.NewUnstartedServer(fake)
			server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
				if state == http.StateNew {
					connections.Add(1)
				}
			}
			server.Start()
			t.Cleanup(server.Close)
			api := connect(t, server.URL, func(c *client.Config) { c.ReadAhead = ahead })
			var group sync.WaitGroup
			for i := range readers {
				group.Go(func() {
					if _, err := api.Read(t.Context(), client.Collection{Path: smsPath}, key(i)); err != nil {
						t.Error(err)
					}
				})
			}
			group.Wait()
			readAll(t, api, readers, ids(1000))
			if got := connections.Load(); got < readers || got > readers+readers/2 {
				t.Errorf("%d connections", got)
			}
			if !ahead && fake.retrieves != readers+1000 {
				t.Errorf("%d requests", fake.retrieves)
			}
		})
	}
}
