package client_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// A write is never redirected: a client that follows turns a POST into a GET, whose
// list would pass for success.
func TestWritesAreNotRedirected(t *testing.T) {
	t.Parallel()
	var methods []string
	api := serve(t, func(w http.ResponseWriter, r *http.Request) {
		methods = append(methods, r.Method)
		http.Redirect(w, r, r.URL.Path+"x/", http.StatusMovedPermanently)
	})
	none := func(context.Context) (client.Object, bool, error) { return nil, false, nil }
	_, err := api.Create(t.Context(), smsPath, client.Write{Fields: map[string]any{}}, none)
	failure(t, err, client.KindRedirect)
	_, err = api.Update(t.Context(), smsPath, smsID, client.Write{Fields: map[string]any{}})
	failure(t, err, client.KindRedirect)
	failure(t, api.Delete(t.Context(), smsPath, smsID), client.KindRedirect)
	if got := fmt.Sprint(methods); got != "[POST PATCH DELETE]" {
		t.Errorf("sent %s", got)
	}
}

// A create is sent again only when it surely did not arrive, or when the object is
// not there.
func TestCreatesAreNotRepeatedBlindly(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		status, posts, finds int
	}{
		"lost and not there": {http.StatusBadGateway, 3, 3},
		"recycled worker":    {http.StatusInternalServerError, 3, 3},
		"405 with no body":   {http.StatusMethodNotAllowed, 1, 1},
		"refused":            {http.StatusBadRequest, 1, 0},
		"too many":           {http.StatusTooManyRequests, 3, 0},
	} {
		var posts, finds int
		api := serve(t, func(w http.ResponseWriter, _ *http.Request) {
			posts++
			w.WriteHeader(test.status)
		}, func(c *client.Config) { c.MaxRetries = 2 })
		_, err := api.Create(t.Context(), smsPath, client.Write{Fields: map[string]any{"auth": markedBody}}, func(context.Context) (client.Object, bool, error) {
			finds++
			return nil, false, nil
		})
		failed := failure(t, err, client.KindStatus)
		if posts != test.posts || finds != test.finds || strings.Contains(failed.Error(), "marked") {
			t.Errorf("%s: %d posts, %d searches: %v", name, posts, finds, failed)
		}
	}
}

// What never went out was not done: nothing is looked for. What went out and got no
// answer in time may have been done: it is looked for until it is there.
func TestCreatesWithoutAnAnswer(t *testing.T) {
	t.Parallel()
	finds := 0
	find := func(context.Context) (client.Object, bool, error) {
		finds++
		return client.Object{"pk": []byte(`"x"`)}, finds == 2, nil
	}
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	_, err := connect(t, closed.URL).Create(t.Context(), smsPath, client.Write{}, find)
	failure(t, err, client.KindUnreachable)
	if finds != 0 {
		t.Errorf("refused: %d searches", finds)
	}

	done := make(chan struct{})
	slow := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-done:
		case <-r.Context().Done():
		}
	}, func(c *client.Config) { c.RequestTimeout, c.MaxRetries = 20*time.Millisecond, 3 })
	t.Cleanup(func() { close(done) }) // before the server waits for its handlers
	object, err := slow.Create(t.Context(), smsPath, client.Write{}, find)
	if err != nil || finds != 2 || object["pk"] == nil {
		t.Errorf("too slow: %v after %d searches", err, finds)
	}
}

// gunicorn cuts connections that were idle for two seconds. What comes next on such
// a connection succeeds all the same, writes included.
func TestCutIdleConnections(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodDelete {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		answer(http.StatusOK, "application/json", `{"pk":"x"}`)(w, r)
	}))
	t.Cleanup(server.Close)
	api := connect(t, server.URL, func(c *client.Config) { c.MaxRetries = 1 })
	none := func(context.Context) (client.Object, bool, error) { return nil, false, nil }
	for range 20 {
		for name, request := range map[string]func() error{
			"GET":    func() error { _, err := api.Read(t.Context(), sms, smsID); return err },
			"POST":   func() error { _, err := api.Create(t.Context(), smsPath, client.Write{}, none); return err },
			"PATCH":  func() error { _, err := api.Update(t.Context(), smsPath, smsID, client.Write{}); return err },
			"DELETE": func() error { return api.Delete(t.Context(), smsPath, smsID) },
		} {
			if err := request(); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			server.CloseClientConnections()
		}
	}
}

// Without an ID, or with one that a server or proxy takes for a path, nothing is sent:
// it would be about the collection or something else.
func TestNothingIsSentWithoutAnID(t *testing.T) {
	t.Parallel()
	api := serve(t, func(_ http.ResponseWriter, r *http.Request) { t.Errorf("sent %s %s", r.Method, r.URL) })
	for _, id := range []string{"", ".", ".."} {
		_, read := api.Read(t.Context(), client.Collection{Path: smsPath}, id)
		_, updated := api.Update(t.Context(), smsPath, id, client.Write{Fields: map[string]any{}})
		_, asked := api.Do(t.Context(), client.Request{Method: http.MethodPost, Path: smsPath + id + "/used_by/"})
		for what, err := range map[string]error{"read": read, "update": updated, "delete": api.Delete(t.Context(), smsPath, id), "action": asked} {
			if err == nil || !strings.Contains(err.Error(), "ID of the object is empty") {
				t.Errorf("%s with the ID %q: %v", what, id, err)
			}
		}
	}
}
