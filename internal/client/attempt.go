package client

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/hashicorp/terraform-plugin-log/tflog"
)

// call is one request to be sent.
type call struct {
	method  string
	address *url.URL
	// body is nil for none.
	body []byte
	// contentType is the body's, JSON if empty.
	contentType string
	// secrets are the values in the body that no message may repeat.
	secrets []string
	// limit is the most that the response may have, in bytes.
	limit int64
	// timeout is shorter than [Config.RequestTimeout], 0 for that one.
	timeout time.Duration
}

// attempt sends one request and reads its response to the end.
func (c *Client) attempt(ctx context.Context, what call) (response, *Error) {
	timeout := c.config.RequestTimeout
	if what.timeout > 0 {
		timeout = min(timeout, what.timeout)
	}
	secrets := append(c.secrets(), what.secrets...)
	ctx, cancel := context.WithTimeoutCause(ctx, timeout, errRequestTimeout)
	defer cancel()
	started := time.Now()
	about := Error{Method: what.method, URL: withoutQuery(what.address)}

	request, err := c.request(ctx, what)
	if err != nil {
		about.Kind, about.Err = KindUnreachable, errors.New("the request could not be built")
		return response{}, &about
	}
	var sent atomic.Bool
	request = request.WithContext(httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{WroteHeaders: func() { sent.Store(true) }}))
	received, err := c.http.Do(request)
	about.sent = sent.Load()
	if err != nil {
		c.log(ctx, &about, started)
		return response{}, incomplete(ctx, &about, err, timeout, secrets)
	}
	defer func() { _ = received.Body.Close() }()
	about.Status = received.StatusCode
	about.RequestID = printable(received.Header.Get("X-Authentik-Id"), maxRequestID, secrets)
	about.RetryAfter = retryAfter(received.Header)
	if final := withoutQuery(received.Request.URL); final != about.URL {
		about.Target = redact(final, secrets)
	}
	limit := what.limit
	if received.StatusCode < 200 || received.StatusCode > 299 {
		limit = maxErrorSize
	}
	body, err := io.ReadAll(io.LimitReader(received.Body, limit+1))
	c.log(ctx, &about, started)

	switch {
	case received.StatusCode >= 300 && received.StatusCode <= 399:
		about.Kind = KindRedirect
		if location, err := received.Location(); err == nil {
			about.Target = redact(withoutQuery(location), secrets)
		}
		return response{}, &about
	case received.StatusCode < 200 || received.StatusCode > 299:
		about.Kind = KindStatus
		errorBody{secrets: secrets, failure: &about}.read(body)
		return response{}, &about
	case err != nil:
		if failure := incomplete(ctx, &about, err, timeout, secrets); failure.Kind != KindUnreachable {
			return response{}, failure
		}
		about.Kind = KindTruncated
		return response{}, &about
	case int64(len(body)) > limit:
		about.Kind = KindTooLarge
		about.Message = fmt.Sprintf("the response is larger than %d MiB", limit>>20)
		return response{}, &about
	}
	return response{bytes: body, about: about}, nil
}

// request builds the request with its headers.
func (c *Client) request(ctx context.Context, what call) (*http.Request, error) {
	var body io.Reader = http.NoBody
	if what.body != nil {
		body = bytes.NewReader(what.body)
	}
	request, err := http.NewRequestWithContext(ctx, what.method, what.address.String(), body)
	if err != nil {
		return nil, err
	}
	for name, value := range c.config.Headers {
		request.Header.Set(name, value)
	}
	request.Header.Set("Authorization", "Bearer "+c.config.Token)
	// Up to 2025.8 the router responds in JSON while the server starts only where
	// the header is exactly this.
	request.Header.Set("Accept", "application/json")
	request.Header.Set("User-Agent", c.config.UserAgent)
	switch {
	case what.contentType != "":
		request.Header.Set("Content-Type", what.contentType)
	case what.body != nil:
		request.Header.Set("Content-Type", "application/json")
	}
	return request, nil
}

// log writes what was requested and the outcome. Nothing that a user or a server chose is
// in it except the path, which contains identifiers only, and the server's ID of the
// request.
func (c *Client) log(ctx context.Context, about *Error, started time.Time) {
	fields := map[string]any{
		"method":      about.Method,
		"path":        about.path(),
		"duration_ms": time.Since(started).Milliseconds(),
	}
	if about.Status != 0 {
		fields["status"] = about.Status
	}
	if about.RequestID != "" {
		fields["request_id"] = about.RequestID
	}
	tflog.Debug(ctx, "authentik API request", fields)
}

// canceled is the failure of a caller whose context ended while it waited for the same
// request of another one.
func canceled(method string, address *url.URL, err error) *Error {
	return &Error{Kind: KindCanceled, Method: method, URL: withoutQuery(address), Message: "canceled while the same request was in flight", Err: err}
}

// incomplete classifies the failure of a request without a complete response.
func incomplete(ctx context.Context, about *Error, err error, timeout time.Duration, secrets []string) *Error {
	if wrapped, ok := errors.AsType[*url.Error](err); ok {
		// Its message repeats the address with the query.
		err = wrapped.Err
	}
	about.Err = err
	cause := context.Cause(ctx)
	var network net.Error
	switch {
	case errors.Is(cause, errRequestTimeout):
		about.Kind = KindTimeout
		about.Message = "no complete response within " + timeout.String()
	case cause != nil:
		about.Kind = KindCanceled
	case isTLS(err):
		about.Kind = KindTLS
	case errors.As(err, &network) && network.Timeout():
		about.Kind = KindTimeout
		about.Message = "no connection in time"
	default:
		about.Kind = KindUnreachable
	}
	if about.Message == "" {
		about.Message = printable(err.Error(), maxMessage, secrets)
	}
	return about
}

// tlsMessages are Go's errors of handshakes that have no type. The last one is a
// server that, over HTTP/2 and TLS 1.3, refuses the client's certificate after the
// handshake.
var tlsMessages = []string{"server gave HTTP response to HTTPS client", "tls: ", "http2: client conn could not be established"}

func isTLS(err error) bool {
	var (
		verification *tls.CertificateVerificationError
		record       tls.RecordHeaderError
		alert        tls.AlertError
	)
	return errors.As(err, &verification) || errors.As(err, &record) || errors.As(err, &alert) ||
		slices.ContainsFunc(tlsMessages, func(message string) bool { return strings.Contains(err.Error(), message) })
}

func withoutQuery(address *url.URL) string {
	plain := *address
	plain.RawQuery, plain.ForceQuery, plain.Fragment, plain.User = "", false, "", nil
	return plain.String()
}
