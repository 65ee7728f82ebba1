package client_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

const usersPath = "/core/users/7/set_password/"

func TestDoSendsWhatItIsGiven(t *testing.T) {
	t.Parallel()
	api := serve(t, func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if got := r.Method + " " + r.URL.String() + " " + r.Header.Get("Content-Type") + " " + strings.TrimSpace(string(body)); got != `PUT /api/v3/core/users/7/set_password/?for_user=1 application/json {"password":"<&>"}` {
			t.Errorf("got %s", got)
		}
		w.WriteHeader(http.StatusNoContent)
	})
	result, err := api.Do(t.Context(), client.Request{Method: http.MethodPut, Path: usersPath, Query: url.Values{"for_user": {"1"}}, Body: map[string]any{"password": "<&>"}})
	if err != nil || result != nil {
		t.Errorf("got %s, %v", result, err)
	}
}

func TestDoTakesAnyJSON(t *testing.T) {
	t.Parallel()
	for body, kind := range map[string]client.Kind{
		``: 0, `{}`: 0, `[1,{"a":2}]`: 0, `"x"`: 0, `null`: 0, `18446744073709551616`: 0,
		`<html>`: client.KindNotJSON, `{"a":`: client.KindNotJSON, "\"\xff\"": client.KindNotJSON,
	} {
		api := serve(t, answer(http.StatusOK, "application/json", body))
		result, err := api.Do(t.Context(), client.Request{Method: http.MethodGet, Path: "/x/"})
		switch {
		case kind != 0:
			failure(t, err, kind)
		case err != nil || string(result) != body:
			t.Errorf("%s: got %s, %v", body, result, err)
		}
	}
}

func TestDoText(t *testing.T) {
	t.Parallel()
	const metadata = `<?xml version="1.0"?><md:EntityDescriptor/>`
	api := serve(t, answer(http.StatusOK, "application/xml", metadata))
	request := client.Request{Method: http.MethodGet, Path: "/providers/saml/7/metadata/", Query: url.Values{"download": {"true"}}}
	if got, err := api.DoText(t.Context(), request); err != nil || got != metadata {
		t.Errorf("got %s, %v", got, err)
	}
	for _, body := range []string{"<!DOCTYPE html><p>Log in", "\xff\xfe"} {
		_, err := serve(t, answer(http.StatusOK, "application/xml", body)).DoText(t.Context(), request)
		failure(t, err, client.KindNotJSON)
	}
}

// A POST is sent again only where it surely was not done, may be done twice, or is known
// not to have been done.
func TestDoIsNotRepeatedBlindly(t *testing.T) {
	t.Parallel()
	never := func(context.Context) (bool, error) { return false, nil }
	done := func(context.Context) (bool, error) { return true, nil }
	unknown := func(context.Context) (bool, error) { return false, errors.New("cannot look") }
	for name, test := range map[string]struct {
		request  client.Request
		status   int
		requests int32
		lost, ok bool
	}{
		"GET":                  {client.Request{Method: http.MethodGet}, 500, 3, false, false},
		"PATCH":                {client.Request{Method: http.MethodPatch}, 502, 3, false, false},
		"PUT":                  {client.Request{Method: http.MethodPut}, 500, 3, false, false},
		"DELETE":               {client.Request{Method: http.MethodDelete}, 500, 3, false, false},
		"POST":                 {client.Request{Method: http.MethodPost}, 502, 1, true, false},
		"POST, worker":         {client.Request{Method: http.MethodPost}, 500, 1, true, false},
		"POST, starting":       {client.Request{Method: http.MethodPost}, 429, 3, false, false},
		"POST, refused":        {client.Request{Method: http.MethodPost}, 400, 1, false, false},
		"idempotent POST":      {client.Request{Method: http.MethodPost, Idempotent: true}, 500, 3, false, false},
		"POST that was done":   {client.Request{Method: http.MethodPost, Find: done}, 502, 1, false, true},
		"POST that was not":    {client.Request{Method: http.MethodPost, Find: never}, 500, 3, true, false},
		"POST, nobody can say": {client.Request{Method: http.MethodPost, Find: unknown}, 502, 1, true, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var requests atomic.Int32
			api := serve(t, func(w http.ResponseWriter, _ *http.Request) {
				requests.Add(1)
				w.WriteHeader(test.status)
				_, _ = io.WriteString(w, `{"detail":"no `+markedBody+`"}`)
			}, func(c *client.Config) { c.MaxRetries = 2 })
			test.request.Path, test.request.Body, test.request.Secrets = usersPath, map[string]string{"password": markedBody}, []string{markedBody}
			_, err := api.Do(t.Context(), test.request)
			if requests.Load() != test.requests || (err == nil) != test.ok {
				t.Errorf("%d requests: %v", requests.Load(), err)
			}
			if test.ok {
				return
			}
			failed := failure(t, err, client.KindStatus)
			if failed.Lost != test.lost || strings.Contains(failed.Error(), "may have been done") != test.lost || strings.Contains(failed.Error(), "marked") {
				t.Errorf("got %v", failed)
			}
		})
	}
}

// An upload is sent again whole.
func TestUpload(t *testing.T) {
	t.Parallel()
	content := strings.Repeat("\x89PNG\r\n--", 1000)
	var requests atomic.Int32
	api := serve(t, func(w http.ResponseWriter, r *http.Request) {
		file, header, err := r.FormFile("file")
		if err != nil {
			t.Error(err)
			return
		}
		got, _ := io.ReadAll(file)
		if string(got) != content || header.Filename != `a"b.png` || r.FormValue("usage") != "media" {
			t.Errorf("got %d bytes of %s for %s", len(got), header.Filename, r.FormValue("usage"))
		}
		if requests.Add(1) == 1 {
			w.WriteHeader(http.StatusServiceUnavailable)
			return
		}
	}, func(c *client.Config) { c.MaxRetries = 1 })
	_, err := api.Do(t.Context(), client.Request{
		Method: http.MethodPost, Path: "/admin/file/", Idempotent: true,
		Body: client.Multipart{Fields: map[string]string{"usage": "media"}, FileField: "file", FileName: `a"b.png`, Content: []byte(content)},
	})
	if err != nil || requests.Load() != 2 {
		t.Errorf("%v after %d requests", err, requests.Load())
	}
}

// What cannot be encoded is not repeated in the error.
func TestBodiesThatCannotBeEncoded(t *testing.T) {
	t.Parallel()
	api := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("a request was sent") })
	body := map[string]any{markedBody: func() {}}
	_, doing := api.Do(t.Context(), client.Request{Method: http.MethodPost, Path: usersPath, Body: body})
	_, creating := api.Create(t.Context(), smsPath, client.Write{Fields: body}, nil)
	_, updating := api.Update(t.Context(), smsPath, smsID, client.Write{Fields: body})
	for _, err := range []error{doing, creating, updating} {
		if err == nil || strings.Contains(err.Error(), "marked") {
			t.Errorf("got %v", err)
		}
	}
}

// A write of any kind ends what was listed before.
func TestReadsAfterDoAreNeverOlder(t *testing.T) {
	t.Parallel()
	server := newFakeServer(100)
	api, _ := server.ahead(t)
	readAll(t, api, 10, ids(100))
	if _, err := api.Do(t.Context(), client.Request{Method: http.MethodPut, Path: smsPath + key(7) + "/", Body: map[string]any{"version": 2}}); err != nil {
		t.Fatal(err)
	}
	if got := version(t.Context(), t, api, key(7)); got != 2 {
		t.Errorf("after the write the version is %d", got)
	}
}

func TestWritesByPUT(t *testing.T) {
	t.Parallel()
	var requests []string
	api := serve(t, func(w http.ResponseWriter, r *http.Request) {
		requests = append(requests, r.Method+" "+r.URL.Path)
		if len(requests)%2 == 1 {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		answer(http.StatusOK, "application/json", `{"pk":7}`)(w, r)
	}, func(c *client.Config) { c.MaxRetries = 1 })
	put := client.Write{Method: http.MethodPut, Fields: map[string]any{"a": 1}}
	if object, err := api.Create(t.Context(), "/admin/settings/", put, nil); err != nil || string(object["pk"]) != "7" {
		t.Errorf("got %s, %v", object, err)
	}
	if object, err := api.Update(t.Context(), smsPath, "7", put); err != nil || string(object["pk"]) != "7" {
		t.Errorf("got %s, %v", object, err)
	}
	want := "PUT /api/v3/admin/settings/ PUT /api/v3/admin/settings/ PUT /api/v3" + smsPath + "7/ PUT /api/v3" + smsPath + "7/"
	if got := strings.Join(requests, " "); got != want {
		t.Errorf("sent %s", got)
	}
}

// Only authentik's own 404 to the deletion means that there is no such object.
func TestDeletionsOfWhatIsNotThere(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		handler http.HandlerFunc
		gone    bool
	}{
		"authentik":   {answer(http.StatusNotFound, "application/json", `{"detail":"Not found."}`), true},
		"proxy":       {answer(http.StatusNotFound, "text/plain", "404 page not found"), false},
		"other path":  {answer(http.StatusNotFound, "text/html", "<html>"), false},
		"forbidden":   {answer(http.StatusForbidden, "application/json", `{"detail":"no"}`), false},
		"worker ends": {answer(http.StatusInternalServerError, "text/plain", ""), false},
	} {
		err := serve(t, test.handler).Delete(t.Context(), smsPath, smsID)
		if got := failure(t, err, client.KindStatus).NotFound(); got != test.gone {
			t.Errorf("%s: not found is %v", name, got)
		}
	}
}
