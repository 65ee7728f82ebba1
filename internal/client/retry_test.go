package client_test

import (
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
		_, err := api.Read(t.Context(), client.Collection{Path: smsPath}, smsID)
		if (err == nil) != repeated {
			t.Errorf("%d: %v after %d requests", status, err, requests.Load())
		}
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
		_, err := api.Read(t.Context(), client.Collection{Path: smsPath}, smsID)
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
	if _, err := api.Read(t.Context(), client.Collection{Path: smsPath}, smsID); err != nil {
		t.Error(err)
	}
}
