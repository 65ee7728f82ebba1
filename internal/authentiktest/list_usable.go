package authentiktest

import (
	"slices"
	"strconv"
	"strings"
)

// Lists of what the caller may use. They are no lists of objects, unless a superuser asks for all
// by superuser_full_list.

// usable answers a page of the applications that the caller may use. It is kept for a day per user
// and page, whatever the filters, until an application or a binding changes; only a search is not
// kept. The counts are those of the filters.
func (s *Server) usable(on target, caller *user, rows []*row) *reply {
	query := on.query
	start, end, pagination, refusal := paginate(query, len(rows), s.pageSize(last(query, "page_size")))
	if refusal != nil {
		return refusal
	}
	page := rows[start:end]
	if last(query, "search") == "" {
		key := usablePage{caller.key.String(), last(query, "page")}
		if key.page == "" {
			key.page = "1"
		}
		if kept := s.usablePages[key]; len(kept.rows) > 0 && kept.writes == s.writesOf(applications, policyBindings) {
			page = kept.rows
		}
		s.usablePages[key] = keptPage{slices.Clone(page), s.writesOf(applications, policyBindings)}
	}
	results := make([]any, 0, len(page))
	for _, one := range page {
		results = append(results, s.shape(on, one, nil))
	}
	return s.envelope(pagination, results)
}

// usablePage is a page of the applications that a user may use.
type usablePage struct{ user, page string }

type keptPage struct {
	rows   []*row
	writes string // when it was put together
}

// writesOf tells apart the states of collections.
func (s *Server) writesOf(collections ...string) string {
	var state strings.Builder
	for _, collection := range collections {
		newest := 0
		for _, one := range s.collections[collection] {
			newest = max(newest, one.number)
		}
		state.WriteString(strconv.Itoa(newest) + "/" + strconv.Itoa(len(s.collections[collection])) + " ")
	}
	return state.String()
}

// unpaged answers with all objects on every page: the server pages through what it then leaves out.
func (s *Server) unpaged(on target, rows []*row) *reply {
	_, _, pagination, refusal := paginate(on.query, len(rows), s.pageSize(last(on.query, "page_size")))
	if refusal != nil {
		return refusal
	}
	results := make([]any, 0, len(rows))
	for _, one := range rows {
		results = append(results, s.shape(on, one, nil))
	}
	return s.envelope(pagination, results)
}
