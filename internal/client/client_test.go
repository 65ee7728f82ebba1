package client_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

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

func TestErrorStatuses(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, body string
		status     int
		says       string
		fields     map[string][]string
	}{
		{"detail", `{"detail":"Token invalid/expired"}`, 403, `HTTP 403 (Forbidden), authentik's request id 5f0e3b1c: Token invalid/expired.`, nil},
		{"code", `{"detail":"Request denied.","code":"denied_license"}`, 400, `: Request denied.`, nil},
		{"fields", `{"name":["One.","Two."],"non_field_errors":["All."],"flow_set":{"pk":["Bad."]}}`, 400, `: All; flow_set.pk: Bad; name: One. Two.`, map[string][]string{"name": {"One.", "Two."}, "flow_set.pk": {"Bad."}}},
		{"starting", `{"error":"authentik starting"}`, 503, `HTTP 503 (Service Unavailable), authentik's request id 5f0e3b1c: authentik starting.`, nil},
		{"page", `<html>` + markedBody, 500, `: the response is a web page (HTML).`, nil},
		{"nothing", ``, 405, `HTTP 405 (Method Not Allowed), authentik's request id 5f0e3b1c.`, nil},
		{"list", `["One.","Two."]`, 400, `HTTP 400 (Bad Request), authentik's request id 5f0e3b1c: One. Two.`, nil},
		{"string", `"` + markedBody + `"`, 400, `HTTP 400 (Bad Request), authentik's request id 5f0e3b1c.`, nil},
		{"echo", `{"detail":"no ` + markedToken + ` or ` + markedHeader + `"}`, 403, `: no (redacted) or (redacted).`, nil},
		{"terminal", "{\"detail\":\"a\\u001b[31mb\\n\\nc\\u202e\"}", 403, `: a[31mb c.`, nil},
		{"long", `{"detail":"` + strings.Repeat("x", 5000) + `"}`, 403, strings.Repeat("x", 500) + `….`, nil},
		{"unknown status", ``, 599, `HTTP 599, authentik`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			ctx, log := logged(t)
			_, err := serve(t, answer(test.status, "application/json", test.body)).Read(ctx, sms, smsID)
			failed := failure(t, err, client.KindStatus)
			if !strings.Contains(err.Error(), "GET http://127.0.0.1:") || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %q, want it to say %q", err, test.says)
			}
			for name, texts := range test.fields {
				if !slices.Equal(failed.Fields[name], texts) {
					t.Errorf("field %s has %q, want %q", name, failed.Fields[name], texts)
				}
			}
			if text := err.Error() + log.String(); strings.Contains(text, "marked") {
				t.Errorf("a secret stands in %s", text)
			}
		})
	}
}

func TestHugeAnswersAreNotReadToTheEnd(t *testing.T) {
	t.Parallel()
	const huge = 100 << 20
	written := make(chan int64, 1)
	api := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		total, _ := io.Copy(w, io.LimitReader(endless{}, huge))
		written <- total
	})
	_, err := api.Read(t.Context(), sms, smsID)
	failed := failure(t, err, client.KindTooLarge)
	if !strings.Contains(failed.Error(), "larger than 8 MiB") {
		t.Errorf("got %v", failed)
	}
	if total := <-written; total >= huge {
		t.Errorf("all %d bytes were read", total)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	return copy(p, bytes.Repeat([]byte{' '}, len(p))), nil
}

func TestTruncatedAnswer(t *testing.T) {
	t.Parallel()
	api := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "100")
		_, _ = w.Write([]byte(`{"pk":"` + markedBody))
	})
	_, err := api.Read(t.Context(), sms, smsID)
	failure(t, err, client.KindTruncated)
	if strings.Contains(err.Error(), "marked") {
		t.Errorf("a secret stands in %v", err)
	}
}

func TestRedirects(t *testing.T) {
	t.Parallel()
	elsewhere := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		t.Errorf("the other origin was asked for %s", r.URL.Path)
	}))
	t.Cleanup(elsewhere.Close)
	handler := http.NewServeMux()
	redirect := func(from, to string) {
		handler.HandleFunc("/api/v3"+smsPath+from+"/", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, to, http.StatusFound)
		})
	}
	redirect("other", elsewhere.URL+"/login?next="+markedBody)
	redirect("same", "/api/v3"+smsPath+"found/")
	redirect("login", "/if/login?next="+markedBody)
	redirect("loop", "/api/v3"+smsPath+"loop/")
	handler.HandleFunc("/api/v3"+smsPath+"found/", answer(http.StatusOK, "application/json", `{"pk":"x"}`))
	handler.HandleFunc("/if/login", answer(http.StatusOK, "text/html", `<p>Log in`))
	api := serve(t, handler.ServeHTTP)

	_, err := api.Read(t.Context(), client.Collection{Path: smsPath}, "other")
	failed := failure(t, err, client.KindRedirect)
	if failed.Target != elsewhere.URL+"/login" || strings.Contains(err.Error(), "marked") {
		t.Errorf("to another origin: %v", err)
	}
	if _, err = api.Read(t.Context(), client.Collection{Path: smsPath}, "same"); err != nil {
		t.Errorf("within the origin: %v", err)
	}
	_, err = api.Read(t.Context(), client.Collection{Path: smsPath}, "login")
	if failed = failure(t, err, client.KindNotJSON); !strings.HasSuffix(failed.Target, "/if/login") {
		t.Errorf("to a login page: %v", err)
	}
	_, err = api.Read(t.Context(), client.Collection{Path: smsPath}, "loop")
	failure(t, err, client.KindRedirect)
}

func TestNoAnswer(t *testing.T) {
	t.Parallel()
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	_, err := connect(t, closed.URL).Read(t.Context(), sms, smsID)
	if failed := failure(t, err, client.KindUnreachable); !strings.Contains(failed.Error(), "connection refused") {
		t.Errorf("refused: %v", err)
	}

	waiting := make(chan struct{})
	t.Cleanup(func() { close(waiting) })
	slow := func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-waiting:
		case <-r.Context().Done():
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	canceled := serve(t, func(w http.ResponseWriter, r *http.Request) {
		cancel()
		slow(w, r)
	}, func(c *client.Config) { c.MaxRetries = 50 })
	_, err = canceled.Read(ctx, sms, smsID)
	failure(t, err, client.KindCanceled)

	_, err = serve(t, slow, func(c *client.Config) { c.RequestTimeout = time.Millisecond }).Read(t.Context(), sms, smsID)
	if failed := failure(t, err, client.KindTimeout); !strings.Contains(failed.Error(), "within 1ms") {
		t.Errorf("timeout: %v", err)
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

func TestPrintingAnErrorNeverShowsMore(t *testing.T) {
	t.Parallel()
	_, err := serve(t, answer(http.StatusForbidden, "application/json", `{"detail":"no"}`)).Page(t.Context(), sms, url.Values{"name": {markedBody}})
	if text := fmt.Sprintf("%v %+v %#v", err, err, err); strings.Contains(text, "marked") {
		t.Errorf("a secret stands in %s", text)
	}
}
