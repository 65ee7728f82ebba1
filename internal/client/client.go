package client

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/hashicorp/terraform-plugin-log/tflog"
)

// Limits on the size of an answer, in bytes after decompression.
const (
	MaxObjectSize = 8 << 20
	MaxPageSize   = 64 << 20
	maxErrorSize  = 1 << 20
)

const (
	apiPath = "/api/v3"

	// pageSize is the most that releases from 2025.12 on return by default; older
	// ones accept any number.
	pageSize = 100

	// maxRedirects is generous: authentik itself redirects once, to add a slash.
	maxRedirects = 3

	// idleConnections is above any parallelism that Terraform is run with, so
	// that no request has to dial because another one's connection was dropped.
	idleConnections = 256
)

// Object is one object of the API as the server sent it: the JSON value of each
// key. A key that the server's release does not know is absent.
type Object map[string]json.RawMessage

// Client talks to one authentik instance. It is safe for concurrent use.
type Client struct {
	config  Config
	http    *http.Client
	version versionOnce
}

// New makes a client. Nothing is sent until the first call.
func New(config Config) *Client {
	if config.RequestTimeout == 0 {
		config.RequestTimeout = DefaultRequestTimeout
	}
	if config.FirstRetry == 0 {
		config.FirstRetry = time.Second
	}
	transport := &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		DialContext:           (&net.Dialer{Timeout: 30 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
		TLSClientConfig:       config.TLS,
		TLSHandshakeTimeout:   30 * time.Second,
		ForceAttemptHTTP2:     true,
		MaxIdleConnsPerHost:   idleConnections,
		IdleConnTimeout:       90 * time.Second,
		ExpectContinueTimeout: time.Second,
	}
	return &Client{
		config: config,
		http:   &http.Client{Transport: transport, CheckRedirect: sameOrigin},
	}
}

// sameOrigin follows a redirect of a read within the configured origin, so that
// the token never reaches another host and a write is never turned into a read.
// What is not followed comes back as the redirect itself.
func sameOrigin(request *http.Request, via []*http.Request) error {
	first := via[0]
	if len(via) > maxRedirects || first.Method != http.MethodGet ||
		request.URL.Scheme != first.URL.Scheme || request.URL.Host != first.URL.Host {
		return http.ErrUseLastResponse
	}
	return nil
}

// Retrieve reads one object: GET {path}{id}/, where path is the collection's
// below /api/v3 with slashes at both ends. The error is an [Error].
func (c *Client) Retrieve(ctx context.Context, path, id string) (Object, error) {
	var object Object
	err := c.read(ctx, path+url.PathEscape(id)+"/", nil, MaxObjectSize, func(body []byte) error {
		object = nil
		if err := json.Unmarshal(body, &object); err != nil {
			return err
		}
		if object == nil {
			return errNotObject
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return object, nil
}

// Page is one page of a list.
type Page struct {
	// Objects are the page's objects in the server's order.
	Objects []Object
	// Next is the number of the next page, 0 where there is none.
	Next int
	// Count is how many objects all pages have, as far as the server said so.
	Count int
}

// Page reads one page of a collection: GET {path}?{query}. Filters of authentik
// are exact and case-sensitive; an empty value is no filter at all, so the
// caller must not pass one. The error is an [Error].
func (c *Client) Page(ctx context.Context, path string, query url.Values) (Page, error) {
	var page Page
	err := c.read(ctx, path, query, MaxPageSize, func(body []byte) error {
		var envelope struct {
			Pagination *struct {
				Next  tolerantInt `json:"next"`
				Count tolerantInt `json:"count"`
			} `json:"pagination"`
			Results *[]Object `json:"results"`
		}
		if err := json.Unmarshal(body, &envelope); err != nil {
			return err
		}
		if envelope.Results == nil || envelope.Pagination == nil {
			return errNotPage
		}
		page = Page{Objects: *envelope.Results, Next: int(envelope.Pagination.Next), Count: int(envelope.Pagination.Count)}
		for _, object := range page.Objects {
			if object == nil {
				return errNotPage
			}
		}
		return nil
	})
	return page, err
}

// List reads a collection page by page, in a fixed order, and yields each object
// once. It follows `pagination.next`, because the size of a page is the
// server's to decide. The error is an [Error] and ends the sequence.
func (c *Client) List(ctx context.Context, path string, query url.Values) iter.Seq2[Object, error] {
	return func(yield func(Object, error) bool) {
		values := url.Values{"page_size": {strconv.Itoa(pageSize)}, "ordering": {"pk"}}
		maps.Copy(values, query)
		for number := 1; ; {
			values.Set("page", strconv.Itoa(number))
			page, err := c.Page(ctx, path, values)
			if err != nil {
				yield(nil, err)
				return
			}
			for _, object := range page.Objects {
				if !yield(object, nil) {
					return
				}
			}
			if page.Next == 0 {
				return
			}
			if page.Next <= number {
				yield(nil, &Error{
					Kind: KindShape, Method: http.MethodGet, URL: c.address(path, nil).String(), Status: http.StatusOK,
					Message: fmt.Sprintf("page %d names page %d as the next one", number, page.Next),
				})
				return
			}
			number = page.Next
		}
	}
}

// address is the full URL of an API path.
func (c *Client) address(path string, query url.Values) *url.URL {
	address := *c.config.URL
	// path is escaped already; parsing it again keeps %2F apart from a slash.
	address.RawPath = address.EscapedPath() + apiPath + path
	if decoded, err := url.PathUnescape(address.RawPath); err == nil {
		address.Path = decoded
	}
	address.RawQuery = query.Encode()
	return &address
}

// read sends GET, again where the failure passes, and hands the body of an
// answer with a 2xx status to decode.
func (c *Client) read(ctx context.Context, path string, query url.Values, limit int64, decode func([]byte) error) error {
	address := c.address(path, query)
	return c.retry(ctx, func(ctx context.Context) *Error {
		body, failure := c.attempt(ctx, http.MethodGet, address, limit)
		if failure != nil {
			return failure
		}
		if err := decode(body.bytes); err != nil {
			return body.failure(err)
		}
		return nil
	})
}

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
	case errors.As(err, &syntax) && len(bytes.TrimSpace(a.bytes)) == 0:
		failure.Kind = KindNotJSON
		failure.Message = "the answer has no body"
	case errors.As(err, &syntax) && looksLikeHTML(a.bytes):
		failure.Kind = KindNotJSON
		failure.Message = "the answer is a web page (HTML)"
	case errors.As(err, &syntax):
		failure.Kind = KindNotJSON
		failure.Message = fmt.Sprintf("the answer is no JSON: it breaks off or goes wrong after %d of %d bytes", syntax.Offset, len(a.bytes))
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

func looksLikeHTML(body []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(body), []byte("<"))
}

// attempt sends one request and reads its answer to the end, at most limit bytes.
func (c *Client) attempt(ctx context.Context, method string, address *url.URL, limit int64) (answer, *Error) {
	ctx, cancel := context.WithTimeoutCause(ctx, c.config.RequestTimeout, errRequestTimeout)
	defer cancel()
	started := time.Now()
	about := Error{Method: method, URL: withoutQuery(address)}

	request, err := http.NewRequestWithContext(ctx, method, address.String(), http.NoBody)
	if err != nil {
		about.Kind, about.Err = KindUnreachable, errors.New("the request could not be made")
		return answer{}, &about
	}
	for name, value := range c.config.Headers {
		request.Header.Set(name, value)
	}
	request.Header.Set("Authorization", "Bearer "+c.config.Token)
	// Up to 2025.8 the router answers in JSON while the server starts only where
	// the header is exactly this.
	request.Header.Set("Accept", "application/json")
	request.Header.Set("User-Agent", c.config.UserAgent)

	response, err := c.http.Do(request)
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
		c.explain(&about, body)
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
		about.Message = c.redact(cleanText(err.Error(), maxMessage))
	}
	return about
}

func isTLS(err error) bool {
	var (
		verification *tls.CertificateVerificationError
		record       tls.RecordHeaderError
		alert        tls.AlertError
	)
	return errors.As(err, &verification) || errors.As(err, &record) || errors.As(err, &alert) ||
		strings.Contains(err.Error(), "server gave HTTP response to HTTPS client") || strings.Contains(err.Error(), "tls: ")
}

func withoutQuery(address *url.URL) string {
	plain := *address
	plain.RawQuery, plain.ForceQuery, plain.Fragment, plain.User = "", false, "", nil
	return plain.String()
}

// tolerantInt reads an integer that a release may send as a float or as text.
// Null and what is no number are 0.
type tolerantInt int

// UnmarshalJSON never fails: a page without usable numbers is a single page.
func (n *tolerantInt) UnmarshalJSON(data []byte) error {
	number, err := strconv.ParseFloat(strings.Trim(string(data), `"`), 64)
	if err == nil && number >= 0 && number < 1<<31 {
		*n = tolerantInt(number)
	}
	return nil
}
