package client

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"net/http"
	"net/url"
	"strconv"
)

// Page reads one page of a collection: GET {path}?{query}. Filters of authentik
// are exact and case-sensitive; an empty value is no filter at all, so the
// caller must not pass one. The error is an [Error].
func (c *Client) Page(ctx context.Context, collection Collection, query url.Values) (Page, error) {
	page, err := c.page(ctx, collection, query)
	page.Objects = collection.kept(page.Objects)
	return page, err
}

// page is Page with the objects that the collection does not keep.
func (c *Client) page(ctx context.Context, collection Collection, query url.Values) (page Page, err error) {
	what := call{method: http.MethodGet, address: c.address(collection.Path, collection.query(query)), limit: MaxPageSize}
	err = c.retry(ctx, func(ctx context.Context) *Error {
		body, failure := c.attempt(ctx, what)
		if failure != nil {
			return failure
		}
		var err error
		if page, err = decodeObjects(body.bytes, collection.Plain); err != nil {
			return body.failure(err)
		}
		return nil
	})
	return page, err
}

// List reads a whole collection, in a fixed order, and yields each object once. It
// follows `pagination.next`, because the server decides on the size of a page.
//
// Objects that are created or deleted while the pages are read shift the others from
// page to page. So what was read is counted against what the server says there is, and
// read again where the two differ: missing objects never go unnoticed. The error is an
// [Error] and ends the sequence.
//
// With a limit above 0 no more pages are read than it takes for that many objects that
// the collection keeps.
func (c *Client) List(ctx context.Context, collection Collection, query url.Values, limit int) iter.Seq2[Object, error] {
	return func(yield func(Object, error) bool) {
		objects, err := c.all(ctx, collection, query, limit)
		if err != nil {
			yield(nil, err)
			return
		}
		for _, object := range objects {
			if !yield(object, nil) {
				return
			}
		}
	}
}

// passSizes are the page sizes of the passes in which a list is read that changes
// meanwhile. Large pages, which releases before 2025.12 return, help where a list has
// no order of its own and cannot be given one, as /flows/bindings/ before 2025.8.4.
var passSizes = [...]int{PageSize, 10 * PageSize, 100 * PageSize}

func (c *Client) all(ctx context.Context, collection Collection, query url.Values, limit int) ([]Object, error) {
	if collection.Plain {
		page, err := c.Page(ctx, collection, query)
		if limit > 0 && len(page.Objects) > limit {
			page.Objects = page.Objects[:limit]
		}
		return page.Objects, err
	}
	values := url.Values{"ordering": {collection.ordering()}}
	maps.Copy(values, query)
	var problem *Error
	for _, size := range passSizes {
		values.Set("page_size", strconv.Itoa(size))
		pass := pass{client: c, collection: collection, query: values, limit: limit, seen: map[string]bool{}}
		objects, err := pass.read(ctx)
		if err != nil || pass.problem == "" {
			return objects, err
		}
		problem = &Error{
			Kind: KindShape, Method: http.MethodGet, URL: withoutQuery(c.address(collection.Path, nil)), Status: http.StatusOK,
			Message: pass.problem + fmt.Sprintf("; the list was read %d times", len(passSizes)),
		}
	}
	return nil, problem
}

// pass is one reading of all pages of a list.
type pass struct {
	client     *Client
	collection Collection
	query      url.Values
	limit      int // how many objects are enough, 0 for all

	seen    map[string]bool // the keys of the objects so far
	items   int             // of all pages so far, each counted once
	problem string          // why the pages do not make up a list
}

func (p *pass) read(ctx context.Context) (objects []Object, err error) {
	for number := 1; ; {
		p.query.Set("page", strconv.Itoa(number))
		page, err := p.client.page(ctx, p.collection, p.query)
		if failure, ok := errors.AsType[*Error](err); ok && number > 1 && failure.Status == http.StatusNotFound {
			p.problem = fmt.Sprintf("page %d was gone when it was read", number)
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		fresh := p.fresh(page.Objects)
		p.items += len(fresh)
		repeats := len(fresh) == 0
		objects = append(objects, p.collection.kept(fresh)...)
		if p.limit > 0 && len(objects) >= p.limit {
			return objects[:p.limit], nil
		}
		switch {
		case p.collection.Uncounted && repeats:
			return objects, nil // such a list may have all items on each page
		case page.Next == 0:
			p.count(page, p.items != page.Count)
			return objects, nil
		case page.Next <= number:
			p.problem = fmt.Sprintf("page %d names page %d as the next one", number, page.Next)
		case repeats:
			p.problem = fmt.Sprintf("page %d has nothing new and names another one", number)
		default:
			p.count(page, p.items > page.Count)
		}
		if p.problem != "" {
			return nil, nil
		}
		number = page.Next
	}
}

// count notes a difference between what was read and what the server counts.
func (p *pass) count(page Page, differs bool) {
	if differs && page.counted && !p.collection.Uncounted {
		p.problem = fmt.Sprintf("the server counts %d objects and sent %d", page.Count, p.items)
	}
}

// fresh are the objects that no earlier page had, by their key. One without a key cannot
// be distinguished from others and stays.
func (p *pass) fresh(objects []Object) []Object {
	var fresh []Object
	for _, object := range objects {
		id := p.collection.ID(object)
		if id == "" {
			id = keyString(object[primaryKey])
		}
		if id == "" || !p.seen[id] {
			fresh = append(fresh, object)
		}
		p.seen[id] = true
	}
	return fresh
}
