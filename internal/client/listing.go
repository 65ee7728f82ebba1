package client

import (
	"encoding/json"
	"net/http"
	"time"
)

// PageCost is what a page of [PageSize] objects costs the server, in retrieves: 88 ms to
// 20 ms on 2023.10.7, 123 ms to 27 ms on 2025.12.4, so 4.4 and 4.6.
const PageCost = 5

// listing is what is known of a collection from its list. It decides what to list
// as one decides whether to rent skis or to buy them, without knowing how many days
// there will be: from an account, in which a retrieve is one unit.
//
// Each read earns one unit when it begins, and one more when a page serves it, because
// then the retrieve that it was entitled to is saved. A page costs PageCost or more, and
// is never requested on credit. So of n reads of which s were served from p pages
//
//	PageCost x p <= n + s   and   retrieves <= n - s,
//
// and they cost at most 2n units together, whatever the order of the reads, however many
// arrive at the same time, however slow Terraform is, whatever fails, and whatever is
// written in between. That is the first bound.
//
// The second one: while nothing is written and nothing expires or fails, reads of
// objects that are in a list of P pages cost at most 2 x P x PageCost, twice the whole
// list: before the last page is requested there were at most P x PageCost reads, and
// from then on no listed object is retrieved. No rule that knows only what has happened
// so far can promise less than twice the best.
//
// Pages expire. What they listed is remembered, and a page is requested again when its
// objects were read as often within one ListedLifetime as it costs. So each request but
// the first is preceded by reads of its own, pages that serve less than they cost are
// soon not requested any more, and one that pays off is requested at most once in each
// ListedLifetime. A price that rises with time, by which plans of 5,000 objects became
// as dear as without listing, is not needed for that.
//
// A page that fails costs what one that arrives does, and doubles the price of the next
// one until one arrives. It is requested again when as many reads missed as it then
// costs. So n reads suffer at most log2(n) failures in a row.
type listing struct {
	*history

	balance int           // units earned and not spent
	misses  int           // retrieves of objects on no page, since a page failed
	total   int           // pages of the list, 1 before the first one arrived
	pages   map[int]*page // those requested so far
	index   map[string]int
	changed chan struct{} // closed when a page has arrived or failed
}

// page is one page of a list.
type page struct {
	objects   map[string]json.RawMessage // nil where there are none, or only expired ones
	requested time.Time
	pending   bool // requested and not there yet
	arrived   bool // at least once
	// reads are the times of the last reads of its objects, of which the next one makes
	// up its cost; the oldest one is at the index oldest.
	reads  [PageCost - 1]time.Time
	oldest int
}

// read notes a read of one of the page's objects.
func (p *page) read(now time.Time) {
	p.reads[p.oldest] = now
	p.oldest = (p.oldest + 1) % len(p.reads)
}

// paysOff says whether so many of its objects were read lately, one more included, that
// it would have been worth its cost.
func (p *page) paysOff(now time.Time) bool {
	return now.Sub(p.reads[p.oldest]) < ListedLifetime
}

// step is how a read goes on.
type step int

const (
	stepRetrieve step = iota // from the retrieve endpoint
	stepServe                // from the page
	stepRequest              // request the page, which is paid for
	stepWait                 // wait for pages that are pending
)

// plan decides how the read of the object goes on, and with which page. A patient read
// waits for any page that may have the object.
func (l *listing) plan(id string, now time.Time, patient bool) (step, int) {
	if number, known := l.index[id]; known {
		page := l.pages[number]
		page.expire(now)
		switch {
		case page.objects != nil:
			return stepServe, number
		case page.pending:
			return stepWait, number
		case page.paysOff(now) && l.affords():
			return stepRequest, number
		}
		page.read(now)
		return stepRetrieve, number
	}
	next, failed, pending := 0, 0, false
	for number := 1; number <= l.total && next == 0; number++ {
		switch page := l.pages[number]; {
		case page == nil:
			next = number
		case page.arrived:
		case page.pending:
			pending = true
		case failed == 0 && l.misses >= l.price:
			failed = number
		}
	}
	if next == 0 {
		next = failed
	}
	switch {
	case next != 0 && l.affords():
		return stepRequest, next
	case pending && l.price == PageCost && (next == 0 || patient):
		// Where all pages are requested the object is on its way, if it is listed. After
		// a failure nobody waits for the next attempt.
		return stepWait, 0
	}
	l.misses++
	return stepRetrieve, 0
}

func (l *listing) affords() bool { return l.balance >= l.price }

// request notes that a page is requested.
func (l *listing) request(number int, now time.Time) {
	requested := l.pages[number]
	if requested == nil {
		requested = &page{}
		l.pages[number] = requested
	}
	requested.requested, requested.pending = now, true
	l.balance -= l.price
}

// served notes that a page served a read.
func (l *listing) served(number int, now time.Time) {
	l.balance++
	l.pages[number].read(now)
}

// forget drops an object that its page does not have any more.
func (l *listing) forget(id string) { delete(l.index, id) }

// arrive takes a page.
func (l *listing) arrive(number int, came *listedPage, now time.Time) {
	for _, page := range l.pages {
		page.expire(now)
	}
	arrived := l.pages[number]
	arrived.pending, arrived.arrived, arrived.objects = false, true, came.objects
	for id := range came.objects {
		l.index[id] = number
	}
	l.total, l.price = came.total, PageCost
	l.wake()
}

// fail takes note of a page that did not arrive. It is requested again when all others
// were and the price, which doubles, is paid. A failure of nil is one that the reader
// caused, by its own cancellation.
func (l *listing) fail(number int, failure *Error) {
	l.pages[number].pending = false
	switch {
	case failure == nil:
	case number > 1 && failure.NotFound():
		l.total = number - 1 // the list has become shorter
	case failure.Status >= 400 && failure.Status < 500 && failure.Status != http.StatusTooManyRequests && failure.Status != http.StatusRequestTimeout:
		l.refused = true
	default:
		l.price *= 2
		l.misses = 0
	}
	l.wake()
}

// wake lets the reads go on that wait.
func (l *listing) wake() {
	close(l.changed)
	l.changed = make(chan struct{})
}

// expire drops objects that are too old.
func (p *page) expire(now time.Time) {
	if !now.Before(p.requested.Add(ListedLifetime)) {
		p.objects = nil
	}
}
