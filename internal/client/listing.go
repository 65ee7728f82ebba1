package client

import (
	"encoding/json"
	"time"
)

// ListedLife is how long a listed object is used, counted from when its page was
// asked for: long enough for Terraform to work through the objects of a few pages,
// short enough for what others change in the meantime.
const ListedLife = 10 * time.Second

// pageCost is what a page of 100 objects costs the server, in retrieves: 88 ms to
// 20 ms on 2023.10.7, 123 ms to 27 ms on 2025.12.4, so 4.4 and 4.6.
const pageCost = 5

// highestPrice bounds how dear pages get that do not pay off.
const highestPrice = 64 * pageCost

// listing is what is known of a collection from its list. It decides what to list
// as one decides whether to rent skis or to buy them: each read earns one unit,
// each page costs pageCost, and nothing is bought on credit.
//
// So n reads of a collection of P pages cost at most 2n units, n for retrieves and n
// for pages. And they cost at most 2 x P x pageCost, twice the list: after that many
// reads at the latest every page is paid for and listed, and from then on objects in
// the list are not retrieved. No more is needed to know than what has happened so
// far, and no rule that knows no more can promise less than twice the best.
//
// A listing ends when a write begins or ends, or when nothing is left of it; then
// everything is earned anew, at twice the price where its pages served less than they
// cost: Terraform is then too slow for them.
type listing struct {
	price         int // of a page, pageCost or more
	earned, spent int
	served, asked int           // reads from pages, and pages asked for
	total         int           // pages in all, 1 before the first one told
	pages         map[int]*page // those listed or on their way
	index         map[string]int
	expiry        time.Time     // when the first page is too old; zero for none
	news          chan struct{} // closed when a page has come, or will not
}

// page is one page of a list.
type page struct {
	// objects are the bodies by key, nil while they are on their way and when they
	// are too old. They stay as they were sent, because most of their life they only
	// take up memory.
	objects map[string]json.RawMessage
	asked   time.Time
	coming  bool
	came    bool // at least once, or failed
	// served is how many reads it served since it was last asked for: whether to ask
	// again once it is too old.
	served int
}

func newListing(price int) *listing {
	return &listing{price: price, total: 1, pages: map[int]*page{}, index: map[string]int{}, news: make(chan struct{})}
}

// next says how a read of the object goes on.
type next int

const (
	retrieve next = iota // at the retrieve endpoint
	serve                // from the page
	ask                  // for the page, which is paid for
	wait                 // for pages that are on their way
)

// plan decides how the read of the object goes on, and with which page.
func (l *listing) plan(id string) (next, int) {
	if number, known := l.index[id]; known {
		switch page := l.pages[number]; {
		case page.objects != nil:
			return serve, number
		case page.coming:
			return wait, number
		case page.served >= pageCost && l.affords():
			return ask, number
		}
		return retrieve, 0
	}
	coming := false
	for number := 1; number <= l.total; number++ {
		switch page := l.pages[number]; {
		case page == nil && l.affords():
			return ask, number
		case page == nil:
			return retrieve, 0
		case page.coming && !page.came:
			coming = true
		}
	}
	if coming {
		// All pages are paid for, so that the object is on its way if it is listed.
		return wait, 0
	}
	return retrieve, 0
}

func (l *listing) affords() bool { return l.earned >= l.spent+l.price }

// serve returns the object from its page, nil where it is not there any more.
func (l *listing) serve(id string, number int) json.RawMessage {
	page := l.pages[number]
	body := page.objects[id]
	if body == nil {
		delete(l.index, id)
		return nil
	}
	page.served++
	l.served++
	return body
}

// nextPrice is the price of a page in the next listing.
func (l *listing) nextPrice() int {
	if l.served < l.asked*pageCost {
		return min(2*l.price, highestPrice)
	}
	return pageCost
}

// expect notes that a page is asked for.
func (l *listing) expect(number int, now time.Time) {
	expected := l.pages[number]
	if expected == nil {
		expected = &page{}
		l.pages[number] = expected
	}
	expected.asked, expected.coming, expected.served = now, true, 0
	l.asked++
	l.spent += l.price
}

// arrive takes a page, nil for one that failed, and lets those go on who wait.
func (l *listing) arrive(number int, came *listedPage) {
	arrived := l.pages[number]
	first := !arrived.came
	arrived.coming, arrived.came = false, true
	switch {
	case came != nil:
		arrived.objects = came.objects
		for key := range came.objects {
			l.index[key] = number
		}
		l.total = came.total
		if end := arrived.asked.Add(ListedLife); l.expiry.IsZero() || end.Before(l.expiry) {
			l.expiry = end
		}
	case number == 1 && first:
		// Without the first page there is no listing; it may be asked for again when
		// it is paid for again. Any other page is left out.
		delete(l.pages, number)
	}
	close(l.news)
	l.news = make(chan struct{})
}

// age drops what is too old, and says whether anything is left.
func (l *listing) age(now time.Time) bool {
	if l.expiry.IsZero() || now.Before(l.expiry) {
		return true
	}
	left := false
	l.expiry = time.Time{}
	for _, page := range l.pages {
		end := page.asked.Add(ListedLife)
		switch {
		case page.coming:
			left = true
		case page.objects == nil:
		case !now.Before(end):
			page.objects = nil
		default:
			left = true
			if l.expiry.IsZero() || end.Before(l.expiry) {
				l.expiry = end
			}
		}
	}
	return left
}
