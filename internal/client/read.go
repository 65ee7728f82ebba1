package client

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
)

// Read reads one object: from the collection's list, where so many were read that
// listing pays and [Config.ReadAhead] allows it, else from the retrieve endpoint. What
// comes from a list was requested at most [ListedLifetime] ago, and never before the end
// of a write of this client that ended before the call. Concurrent reads of the same
// object share one request. The error is an [Error].
func (c *Client) Read(ctx context.Context, collection Collection, id string) (Object, error) {
	if c.config.ReadAhead && collection.ReadAhead {
		if object := c.listed(ctx, collection, id); object != nil {
			return object, nil
		}
	}
	what, err := c.newCall(http.MethodGet, objectPath(collection.Path, id), collection.Query, nil, nil)
	if err != nil {
		return nil, err
	}
	body, err := c.get(ctx, what)
	if err != nil {
		return nil, err
	}
	object, failure := body.object()
	if failure != nil {
		return nil, failure
	}
	return object, nil
}

// Lookup reads one page of a collection as [Client.Page] does. Concurrent calls with
// the same query share one request.
func (c *Client) Lookup(ctx context.Context, collection Collection, query url.Values) (Page, error) {
	body, err := c.get(ctx, call{method: http.MethodGet, address: c.address(collection.Path, collection.query(query)), limit: MaxPageSize})
	if err != nil {
		return Page{}, err
	}
	page, err := decodeObjects(body.bytes, collection.Plain)
	if err != nil {
		return Page{}, body.failure(err)
	}
	page.Objects = collection.kept(page.Objects)
	return page, nil
}

// get sends a GET request, or waits for the same one that is in flight. One that was
// sent before a write began or ended is not waited for, and none while a write is in
// flight: then it matters when exactly a request was sent.
func (c *Client) get(ctx context.Context, what call) (response, error) {
	send := func(ctx context.Context) (body response, err error) {
		err = c.retry(ctx, func(ctx context.Context) (failure *Error) {
			body, failure = c.attempt(ctx, what)
			return failure
		})
		return body, err
	}
	generation, writing := c.reads.current()
	if writing {
		return send(ctx)
	}
	body, err := share(ctx, &c.reads.group, strconv.Itoa(generation)+" "+what.address.String(), send)
	if _, ok := errors.AsType[*Error](err); err != nil && !ok {
		err = canceled(what.method, what.address, err)
	}
	return body, err
}
