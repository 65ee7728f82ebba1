package client_test

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

var (
	stages = client.Collection{Path: smsPath, ReadAhead: true}
	sms    = client.Collection{Path: smsPath} // never listed for a read
)

// cost is what a page costs in retrieves, as measured on real servers.
const cost = 5

// fakeServer is a server with one collection, whose objects have a version each.
type fakeServer struct {
	mu               sync.Mutex
	objects          map[string]int
	pageSize         int // the most that a page has
	retrieves, lists int
	onRequest        func(r *http.Request, page int) // before it is answered; page 0 for a retrieve
	intercept        func(w http.ResponseWriter, page int) bool
	hidden           map[string]bool // what the list leaves out
}

func newFakeServer(count int) *fakeServer {
	s := &fakeServer{objects: map[string]int{}, pageSize: 100, hidden: map[string]bool{}}
	for i := range count {
		s.objects[key(i)] = 1
	}
	return s
}

func key(i int) string { return fmt.Sprintf("%08d-0000-4000-8000-000000000000", i) }

func (s *fakeServer) set(id string, version int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if version == 0 {
		delete(s.objects, id)
	} else {
		s.objects[id] = version
	}
}

// units is what the requests so far cost.
func (s *fakeServer) units() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.retrieves + cost*s.lists
}

func (s *fakeServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	id := strings.Trim(strings.TrimPrefix(r.URL.Path, "/api/v3"+smsPath), "/")
	page := 0
	if id == "" && r.Method == http.MethodGet {
		page, _ = strconv.Atoi(r.URL.Query().Get("page"))
	}
	if s.onRequest != nil {
		s.onRequest(r, page)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case page > 0:
		s.lists++
		if s.intercept == nil || !s.intercept(w, page) {
			s.page(w, page, r.URL.Query().Get("ordering"))
		}
	case r.Method == http.MethodGet:
		s.retrieves++
		s.object(w, http.StatusOK, id)
	case r.Method == http.MethodDelete:
		delete(s.objects, id)
		w.WriteHeader(http.StatusNoContent)
	default:
		var sent struct {
			PK      string `json:"pk"`
			Version int    `json:"version"`
		}
		_ = json.NewDecoder(r.Body).Decode(&sent)
		if id == "" {
			id = sent.PK
		}
		s.objects[id] = sent.Version
		s.object(w, http.StatusOK, id)
	}
}

func (s *fakeServer) object(w http.ResponseWriter, status int, id string) {
	if s.objects[id] == 0 {
		answer(http.StatusNotFound, "application/json", `{"detail":"Not found."}`)(w, nil)
		return
	}
	answer(status, "application/json", s.body(id))(w, nil)
}

func (s *fakeServer) body(id string) string {
	return fmt.Sprintf(`{"pk":%q,"version":%d}`, id, s.objects[id])
}

func (s *fakeServer) page(w http.ResponseWriter, page int, ordering string) {
	ids := slices.Sorted(maps.Keys(s.objects))
	ids = slices.DeleteFunc(ids, func(id string) bool { return s.hidden[id] })
	pages := max(1, (len(ids)+s.pageSize-1)/s.pageSize)
	if page > pages || ordering != "pk" {
		answer(http.StatusNotFound, "application/json", `{"detail":"Invalid page."}`)(w, nil)
		return
	}
	next := page + 1
	if page == pages {
		next = 0
	}
	var items []string
	for _, id := range ids[(page-1)*s.pageSize : min(page*s.pageSize, len(ids))] {
		items = append(items, s.body(id))
	}
	answer(http.StatusOK, "application/json", fmt.Sprintf(`{"pagination":{"next":%d,"count":%d,"total_pages":%d},"results":[%s]}`,
		next, len(ids), pages, strings.Join(items, ",")))(w, nil)
}

// clock is a clock that only moves when it is advanced.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) advance(by time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(by)
}

// ahead connects a client that reads ahead to the server.
func (s *fakeServer) ahead(t *testing.T, change ...func(*client.Config)) (*client.Client, *clock) {
	t.Helper()
	time := &clock{now: time.Unix(0, 0)}
	change = append([]func(*client.Config){func(c *client.Config) { c.ReadAhead, c.Now = true, time.Now }}, change...)
	return serve(t, s.ServeHTTP, change...), time
}

// version reads an object; 0 is one that is not there.
func version(ctx context.Context, tb testing.TB, api *client.Client, id string) int {
	tb.Helper()
	object, err := api.Read(ctx, stages, id)
	if err != nil {
		if failed, ok := err.(*client.Error); !ok || failed.Status != http.StatusNotFound { //nolint:errorlint // it is what Read returns
			tb.Errorf("%s: %v", id, err)
		}
		return 0
	}
	if got := string(object["pk"]); got != strconv.Quote(id) {
		tb.Errorf("asked for %s, got %s", id, got)
	}
	number, err := strconv.Atoi(string(object["version"]))
	if err != nil {
		tb.Error(err)
	}
	return number
}

// readAll reads the objects with so many readers side by side.
func readAll(t *testing.T, api *client.Client, readers int, ids []string) {
	t.Helper()
	work := make(chan string)
	var group sync.WaitGroup
	for range readers {
		group.Go(func() {
			for id := range work {
				if version(t.Context(), t, api, id) != 1 {
					t.Errorf("%s was not read", id)
				}
			}
		})
	}
	for _, id := range ids {
		work <- id
	}
	close(work)
	group.Wait()
}
