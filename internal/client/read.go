package client

import (
	"context"
	"net/http"
	"net/url"
)

// Collection says how one kind of objects is read.
type Collection struct {
	// Path is the collection's path below /api/v3, with slashes at both ends.
	Path string
	// Key is the field of an answer that stands in the object's URL, such as `slug`.
	// Empty means `pk`.
	Key string
	// Ordering is the field that the pages of the list are sorted by, so that each
	// object is on one of them. Empty means `pk`, which every list takes that is not
	// said to take less (below 2025.8.4 `/flows/bindings/` takes `order` alone).
	Ordering string
	// ReadAhead says that the items of the list are the bodies of the retrieve
	// endpoint, key by key. Without it the collection is never listed for a read.
	ReadAhead bool
}

func (c Collection) key() string {
	if c.Key != "" {
		return c.Key
	}
	return "pk"
}

func (c Collection) ordering() string {
	if c.Ordering != "" {
		return c.Ordering
	}
	return "pk"
}

// Read reads one object: from the collection's list, where so many were read that
// listing pays and [Config.ReadAhead] allows it, else from the retrieve endpoint. What
// comes from a list was asked for at most [ListedLife] ago, and never before the end
// of a write of this client that ended before the call. The same request on its way is
// joined. The error is an [Error].
func (c *Client) Read(ctx context.Context, collection Collection, id string) (Object, error) {
	if c.config.ReadAhead && collection.ReadAhead {
		if object := c.listed(ctx, collection, id); object != nil {
			return object, nil
		}
	}
	body, err := c.joined(ctx, call{method: http.MethodGet, address: c.address(collection.Path+url.PathEscape(id)+"/", nil), limit: MaxObjectSize})
	if err != nil {
		return nil, err
	}
	object, failure := decodeObject(body)
	if failure != nil {
		return nil, failure
	}
	return object, nil
}

// Lookup reads one page of a collection as [Client.Page] does, and joins the same
// request on its way.
func (c *Client) Lookup(ctx context.Context, path string, query url.Values) (Page, error) {
	body, err := c.joined(ctx, call{method: http.MethodGet, address: c.address(path, query), limit: MaxPageSize})
	if err != nil {
		return Page{}, err
	}
	page, err := decodePage(body.bytes)
	if err != nil {
		return Page{}, body.failure(err)
	}
	return page, nil
}

// flight is one request that others may join.
type flight struct {
	generation int           // see [reads.generation]
	landed     chan struct{} // closed when the rest is known
	answer     answer
	err        error
	givenUp    bool // by its own caller, which says nothing about the answer
}

// joined sends a GET request, or waits for the same one that is on its way.
func (c *Client) joined(ctx context.Context, what call) (answer, error) {
	for {
		joined, own := c.reads.take(what.address.String())
		if own {
			joined.err = c.retry(ctx, func(ctx context.Context) (failure *Error) {
				joined.answer, failure = c.attempt(ctx, what)
				return failure
			})
			joined.givenUp = joined.err != nil && ctx.Err() != nil
			c.reads.land(what.address.String(), joined)
			return joined.answer, joined.err
		}
		select {
		case <-ctx.Done():
			return answer{}, &Error{Kind: KindCanceled, Method: what.method, URL: withoutQuery(what.address), Message: "interrupted while the same request was on its way", Err: ctx.Err()}
		case <-joined.landed:
		}
		if !joined.givenUp {
			return joined.answer, joined.err
		}
	}
}
