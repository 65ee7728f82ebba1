package client

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"unicode/utf8"
)

// Request is a request to an endpoint that is not CRUD, such as `set_password/`.
type Request struct {
	// Method is the HTTP method.
	Method string
	// Path is the path below /api/v3, its variable segments escaped by
	// [url.PathEscape]. Logs and errors contain it.
	Path string
	// Query is in no log and no error.
	Query url.Values
	// Body is encoded as JSON, unless it is a [Multipart]. Nil sends no body.
	Body any
	// Secrets are the values in the body that no message may repeat.
	Secrets []string
	// Idempotent says that a POST may be sent again although it may have been done. All
	// other methods may be.
	Idempotent bool
	// Find says whether a POST that is not idempotent, and whose response was lost, was
	// done. Nil where that cannot be determined; then it is not sent again, and the
	// [Error] is Lost.
	Find func(ctx context.Context) (done bool, err error)
}

// Do sends the request and returns the response's JSON, which may have any shape. It is
// nil where the response is empty, or lost and the request known to be done by
// [Request.Find]. Transient failures are retried; anything but a GET counts as a write,
// after which no read returns anything older. The error is an [Error].
func (c *Client) Do(ctx context.Context, request Request) (json.RawMessage, error) {
	var result json.RawMessage
	err := c.do(ctx, request, func(body response) *Error {
		content := bytes.TrimSpace(body.bytes)
		if len(content) == 0 {
			return nil
		}
		if err := unmarshal(content, &result); err != nil {
			return body.failure(err)
		}
		return nil
	})
	return result, err
}

// DoText is [Client.Do] for an endpoint whose response is not JSON, such as XML
// metadata. A web page is an error all the same.
func (c *Client) DoText(ctx context.Context, request Request) (string, error) {
	var result string
	err := c.do(ctx, request, func(body response) *Error {
		switch {
		case !utf8.Valid(body.bytes):
			return body.failure(errNotUTF8)
		case isWebPage(body.bytes):
			return body.failure(errWebPage)
		}
		result = string(body.bytes)
		return nil
	})
	return result, err
}

func (c *Client) do(ctx context.Context, request Request, accept func(response) *Error) error {
	what, err := c.newCall(request.Method, request.Path, request.Query, request.Body, request.Secrets)
	if err != nil {
		return err
	}
	sending := &write{client: c, call: what, accept: accept, idempotent: request.Idempotent || request.Method != http.MethodPost, find: request.Find}
	if request.Method == http.MethodGet {
		return c.retry(ctx, sending.once)
	}
	return sending.send(ctx)
}
