package client_test

import (
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

func ids(count int) []string {
	list := make([]string, count)
	for i := range list {
		list[i] = key(i)
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(count, func(i, j int) { list[i], list[j] = list[j], list[i] }) //nolint:gosec // the same order in every run
	return list
}

// The requests for all objects of a collection, one after another and side by side:
// at most twice the best choice, which is to retrieve each or to list all.
func TestReadsCostAtMostTwiceTheBest(t *testing.T) {
	t.Parallel()
	for _, count := range []int{1, 4, 5, 6, 100, 101, 1000} {
		for _, readers := range []int{1, 10, 100} {
			t.Run(fmt.Sprintf("%d by %d", count, readers), func(t *testing.T) {
				t.Parallel()
				server := newFakeServer(count)
				api, _ := server.ahead(t)
				readAll(t, api, readers, ids(count))
				pages := (count + 99) / 100
				if best := min(count, cost*pages); server.units() > 2*best {
					t.Errorf("%d retrieves and %d pages, the best choice costs %d", server.retrieves, server.lists, best)
				}
				if count < cost && server.lists > 0 {
					t.Errorf("%d reads list %d pages", count, server.lists)
				}
				if server.lists > pages {
					t.Errorf("%d of %d pages", server.lists, pages)
				}
			})
		}
	}
}

// The same for any reads, in any order, also of what is not there, not listed, or
// read again: at most twice the reads; and at most twice the list, where all is in it.
func TestAnyReadsCostAtMostTwiceTheBest(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		size := rapid.IntRange(1, 400).Draw(rt, "size")
		server := newFakeServer(size)
		server.pageSize = rapid.IntRange(1, 100).Draw(rt, "page size")
		extent := size + rapid.SampledFrom([]int{0, 0, 50}).Draw(rt, "not there")
		reads := rapid.SliceOfN(rapid.IntRange(0, extent-1), 1, 300).Draw(rt, "reads")
		api, _ := server.ahead(t)
		for _, i := range reads {
			if got := version(t.Context(), t, api, key(i)); (got == 1) != (i < size) {
				rt.Fatalf("object %d has the version %d", i, got)
			}
		}
		pages := (size + server.pageSize - 1) / server.pageSize
		if server.units() > 2*len(reads) {
			rt.Fatalf("%d reads cost %d", len(reads), server.units())
		}
		if extent == size && server.units() > 2*cost*pages {
			rt.Fatalf("%d pages were to be had, and it cost %d", pages, server.units())
		}
	})
}

// Whatever happens in between, n reads cost at most 2n: time that passes, writes, pages
// that fail, objects that are not listed, however many readers there are.
func TestAnyReadsCostAtMostTwiceTheReads(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		size := rapid.IntRange(1, 300).Draw(rt, "size")
		server := newFakeServer(size)
		server.pageSize = rapid.IntRange(1, 100).Draw(rt, "page size")
		for i := range rapid.IntRange(0, size).Draw(rt, "hidden") {
			server.hidden[key(i)] = true
		}
		failing := 1
		server.intercept = func(w http.ResponseWriter, page int) bool {
			if fails := page%failing == 1; fails {
				w.WriteHeader(http.StatusBadGateway)
				return true
			}
			return false
		}
		api, clock := server.ahead(t)
		reads := 0
		rt.Repeat(map[string]func(*rapid.T){
			"": func(rt *rapid.T) {
				if server.units() > 2*reads {
					rt.Fatalf("%d reads cost %d", reads, server.units())
				}
			},
			"reads": func(*rapid.T) {
				chosen := rapid.SliceOfN(rapid.IntRange(0, size-1), 1, 60).Draw(rt, "reads")
				work := make([]string, len(chosen))
				for i, number := range chosen {
					work[i] = key(number)
				}
				reads += len(work)
				readAll(t, api, rapid.IntRange(1, 10).Draw(rt, "readers"), work)
			},
			"time": func(*rapid.T) {
				clock.advance(client.ListedLifetime * time.Duration(rapid.IntRange(1, 12).Draw(rt, "tenths")) / 10)
			},
			"write": func(*rapid.T) {
				if _, err := api.Update(t.Context(), smsPath, key(0), client.Write{Fields: map[string]any{"version": 1}}); err != nil {
					rt.Fatal(err)
				}
			},
			"fail": func(*rapid.T) { failing = rapid.IntRange(1, 3).Draw(rt, "failing") },
		})
	})
}

func TestAHandfulOfReadsStaysAHandful(t *testing.T) {
	t.Parallel()
	server := newFakeServer(20_000)
	api, _ := server.ahead(t)
	readAll(t, api, 1, ids(20_000)[:4])
	if server.retrieves != 4 || server.lists != 0 {
		t.Errorf("4 reads took %d retrieves and %d pages", server.retrieves, server.lists)
	}
	readAll(t, api, 1, ids(20_000)[4:12])
	if server.retrieves > 12 || server.lists > 2 {
		t.Errorf("12 reads took %d retrieves and %d pages", server.retrieves, server.lists)
	}
}

func TestNothingIsListedWhereThatIsOff(t *testing.T) {
	t.Parallel()
	for name, off := range map[string]struct {
		collection client.Collection
		ahead      bool
	}{
		"in the configuration": {stages, false},
		"for the collection":   {client.Collection{Path: smsPath}, true},
	} {
		server := newFakeServer(50)
		api, _ := server.ahead(t, func(c *client.Config) { c.ReadAhead = off.ahead })
		for _, id := range ids(50) {
			if _, err := api.Read(t.Context(), off.collection, id); err != nil {
				t.Fatal(err)
			}
		}
		if server.retrieves != 50 || server.lists != 0 {
			t.Errorf("%s: %d retrieves, %d pages", name, server.retrieves, server.lists)
		}
	}
}

// Whatever is wrong with the list, the reads do not notice, and soon nothing is listed
// any more.
func TestListsThatFail(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		intercept http.HandlerFunc
		lists     int
	}{
		"refused":      {answer(http.StatusForbidden, "application/json", `{"detail":"no"}`), 1},
		"not there":    {answer(http.StatusNotFound, "text/html", "<html>"), 1},
		"throttled":    {answer(http.StatusTooManyRequests, "application/json", `{"detail":"no"}`), 4},
		"server error": {answer(http.StatusInternalServerError, "text/html", "<html>"), 4},
		"not a page":   {answer(http.StatusOK, "application/json", `{"pk":"1"}`), 4},
		"not JSON":     {answer(http.StatusOK, "text/html", "<html>"), 4},
		"not UTF-8":    {answer(http.StatusOK, "application/json", "{\"pagination\":{},\"results\":[\"\xff\"]}"), 4},
		"cut":          {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, -1}, // Go sends again what was cut

		"without keys":  {answer(http.StatusOK, "application/json", `{"pagination":{},"results":[{},null,7,{"pk":null},[]]}`), 1},
		"other objects": {answer(http.StatusOK, "application/json", `{"pagination":{"total_pages":1,"count":1},"results":[{"pk":"`+key(0)+`","pk":"other"}]}`), 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := newFakeServer(100)
			server.intercept = func(w http.ResponseWriter, _ int) bool { test.intercept(w, nil); return true }
			api, _ := server.ahead(t)
			readAll(t, api, 3, ids(100))
			if test.lists >= 0 && server.lists != test.lists || server.retrieves != 100 {
				t.Errorf("%d pages were asked for, %d objects", server.lists, server.retrieves)
			}
		})
	}
}

func TestAPageThatFailsIsRetrieved(t *testing.T) {
	t.Parallel()
	server := newFakeServer(1000)
	server.intercept = func(w http.ResponseWriter, page int) bool {
		if page == 7 {
			w.WriteHeader(http.StatusBadGateway)
		}
		return page == 7
	}
	api, _ := server.ahead(t)
	readAll(t, api, 10, ids(1000))
	if server.lists < 10 || server.lists > 16 || server.retrieves > 200 {
		t.Errorf("%d pages, %d retrieves", server.lists, server.retrieves)
	}
}

func TestWhatIsNotListedIsRetrieved(t *testing.T) {
	t.Parallel()
	server := newFakeServer(100)
	for i := range 10 {
		server.hidden[key(i)] = true
	}
	api, _ := server.ahead(t)
	readAll(t, api, 10, ids(100))
	if server.lists != 1 || server.retrieves > 20 {
		t.Errorf("%d pages, %d retrieves", server.lists, server.retrieves)
	}
}

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

// Where Terraform is too slow for what is listed, it is soon listed no more.
func TestSlowReadsAreRetrieved(t *testing.T) {
	t.Parallel()
	server := newFakeServer(1000)
	api, clock := server.ahead(t)
	for _, id := range ids(1000) {
		if version(t.Context(), t, api, id) != 1 {
			t.Fatal("not read")
		}
		clock.advance(client.ListedLifetime / 5)
	}
	if server.units() > 1300 {
		t.Errorf("%d pages, %d retrieves", server.lists, server.retrieves)
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

func TestListingIsLoggedOnce(t *testing.T) {
	t.Parallel()
	server := newFakeServer(300)
	api, _ := server.ahead(t)
	ctx, log := logged(t)
	for _, id := range ids(300) {
		version(ctx, t, api, id)
	}
	var lines []string
	for line := range strings.Lines(log.String()) {
		if strings.Contains(line, `"@level":"info"`) {
			lines = append(lines, line)
		}
	}
	if len(lines) != 1 || !strings.Contains(lines[0], `"objects":300`) || !strings.Contains(lines[0], `"pages":3`) || !strings.Contains(lines[0], smsPath) {
		t.Errorf("got %v", lines)
	}
}

// A key may be another field than pk, and a number.
func TestOtherKeys(t *testing.T) {
	t.Parallel()
	var lists int
	api := serve(t, func(w http.ResponseWriter, r *http.Request) {
		body := `{"pk":"1","slug":"a/b"}`
		if r.URL.Query().Has("page") {
			lists++
			if got := r.URL.Query().Get("ordering"); got != "slug" {
				t.Errorf("ordered by %q", got)
			}
			body = `{"pagination":{"next":0},"results":[{"pk":"a/b","slug":7},` + body + `]}`
		}
		answer(http.StatusOK, "application/json", body)(w, r)
	}, func(c *client.Config) { c.ReadAhead = true })
	flows := client.Collection{Path: "/flows/instances/", Key: "slug", Ordering: "slug", ReadAhead: true}
	for _, id := range []string{"a/b", "a/b", "a/b", "a/b", "a/b", "7"} {
		object, err := api.Read(t.Context(), flows, id)
		if err != nil || strings.Trim(string(object["slug"]), `"`) != id {
			t.Errorf("%s: %s, %v", id, object, err)
		}
	}
	if lists != 1 {
		t.Errorf("%d pages", lists)
	}
}

// Items that the collection does not keep are other kinds of objects: they are not read
// ahead, whatever their key. Fixed parameters go with pages and retrieves.
func TestReadAheadKeepsToTheCollection(t *testing.T) {
	t.Parallel()
	var lists, retrieves int
	api := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if got := r.URL.Query().Get("include_users"); got != "false" {
			t.Errorf("include_users is %q", got)
		}
		if r.URL.Query().Has("page") {
			lists++
			answer(http.StatusOK, "application/json", `{"pagination":{"next":0,"count":2},"results":[{"pk":7,"kind":"proxy"},{"pk":8,"kind":"oauth2"}]}`)(w, r)
			return
		}
		retrieves++
		answer(http.StatusOK, "application/json", `{"pk":7,"kind":"retrieved"}`)(w, r)
	}, func(c *client.Config) { c.ReadAhead = true })
	providers := client.Collection{
		Path: "/providers/oauth2/", ReadAhead: true, Query: url.Values{"include_users": {"false"}},
		Keep: func(object client.Object) bool { return string(object["kind"]) == `"oauth2"` },
	}
	for range 10 {
		object, err := api.Read(t.Context(), providers, "7")
		if err != nil || string(object["kind"]) != `"retrieved"` || providers.ID(object) != "7" {
			t.Errorf("got %s, %v", object, err)
		}
	}
	object, err := api.Read(t.Context(), providers, "8")
	if err != nil || string(object["kind"]) != `"oauth2"` {
		t.Errorf("got %s, %v", object, err)
	}
	if lists != 1 || retrieves != 10 {
		t.Errorf("%d pages, %d retrieves", lists, retrieves)
	}
}

// A list without pages is read ahead as one page.
func TestReadAheadOfPlainLists(t *testing.T) {
	t.Parallel()
	var lists int
	api := serve(t, func(w http.ResponseWriter, r *http.Request) {
		body := `{"name":"a"}`
		if strings.HasSuffix(r.URL.Path, "/file/") {
			lists++
			if r.URL.RawQuery != "usage=media" {
				t.Errorf("query %s", r.URL.RawQuery)
			}
			body = "[" + body + `,{"name":"b"}]`
		}
		answer(http.StatusOK, "application/json", body)(w, r)
	}, func(c *client.Config) { c.ReadAhead = true })
	files := client.Collection{Path: "/admin/file/", Key: "name", Plain: true, ReadAhead: true, Query: url.Values{"usage": {"media"}}}
	for i := range 10 {
		id := string("ab"[i/9])
		if object, err := api.Read(t.Context(), files, id); err != nil || files.ID(object) != id {
			t.Errorf("got %s, %v", object, err)
		}
	}
	if lists != 1 {
		t.Errorf("listed %d times", lists)
	}
}
