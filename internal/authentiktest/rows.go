package authentiktest

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
)

// row is an object as the server keeps it. It has the fields of all releases, so that it survives
// SetRelease; what a release shows of it is decided when it answers. Its fields must change
// through the table's methods only, which keep the indexes right.
type row struct {
	path   string         // of its collection
	fields map[string]any // by JSON name; "pk" is the primary key
	number int            // of the last write; what has no order stands in this one
	preset bool           // it was there when the server started
}

// pk is the primary key as text, also where it is an integer.
func (r *row) pk() string { return keyText(r.fields["pk"]) }

// keyText is a key as text; "" for what is no key.
func keyText(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case json.Number:
		return value.String()
	default:
		return ""
	}
}

// table holds all rows, and the indexes without which ten thousand of them would be slow.
type table struct {
	models      map[string]*model          // by path
	collections map[string]map[string]*row // by path and primary key
	uniques     map[unique]map[*row]bool   // who has a value that should be unique
	referrers   map[string]map[*row]bool   // by primary key: who refers to it
	ordered     map[string][]*row          // collections in an order, until the next write
	added       map[string]bool            // paths of collections that got objects after the start
	sequences   map[string]int             // the last integer key, by table
	writes      int
}

// unique is a value that only one row should have.
type unique struct {
	scope string // rows of one scope share the values: all stages, for example
	value string
}

func newTable() *table {
	return &table{
		models:      newModels(),
		collections: make(map[string]map[string]*row),
		uniques:     make(map[unique]map[*row]bool),
		referrers:   make(map[string]map[*row]bool),
		ordered:     make(map[string][]*row),
		added:       make(map[string]bool),
		sequences:   make(map[string]int),
	}
}

// get gives the row of a collection or, for a collection such as "/stages/all/", of all that it
// unites; nil when there is none.
func (t *table) get(path, pk string) *row {
	for _, member := range t.members(path) {
		if found, ok := t.collections[member][pk]; ok {
			return found
		}
	}
	return nil
}

// by gives the row that has a unique value, nil when there is none. Tests can give several rows
// one value; the first written then counts.
func (t *table) by(scope, value string) *row {
	return oldest(t.uniques[unique{scope, value}], nil)
}

// with gives the rows of a collection that have a unique value, oldest first.
func (t *table) with(path, scope, value string) []*row {
	var found []*row
	for candidate := range t.uniques[unique{scope, value}] {
		if slices.Contains(t.members(path), candidate.path) {
			found = append(found, candidate)
		}
	}
	slices.SortFunc(found, byNumber)
	return found
}

// another gives a row with the value besides this one, nil when there is none.
func (t *table) another(of *row, scope, value string) *row {
	return oldest(t.uniques[unique{scope, value}], of)
}

func oldest(rows map[*row]bool, except *row) *row {
	var first *row
	for candidate := range rows {
		if candidate != except && (first == nil || candidate.number < first.number) {
			first = candidate
		}
	}
	return first
}

// known tells whether the collection ever held an object that was not there from the start.
func (t *table) known(path string) bool {
	return slices.ContainsFunc(t.members(path), func(member string) bool { return t.added[member] })
}

// newKey makes the key of a new object of the collection.
func (t *table) newKey(path string) any {
	sequence := t.model(path).sequence
	if sequence == "" {
		return newUUID()
	}
	t.sequences[sequence]++
	return whole(t.sequences[sequence])
}

// all gives the rows of a collection, in the order in which they were written.
func (t *table) all(path string) []*row {
	var rows []*row
	for _, member := range t.members(path) {
		rows = slices.AppendSeq(rows, maps.Values(t.collections[member]))
	}
	slices.SortFunc(rows, byNumber)
	return rows
}

// referring lists the rows of a collection whose field refers to the object, oldest first.
func (t *table) referring(path, field, pk string) []*row {
	var found []*row
	members := t.members(path)
	for candidate := range t.referrers[pk] {
		if slices.Contains(members, candidate.path) && slices.Contains(ids(candidate.fields[field]), pk) {
			found = append(found, candidate)
		}
	}
	slices.SortFunc(found, byNumber)
	return found
}

func byNumber(a, b *row) int { return cmp.Compare(a.number, b.number) }

// put adds a row, in place of one with the same key.
func (t *table) put(added *row) {
	if previous := t.collections[added.path][added.pk()]; previous != nil {
		t.drop(previous)
	}
	if t.collections[added.path] == nil {
		t.collections[added.path] = make(map[string]*row)
	}
	t.collections[added.path][added.pk()] = added
	t.added[added.path] = t.added[added.path] || !added.preset
	if sequence := t.model(added.path).sequence; sequence != "" {
		number, _ := strconv.Atoi(added.pk())
		t.sequences[sequence] = max(t.sequences[sequence], number)
	}
	t.index(added)
}

// change sets fields of a row.
func (t *table) change(changed *row, fields map[string]any) {
	t.unindex(changed)
	maps.Copy(changed.fields, fields)
	t.index(changed)
}

// drop removes a row and nothing else.
func (t *table) drop(dropped *row) {
	t.unindex(dropped)
	delete(t.collections[dropped.path], dropped.pk())
}

// delete removes a row with all that goes with it, and takes it out of what refers to it.
func (t *table) delete(deleted *row) {
	t.drop(deleted)
	t.letGo(deleted, deleted.pk(), "")
	if id := keyText(deleted.fields["uuid"]); id != "" {
		t.letGo(deleted, id, "uuid")
	}
}

// letGo deletes or changes what refers to a deleted row by a field ("" for the primary key).
func (t *table) letGo(deleted *row, pk, by string) {
	for _, referrer := range slices.SortedFunc(maps.Keys(t.referrers[pk]), byNumber) {
		for field, reference := range t.model(referrer.path).references {
			held := ids(referrer.fields[field])
			if reference.by != by || !slices.Contains(t.members(reference.to), deleted.path) || !slices.Contains(held, pk) {
				continue
			}
			if reference.cascades {
				t.delete(referrer)
				break
			}
			t.change(referrer, map[string]any{field: without(referrer.fields[field], pk)})
		}
	}
}

// without is a reference's value after the object with this key has gone: null, or a shorter list.
func without(value any, pk string) any {
	list, ok := value.([]any)
	if !ok {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(list), func(item any) bool { return keyText(item) == pk })
}
