package client_test

import (
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// observed is one value of an object, since when the server had it.
type observed struct {
	version int // 0: it was not there
	step    int
	at      time.Time
}

// history is what the server had, and when.
type history struct {
	values map[string][]observed
	step   int // of the random sequence
	wrote  int // the step of the last write of the client's own
}

func (h *history) note(id string, version int, at time.Time) {
	h.values[id] = append(h.values[id], observed{version, h.step, at})
}

// could says whether a reader may see the version: it is the server's now, or was at
// some time that is neither before the last write of the client's own nor so long ago
// as listed objects live.
func (h *history) could(id string, version int, now time.Time) bool {
	values := h.values[id]
	for i, value := range values {
		last := i == len(values)-1
		if value.version == version && (last || values[i+1].step > h.wrote && now.Sub(values[i+1].at) < client.ListedLifetime) {
			return true
		}
	}
	return false
}

// Random sequences of reads, writes of the client's own, changes by others and time
// that passes: with read-ahead a reader sees what it would see without, or what it
// would have seen without a moment ago, at most as long ago as listed objects live and
// never before the last write of its own.
func TestReadAheadShowsTheSame(t *testing.T) {
	t.Parallel()
	const most = 60
	rapid.Check(t, func(rt *rapid.T) {
		server := newFakeServer(0)
		server.pageSize = rapid.IntRange(1, 40).Draw(rt, "page size")
		ahead, clock := server.ahead(t)
		plain, _ := server.ahead(t, func(c *client.Config) { c.ReadAhead = false })
		seen := &history{values: map[string][]observed{}}
		next := 0
		set := func(id string, version int) {
			server.set(id, version)
			seen.note(id, version, clock.Now())
		}
		for i := range rapid.IntRange(0, most).Draw(rt, "objects") {
			next++
			set(key(i), next)
		}
		failing := false
		server.intercept = func(w http.ResponseWriter, page int) bool {
			if failing && page%2 == 0 {
				w.WriteHeader(http.StatusBadGateway)
				return true
			}
			return false
		}
		draw := func() string { return key(rapid.IntRange(0, most).Draw(rt, "object")) }
		read := func(id string) {
			got, truth := version(t.Context(), t, ahead, id), version(t.Context(), t, plain, id)
			if got != truth && !seen.could(id, got, clock.Now()) {
				rt.Fatalf("%s has the version %d, a reader sees %d", id, truth, got)
			}
		}
		rt.Repeat(map[string]func(*rapid.T){
			"": func(*rapid.T) { seen.step++ },
			"read": func(*rapid.T) {
				for range rapid.IntRange(1, 40).Draw(rt, "reads") {
					read(draw())
				}
			},
			"write": func(*rapid.T) {
				next++
				id := draw()
				if _, err := ahead.Update(t.Context(), smsPath, id, client.Write{Fields: map[string]any{"version": next}}); err != nil {
					rt.Fatal(err)
				}
				seen.wrote = seen.step
				seen.note(id, next, clock.Now())
				read(id)
			},
			"delete": func(*rapid.T) {
				id := draw()
				if err := ahead.Delete(t.Context(), smsPath, id); err != nil {
					rt.Fatal(err)
				}
				seen.wrote = seen.step
				seen.note(id, 0, clock.Now())
				read(id)
			},
			"others": func(*rapid.T) {
				next++
				set(draw(), rapid.SampledFrom([]int{0, next}).Draw(rt, "change"))
			},
			"time": func(*rapid.T) {
				clock.advance(time.Duration(rapid.SampledFrom([]int{1, 4, 9, 10, 11}).Draw(rt, "seconds")) * time.Second)
			},
			"fail": func(*rapid.T) { failing = !failing },
		})
	})
}

// Writers and readers side by side: what a read returns is never older than the last
// write that ended before the read began. Run it with the race detector.
func TestReadsBesideWritesAreNeverOlder(t *testing.T) {
	t.Parallel()
	const objects, writers, readers = 60, 3, 8
	server := newFakeServer(objects)
	server.pageSize = 20
	api, _ := server.ahead(t)
	var written [objects]atomic.Int64
	for i := range written {
		written[i].Store(1)
	}
	var group sync.WaitGroup
	for writer := range writers {
		group.Go(func() {
			for round := range 60 {
				i := (round*7%20)*writers + writer // each object has one writer
				number := written[i].Load() + 1
				if _, err := api.Update(t.Context(), smsPath, key(i), client.Write{Fields: map[string]any{"version": number}}); err != nil {
					t.Error(err)
				}
				written[i].Store(number)
			}
		})
	}
	for reader := range readers {
		group.Go(func() {
			for round := range 600 {
				i := (round*13 + reader*5) % objects
				least := written[i].Load()
				if got := int64(version(t.Context(), t, api, key(i))); got < least {
					t.Errorf("object %d has the version %d, a reader sees %d", i, least, got)
				}
			}
		})
	}
	group.Wait()
	for i := range objects {
		if got := int64(version(t.Context(), t, api, key(i))); got != written[i].Load() {
			t.Errorf("in the end %d", got)
		}
	}
	if server.lists == 0 {
		t.Error("nothing was listed")
	}
}
