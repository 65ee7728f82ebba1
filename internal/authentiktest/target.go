package authentiktest

import (
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// kind says what a path leads to.
type kind int

const (
	nothing kind = iota
	root
	version
	list
	object
)

// target is what a path below the API's root leads to.
type target struct {
	kind       kind
	collection string
	view       contract.View
	id         string
}

// lead finds what a path that ends with a slash leads to.
func (s *Server) lead(below string) target {
	switch below {
	case "/":
		return target{kind: root}
	case "/admin/version/":
		return target{kind: version}
	}
	for _, collection := range contract.Collections() {
		rest, found := strings.CutPrefix(below, collection)
		described, known := contract.Object(collection)
		if !found || !known {
			continue
		}
		view, exists := described.In(s.view)
		if !exists {
			continue
		}
		id := strings.TrimSuffix(rest, "/")
		switch {
		case rest == "":
			return target{kind: list, collection: collection, view: view}
		case !strings.ContainsAny(id, "/."): // the pattern of the URL is [^/.]+
			return target{kind: object, collection: collection, view: view, id: id}
		}
	}
	return target{}
}

// addressed finds the object that the path names, nil when there is none; false when no object
// can have such a name.
func (s *Server) addressed(on target) (*row, bool) {
	if field := s.model(on.collection).address; field != "" {
		return s.by(on.collection, on.id), true
	}
	pk, ok := canonicalUUID(on.id)
	if !ok {
		return nil, false
	}
	return s.get(on.collection, pk), true
}
