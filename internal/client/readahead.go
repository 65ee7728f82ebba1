package client

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/hashicorp/terraform-plugin-log/tflog"
)

// mostFailures is how many pages of a collection may fail for a passing reason
// before it is not listed any more.
const mostFailures = 3

// outcome is how the listing of a collection went so far.
type outcome struct {
	failures int
	over     bool // it is not listed any more
}

// listed reads an object from the collection's list, or returns nil where it is to
// be retrieved: it is not in the list, or listing does not pay. The caller itself asks
// for a page that is due, so that there are never more requests on their way than
// callers, and nothing goes on after them.
func (c *Client) listed(ctx context.Context, collection Collection, id string) Object {
	for earned := false; ctx.Err() == nil; earned = true {
		body, more := c.look(ctx, collection, id, earned)
		if body != nil {
			var object Object
			if err := json.Unmarshal(body, &object); err == nil && keyText(object[collection.key()]) == id {
				return object
			}
			return nil
		}
		if !more {
			return nil
		}
	}
	return nil
}

// look does the next step of a read: it returns the object's body, or whether to look
// again after it has waited or has asked for a page.
func (c *Client) look(ctx context.Context, collection Collection, id string, earned bool) (body json.RawMessage, more bool) {
	r := &c.reads
	r.mu.Lock()
	defer r.mu.Unlock()
	current := r.listing(collection.Path, c.now())
	if !earned {
		current.earned++
	}
	step, number := current.plan(id)
	switch {
	case step == serve:
		body = current.serve(id, number)
		return body, body == nil
	case step == wait:
		news := current.news
		r.unlocked(func() {
			select {
			case <-ctx.Done():
			case <-news:
			}
		})
		return nil, true
	case step == ask && r.writing == 0 && !r.outcome(collection.Path).over:
		current.expect(number, c.now())
		var came *listedPage
		var failure *Error
		r.unlocked(func() { came, failure = c.askFor(ctx, collection, number) })
		r.note(ctx, collection, number, failure)
		current.arrive(number, came)
		return nil, true
	}
	// What is asked for while a write is on its way would not be used after it.
	return nil, false
}

// unlocked does what takes time while others go on.
func (r *reads) unlocked(slow func()) {
	r.mu.Unlock()
	defer r.mu.Lock()
	slow()
}

func (r *reads) outcome(path string) *outcome {
	if r.outcomes == nil {
		r.outcomes = map[string]*outcome{}
	}
	if r.outcomes[path] == nil {
		r.outcomes[path] = &outcome{}
	}
	return r.outcomes[path]
}

// listing is the current listing of the collection.
func (r *reads) listing(path string, now time.Time) *listing {
	if r.listings == nil {
		r.listings = map[string]*listing{}
	}
	current := r.listings[path]
	switch {
	case current == nil:
		current = newListing(pageCost)
	case !current.age(now):
		current = newListing(current.nextPrice())
	}
	r.listings[path] = current
	return current
}

// note remembers a page that failed: a collection whose list is refused, or takes
// longer than its objects would live, is not listed again.
func (r *reads) note(ctx context.Context, collection Collection, number int, failure *Error) {
	if failure == nil || ctx.Err() != nil {
		return
	}
	outcome := r.outcome(collection.Path)
	outcome.failures++
	// A later page that is not found is one that the list has no more.
	refused := failure.Status >= 400 && failure.Status < 500 && (failure.Status != http.StatusNotFound || number == 1)
	if refused || failure.Kind == KindCanceled || failure.Kind == KindTimeout || outcome.failures >= mostFailures {
		outcome.over = true
		tflog.Info(ctx, "objects are read one by one, because their list cannot be read", map[string]any{"path": collection.Path, "status": failure.Status})
	}
}

// listedPage is a page of a list as it came.
type listedPage struct {
	objects map[string]json.RawMessage // by key
	total   int                        // pages of the list
}

// askFor asks for one page of the collection, once: what it lacks is retrieved.
func (c *Client) askFor(ctx context.Context, collection Collection, number int) (*listedPage, *Error) {
	bounded, cancel := context.WithTimeout(ctx, ListedLife)
	defer cancel()
	query := url.Values{"page_size": {strconv.Itoa(pageSize)}, "ordering": {collection.ordering()}, "page": {strconv.Itoa(number)}}
	body, failure := c.attempt(bounded, call{method: http.MethodGet, address: c.address(collection.Path, query), limit: MaxPageSize})
	if failure != nil {
		return nil, failure
	}
	var envelope struct {
		Pagination *struct {
			Next  tolerantInt `json:"next"`
			Pages tolerantInt `json:"total_pages"`
			Count tolerantInt `json:"count"`
		} `json:"pagination"`
		Results *[]json.RawMessage `json:"results"`
	}
	err := unmarshal(body.bytes, &envelope)
	if err == nil && (envelope.Pagination == nil || envelope.Results == nil) {
		err = errNotPage
	}
	if err != nil {
		return nil, body.failure(err)
	}
	came := &listedPage{objects: make(map[string]json.RawMessage, len(*envelope.Results)), total: max(number, int(envelope.Pagination.Pages))}
	if envelope.Pagination.Next > 0 {
		came.total = max(came.total, number+1)
	}
	for _, item := range *envelope.Results {
		if id := keyOf(item, collection.key()); id != "" {
			came.objects[id] = item
		}
	}
	if number == 1 {
		tflog.Info(ctx, "many objects of one kind are read, so they are listed", map[string]any{
			"path": collection.Path, "objects": int(envelope.Pagination.Count), "pages": came.total,
		})
	}
	return came, nil
}

// keyOf finds the key in an object's body, empty where there is none. It reads no
// further than it must: most bodies begin with their key.
func keyOf(body json.RawMessage, key string) string {
	decoder := json.NewDecoder(bytes.NewReader(body))
	if token, err := decoder.Token(); err != nil || token != json.Delim('{') {
		return ""
	}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return ""
		}
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return ""
		}
		if name == key {
			return keyText(value)
		}
	}
	return ""
}

// keyText is a key as it stands in a URL: text, or a number as it is written.
func keyText(value json.RawMessage) string {
	var text string
	if len(value) == 0 || bytes.Equal(value, []byte("null")) {
		return ""
	}
	if json.Unmarshal(value, &text) == nil {
		return text
	}
	return string(value)
}
