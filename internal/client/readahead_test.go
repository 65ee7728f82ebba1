package client_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

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

// Whatever is wrong with the list, the reads do not notice, and it is requested less and
// less often.
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
			// How many reads pass while a page is pending is not known, so neither is how
			// many pages fail: 4 at most, of the prices 5, 10, 20 and 40.
			few := server.lists == test.lists || test.lists == 4 && server.lists > 1 && server.lists < 4
			if test.lists >= 0 && !few || server.retrieves != 100 {
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
