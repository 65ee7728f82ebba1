package authentiktest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// list answers GET on a collection: filters, search, order, paging.
func (s *Server) list(on target, caller *user) *reply {
	query := on.query
	var rows []*row
	if s.sees(caller, on.collection) {
		rows = s.candidates(query, on)
	}
	rows, failures := s.filter(query, on, rows)
	if len(failures) > 0 {
		return jsonReply(http.StatusBadRequest, failures)
	}
	if last(query, "search") != "" && s.model(on.collection).unsearchable {
		return s.serverError(http.MethodGet)
	}
	rows = s.search(last(query, "search"), on, rows)
	if full, _ := flag(last(query, "superuser_full_list")); !full || !caller.superuser {
		switch on.collection {
		case applications:
			return s.usable(on, caller, rows)
		case "/rac/endpoints/":
			return s.unpaged(on, rows)
		}
	}
	return s.page(query, on, rows)
}

// candidates gives the rows to filter, in order: those that have the unique value which is asked
// for, or all.
func (s *Server) candidates(query url.Values, on target) []*row {
	keys := s.sortKeys(on, strip(last(query, "ordering")))
	for _, rule := range s.model(on.collection).unique {
		value := strip(last(query, rule.field))
		if value == "" || len(query[rule.field]) > 1 || !on.view.Filters.Has(rule.field) {
			continue
		}
		found := s.with(on.collection, rule.scope, value)
		slices.SortStableFunc(found, func(a, b *row) int { return s.compare(a, b, keys) })
		return found
	}
	return s.inOrder(on.collection, keys)
}

// last is the value of a parameter; of several, the last counts.
func last(query url.Values, name string) string {
	values := query[name]
	if len(values) == 0 {
		return ""
	}
	return values[len(values)-1]
}

// inOrder gives the collection sorted by fields. Texts are compared byte by byte, as the recorded
// servers' databases did. Callers must not change the slice.
func (s *Server) inOrder(collection string, keys []string) []*row {
	cached := collection + " " + strings.Join(keys, ",")
	if rows, ok := s.ordered[cached]; ok {
		return rows
	}
	rows := s.all(collection)
	if len(keys) > 0 {
		slices.SortStableFunc(rows, func(a, b *row) int { return s.compare(a, b, keys) })
	}
	s.ordered[cached] = rows
	return rows
}

// sortKeys are the fields to sort by, with "-" before one that goes down: those asked for that the
// release has, else the default; none for a collection that has no order.
func (s *Server) sortKeys(on target, ordering string) []string {
	var keys []string
	for key := range strings.SplitSeq(ordering, ",") {
		key = strip(key)
		if definition, ok := on.view.Response.Get(strings.TrimPrefix(key, "-")); ok && definition.Type != "array" {
			keys = append(keys, key)
		}
	}
	if len(keys) > 0 {
		return keys
	}
	known := s.model(on.collection)
	for _, changed := range known.older {
		if changed.order != nil && !s.since(changed.before) {
			return changed.order
		}
	}
	return known.order
}

// compare orders two objects by fields.
func (s *Server) compare(a, b *row, keys []string) int {
	for _, key := range keys {
		field, descending := strings.CutPrefix(key, "-")
		left, _ := s.value(a, field)
		right, _ := s.value(b, field)
		result := compareValues(left, right)
		if descending {
			result = -result
		}
		if result != 0 {
			return result
		}
	}
	return byNumber(a, b) // as the database finds them
}

// compareValues orders two values of one field; null comes last, as in PostgreSQL.
func compareValues(a, b any) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	}
	if left, ok := a.(string); ok {
		if right, ok := b.(string); ok {
			return strings.Compare(left, right)
		}
	}
	if left, ok := a.(json.Number); ok {
		if right, ok := b.(json.Number); ok {
			return compareNumbers(left, right)
		}
	}
	return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) // false sorts before true, too
}

// page answers one page of the objects, or all of them as a plain array where there are no pages.
func (s *Server) page(query url.Values, on target, rows []*row) *reply {
	if !on.view.Paged {
		items := make([]any, 0, len(rows))
		for _, one := range rows {
			items = append(items, s.shape(on, one, nil))
		}
		return jsonReply(http.StatusOK, items)
	}
	size := s.pageSize(last(query, "page_size"))
	shift := 0
	if len(rows) > size && len(s.sortKeys(on, strip(last(query, "ordering")))) == 0 && !s.steady {
		// What the database does not order moves between requests, so that pages repeat rows and
		// miss others.
		s.reads[on.collection]++
		shift = s.reads[on.collection]
	}
	start, end, pagination, refusal := paginate(query, len(rows), size)
	if refusal != nil {
		return refusal
	}
	results := make([]any, 0, end-start)
	for i := start; i < end; i++ {
		results = append(results, s.shape(on, rows[(i+shift)%len(rows)], nil))
	}
	if !s.writable(results) {
		return s.serverError(http.MethodGet)
	}
	return s.envelope(pagination, results)
}

// paginate gives the part of a list that a page shows, and what the answer says about it.
func paginate(query url.Values, count, size int) (start, end int, pagination values, refusal *reply) {
	pages := max(1, (count+size-1)/size)
	current := 1
	switch text := last(query, "page"); text {
	case "":
	case "last":
		current = pages
	default:
		number, err := strconv.Atoi(text)
		if err != nil || number < 1 || number > pages {
			return 0, 0, nil, detail(http.StatusNotFound, "Invalid page.")
		}
		current = number
	}
	start, end = (current-1)*size, min(current*size, count)
	pagination = values{
		"next":        0,
		"previous":    current - 1,
		"count":       count,
		"current":     current,
		"total_pages": pages,
		"start_index": min(start+1, count),
		"end_index":   end,
	}
	if current < pages {
		pagination["next"] = current + 1
	}
	return start, end, pagination, nil
}

// envelope is the answer with one page of a list.
func (s *Server) envelope(pagination values, results []any) *reply {
	envelope := values{"pagination": pagination, "results": results}
	if s.since("2025.8.0") {
		envelope["autocomplete"] = values{}
	}
	return jsonReply(http.StatusOK, envelope)
}

// pageSize is the size of a page: the one asked for when it is a number above zero. Up to
// 2025.10 there was no maximum.
func (s *Server) pageSize(asked string) int {
	standard, most := 100, 0
	if s.since("2025.12.0") {
		standard, most = 20, 100
	}
	size, err := strconv.Atoi(asked)
	if err != nil || size < 1 {
		return standard
	}
	if most > 0 {
		return min(size, most)
	}
	return size
}
