package authentiktest

import "strings"

// lookups are the ends of filters' names that say how they compare.
var lookups = map[string]func(field string) filter{
	"iexact":     func(field string) filter { return byText(field, strings.EqualFold) },
	"icontains":  func(field string) filter { return byText(field, containsFold) },
	"startswith": func(field string) filter { return byText(field, strings.HasPrefix) },
	"isnull": func(field string) filter {
		return func(s *Server, _ target, given []string) (func(*row) bool, string) {
			wanted, ok := flag(given[len(given)-1])
			if !ok {
				return nil, ""
			}
			return func(candidate *row) bool {
				held, _ := s.value(candidate, field)
				return (len(ids(held)) == 0) == wanted
			}, ""
		}
	},
}

func containsFold(held, wanted string) bool {
	return strings.Contains(strings.ToLower(held), strings.ToLower(wanted))
}
