package authentiktest

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

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
