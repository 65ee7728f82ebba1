package client_test

import (
	"net/http"
	"sync/atomic"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

func TestListedObjectsGrowOld(t *testing.T) {
	t.Parallel()
	server := newFakeServer(100)
	api, clock := server.ahead(t)
	readAll(t, api, 1, ids(100))
	server.set(key(3), 2)
	clock.advance(client.ListedLifetime - 1)
	if got := version(t.Context(), t, api, key(3)); got != 1 {
		t.Errorf("just before the end the version is %d: nothing was listed?", got)
	}
	clock.advance(1)
	before := server.lists
	if got := version(t.Context(), t, api, key(3)); got != 2 || server.lists != before {
		t.Errorf("at the end the version is %d, after %d more pages", got, server.lists-before)
	}
}

// Each page is listed anew only where its objects are still read.
func TestOldPagesAreListedAgainWhereTheyAreRead(t *testing.T) {
	t.Parallel()
	server := newFakeServer(1000)
	api, clock := server.ahead(t)
	all := ids(1000)
	readAll(t, api, 1, all)
	if server.lists != 10 {
		t.Fatalf("%d pages", server.lists)
	}
	clock.advance(client.ListedLifetime / 2)
	server.intercept = func(_ http.ResponseWriter, page int) bool {
		if page != 1 {
			t.Errorf("page %d was listed again", page)
		}
		return false
	}
	// All but the first page are read no more, and the first is kept alive.
	for range 4 {
		for i := range 20 {
			version(t.Context(), t, api, key(i))
		}
		clock.advance(client.ListedLifetime)
	}
	version(t.Context(), t, api, key(500))
	if server.lists < 11 || server.lists > 14 {
		t.Errorf("%d pages", server.lists-10)
	}
}

// A page that was asked for before a write, or during it, is not used after it.
func TestWritesOvertakePages(t *testing.T) {
	t.Parallel()
	server := newFakeServer(100)
	api, _ := server.ahead(t)
	asked, written := make(chan struct{}), make(chan struct{})
	var once atomic.Bool
	server.onRequest = func(_ *http.Request, page int) {
		if page > 0 && once.CompareAndSwap(false, true) {
			close(asked)
			<-written
		}
	}
	// The answer is written while the collection is still as it was before.
	server.intercept = func(w http.ResponseWriter, page int) bool {
		current := server.objects[key(0)]
		if server.lists == 1 {
			server.objects[key(0)] = 1
		}
		server.page(w, page, "pk")
		server.objects[key(0)] = current
		return true
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for i := 1; i <= 10; i++ {
			version(t.Context(), t, api, key(i))
		}
	}()
	<-asked
	if _, err := api.Update(t.Context(), smsPath, key(0), client.Write{Fields: map[string]any{"version": 2}}); err != nil {
		t.Fatal(err)
	}
	close(written)
	<-done
	if got := version(t.Context(), t, api, key(0)); got != 2 {
		t.Errorf("after the write the version is %d", got)
	}
}

func TestReadsAfterWritesAreNeverOlder(t *testing.T) {
	t.Parallel()
	for name, write := range map[string]func(t *testing.T, api *client.Client) int{
		"update": func(t *testing.T, api *client.Client) int {
			t.Helper()
			if _, err := api.Update(t.Context(), smsPath, key(7), client.Write{Fields: map[string]any{"version": 2}}); err != nil {
				t.Error(err)
			}
			return 2
		},
		"delete": func(t *testing.T, api *client.Client) int {
			t.Helper()
			if err := api.Delete(t.Context(), smsPath, key(7)); err != nil {
				t.Error(err)
			}
			return 0
		},
		"create": func(t *testing.T, api *client.Client) int {
			t.Helper()
			if _, err := api.Create(t.Context(), smsPath, client.Write{Fields: map[string]any{"pk": key(7), "version": 3}}, nil); err != nil {
				t.Error(err)
			}
			return 3
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := newFakeServer(100)
			api, _ := server.ahead(t)
			readAll(t, api, 10, ids(100))
			want := write(t, api)
			for range 20 {
				if got := version(t.Context(), t, api, key(7)); got != want {
					t.Fatalf("after the write the version is %d", got)
				}
			}
		})
	}
}

// What would not be used after a write is not asked for while it is on its way.
func TestNothingIsListedDuringAWrite(t *testing.T) {
	t.Parallel()
	server := newFakeServer(100)
	api, _ := server.ahead(t)
	writing, end := make(chan struct{}), make(chan struct{})
	server.onRequest = func(r *http.Request, _ int) {
		if r.Method == http.MethodPatch {
			close(writing)
			<-end
		}
	}
	done := make(chan error)
	go func() {
		_, err := api.Update(t.Context(), smsPath, key(0), client.Write{Fields: map[string]any{"version": 2}})
		done <- err
	}()
	<-writing
	readAll(t, api, 2, ids(100)[:50])
	if server.lists != 0 || server.retrieves != 50 {
		t.Errorf("%d pages, %d retrieves", server.lists, server.retrieves)
	}
	close(end)
	if err := <-done; err != nil {
		t.Error(err)
	}
}
