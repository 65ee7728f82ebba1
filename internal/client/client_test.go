package client_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

func TestReadSendsWhatTheAPIExpects(t *testing.T) {
	t.Parallel()
	var got *http.Request
	api := serve(t, func(w http.ResponseWriter, r *http.Request) {
		got = r
		answer(http.StatusOK, "application/json", `{"pk":"`+smsID+`","mapping":null,"new":[1,{"a":2}]}`)(w, r)
	}, func(c *client.Config) { c.URL.Path = "/auth" })
	object, err := api.Read(t.Context(), sms, smsID)
	if err != nil {
		t.Fatal(err)
	}
	if want := "/auth/api/v3" + smsPath + smsID + "/"; got.Method != http.MethodGet || got.URL.String() != want {
		t.Errorf("asked %s %s, want GET %s", got.Method, got.URL, want)
	}
	for name, want := range map[string]string{
		"Authorization": "Bearer " + markedToken, "Accept": "application/json",
		"User-Agent": "test/1", "X-Proxy-Secret": markedHeader,
	} {
		if values := got.Header.Values(name); !slices.Equal(values, []string{want}) {
			t.Errorf("header %s is wrong: %d values", name, len(values))
		}
	}
	for _, name := range []string{"Accept-Language", "Content-Type"} {
		if got.Header.Get(name) != "" {
			t.Errorf("header %s was sent", name)
		}
	}
	if string(object["mapping"]) != "null" || string(object["new"]) != `[1,{"a":2}]` || len(object) != 3 {
		t.Errorf("got %v", object)
	}
}

func TestReadEscapesTheID(t *testing.T) {
	t.Parallel()
	var got string
	api := serve(t, func(w http.ResponseWriter, r *http.Request) {
		got = r.URL.EscapedPath()
		answer(http.StatusOK, "application/json", `{}`)(w, r)
	})
	if _, err := api.Read(t.Context(), client.Collection{Path: "/flows/instances/"}, "a/../b?c"); err != nil {
		t.Fatal(err)
	}
	if want := "/api/v3/flows/instances/a%2F..%2Fb%3Fc/"; got != want {
		t.Errorf("asked for %s, want %s", got, want)
	}
}

// pages answers a list of that many objects in pages of two.
func pages(count int, requests *[]url.Values) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		*requests = append(*requests, r.URL.Query())
		page := max(1, int(r.URL.Query().Get("page")[0]-'0'))
		first, next := (page-1)*2, 0
		last := min(first+2, count)
		if last < count {
			next = page + 1
		}
		results := []map[string]int{}
		for i := first; i < last; i++ {
			results = append(results, map[string]int{"pk": i})
		}
		_ = json.NewEncoder(w).Encode(map[string]any{
			"pagination": map[string]any{"next": next, "count": count}, "results": results,
		})
	}
}

func TestListFollowsThePages(t *testing.T) {
	t.Parallel()
	for _, count := range []int{0, 1, 2, 3, 7} {
		var requests []url.Values
		api := serve(t, pages(count, &requests))
		var got []string
		for object, err := range api.List(t.Context(), sms, url.Values{"verify_only": {"true"}}, 0) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, string(object["pk"]))
		}
		if len(got) != count || len(slices.Compact(got)) != count {
			t.Errorf("of %d objects %v arrived", count, got)
		}
		for _, query := range requests {
			if query.Get("verify_only") != "true" || query.Get("ordering") == "" {
				t.Errorf("query %v lacks the filter or the order", query)
			}
		}
	}
}

func TestListRefusesPagesThatRepeat(t *testing.T) {
	t.Parallel()
	for _, next := range []string{"1", `"1"`, "1.0"} {
		api := serve(t, answer(http.StatusOK, "application/json", `{"pagination":{"next":`+next+`,"count":1},"results":[{"pk":1}]}`))
		var failed error
		for _, err := range api.List(t.Context(), sms, nil, 0) {
			if failed != nil {
				t.Fatal("the sequence goes on after an error")
			}
			failed = err
		}
		failure(t, failed, client.KindShape)
	}
}

func TestPageToleratesOddPaginations(t *testing.T) {
	t.Parallel()
	for pagination, next := range map[string]int{
		`{}`: 0, `{"next":null}`: 0, `{"next":2}`: 2, `{"next":2.0}`: 2, `{"next":"2"}`: 2, `{"next":"x"}`: 0, `{"next":-1}`: 0, `{"next":1e99}`: 0,
	} {
		api := serve(t, answer(http.StatusOK, "application/json", `{"pagination":`+pagination+`,"results":[{}],"autocomplete":{}}`))
		page, err := api.Page(t.Context(), sms, nil)
		if err != nil || page.Next != next || len(page.Objects) != 1 {
			t.Errorf("%s: got %+v, %v", pagination, page, err)
		}
	}
}

func TestAnswersOfAnotherKind(t *testing.T) {
	t.Parallel()
	retrieve := func(ctx context.Context, api *client.Client) error {
		_, err := api.Read(ctx, sms, smsID)
		return err
	}
	page := func(ctx context.Context, api *client.Client) error {
		_, err := api.Page(ctx, sms, url.Values{"name": {markedBody}})
		return err
	}
	for _, test := range []struct {
		name string
		read func(context.Context, *client.Client) error
		code int
		body string
		kind client.Kind
		says string
	}{
		{"login page", retrieve, 200, "<!DOCTYPE html><p>" + markedBody, client.KindNotJSON, "web page"},
		{"empty", retrieve, 200, "", client.KindNotJSON, "no body"},
		{"no content", retrieve, 204, "", client.KindNotJSON, "no body"},
		{"text", retrieve, 200, markedBody, client.KindNotJSON, "not JSON"},
		{"half JSON", retrieve, 200, `{"name":"` + markedBody, client.KindNotJSON, "breaks off"},
		{"two JSONs", retrieve, 200, `{"name":"` + markedBody + `"}{}`, client.KindNotJSON, "not JSON"},
		{"null", retrieve, 200, "null", client.KindShape, "not a JSON object"},
		{"text in JSON", retrieve, 200, `"` + markedBody + `"`, client.KindShape, "another shape"},
		{"list", retrieve, 200, `[{"name":"` + markedBody + `"}]`, client.KindShape, "another shape"},
		{"list that is an object", page, 200, `{"pk":"` + markedBody + `"}`, client.KindShape, "pagination"},
		{"list without pagination", page, 200, `{"results":[]}`, client.KindShape, "pagination"},
		{"list of text", page, 200, `{"pagination":{},"results":["` + markedBody + `"]}`, client.KindShape, "another shape"},
		{"list of null", page, 200, `{"pagination":{},"results":[null]}`, client.KindShape, "pagination"},
		{"deep", retrieve, 200, `{"a":` + strings.Repeat("[", 20000) + strings.Repeat("]", 20000) + `}`, client.KindNotJSON, "not JSON"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			ctx, log := logged(t)
			err := test.read(ctx, serve(t, answer(test.code, "text/html", test.body)))
			failed := failure(t, err, test.kind)
			if failed.Status != test.code || failed.RequestID != "5f0e3b1c" || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v", err)
			}
			if text := err.Error() + log.String(); strings.Contains(text, "marked") {
				t.Errorf("a secret stands in %s", text)
			}
		})
	}
}

func TestLogHoldsNothingElse(t *testing.T) {
	t.Parallel()
	ctx, log := logged(t)
	api := serve(t, answer(http.StatusOK, "application/json", `{"pagination":{},"results":[{"auth":"`+markedBody+`"}]}`))
	if _, err := api.Page(ctx, sms, url.Values{"name": {markedBody}}); err != nil {
		t.Fatal(err)
	}
	var line map[string]any
	if err := json.Unmarshal(log.Bytes(), &line); err != nil {
		t.Fatalf("not one line: %v: %s", err, log)
	}
	for _, name := range []string{"method", "path", "status", "duration_ms", "request_id", "@level", "@message", "@module"} {
		if _, ok := line[name]; !ok {
			t.Errorf("the log lacks %s", name)
		}
		delete(line, name)
	}
	if len(line) != 0 || strings.Contains(log.String(), "marked") {
		t.Errorf("the log holds more: %s", log)
	}
}
