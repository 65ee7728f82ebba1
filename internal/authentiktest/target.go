package authentiktest

import (
	"net/url"
	"slices"
	"strings"
	"sync"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// kind says what a path leads to.
type kind int

const (
	nothing kind = iota
	root
	list
	object
	single
	action
)

// target is what a path below the API's root leads to.
type target struct {
	kind       kind
	collection string
	view       contract.View
	id         string
	query      url.Values
	action     endpoint
}

// lead finds what a path that ends with a slash leads to.
func (s *Server) lead(below string) target {
	if below == "/" {
		return target{kind: root}
	}
	routes := routesOf(s.release, s.view)
	if found, ok := routes[below]; ok {
		return found
	}
	if found, ok := endpoints()[below]; ok && found.in(s) {
		return target{kind: action, action: found}
	}
	// The pattern of an id in a URL is [^/.]+.
	parent, id := cutLast(below)
	if found, ok := routes[parent]; ok && found.view.Key != "" && !strings.Contains(id, ".") {
		found.kind, found.id = object, id
		return found
	}
	name := ""
	for range 2 { // such as sync/status
		var last string
		below, last = cutLast(below)
		name = strings.TrimSuffix(last+"/"+name, "/")
		holder, id := cutLast(below)
		found, ok := routes[holder]
		if !ok || strings.Contains(id, ".") {
			continue
		}
		if found.action, ok = s.actionOf(found.collection, name); ok {
			found.kind, found.id = action, id
			return found
		}
	}
	return target{}
}

// cutLast splits "/a/b/" into "/a/" and "b".
func cutLast(path string) (parent, last string) {
	path = strings.TrimSuffix(path, "/")
	cut := strings.LastIndexByte(path, '/') + 1
	return path[:cut], path[cut:]
}

// routes are the collections of a release by the path that it has them at.
type routes map[string]target

// known are the routes of the releases that were asked for. Servers share them.
var known sync.Map

func routesOf(release, view string) routes {
	if found, ok := known.Load(release); ok {
		if found, ok := found.(routes); ok {
			return found
		}
	}
	all := make(routes)
	for _, collection := range contract.Collections() {
		described, _ := contract.Object(collection)
		fields, exists := described.In(view)
		if !exists {
			continue
		}
		to := target{kind: list, collection: collection, view: corrected(release, collection, fields)}
		special, ok := endpoints()[collection]
		switch {
		case ok:
			to.kind, to.action = action, special
		case !fields.Can(contract.List) && fields.Key == "":
			to.kind = single
		}
		all[fields.Path] = to
	}
	known.Store(release, all)
	return all
}

// unfinished are the collections that the release candidates of 2026.5 have as 2026.2 did.
var unfinished = []string{
	applications, brands, oauth2, scimProviders, "/sources/group_connections/", "/sources/user_connections/", "/core/brands/current/", samlProviders,
}

// early are the fields that they have as 2026.5 does.
var early = []string{"redirect_uris[].redirect_uri_type", "sign_logout_response", "group_obj", "user_obj"}

// joined gives the fields of a release, and those of a later one that are early.
func joined(before, after contract.Definitions) contract.Definitions {
	fields := slices.Clone(before)
	for _, field := range after {
		isEarly := slices.ContainsFunc(early, func(name string) bool { return field.Name == name || strings.HasPrefix(field.Name, name+".") })
		if isEarly && !fields.Has(field.Name) {
			fields = append(fields, field)
		}
	}
	return fields
}

// corrected gives what a release between two documents has otherwise than the nearest document:
// redirect URIs were one text with a URI per line up to 2024.8.4 and in 2024.10.0 to 2024.10.2.
func corrected(release, collection string, view contract.View) contract.View {
	if contract.Compare(release, "2026.5.0") < 0 && contract.Compare(release, "2026.3.0") >= 0 && slices.ContainsFunc(unfinished, func(prefix string) bool {
		return strings.HasPrefix(collection, prefix)
	}) {
		described, _ := contract.Object(collection)
		before, _ := described.In("2026.2.2")
		view.Request, view.Response = joined(before.Request, view.Request), joined(before.Response, view.Response)
	}
	if strings.HasPrefix(collection, "/sources/group_connections/") {
		view.Response = leaving(view.Response, "source_obj") // documented, but in no recorded answer
	}
	asText := contract.Compare(release, "2024.8.5") < 0 ||
		contract.Compare(release, "2024.10.0") >= 0 && contract.Compare(release, "2024.10.3") < 0
	if !asText || !slices.Contains([]string{oauth2, proxies}, collection) {
		return view
	}
	view.Request, view.Response = withText(view.Request, "redirect_uris"), withText(view.Response, "redirect_uris")
	return view
}

// withText makes an array of objects a text that nobody must send.
func withText(fields contract.Definitions, name string) contract.Definitions {
	var changed contract.Definitions
	for _, field := range fields {
		switch {
		case field.Name == name:
			changed = append(changed, contract.Definition{Name: name, Type: "string", ReadOnly: field.ReadOnly})
		case !strings.HasPrefix(field.Name, name+"[]"):
			changed = append(changed, field)
		}
	}
	return changed
}

// leaving gives the fields without one of them and what is nested in it.
func leaving(fields contract.Definitions, name string) contract.Definitions {
	return slices.DeleteFunc(slices.Clone(fields), func(field contract.Definition) bool {
		return field.Name == name || strings.HasPrefix(field.Name, name+".")
	})
}

// addressed finds the object that the path names, nil when there is none; false when no object
// can have such a name.
func (s *Server) addressed(on target) (*row, bool) {
	switch on.view.KeyType {
	case "integer":
		return s.get(on.collection, on.id), isDigits(on.id)
	case "uuid":
		pk, ok := canonicalUUID(on.id)
		return s.get(on.collection, pk), ok
	}
	if on.view.KeyField == "pk" || on.view.KeyField == s.model(on.collection).key {
		return s.get(on.collection, on.id), true
	}
	for _, found := range s.with(on.collection, s.scopeOf(on.collection, on.view.KeyField), on.id) {
		return found, true
	}
	return nil, true
}

// scopeOf is the scope in which the values of a field are unique.
func (s *Server) scopeOf(collection, field string) string {
	for _, rule := range s.model(collection).unique {
		if rule.field == field {
			return rule.scope
		}
	}
	return collection
}

func isDigits(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
}
