package coretest

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
)

// Connect starts the server and connects to it.
func (s *Server) Connect(tb testing.TB) *connection.Connection {
	tb.Helper()
	server := httptest.NewServer(s)
	tb.Cleanup(server.Close)
	return s.connect(tb, server.URL, nil)
}

// Simulate connects to the server without a network, for tests with simulated time.
func (s *Server) Simulate(tb testing.TB) *connection.Connection {
	tb.Helper()
	return s.connect(tb, "http://localhost", transport{s})
}

func (s *Server) connect(tb testing.TB, server string, over http.RoundTripper) *connection.Connection {
	tb.Helper()
	address, err := client.ParseURL(server)
	if err != nil {
		tb.Fatal(err)
	}
	config := client.Config{URL: address, Token: "t0k3n-S3cr3t", MaxRetries: 1, FirstRetry: 1, Transport: over}
	if s.Configure != nil {
		s.Configure(&config)
	}
	return &connection.Connection{Client: client.New(config)}
}

// transport has a server respond in the goroutine of the request.
type transport struct{ server *Server }

// RoundTrip implements [http.RoundTripper].
func (t transport) RoundTrip(r *http.Request) (response *http.Response, err error) {
	httptrace.ContextClientTrace(r.Context()).WroteHeaders()
	defer func() {
		if recover() == http.ErrAbortHandler { //nolint:errorlint // It is the panic itself that is compared.
			response, err = nil, io.ErrUnexpectedEOF
		}
	}()
	recorder := httptest.NewRecorder()
	t.server.ServeHTTP(recorder, r)
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	response = recorder.Result()
	response.Request = r
	return response, nil
}
