package client_test

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// secure starts a TLS server and returns its certificate as PEM text.
func secure(t *testing.T, config *tls.Config) (server *httptest.Server, certificate string) {
	t.Helper()
	server = httptest.NewUnstartedServer(answer(http.StatusOK, "application/json", `{"pk":"x"}`))
	server.TLS = config
	server.Config.ErrorLog = log.New(io.Discard, "", 0) // it complains of the handshakes that are meant to fail
	server.EnableHTTP2 = true
	server.StartTLS()
	t.Cleanup(server.Close)
	return server, string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw}))
}

func withTLS(t *testing.T, files client.TLSFiles) func(*client.Config) {
	t.Helper()
	config, err := client.TLSConfig(files)
	if err != nil {
		t.Fatal(err)
	}
	return func(c *client.Config) { c.TLS = config }
}

func TestTLS(t *testing.T) {
	t.Parallel()
	server, authority := secure(t, nil)
	read := func(address string, files client.TLSFiles) error {
		_, err := connect(t, address, withTLS(t, files)).Read(t.Context(), sms, smsID)
		return err
	}
	if err := read(server.URL, client.TLSFiles{CACertificate: authority}); err != nil {
		t.Errorf("with its authority: %v", err)
	}
	if err := read(server.URL, client.TLSFiles{Insecure: true}); err != nil {
		t.Errorf("insecure: %v", err)
	}
	failed := failure(t, read(server.URL, client.TLSFiles{}), client.KindTLS)
	if !strings.Contains(failed.Error(), "unknown authority") {
		t.Errorf("without its authority: %v", failed)
	}
	failed = failure(t, read(strings.Replace(server.URL, "127.0.0.1", "localhost", 1), client.TLSFiles{CACertificate: authority}), client.KindTLS)
	if !strings.Contains(failed.Error(), "localhost") {
		t.Errorf("under another name: %v", failed)
	}

	plain := httptest.NewServer(http.NotFoundHandler())
	t.Cleanup(plain.Close)
	failure(t, read(strings.Replace(plain.URL, "http:", "https:", 1), client.TLSFiles{}), client.KindTLS)
}

func TestClientCertificate(t *testing.T) {
	t.Parallel()
	certificate, key := selfSigned(t, "client")
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM([]byte(certificate))
	server, authority := secure(t, &tls.Config{ClientAuth: tls.RequireAndVerifyClientCert, ClientCAs: pool, MinVersion: tls.VersionTLS12})

	files := client.TLSFiles{CACertificate: authority}
	// The server may close the connection before its alert is read, which is transient.
	retrying := func(c *client.Config) { c.MaxRetries = 50 }
	_, err := connect(t, server.URL, withTLS(t, files), retrying).Read(t.Context(), sms, smsID)
	failure(t, err, client.KindTLS)

	files.ClientCertificate, files.ClientKey = certificate, key
	if _, err := connect(t, server.URL, withTLS(t, files)).Read(t.Context(), sms, smsID); err != nil {
		t.Errorf("with the certificate: %v", err)
	}
}
