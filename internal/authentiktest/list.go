package authentiktest

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// list answers GET on a collection: filters, search, order, paging.
func (s *Server) list(query url.Values, on target, caller *user) *reply {
	var rows []*row
	if s.sees(caller, on.collection) {
		rows = s.inOrder(on, strip(last(query, "ordering")))
	}
	rows, failures := s.filter(query, on, rows)
	if len(failures) > 0 {
		return jsonReply(http.StatusBadRequest, failures)
	}
	return s.page(query, on.view, s.search(last(query, "search"), on, rows))
}

// last is the value of a parameter; of several, the last counts.
func last(query url.Values, name string) string {
	values := query[name]
	if len(values) == 0 {
		return ""
	}
	return values[len(values)-1]
}

// failures are the messages of a 400 by field.
type failures map[string]any

// filter keeps the objects that equal every filter given. Parameters that are no filter of the
// release are ignored, and so are empty values.
func (s *Server) filter(query url.Values, on target, rows []*row) ([]*row, failures) {
	failed := make(failures)
	for _, definition := range on.view.Filters {
		value := strip(last(query, definition.Name))
		if value == "" || !topLevel(definition.Name) {
			continue
		}
		wanted, used, failure := s.filterValue(on, definition, value)
		switch {
		case failure != "":
			failed[definition.Name] = []string{failure}
		case used:
			field := cmp.Or(s.model(on.collection).aliases[definition.Name], definition.Name)
			rows = keep(rows, func(candidate *row) bool {
				held, _ := s.value(candidate, field)
				list, isList := held.([]any)
				return held == wanted || isList && slices.Contains(list, wanted)
			})
		}
	}
	return rows, failed
}

// keep gives the rows that fit, in a slice of their own.
func keep(rows []*row, fits func(*row) bool) []*row {
	var kept []*row
	for _, candidate := range rows {
		if fits(candidate) {
			kept = append(kept, candidate)
		}
	}
	return kept
}

// filterValue gives what a filter compares with, whether it filters at all, or what is wrong
// with the value.
func (s *Server) filterValue(on target, definition contract.Definition, value string) (wanted any, used bool, failure string) {
	switch {
	case strings.ContainsRune(value, 0):
		return nil, false, noNUL
	case definition.Enum != nil:
		if !slices.Contains(definition.Enum, value) {
			return nil, false, "Select a valid choice. " + value + " is not one of the available choices."
		}
		return value, true, ""
	case definition.Format == "uuid", definition.Type == "array":
		_, isKey := s.model(on.collection).aliases[definition.Name]
		id, ok := canonicalUUID(value)
		switch {
		case !ok && isKey:
			return nil, false, "Enter a valid UUID."
		case !ok:
			return nil, false, notUUID(value)
		case !isKey && !s.refers(on.collection, definition.Name, id):
			return nil, false, "Select a valid choice. That choice is not one of the available choices."
		}
		return id, true, ""
	case definition.Type == "boolean":
		switch strings.ToLower(value) {
		case "true", "1":
			return true, true, ""
		case "false", "0":
			return false, true, ""
		}
		return nil, false, ""
	case definition.Type == "integer", definition.Type == "number":
		number, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return nil, false, "Enter a number."
		}
		return number, true, ""
	default:
		return value, true, ""
	}
}

// search keeps the objects of which every term is in one of the fields searched, whatever the case.
func (s *Server) search(text string, on target, rows []*row) []*row {
	terms := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ' ' || r == ',' })
	fields := s.model(on.collection).search
	if len(terms) == 0 || len(fields) == 0 {
		return rows
	}
	return keep(rows, func(candidate *row) bool {
		return !slices.ContainsFunc(terms, func(term string) bool {
			return !slices.ContainsFunc(fields, func(field string) bool {
				value, _ := s.value(candidate, field)
				held, _ := value.(string)
				return strings.Contains(strings.ToLower(held), term)
			})
		})
	})
}

// inOrder gives the collection sorted by the fields asked for that the release has, else by the
// default. Texts are compared byte by byte, as the recorded servers' databases did. Callers must
// not change the slice.
func (s *Server) inOrder(on target, ordering string) []*row {
	var keys []string
	for key := range strings.SplitSeq(ordering, ",") {
		key = strip(key)
		if definition, ok := on.view.Response.Get(strings.TrimPrefix(key, "-")); ok && definition.Type != "array" {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 {
		keys = s.model(on.collection).order
	}
	cached := on.collection + " " + strings.Join(keys, ",")
	if rows, ok := s.ordered[cached]; ok {
		return rows
	}
	rows := s.all(on.collection)
	if len(keys) > 0 {
		slices.SortStableFunc(rows, func(a, b *row) int { return s.compare(a, b, keys) })
	}
	s.ordered[cached] = rows
	return rows
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
	return cmp.Compare(a.pk(), b.pk())
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
	if left, ok := a.(float64); ok {
		if right, ok := b.(float64); ok {
			return cmp.Compare(left, right)
		}
	}
	return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) // false sorts before true, too
}

// page answers one page of the objects.
func (s *Server) page(query url.Values, view contract.View, rows []*row) *reply {
	size := s.pageSize(last(query, "page_size"))
	pages := max(1, (len(rows)+size-1)/size)
	current := 1
	switch text := last(query, "page"); text {
	case "":
	case "last":
		current = pages
	default:
		number, err := strconv.Atoi(text)
		if err != nil || number < 1 || number > pages {
			return detail(http.StatusNotFound, "Invalid page.")
		}
		current = number
	}
	start, end := (current-1)*size, min(current*size, len(rows))
	results := make([]any, 0, end-start)
	for _, shown := range rows[start:end] {
		results = append(results, s.shape(view, shown, nil))
	}
	pagination := map[string]any{
		"next":        0,
		"previous":    current - 1,
		"count":       len(rows),
		"current":     current,
		"total_pages": pages,
		"start_index": min(start+1, len(rows)),
		"end_index":   end,
	}
	if current < pages {
		pagination["next"] = current + 1
	}
	envelope := map[string]any{"pagination": pagination, "results": results}
	if s.since("2025.8.0") {
		envelope["autocomplete"] = map[string]any{}
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
