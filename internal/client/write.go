package client

import (
	"context"
	"net/http"
)

// Write is what a create or an update sends.
type Write struct {
	// Method is the HTTP method, empty for the usual one: POST for a create and PATCH
	// for an update. PUT is for endpoints that accept nothing else.
	Method string
	// Fields are the values by the API's names. With PATCH a key that is missing keeps
	// its value on the server; null clears it.
	Fields map[string]any
	// Secrets are the values among them that no message may repeat.
	Secrets []string
}

func (w Write) method(usual string) string {
	if w.Method != "" {
		return w.Method
	}
	return usual
}

// Find looks for the object of a create whose response was lost, and says whether
// the server has it.
type Find func(ctx context.Context) (object Object, found bool, err error)

// Create creates an object: POST {path}, and returns the server's response.
//
// A response can get lost although the object was created, and a second POST would
// fail or create a second one. So whenever the first may have arrived, find decides:
// what it returns is the object; where it finds none the POST is sent again, if
// the failure is transient. find must know what was there before, and not return it.
// With a nil find, a POST that may have arrived is not sent again. A PUT is, like an
// update.
//
// A POST that was sent is waited for although ctx ends, up to the request timeout. The
// error is an [Error].
func (c *Client) Create(ctx context.Context, path string, fields Write, find Find) (Object, error) {
	what, err := c.newCall(fields.method(http.MethodPost), path, nil, fields.Fields, fields.Secrets)
	if err != nil {
		return nil, err
	}
	var object Object
	creating := &write{client: c, call: what, accept: into(&object), idempotent: what.method != http.MethodPost, creates: what.method == http.MethodPost}
	if find != nil {
		creating.find = func(ctx context.Context) (bool, error) {
			existing, found, err := find(ctx)
			if found {
				object = existing
			}
			return found, err
		}
	}
	err = creating.send(ctx)
	return object, err
}

// Update changes an object: PATCH {path}{id}/, and returns the server's response.
// Sending it again does no harm, so it is repeated like a read.
func (c *Client) Update(ctx context.Context, path, id string, fields Write) (Object, error) {
	what, err := c.newCall(fields.method(http.MethodPatch), objectPath(path, id), nil, fields.Fields, fields.Secrets)
	if err != nil {
		return nil, err
	}
	var object Object
	err = (&write{client: c, call: what, accept: into(&object), idempotent: true}).send(ctx)
	return object, err
}

// Delete deletes an object: DELETE {path}{id}/. One that is not there (any more)
// is an [Error] that is [Error.NotFound]; any other 404 does not mean that.
func (c *Client) Delete(ctx context.Context, path, id string) error {
	what, err := c.newCall(http.MethodDelete, objectPath(path, id), nil, nil, nil)
	if err != nil {
		return err
	}
	return (&write{client: c, call: what, accept: deleted, idempotent: true}).send(ctx)
}

// into accepts a response that is an object.
func into(target *Object) func(response) *Error {
	return func(body response) *Error {
		object, failure := body.object()
		if failure == nil {
			*target = object
		}
		return failure
	}
}

// deleted accepts the response to a deletion. Any other is a login page, or anything
// else that is not authentik's response.
func deleted(body response) *Error {
	if body.about.Status != http.StatusNoContent {
		return body.failure(errNotDeleted)
	}
	return nil
}
