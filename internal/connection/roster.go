package connection

import (
	"sync"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// Roster is what is known of a collection's objects, by what they are looked up by, so
// that a create need not ask whether there is one like it already.
//
// The collection is listed when creates have asked as often as the list costs. So creates
// cost at most twice what they would if each asked, and a thousand of them in a
// collection of one page ask five times. What the list says is true until this client
// changes or deletes anything, and for a minute ([client.Client.Holds]).
type Roster struct {
	mu      sync.Mutex
	mark    client.Mark
	listed  map[string][]string // the IDs by the look-up, nil where nothing is known
	created map[string][]string // what this client created
	asked   int                 // look-ups of creates since the list was requested
	pages   int                 // of the list, as far as is known
	busy    bool                // the list is requested
	refused bool                // the list cannot be read
}

// Roster is what is known of the objects of a kind's collection.
func (c *Connection) Roster(kind string) *Roster {
	stored, _ := c.rosters.LoadOrStore(kind, &Roster{created: map[string][]string{}, pages: 1})
	roster, ok := stored.(*Roster)
	if !ok {
		return &Roster{created: map[string][]string{}, refused: true}
	}
	return roster
}

// Known are the IDs of the objects that are looked up so; false where the server has to
// be asked.
func (r *Roster) Known(api *client.Client, lookup string) (ids []string, known bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.listed == nil || !api.Holds(r.mark) {
		return nil, false
	}
	return append(append(ids, r.listed[lookup]...), r.created[lookup]...), true
}

// Created notes what this client created.
func (r *Roster) Created(lookup, id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.created[lookup] = append(r.created[lookup], id)
}

// Due is asked before the server is asked for one object, and says how many pages of the
// list to request instead, 0 for none. The caller then calls [Roster.Arrived] or
// [Roster.Failed].
func (r *Roster) Due(api *client.Client) (pages int, mark client.Mark) {
	r.mu.Lock()
	defer r.mu.Unlock()
	mark = api.Mark()
	if !api.Holds(mark) || r.busy || r.refused || r.asked < r.pages*client.PageCost {
		r.asked++
		return 0, mark
	}
	r.busy, r.asked = true, 0
	return r.pages, mark
}

// Arrived takes the list, or the number of pages that it has where that is more than
// what was requested.
func (r *Roster) Arrived(mark client.Mark, listed map[string][]string, pages int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.busy, r.mark, r.listed, r.pages = false, mark, listed, pages
}

// Failed notes that the list cannot be read. It is not requested again.
func (r *Roster) Failed() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.busy, r.refused = false, true
}
