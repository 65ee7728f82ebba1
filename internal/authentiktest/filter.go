package authentiktest

import (
	"cmp"
	"encoding/json"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// failures are the messages of a 400 by field.
type failures map[string]any

// filter reads the values of a parameter and gives what the objects are to fit, or what is wrong
// with a value; neither: the parameter does not filter.
type filter func(s *Server, on target, given []string) (fits func(*row) bool, failure string)

// filter keeps the objects that equal every filter given. Parameters that are no filter of the
// release are ignored, and so are empty values.
func (s *Server) filter(query url.Values, on target, rows []*row) ([]*row, failures) {
	failed := make(failures)
	for _, definition := range on.view.Filters {
		if !topLevel(definition.Name) || s.noFilter(on, definition.Name) || strip(last(query, definition.Name)) == "" {
			continue
		}
		given := make([]string, 0, 1)
		for _, value := range query[definition.Name] {
			given = append(given, strip(value))
		}
		chosen := s.model(on.collection).filters[definition.Name]
		if chosen == nil {
			chosen = s.filterBy(on, definition)
		}
		fits, failure := chosen(s, on, given)
		switch {
		case slices.ContainsFunc(given, func(value string) bool { return strings.ContainsRune(value, 0) }):
			failed[definition.Name] = []string{noNUL}
		case failure != "":
			failed[definition.Name] = []string{failure}
		case fits != nil:
			rows = keep(rows, fits)
		}
	}
	return rows, failed
}

// noFilter tells whether a parameter says what to show instead of which objects.
func (s *Server) noFilter(on target, name string) bool {
	for _, inclusion := range s.model(on.collection).included {
		if inclusion.parameter == name {
			return true
		}
	}
	return name == "superuser_full_list" || name == "for_user" || name == "only_with_launch_url"
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

// filterBy gives the filter that a definition describes.
func (s *Server) filterBy(on target, definition contract.Definition) filter {
	field := cmp.Or(s.model(on.collection).aliases[definition.Name], definition.Name)
	item, _ := on.view.Filters.Get(definition.Name + "[]")
	end := strings.LastIndex(definition.Name, "__") + 2
	if lookup, ok := lookups[definition.Name[end:]]; ok && end > 1 {
		return lookup(strings.TrimSuffix(field, definition.Name[end-2:]))
	}
	_, refers := s.model(on.collection).references[field]
	_, reversed := s.model(on.collection).reversed[field]
	switch {
	case definition.Enum != nil:
		return among(field, definition.Enum)
	case item.Enum != nil:
		return among(field, item.Enum)
	case definition.Format == "uuid", item.Format == "uuid", refers, reversed:
		return byKey(field, definition)
	case definition.Type == "array":
		return amongKnown(field)
	case definition.Type == "boolean":
		return byFlag(field)
	case definition.Type == "integer", definition.Type == "number":
		return byNumberIn(field)
	case definition.Format == "date-time":
		return byTime(field)
	default:
		return byText(field, func(held, wanted string) bool { return held == wanted })
	}
}

func byText(field string, fits func(held, wanted string) bool) filter {
	return func(s *Server, _ target, given []string) (func(*row) bool, string) {
		return func(candidate *row) bool {
			held, _ := s.value(candidate, field)
			text, isText := held.(string)
			return isText && fits(text, given[len(given)-1])
		}, ""
	}
}

// among filters by values of an enumeration, of which any may fit.
func among(field string, choices []string) filter {
	return func(s *Server, _ target, given []string) (func(*row) bool, string) {
		for _, value := range given {
			if !slices.Contains(choices, value) {
				return nil, noSuchChoice(value)
			}
		}
		return s.anyOf(field, given), ""
	}
}

// amongKnown filters by values that some object must have.
func amongKnown(field string) filter {
	return func(s *Server, on target, given []string) (func(*row) bool, string) {
		for _, value := range given {
			if !slices.ContainsFunc(s.all(on.collection), s.anyOf(field, []string{value})) {
				return nil, noSuchChoice(value)
			}
		}
		return s.anyOf(field, given), ""
	}
}

func noSuchChoice(value string) string {
	return "Select a valid choice. " + value + " is not one of the available choices."
}

// anyOf fits objects whose field is, or holds, one of the values.
func (s *Server) anyOf(field string, wanted []string) func(*row) bool {
	return func(candidate *row) bool {
		held, _ := s.value(candidate, field)
		return slices.ContainsFunc(ids(held), func(id string) bool { return slices.Contains(wanted, id) })
	}
}

// byKey filters by the keys of other objects, or by a key of the object itself.
func byKey(field string, definition contract.Definition) filter {
	return func(s *Server, on target, given []string) (func(*row) bool, string) {
		known := s.model(on.collection)
		_, refers := known.references[field]
		_, reversed := known.reversed[field]
		if definition.Type != "array" {
			given = given[len(given)-1:]
		}
		wanted := make([]string, 0, len(given))
		for _, value := range given {
			id, ok := canonicalUUID(value)
			if _, err := strconv.Atoi(value); err == nil && definition.Format != "uuid" {
				id, ok = value, true
			}
			switch {
			case !ok && !refers && !reversed:
				return nil, "Enter a valid UUID."
			case !ok && definition.Format != "uuid" && definition.Type == "array":
				return nil, "“" + value + "” is not a valid value."
			case !ok:
				return nil, notUUID(value)
			case (refers || reversed) && !s.refers(on.collection, field, id):
				return nil, "Select a valid choice. That choice is not one of the available choices."
			}
			wanted = append(wanted, id)
		}
		return s.anyOf(field, wanted), ""
	}
}

func byFlag(field string) filter {
	return func(s *Server, _ target, given []string) (func(*row) bool, string) {
		wanted, ok := flag(given[len(given)-1])
		if !ok {
			return nil, ""
		}
		return func(candidate *row) bool {
			held, _ := s.value(candidate, field)
			return held == wanted
		}, ""
	}
}

// flag reads a boolean of a query; it is false when it is none.
func flag(text string) (value, ok bool) {
	switch strings.ToLower(text) {
	case "true", "1":
		return true, true
	case "false", "0":
		return false, true
	default:
		return false, false
	}
}

func byNumberIn(field string) filter {
	return func(s *Server, _ target, given []string) (func(*row) bool, string) {
		text := given[len(given)-1]
		if _, err := strconv.ParseFloat(text, 64); err != nil {
			return nil, "Enter a number."
		}
		return func(candidate *row) bool {
			held, _ := s.value(candidate, field)
			number, isNumber := held.(json.Number)
			return isNumber && sameNumber(number, json.Number(text))
		}, ""
	}
}

func byTime(field string) filter {
	return func(s *Server, _ target, given []string) (func(*row) bool, string) {
		wanted, message := moment(given[len(given)-1])
		if message != "" {
			return nil, "Enter a valid date/time."
		}
		return func(candidate *row) bool {
			held, _ := s.value(candidate, field)
			text, _ := held.(string)
			at, _ := moment(text)
			return at == wanted
		}, ""
	}
}
