package client

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// findTimeout limits the search for the result of a write whose response was lost.
const findTimeout = 10 * time.Second

// write is a request that changes something, over all its attempts.
type write struct {
	client *Client
	call   call
	// accept takes the response to an attempt.
	accept func(response) *Error
	// idempotent is a write that may be sent again without knowing whether it was done.
	idempotent bool
	// creates is a write that creates one object and does nothing else.
	creates bool
	// find looks for what a write did whose response was lost. Nil where there is no way
	// to know; then one that is not idempotent is not sent again.
	find func(ctx context.Context) (found bool, err error)

	lost bool // whether an earlier attempt may have been done
}

// send sends the write, again after transient failures.
func (w *write) send(ctx context.Context) error {
	defer w.client.reads.write(w.creates)()
	if w.idempotent {
		return w.client.retry(ctx, w.once)
	}
	return w.client.retry(ctx, w.carefully)
}

// once does one attempt.
func (w *write) once(ctx context.Context) *Error {
	body, failure := w.client.attempt(ctx, w.call)
	if failure != nil {
		return failure
	}
	return w.accept(body)
}

// carefully does one attempt of a write that must not be done twice. Its response is
// waited for although ctx ends, up to the request timeout: Terraform waits for it too,
// and only the response says what was created.
func (w *write) carefully(ctx context.Context) *Error {
	if ctx.Err() != nil {
		return &Error{
			Kind: KindCanceled, Method: w.call.method, URL: withoutQuery(w.call.address),
			Message: "interrupted before it was sent", Lost: w.lost, searched: w.lost, Err: ctx.Err(),
		}
	}
	started := context.WithoutCancel(ctx)
	failure := w.once(started)
	switch {
	case failure == nil:
		return nil
	case failure.MaybeDone():
		w.lost = true
	case !w.lost || failure.Status != http.StatusBadRequest:
		// It was not done. After a lost response a refusal may be because of the name
		// that the first attempt took.
		failure.Lost, failure.searched = w.lost, w.lost
		return failure
	}
	failure.Lost = true
	if w.find == nil {
		failure.final = true
		return failure
	}
	searching, cancel := context.WithTimeout(started, findTimeout)
	defer cancel()
	found, err := w.find(searching)
	if found {
		return nil
	}
	failure.Search, failure.searched = err, true
	return failure
}

// errNotEncoded never repeats the values.
var errNotEncoded = errors.New("the request body cannot be encoded")

// errNoID is for a state without the ID of its object, or with one that no object has.
var errNoID = errors.New("the ID of the object is empty, `.` or `..`, and the path of the request would be that of something else, so nothing was sent")

// certain refuses a path that servers and proxies take for another one.
func certain(path string) error {
	for segment := range strings.SplitSeq(strings.Trim(path, "/"), "/") {
		if segment == "" || segment == "." || segment == ".." {
			return errNoID
		}
	}
	if strings.HasSuffix(path, "//") {
		return errNoID
	}
	return nil
}

// newCall is a call with a body.
func (c *Client) newCall(method, path string, query url.Values, body any, secrets []string) (call, error) {
	if err := certain(path); err != nil {
		return call{}, err
	}
	what := call{method: method, address: c.address(path, query), secrets: secrets, limit: MaxObjectSize}
	var err error
	if what.body, what.contentType, err = encode(body); err != nil {
		return call{}, errNotEncoded
	}
	return what, nil
}
