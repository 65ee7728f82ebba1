package client_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

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
