package client_test

import (
	"context"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

func TestReadsAreRepeatedWhereItCanHelp(t *testing.T) {
	t.Parallel()
	for status, repeated := range map[int]bool{
		429: true, 502: true, 503: true, 504: true,
		400: false, 403: false, 404: false, 405: false, 500: false,
	} {
		var requests atomic.Int32
		api := serve(t, func(w http.ResponseWriter, r *http.Request) {
			if requests.Add(1) <= 2 {
				answer(status, "application/json", `{}`)(w, r)
				return
			}
			answer(http.StatusOK, "application/json", `{"pk":"x"}`)(w, r)
		}, func(c *client.Config) { c.MaxRetries = 2 })
		_, err := api.Read(t.Context(), sms, smsID)
		if (err == nil) != repeated {
			t.Errorf("%d: %v after %d requests", status, err, requests.Load())
		}
	}
}

// A worker that is being recycled responds with a bare 500, without authentik's id of the
// request. A server error of authentik's own handlers has one.
func TestRecycledWorkersAreRetried(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		id       string
		requests int32
	}{"recycled": {"", 2}, "server error": {"5f0e3b1c", 1}} {
		for method, send := range map[string]func(*client.Client) error{
			"read": func(api *client.Client) error { _, err := api.Read(t.Context(), sms, smsID); return err },
			"list": func(api *client.Client) error { _, err := api.Page(t.Context(), sms, nil); return err },
			"update": func(api *client.Client) error {
				_, err := api.Update(t.Context(), smsPath, smsID, client.Write{})
				return err
			},
			"delete": func(api *client.Client) error { return api.Delete(t.Context(), smsPath, smsID) },
		} {
			var requests atomic.Int32
			api := serve(t, func(w http.ResponseWriter, r *http.Request) {
				switch {
				case requests.Add(1) == 1:
					if test.id != "" {
						w.Header().Set("X-Authentik-Id", test.id)
					}
					w.WriteHeader(http.StatusInternalServerError)
				case r.Method == http.MethodDelete:
					w.WriteHeader(http.StatusNoContent)
				default:
					answer(http.StatusOK, "application/json", `{"pk":"x","pagination":{},"results":[]}`)(w, r)
				}
			}, func(c *client.Config) { c.MaxRetries = 1 })
			if err := send(api); (err == nil) != (test.id == "") || requests.Load() != test.requests {
				t.Errorf("%s, %s: %v after %d requests", method, name, err, requests.Load())
			}
		}
	}
}

// A create is looked up after such a response: it may have been done.
func TestCreatesAreLookedUpAfterARecycledWorker(t *testing.T) {
	t.Parallel()
	posts := 0
	api := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		posts++
		w.WriteHeader(http.StatusInternalServerError)
	}, func(c *client.Config) { c.MaxRetries = 3 })
	object, err := api.Create(t.Context(), smsPath, client.Write{}, func(context.Context) (client.Object, bool, error) {
		return client.Object{"pk": []byte(`"x"`)}, posts == 2, nil
	})
	if err != nil || posts != 2 || object["pk"] == nil {
		t.Errorf("%v after %d posts", err, posts)
	}
	_, err = api.Create(t.Context(), smsPath, client.Write{}, nil)
	if failed := failure(t, err, client.KindStatus); posts != 3 || !failed.Lost {
		t.Errorf("without a way to look: %v after %d posts", err, posts)
	}
}

func TestRetriesEnd(t *testing.T) {
	t.Parallel()
	for _, retries := range []int{0, 1, 3} {
		var requests atomic.Int32
		api := serve(t, func(w http.ResponseWriter, r *http.Request) {
			requests.Add(1)
			answer(http.StatusBadGateway, "text/plain", `{"error":"authentik starting"}`)(w, r)
		}, func(c *client.Config) { c.MaxRetries = retries })
		_, err := api.Read(t.Context(), sms, smsID)
		failed := failure(t, err, client.KindStatus)
		if int(requests.Load()) != retries+1 || failed.Attempts != retries+1 {
			t.Errorf("%d retries: %d requests, %d attempts", retries, requests.Load(), failed.Attempts)
		}
		if strings.Contains(err.Error(), "attempts") != (retries > 0) {
			t.Errorf("%d retries: %v", retries, err)
		}
	}
}

func TestCutConnectionsAreRepeated(t *testing.T) {
	t.Parallel()
	var requests atomic.Int32
	api := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if requests.Add(1) == 1 {
			w.Header().Set("Content-Length", "100")
			_, _ = w.Write([]byte(`{"pk"`))
			return
		}
		answer(http.StatusOK, "application/json", `{"pk":"x"}`)(w, r)
	}, func(c *client.Config) { c.MaxRetries = 1 })
	if _, err := api.Read(t.Context(), sms, smsID); err != nil {
		t.Error(err)
	}
}
