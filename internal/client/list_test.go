package client_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// mixed is a list of two kinds in pages of two, whose server checks the parameters.
func mixed(t *testing.T, pages *[]string) http.HandlerFunc {
	t.Helper()
	return func(w http.ResponseWriter, r *http.Request) {
		query := r.URL.Query()
		if query.Get("superuser_full_list") != "true" || query.Get("name") == "" {
			t.Errorf("query %s", r.URL.RawQuery)
		}
		*pages = append(*pages, query.Get("page"))
		body := map[string]string{
			"":  `{"pagination":{"next":2,"count":5},"results":[{"pk":1,"kind":"a"},{"pk":2,"kind":"b"}]}`,
			"1": `{"pagination":{"next":2,"count":5},"results":[{"pk":1,"kind":"a"},{"pk":2,"kind":"b"}]}`,
			"2": `{"pagination":{"next":3,"count":5},"results":[{"pk":3,"kind":"b"},{"pk":4,"kind":"b"}]}`,
			"3": `{"pagination":{"next":0,"count":5},"results":[{"pk":5,"kind":"a"}]}`,
		}[query.Get("page")]
		answer(http.StatusOK, "application/json", body)(w, r)
	}
}

// Items that the collection does not keep count for the server and not for the limit, and
// a page without one that is kept is not the last.
func TestListsOfSeveralKinds(t *testing.T) {
	t.Parallel()
	collection := client.Collection{
		Path: smsPath, Query: url.Values{"superuser_full_list": {"true"}},
		Keep: func(object client.Object) bool { return string(object["kind"]) == `"a"` },
	}
	query := url.Values{"name": {"x"}}
	for limit, want := range map[int]string{0: "[1 5] after [1 2 3]", 1: "[1] after [1]", 2: "[1 5] after [1 2 3]", 9: "[1 5] after [1 2 3]"} {
		var pages, keys []string
		api := serve(t, mixed(t, &pages))
		for object, err := range api.List(t.Context(), collection, query, limit) {
			if err != nil {
				t.Fatal(err)
			}
			keys = append(keys, collection.ID(object))
		}
		if got := fmt.Sprintf("%v after %v", keys, pages); got != want {
			t.Errorf("limit %d: got %s, expected %s", limit, got, want)
		}
	}
	var pages []string
	api := serve(t, mixed(t, &pages))
	for name, read := range map[string]func() (client.Page, error){
		"page":   func() (client.Page, error) { return api.Page(t.Context(), collection, query) },
		"lookup": func() (client.Page, error) { return api.Lookup(t.Context(), collection, query) },
	} {
		page, err := read()
		if err != nil || len(page.Objects) != 1 || page.Count != 5 || page.Next != 2 {
			t.Errorf("%s: got %+v, %v", name, page, err)
		}
	}
	if len(query) != 1 || len(collection.Query) != 1 {
		t.Error("the caller's query was changed")
	}
}

func TestListsWithoutPages(t *testing.T) {
	t.Parallel()
	files := client.Collection{Path: "/admin/file/", Key: "name", Plain: true}
	api := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.RawQuery != "usage=media" {
			t.Errorf("query %s", r.URL.RawQuery)
		}
		answer(http.StatusOK, "application/json", `[{"name":"a"},{"name":"b"}]`)(w, r)
	})
	query := url.Values{"usage": {"media"}}
	for limit, want := range map[int]string{0: "ab", 1: "a", 5: "ab"} {
		var keys []string
		for object, err := range api.List(t.Context(), files, query, limit) {
			if err != nil {
				t.Fatal(err)
			}
			keys = append(keys, files.ID(object))
		}
		if got := strings.Join(keys, ""); got != want {
			t.Errorf("limit %d: got %s", limit, got)
		}
	}
	if page, err := api.Page(t.Context(), files, query); err != nil || len(page.Objects) != 2 || page.Count != 2 || page.Next != 0 {
		t.Errorf("got %+v, %v", page, err)
	}
	for _, body := range []string{`null`, `{"results":[]}`, `["a"]`, `[null]`, `[{"a":]`} {
		_, err := serve(t, answer(http.StatusOK, "application/json", body)).Page(t.Context(), files, query)
		if err == nil {
			t.Errorf("%s is accepted", body)
		}
	}
}

// Lists that count what they leave out, or have everything on each page, are read once.
func TestListsThatDoNotCount(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"counts more":            `{"pagination":{"next":0,"count":9},"results":[{"pk":1},{"pk":2}]}`,
		"everything on each one": `{"pagination":{"next":2,"count":9},"results":[{"pk":1},{"pk":2}]}`,
	} {
		requests := 0
		api := serve(t, func(w http.ResponseWriter, r *http.Request) {
			requests++
			answer(http.StatusOK, "application/json", strings.Replace(body, `"next":2`, `"next":`+strconv.Itoa(requests+1), 1))(w, r)
		})
		count := 0
		for _, err := range api.List(t.Context(), client.Collection{Path: smsPath, Uncounted: true}, nil, 0) {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			count++
		}
		if count != 2 || requests > 2 {
			t.Errorf("%s: %d objects after %d requests", name, count, requests)
		}
	}
}

// A key is compared by what stands in the URL.
func TestIDs(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]string{`"a/b"`: "a/b", `7`: "7", `"7"`: "7", `9007199254740993`: "9007199254740993", `null`: "", `""`: ""} {
		if got := (client.Collection{Key: "id"}).ID(client.Object{"id": []byte(key)}); got != want {
			t.Errorf("%s: got %q", key, got)
		}
	}
	if got := (client.Collection{}).ID(client.Object{"id": []byte(`1`)}); got != "" {
		t.Errorf("without a key: %q", got)
	}
}
