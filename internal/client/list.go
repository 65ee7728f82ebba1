package client

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Page is one page of a list.
type Page struct {
	// Objects are the page's objects in the server's order.
	Objects []Object
	// Next is the number of the next page, 0 where there is none.
	Next int
	// Count is how many objects all pages have, 0 where the server did not say so.
	Count int

	counted bool // whether the server said so
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
			Next  tolerantInt  `json:"next"`
			Count *tolerantInt `json:"count"`
		} `json:"pagination"`
		Results *[]Object `json:"results"`
	}
	if err := unmarshal(body, &envelope); err != nil {
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
	page := Page{Objects: *envelope.Results, Next: int(envelope.Pagination.Next)}
	page.Next = max(0, page.Next)
	if count := envelope.Pagination.Count; count != nil && *count >= 0 {
		page.Count, page.counted = int(*count), true
	}
	return page, nil
}

// List reads a whole collection, in a fixed order, and yields each object once. It
// follows `pagination.next`, because the size of a page is the server's to decide.
//
// Objects that come and go while the pages are read shift the others from page to
// page. So what was read is counted against what the server says there is, and read
// again where the two differ: never fewer objects than there are go unnoticed. The
// error is an [Error] and ends the sequence.
//
// With a limit above 0 no more pages are read than it takes for that many.
func (c *Client) List(ctx context.Context, path string, query url.Values, limit int) iter.Seq2[Object, error] {
	return func(yield func(Object, error) bool) {
		objects, err := c.all(ctx, path, query, limit)
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

// readings are the page sizes with which a list is read that changes under the
// reading. Large pages, which releases before 2025.12 return, help where a list has no
// order of its own and cannot be given one, as /flows/bindings/ before 2025.8.4.
var readings = [...]int{pageSize, 10 * pageSize, 100 * pageSize}

func (c *Client) all(ctx context.Context, path string, query url.Values, limit int) ([]Object, error) {
	values := url.Values{"ordering": {"pk"}}
	maps.Copy(values, query)
	var problem *Error
	for _, size := range readings {
		values.Set("page_size", strconv.Itoa(size))
		reading := reading{client: c, path: path, query: values, limit: limit, seen: map[string]bool{}}
		objects, err := reading.read(ctx)
		if err != nil || reading.problem == "" {
			return objects, err
		}
		problem = &Error{
			Kind: KindShape, Method: http.MethodGet, URL: withoutQuery(c.address(path, nil)), Status: http.StatusOK,
			Message: reading.problem + fmt.Sprintf("; the list was read %d times", len(readings)),
		}
	}
	return nil, problem
}

// reading is one reading of all pages of a list.
type reading struct {
	client *Client
	path   string
	query  url.Values
	limit  int // how many objects are enough, 0 for all

	seen    map[string]bool // the objects so far, by key
	problem string          // why the pages do not make up a list
}

func (r *reading) read(ctx context.Context) ([]Object, error) {
	var objects []Object
	for number := 1; ; {
		r.query.Set("page", strconv.Itoa(number))
		page, err := r.client.Page(ctx, r.path, r.query)
		if failure, ok := errors.AsType[*Error](err); ok && number > 1 && failure.Status == http.StatusNotFound {
			r.problem = fmt.Sprintf("page %d was gone when it was read", number)
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		fresh := r.fresh(page.Objects)
		objects = append(objects, fresh...)
		switch {
		case r.limit > 0 && len(objects) >= r.limit:
			return objects[:r.limit], nil
		case page.Next == 0:
			if page.counted && len(objects) != page.Count {
				r.problem = fmt.Sprintf("the server counts %d objects and sent %d", page.Count, len(objects))
			}
			return objects, nil
		case page.Next <= number:
			r.problem = fmt.Sprintf("page %d names page %d as the next one", number, page.Next)
			return nil, nil
		case len(fresh) == 0:
			r.problem = fmt.Sprintf("page %d has nothing new and names another one", number)
			return nil, nil
		case page.counted && len(objects) > page.Count:
			r.problem = fmt.Sprintf("the server counts %d objects and sent more", page.Count)
			return nil, nil
		}
		number = page.Next
	}
}

// fresh are the objects that no page had before, by their primary key. One without
// a key cannot be told from others and stays.
func (r *reading) fresh(objects []Object) []Object {
	return slices.DeleteFunc(objects, func(object Object) bool {
		key := string(object["pk"])
		if key == "" || key == "null" {
			return false
		}
		before := r.seen[key]
		r.seen[key] = true
		return before
	})
}

// tolerantInt reads an integer that a release may send as a float or as text. Null
// is 0; what is no number, or none that can count pages, is -1.
type tolerantInt int

// UnmarshalJSON never fails: a page without usable numbers is a single page.
func (n *tolerantInt) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	*n = -1
	number, err := strconv.ParseFloat(strings.Trim(string(data), `"`), 64)
	if err == nil && number >= 0 && number < 1<<31 {
		*n = tolerantInt(number)
	}
	return nil
}
