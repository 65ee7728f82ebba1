package client

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
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
	what := call{method: http.MethodGet, address: c.address(path+url.PathEscape(id)+"/", nil), limit: MaxObjectSize}
	var object Object
	err := c.retry(ctx, func(ctx context.Context) *Error { return c.send(ctx, what, &object) })
	return object, err
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
	what := call{method: http.MethodGet, address: c.address(path, query), limit: MaxPageSize}
	err := c.retry(ctx, func(ctx context.Context) *Error {
		body, failure := c.attempt(ctx, what)
		if failure != nil {
			return failure
		}
		var err error
		if page, err = decodePage(body.bytes); err != nil {
			return body.failure(err)
		}
		return nil
	})
	return page, err
}

// decodePage reads the envelope of a list.
func decodePage(body []byte) (Page, error) {
	var envelope struct {
		Pagination *struct {
			Next  tolerantInt `json:"next"`
			Count tolerantInt `json:"count"`
		} `json:"pagination"`
		Results *[]Object `json:"results"`
	}
	if err := json.Unmarshal(body, &envelope); err != nil {
		return Page{}, err
	}
	if envelope.Results == nil || envelope.Pagination == nil {
		return Page{}, errNotPage
	}
	for _, object := range *envelope.Results {
		if object == nil {
			return Page{}, errNotPage
		}
	}
	return Page{Objects: *envelope.Results, Next: int(envelope.Pagination.Next), Count: int(envelope.Pagination.Count)}, nil
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
