package client

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"
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

// findTimeout bounds the look for an object whose create was interrupted.
const findTimeout = 10 * time.Second

// Create makes an object: POST {path}, and returns the server's answer.
//
// An answer can get lost although the object was made, and a second POST would
// fail or make a second one. So whenever the first may have arrived, find decides:
// what it returns is the object; where it finds none the POST is sent again, if
// the failure was a passing one. find must know what was there before, and not
// return it.
//
// A POST that was sent is waited for although ctx ends, up to the request timeout:
// Terraform waits for it too, and its answer is all that tells what was made. The
// error is an [Error].
func (c *Client) Create(ctx context.Context, path string, write Write, find Find) (Object, error) {
	body, err := write.encode()
	if err != nil {
		return nil, errors.New("the object cannot be written as JSON")
	}
	creating := &creating{
		client: c, find: find,
		post: call{method: http.MethodPost, address: c.address(path, nil), body: body, secrets: write.Secrets, limit: MaxObjectSize},
	}
	defer c.reads.write()()
	err = c.retry(ctx, creating.attempt)
	return creating.object, err
}

// creating is a create over all its attempts.
type creating struct {
	client *Client
	post   call
	find   Find
	object Object
	lost   bool // whether an attempt may have been done
}

func (c *creating) attempt(ctx context.Context) *Error {
	if ctx.Err() != nil {
		return &Error{Kind: KindCanceled, Method: c.post.method, URL: withoutQuery(c.post.address), Message: "interrupted before it was sent", Lost: c.lost}
	}
	started := context.WithoutCancel(ctx)
	failure := c.client.send(started, c.post, &c.object)
	switch {
	case failure == nil:
		return nil
	case failure.MaybeDone():
		c.lost = true
	case !c.lost || failure.Status != http.StatusBadRequest:
		// It was not done. After a lost answer a refusal may be for the name that the
		// first POST took.
		failure.Lost = c.lost
		return failure
	}
	looking, cancel := context.WithTimeout(started, findTimeout)
	defer cancel()
	object, found, err := c.find(looking)
	if found {
		c.object = object
		return nil
	}
	failure.Search, failure.Lost = err, true
	return failure
}

// Update changes an object: PATCH {path}{id}/, and returns the server's answer.
// Sending it again does no harm, so it is repeated like a read.
func (c *Client) Update(ctx context.Context, path, id string, write Write) (Object, error) {
	body, err := write.encode()
	if err != nil {
		return nil, errors.New("the object cannot be written as JSON")
	}
	what := call{method: http.MethodPatch, address: c.address(path+url.PathEscape(id)+"/", nil), body: body, secrets: write.Secrets, limit: MaxObjectSize}
	defer c.reads.write()()
	var updated Object
	err = c.retry(ctx, func(ctx context.Context) *Error { return c.send(ctx, what, &updated) })
	return updated, err
}

// Delete removes an object: DELETE {path}{id}/. One that is not there (any more)
// is an [Error] with the status 404.
func (c *Client) Delete(ctx context.Context, path, id string) error {
	what := call{method: http.MethodDelete, address: c.address(path+url.PathEscape(id)+"/", nil), limit: MaxObjectSize}
	defer c.reads.write()()
	return c.retry(ctx, func(ctx context.Context) *Error {
		body, failure := c.attempt(ctx, what)
		if failure == nil && body.about.Status != http.StatusNoContent {
			// A login page, or anything else that is not authentik's word for it.
			return body.failure(errNotDeleted)
		}
		return failure
	})
}

// send does one attempt whose answer is an object.
func (c *Client) send(ctx context.Context, what call, into *Object) *Error {
	body, failure := c.attempt(ctx, what)
	if failure != nil {
		return failure
	}
	object, failure := decodeObject(body)
	if failure == nil {
		*into = object
	}
	return failure
}

func decodeObject(body answer) (Object, *Error) {
	var object Object
	err := unmarshal(body.bytes, &object)
	if err == nil && object == nil {
		err = errNotObject
	}
	if err != nil {
		return nil, body.failure(err)
	}
	return object, nil
}

// MaybeDone says whether the server may have done what it was asked for all the
// same. A server error says nothing about that, and authentik answers a write that
// failed inside with 405 and no body.
func (e *Error) MaybeDone() bool {
	switch {
	case e.Status == 0:
		// A certificate is refused before anything is read.
		return e.sent && (e.Kind != KindTLS || !strings.Contains(e.Message, "certificate"))
	case e.Kind == KindRedirect, e.starting():
		return false
	case e.Kind == KindStatus:
		return e.Status >= http.StatusInternalServerError || e.Status == http.StatusMethodNotAllowed && e.FromElsewhere()
	}
	return true
}

// starting says whether authentik's router answered in place of a server that is
// not up yet: in JSON, and without the id that the server gives each request.
func (e *Error) starting() bool {
	return e.Status == http.StatusServiceUnavailable && e.Message != "" && !e.HTML && e.RequestID == ""
}
