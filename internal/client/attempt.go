package client

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
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
	"unicode/utf8"

	"github.com/hashicorp/terraform-plugin-log/tflog"
)

// answer is a complete answer with a 2xx status.
type answer struct {
	bytes []byte
	about Error // what is known for an error, were the bytes not what they should be
}

// failure says why the body could not be decoded, never what it holds.
func (a answer) failure(err error) *Error {
	failure := a.about
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, errNotDeleted):
		failure.Kind = KindNotJSON
		failure.Message = err.Error()
	case errors.As(err, &syntax) && len(bytes.TrimSpace(a.bytes)) == 0:
		failure.Kind = KindNotJSON
		failure.Message = "the answer has no body"
	case errors.As(err, &syntax) && looksLikeHTML(a.bytes):
		failure.Kind = KindNotJSON
		failure.Message = "the answer is a web page (HTML)"
	case errors.As(err, &syntax):
		failure.Kind = KindNotJSON
		failure.Message = fmt.Sprintf("the answer is no JSON: it breaks off or goes wrong after %d of %d bytes", syntax.Offset, len(a.bytes))
	case errors.Is(err, errNotUTF8):
		failure.Kind = KindNotJSON
		failure.Message = err.Error()
	case errors.Is(err, errNotObject), errors.Is(err, errNotPage):
		failure.Kind = KindShape
		failure.Message = err.Error()
	default:
		// The decoder's error for another JSON type may name a value.
		failure.Kind = KindShape
		failure.Message = "the answer's JSON has another shape than the API documents"
	}
	return &failure
}

// errNotUTF8 is for a body that Go's decoder would read with other characters in
// place of those that it cannot.
var errNotUTF8 = errors.New("the answer is not UTF-8")

// unmarshal decodes a body, none of whose text may be damaged. Of a key that comes
// twice the last one counts, as in every other decoder.
func unmarshal(body []byte, into any) error {
	if !utf8.Valid(body) {
		return errNotUTF8
	}
	return json.Unmarshal(body, into)
}

func looksLikeHTML(body []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(body), []byte("<"))
}

// call is one request to be sent.
type call struct {
	method  string
	address *url.URL
	// body is JSON, nil for none.
	body []byte
	// secrets are the values in the body that no message may repeat.
	secrets []string
	// limit bounds the answer's size in bytes.
	limit int64
}

// attempt sends one request and reads its answer to the end.
func (c *Client) attempt(ctx context.Context, what call) (answer, *Error) {
	ctx, cancel := context.WithTimeoutCause(ctx, c.config.RequestTimeout, errRequestTimeout)
	defer cancel()
	started := time.Now()
	about := Error{Method: what.method, URL: withoutQuery(what.address)}

	request, err := c.request(ctx, what)
	if err != nil {
		about.Kind, about.Err = KindUnreachable, errors.New("the request could not be made")
		return answer{}, &about
	}
	var sent atomic.Bool
	request = request.WithContext(httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{WroteHeaders: func() { sent.Store(true) }}))
	response, err := c.http.Do(request)
	about.sent = sent.Load()
	if err != nil {
		c.log(ctx, &about, started)
		return answer{}, c.unanswered(ctx, &about, err)
	}
	defer func() { _ = response.Body.Close() }()
	about.Status = response.StatusCode
	about.RequestID = cleanText(response.Header.Get("X-Authentik-Id"), maxRequestID)
	about.RetryAfter = retryAfter(response.Header)
	if final := withoutQuery(response.Request.URL); final != about.URL {
		about.Target = final
	}
	limit := what.limit
	if response.StatusCode < 200 || response.StatusCode > 299 {
		limit = maxErrorSize
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, limit+1))
	c.log(ctx, &about, started)

	switch {
	case response.StatusCode >= 300 && response.StatusCode <= 399:
		about.Kind = KindRedirect
		if location, err := response.Location(); err == nil {
			about.Target = withoutQuery(location)
		}
		return answer{}, &about
	case response.StatusCode < 200 || response.StatusCode > 299:
		about.Kind = KindStatus
		explainer{secrets: append(c.secrets(), what.secrets...), about: &about}.explain(body)
		return answer{}, &about
	case err != nil:
		if failure := c.unanswered(ctx, &about, err); failure.Kind != KindUnreachable {
			return answer{}, failure
		}
		about.Kind = KindTruncated
		return answer{}, &about
	case int64(len(body)) > limit:
		about.Kind = KindTooLarge
		about.Message = fmt.Sprintf("the answer is larger than %d MiB", limit>>20)
		return answer{}, &about
	}
	return answer{bytes: body, about: about}, nil
}

// request makes the request with its headers.
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
	// Up to 2025.8 the router answers in JSON while the server starts only where
	// the header is exactly this.
	request.Header.Set("Accept", "application/json")
	request.Header.Set("User-Agent", c.config.UserAgent)
	if what.body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	return request, nil
}

// log writes what was asked and how it went. Nothing that a user or a server
// chose stands in it except the path, which holds ids only.
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

// unanswered sorts the failures of a request that got no complete answer.
func (c *Client) unanswered(ctx context.Context, about *Error, err error) *Error {
	if wrapped, ok := errors.AsType[*url.Error](err); ok {
		// Its text repeats the address with the query.
		err = wrapped.Err
	}
	about.Err = err
	cause := context.Cause(ctx)
	var timeout net.Error
	switch {
	case errors.Is(cause, errRequestTimeout):
		about.Kind = KindTimeout
		about.Message = "no complete answer within " + c.config.RequestTimeout.String()
	case cause != nil:
		about.Kind = KindCanceled
	case isTLS(err):
		about.Kind = KindTLS
	case errors.As(err, &timeout) && timeout.Timeout():
		about.Kind = KindTimeout
		about.Message = "no connection in time"
	default:
		about.Kind = KindUnreachable
	}
	if about.Message == "" {
		about.Message = redact(cleanText(err.Error(), maxMessage), c.secrets())
	}
	return about
}

// tlsTexts are what Go says of handshakes whose errors have no type. The last one
// is a server that, over HTTP/2 and TLS 1.3, refuses the client's certificate after
// the handshake.
var tlsTexts = []string{"server gave HTTP response to HTTPS client", "tls: ", "http2: client conn could not be established"}

func isTLS(err error) bool {
	var (
		verification *tls.CertificateVerificationError
		record       tls.RecordHeaderError
		alert        tls.AlertError
	)
	return errors.As(err, &verification) || errors.As(err, &record) || errors.As(err, &alert) ||
		slices.ContainsFunc(tlsTexts, func(text string) bool { return strings.Contains(err.Error(), text) })
}

func withoutQuery(address *url.URL) string {
	plain := *address
	plain.RawQuery, plain.ForceQuery, plain.Fragment, plain.User = "", false, "", nil
	return plain.String()
}
