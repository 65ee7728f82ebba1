package client

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"

	"github.com/hashicorp/terraform-plugin-log/tflog"
)

// maxPatience is how often a read waits for a page that may have its object although
// others may have it, too. It saves retrieves where many reads begin at the same time.
const maxPatience = 3

// listed reads an object from the collection's list, or returns nil where it is to
// be retrieved: it is not in the list, or listing does not pay. The caller itself
// requests a page that is due, so that there are never more requests in flight than
// callers, and nothing goes on after them.
func (c *Client) listed(ctx context.Context, collection Collection, id string) Object {
	r := &c.reads
	r.mu.Lock()
	defer r.mu.Unlock()
	r.listing(collection.listID()).balance++
	for waits := 0; ctx.Err() == nil; {
		current := r.listing(collection.listID())
		switch step, number := current.plan(id, c.now(), waits < maxPatience); step {
		case stepServe:
			var object Object
			body := current.pages[number].objects[id]
			r.unlocked(func() { object = collection.listedObject(body, id) })
			if object == nil {
				current.forget(id)
				return nil
			}
			current.served(number, c.now())
			return object
		case stepWait:
			waits++
			changed := current.changed
			r.unlocked(func() {
				select {
				case <-ctx.Done():
				case <-changed:
				}
			})
		case stepRequest:
			if r.writing > 0 || current.refused {
				// What is requested while a write is in flight would not be used after it.
				return nil
			}
			c.readAhead(ctx, collection, current, number)
		case stepRetrieve:
			return nil
		}
	}
	return nil
}

// readAhead requests a page and adds it to the listing. The caller holds the lock.
func (c *Client) readAhead(ctx context.Context, collection Collection, current *listing, number int) {
	current.request(number, c.now())
	var came *listedPage
	var failure *Error
	c.reads.unlocked(func() { came, failure = c.requestPage(ctx, collection, number) })
	if failure == nil {
		current.arrive(number, came, c.now())
		return
	}
	if ctx.Err() != nil {
		failure = nil
	}
	current.fail(number, failure)
	if failure != nil && current.refused {
		tflog.Info(ctx, "objects are read one by one, because their list cannot be read", map[string]any{"path": collection.Path, "status": failure.Status})
	}
}

// requestPage requests one page of the collection, once: what it lacks is retrieved.
func (c *Client) requestPage(ctx context.Context, collection Collection, number int) (*listedPage, *Error) {
	query := collection.query(nil)
	if !collection.Plain {
		query = collection.query(url.Values{"page_size": {strconv.Itoa(PageSize)}, "ordering": {collection.ordering()}, "page": {strconv.Itoa(number)}})
	}
	body, failure := c.attempt(ctx, call{method: http.MethodGet, address: c.address(collection.Path, query), limit: MaxPageSize, timeout: pageTimeout})
	if failure != nil {
		return nil, failure
	}
	raw, err := decodePage[json.RawMessage](body.bytes, collection.Plain)
	if err != nil {
		return nil, body.failure(err)
	}
	came := &listedPage{objects: make(map[string]json.RawMessage, len(raw.items)), total: raw.lastPage(number)}
	for _, item := range raw.items {
		if id := findKey(item, collection.key()); id != "" {
			came.objects[id] = item
		}
	}
	if number == 1 {
		tflog.Info(ctx, "many objects of one kind are read, so they are listed", map[string]any{
			"path": collection.Path, "objects": max(0, raw.count), "pages": came.total,
		})
	}
	return came, nil
}

// listedObject decodes an item of the list, nil where it is not the object: the key
// occurs twice, or the collection does not keep it.
func (c Collection) listedObject(body json.RawMessage, id string) Object {
	var object Object
	if json.Unmarshal(body, &object) != nil || c.ID(object) != id || c.Keep != nil && !c.Keep(object) {
		return nil
	}
	return object
}
