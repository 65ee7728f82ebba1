package client

import (
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
)

// reads is what the reads of one client share. Nothing in it outlives a write: a
// write to one kind of object changes others too (a binding is in its stage's
// flow_set, a deleted mapping is removed from every stage).
type reads struct {
	group singleflight.Group

	mu sync.Mutex
	// generation counts the beginnings and ends of writes. What was requested in an
	// earlier one may be older than a write that has ended since.
	generation int
	writing    int // writes in flight
	// changes counts the beginnings and ends of writes that do more than create an object.
	changes   int
	listings  map[string]*listing
	histories map[string]*history
}

// history is how listing a collection went so far. Unlike a listing it outlives writes.
type history struct {
	refused bool // the list cannot be read and is not requested again
	price   int  // of the next page
}

// write marks the beginning of a write and returns what marks its end. Responses that
// were requested before either are not used for reads that begin after it.
func (r *reads) write(creates bool) (end func()) {
	r.step(1, creates)
	return func() { r.step(-1, creates) }
}

func (r *reads) step(writes int, creates bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.generation++
	r.writing += writes
	if !creates {
		r.changes++
	}
	clear(r.listings)
}

// current returns the generation, and whether a write is in flight.
func (r *reads) current() (generation int, writing bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.generation, r.writing > 0
}

// unlocked runs something slow while others go on.
func (r *reads) unlocked(slow func()) {
	r.mu.Unlock()
	defer r.mu.Lock()
	slow()
}

// listing is the current listing of the collection.
func (r *reads) listing(id string) *listing {
	if r.listings == nil {
		r.listings, r.histories = map[string]*listing{}, map[string]*history{}
	}
	if r.histories[id] == nil {
		r.histories[id] = &history{price: PageCost}
	}
	if r.listings[id] == nil {
		r.listings[id] = &listing{
			history: r.histories[id], total: 1,
			pages: map[int]*page{}, index: map[string]int{}, changed: make(chan struct{}),
		}
	}
	return r.listings[id]
}

// Times of reading ahead.
const (
	// ListedLifetime is how long a listed object is used, counted from the request for
	// its page: long enough for Terraform to refresh some thousand objects, short enough
	// for changes that others make meanwhile. Where it is as long as Terraform takes,
	// each page is requested once.
	ListedLifetime = time.Minute

	// pageTimeout limits a request for a page, so that what arrives is of use for a
	// while. It is also the most that other reads wait for the page: where a page takes
	// more than ten seconds, ten retrieves beside it take as long or longer.
	pageTimeout = ListedLifetime / 2
)
