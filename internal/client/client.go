package client

import (
	"encoding/json"
	"net"
	"net/http"
	"net/url"
	"time"
)

// Limits on the size of a response, in bytes after decompression.
const (
	MaxObjectSize = 8 << 20
	MaxPageSize   = 64 << 20
	maxErrorSize  = 1 << 20
)

const (
	apiPath = "/api/v3"

	// PageSize is how many objects a page of a list has that the client asks for. It is
	// the most that releases from 2025.12 on return by default; older ones accept any
	// number.
	PageSize = 100

	// maxRedirects is generous: authentik itself redirects once, to add a slash.
	maxRedirects = 3

	// idleConnections is above any parallelism that Terraform is run with, so that
	// no request has to dial because another one's connection was dropped.
	idleConnections = 256
)

// Object is one object of the API as the server sent it: the JSON value of each
// key. A key that the server's release does not know is absent.
type Object map[string]json.RawMessage

// Client talks to one authentik instance. It is safe for concurrent use.
type Client struct {
	config  Config
	http    *http.Client
	version versionCache
	reads   reads
	outage  outage
}

// New returns a client. Nothing is sent until the first call.
func New(config Config) *Client {
	if config.RequestTimeout == 0 {
		config.RequestTimeout = DefaultRequestTimeout
	}
	if config.FirstRetry == 0 {
		config.FirstRetry = time.Second
	}
	if config.Transport == nil {
		config.Transport = &http.Transport{
			Proxy:                 http.ProxyFromEnvironment,
			DialContext:           (&net.Dialer{Timeout: 30 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
			TLSClientConfig:       config.TLS,
			TLSHandshakeTimeout:   30 * time.Second,
			ForceAttemptHTTP2:     true,
			MaxIdleConnsPerHost:   idleConnections,
			IdleConnTimeout:       90 * time.Second,
			ExpectContinueTimeout: time.Second,
		}
	}
	return &Client{
		config: config,
		http:   &http.Client{Transport: config.Transport, CheckRedirect: sameOrigin},
	}
}

// URL is authentik's address, for messages and names.
func (c *Client) URL() string { return c.config.URL.Redacted() }

// sameOrigin follows a redirect of a read within the configured origin, so that
// the token never reaches another host and a write is never turned into a read.
// What is not followed is returned as the redirect itself.
func sameOrigin(request *http.Request, via []*http.Request) error {
	first := via[0]
	if len(via) > maxRedirects || first.Method != http.MethodGet ||
		request.URL.Scheme != first.URL.Scheme || request.URL.Host != first.URL.Host {
		return http.ErrUseLastResponse
	}
	return nil
}

// now is the current time of the configured clock.
func (c *Client) now() time.Time {
	if c.config.Now != nil {
		return c.config.Now()
	}
	return time.Now()
}

// address is the full URL of an API path, which is escaped already.
func (c *Client) address(path string, query url.Values) *url.URL {
	address := *c.config.URL
	// Both forms of the path are set, which keeps %2F apart from a slash.
	address.RawPath = address.EscapedPath() + apiPath + path
	if decoded, err := url.PathUnescape(address.RawPath); err == nil {
		address.Path = decoded
	}
	address.RawQuery = query.Encode()
	return &address
}
