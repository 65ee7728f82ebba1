package client

import "sync"

// reads is what the reads of one client share. Nothing in it outlives a write: a
// write to one kind of objects changes others too (a binding is in its stage's
// flow_set, a deleted mapping is taken out of every stage).
type reads struct {
	mu sync.Mutex
	// generation counts the beginnings and ends of writes. What was asked for in an
	// earlier one may be older than a write that has ended since.
	generation int
	writing    int // writes on their way
	flights    map[string]*flight
	listings   map[string]*listing
	outcomes   map[string]*outcome
}

// write marks the beginning of a write and returns what marks its end. Answers that
// were asked for before either are not used for reads that begin after it.
func (r *reads) write() (end func()) {
	r.step(1)
	return func() { r.step(-1) }
}

func (r *reads) step(writes int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.generation++
	r.writing += writes
	clear(r.listings)
}

// take returns the flight to the address that may be joined, or a new one of the
// caller's own, which it must land. While a write is on its way nothing is joined:
// then it matters when exactly a request was sent.
func (r *reads) take(address string) (taken *flight, own bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if other := r.flights[address]; other != nil && other.generation == r.generation && r.writing == 0 {
		return other, false
	}
	if r.flights == nil {
		r.flights = map[string]*flight{}
	}
	taken = &flight{generation: r.generation, landed: make(chan struct{})}
	r.flights[address] = taken
	return taken, true
}

// land lets those go on who joined. From now on nobody joins.
func (r *reads) land(address string, landed *flight) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.flights[address] == landed {
		delete(r.flights, address)
	}
	close(landed.landed)
}
