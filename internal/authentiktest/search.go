package authentiktest

import (
	"slices"
	"strings"
)

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
				return strings.Contains(strings.ToLower(keyText(value)), term)
			})
		})
	})
}
