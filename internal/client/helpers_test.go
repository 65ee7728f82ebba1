package client_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"math/big"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/hashicorp/terraform-plugin-log/tflogtest"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

const (
	smsPath = "/stages/authenticator/sms/"
	smsID   = "2c56e12c-0fea-496b-a1e4-c39d9945129e"

	// Values that must never show up in a log or an error.
	markedToken  = "marked-token-f3a9"
	markedHeader = "marked-header-77b1"
	markedBody   = "marked-body-52c4"
)

// serve starts a server and a client for it; change may alter the configuration.
func serve(t *testing.T, handler http.HandlerFunc, change ...func(*client.Config)) *client.Client {
	t.Helper()
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return connect(t, server.URL, change...)
}

func connect(t *testing.T, address string, change ...func(*client.Config)) *client.Client {
	t.Helper()
	parsed, err := client.ParseURL(address)
	if err != nil {
		t.Fatal(err)
	}
	config := client.Config{
		URL: parsed, Token: markedToken, Headers: map[string]string{"X-Proxy-Secret": markedHeader},
		UserAgent: "test/1", RequestTimeout: time.Minute, FirstRetry: time.Microsecond,
	}
	for _, alter := range change {
		alter(&config)
	}
	return client.New(config)
}

func answer(status int, contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		w.Header().Set("X-Authentik-Id", "5f0e3b1c")
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}
}

// failure makes sure that err is an [client.Error] of that kind.
func failure(t *testing.T, err error, kind client.Kind) *client.Error {
	t.Helper()
	var failed *client.Error
	if !errors.As(err, &failed) {
		t.Fatalf("got %v, want a *client.Error", err)
	}
	if failed.Kind != kind {
		t.Fatalf("got kind %d (%v), want %d", failed.Kind, failed, kind)
	}
	return failed
}

// logged is a context whose log goes into the buffer, at the level of TRACE.
func logged(t *testing.T) (context.Context, *bytes.Buffer) {
	t.Helper()
	var buffer bytes.Buffer
	return tflogtest.RootLogger(t.Context(), &buffer), &buffer
}

// selfSigned makes a certificate and its key, as PEM texts.
func selfSigned(t *testing.T, name string) (certificate, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true,
		KeyUsage:    x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth, x509.ExtKeyUsageServerAuth},
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	if err != nil {
		t.Fatal(err)
	}
	keyDER, err := x509.MarshalECPrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	encode := func(kind string, bytes []byte) string {
		return string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: bytes}))
	}
	return encode("CERTIFICATE", der), encode("EC PRIVATE KEY", keyDER)
}
