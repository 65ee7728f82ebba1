package client

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"net/url"
)

// Write is what a create or an update sends.
type Write struct {
	// Fields are the values by the API's names. A key that is missing keeps its
	// value on the server; null clears it.
	Fields map[string]any
	// Secrets are the values among them that no message may repeat.
	Secrets []string
}

// encode writes the fields as JSON, without turning <, > and & into escapes.
func (w Write) encode() ([]byte, error) {
	var body bytes.Buffer
	encoder := json.NewEncoder(&body)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(w.Fields)
	return body.Bytes(), err
}

// Find looks for the object of a create whose answer was lost, and says whether
// the server has it.
type Find func(ctx context.Context) (object Object, found bool, err error)

// Create makes an object: POST {path}, and returns the server's answer.
//
// An answer can get lost although the object was made, and a second POST would
// fail or make a second one. So whenever the first may have arrived, find decides:
// what it returns is the object; where it finds none the POST is sent again, if
// the failure was a passing one. The error is an [Error].
func (c *Client) Create(ctx context.Context, path string, write Write, find Find) (Object, error) {
	body, err := write.encode()
	if err != nil {
		return nil, errors.New("the object cannot be written as JSON")
	}
	what := call{method: http.MethodPost, address: c.address(path, nil), body: body, secrets: write.Secrets, limit: MaxObjectSize}
	var created Object
	lost := false
	err = c.retry(ctx, func(ctx context.Context) *Error {
		failure := c.send(ctx, what, &created)
		switch {
		case failure == nil:
			return nil
		case failure.MaybeDone():
			lost = true
		case !lost || failure.Status != http.StatusBadRequest:
			// It was not done. After a lost answer a refusal may be for the name that
			// the first POST took.
			return failure
		}
		object, found, err := find(ctx)
		if found {
			created = object
			return nil
		}
		failure.Search = err
		return failure
	})
	return created, err
}

// Update changes an object: PATCH {path}{id}/, and returns the server's answer.
// Sending it again does no harm, so it is repeated like a read.
func (c *Client) Update(ctx context.Context, path, id string, write Write) (Object, error) {
	body, err := write.encode()
	if err != nil {
		return nil, errors.New("the object cannot be written as JSON")
	}
	what := call{method: http.MethodPatch, address: c.address(path+url.PathEscape(id)+"/", nil), body: body, secrets: write.Secrets, limit: MaxObjectSize}
	var updated Object
	err = c.retry(ctx, func(ctx context.Context) *Error { return c.send(ctx, what, &updated) })
	return updated, err
}

// Delete removes an object: DELETE {path}{id}/. One that is not there (any more)
// is an [Error] with the status 404.
func (c *Client) Delete(ctx context.Context, path, id string) error {
	what := call{method: http.MethodDelete, address: c.address(path+url.PathEscape(id)+"/", nil), limit: MaxObjectSize}
	return c.retry(ctx, func(ctx context.Context) *Error {
		_, failure := c.attempt(ctx, what)
		return failure
	})
}

// send does one attempt whose answer is an object.
func (c *Client) send(ctx context.Context, what call, into *Object) *Error {
	body, failure := c.attempt(ctx, what)
	if failure != nil {
		return failure
	}
	var object Object
	if err := unmarshal(body.bytes, &object); err != nil {
		return body.failure(err)
	}
	if object == nil {
		return body.failure(errNotObject)
	}
	*into = object
	return nil
}

// MaybeDone says whether the server may have done what it was asked for all the
// same. A server error says nothing about that, and authentik answers a write that
// failed inside with 405 and no body.
func (e *Error) MaybeDone() bool {
	switch e.Kind {
	case KindStatus:
		return e.Status >= http.StatusInternalServerError || e.Status == http.StatusMethodNotAllowed && e.FromElsewhere()
	case KindUnreachable:
		if dial, ok := errors.AsType[*net.OpError](e.Err); ok && dial.Op == "dial" {
			return false
		}
		_, ok := errors.AsType[*net.DNSError](e.Err)
		return !ok
	case KindTLS, KindRedirect:
		return false
	case KindTimeout, KindCanceled, KindNotJSON, KindShape, KindTooLarge, KindTruncated:
	}
	return true
}
