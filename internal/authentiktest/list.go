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
	var objects []map[string]any
	if s.sees(caller) {
		for _, stored := range s.collections[on.collection] {
			objects = append(objects, stored)
		}
	}
	objects, failures := s.filter(query, on.view, objects)
	if len(failures) > 0 {
		return jsonReply(http.StatusBadRequest, failures)
	}
	objects = search(last(query, "search"), objects)
	order(strip(last(query, "ordering")), on.view, objects)
	return s.page(query, on.view, objects)
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
func (s *Server) filter(query url.Values, view contract.View, objects []map[string]any) ([]map[string]any, failures) {
	failed := make(failures)
	for _, definition := range view.Filters {
		value := strip(last(query, definition.Name))
		if value == "" {
			continue
		}
		wanted, used, failure := s.filterValue(definition, view.Key, value)
		switch {
		case failure != "":
			failed[definition.Name] = []string{failure}
		case used:
			objects = slices.DeleteFunc(objects, func(object map[string]any) bool {
				return object[fieldOf(definition.Name, view.Key)] != wanted
			})
		}
	}
	return objects, failed
}

// fieldOf is the field that a filter looks at; the primary key is a filter under its own name.
func fieldOf(filter, key string) string {
	if filter == key {
		return "pk"
	}
	return filter
}

// filterValue gives what a filter compares with, whether it filters at all, or what is wrong
// with the value.
func (s *Server) filterValue(definition contract.Definition, key, value string) (wanted any, used bool, failure string) {
	switch {
	case strings.ContainsRune(value, 0):
		return nil, false, noNUL
	case definition.Enum != nil:
		if !slices.Contains(definition.Enum, value) {
			return nil, false, "Select a valid choice. " + value + " is not one of the available choices."
		}
		return value, true, ""
	case definition.Format == "uuid":
		id, ok := canonicalUUID(value)
		switch {
		case !ok && definition.Name == key:
			return nil, false, "Enter a valid UUID."
		case !ok:
			return nil, false, notUUID(value)
		case definition.Name != key && !s.refers(definition.Name, id):
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

// search keeps the objects whose name contains every term, whatever the case.
func search(text string, objects []map[string]any) []map[string]any {
	terms := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ' ' || r == ',' })
	return slices.DeleteFunc(objects, func(object map[string]any) bool {
		name, _ := object["name"].(string)
		return slices.ContainsFunc(terms, func(term string) bool {
			return !strings.Contains(strings.ToLower(name), term)
		})
	})
}

// order sorts by the fields asked for that the release has, else by name. Texts are compared byte
// by byte, as the recorded servers' databases did.
func order(ordering string, view contract.View, objects []map[string]any) {
	var keys []string
	for key := range strings.SplitSeq(ordering, ",") {
		key = strip(key)
		if definition, ok := view.Response.Get(strings.TrimPrefix(key, "-")); ok && definition.Type != "array" {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 {
		keys = []string{"name"}
	}
	slices.SortFunc(objects, func(a, b map[string]any) int {
		for _, key := range keys {
			field, descending := strings.CutPrefix(key, "-")
			result := compareValues(a[field], b[field])
			if descending {
				result = -result
			}
			if result != 0 {
				return result
			}
		}
		return cmp.Compare(keyOf(a), keyOf(b))
	})
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
	if left, ok := a.(float64); ok {
		if right, ok := b.(float64); ok {
			return cmp.Compare(left, right)
		}
	}
	return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) // false sorts before true, too
}

// page answers one page of the objects.
func (s *Server) page(query url.Values, view contract.View, objects []map[string]any) *reply {
	size := s.pageSize(last(query, "page_size"))
	pages := max(1, (len(objects)+size-1)/size)
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
	start, end := (current-1)*size, min(current*size, len(objects))
	results := make([]any, 0, end-start)
	for _, stored := range objects[start:end] {
		results = append(results, s.shape(view, stored))
	}
	pagination := map[string]any{
		"next":        0,
		"previous":    current - 1,
		"count":       len(objects),
		"current":     current,
		"total_pages": pages,
		"start_index": min(start+1, len(objects)),
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
