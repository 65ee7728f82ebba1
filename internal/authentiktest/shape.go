package authentiktest

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// renamed lists nested fields that changed their name from one release to another; an object
// may hold either.
var renamed = map[string]string{
	"background":     "background_url", // 2025.12.0
	"background_url": "background",
}

// shape gives the object as the server's release answers it: only the fields that the release
// has, all of them, null and "" as the release has it. The body is that of the write that is
// answered, nil for a read.
func (s *Server) shape(on target, of *row, sent map[string]any) map[string]any {
	if s.model(on.collection).whole && of.path != on.collection {
		query := on.query
		on = s.targetOf(of)
		on.query = query
	}
	pk := of.path + of.pk()
	if !s.steady {
		s.reads[pk]++
	}
	facts := s.model(on.collection)
	shaping := shaping{server: s, view: on.view, turn: s.reads[pk], references: facts.references}
	return shaping.fields("", func(name string) (any, bool) {
		if inclusion, ok := facts.included[name]; ok && !s.includes(inclusion, on.query) {
			return nil, true
		}
		value, ok := s.value(of, name)
		found, isRow := value.(*row)
		bare, ok2 := facts.bare[name]
		if _, written := sent[bare.by]; ok2 && isRow && (written || bare.by == "") {
			return bareRow{found, bare.constants}, true
		}
		if list, isList := value.([]any); ok2 && isList && bare.by == "" {
			return bareRows(list, bare.constants), true
		}
		return value, ok
	})
}

// targetOf is the collection that an object is in.
func (s *Server) targetOf(of *row) target {
	for _, found := range routesOf(s.release, s.view) {
		if found.collection == of.path {
			return found
		}
	}
	return target{collection: of.path}
}

// includes tells whether nested objects are to be shown.
func (s *Server) includes(rule inclusion, query url.Values) bool {
	asked := last(query, rule.parameter)
	if asked == "" || !s.since(rule.since) || rule.before != "" && s.since(rule.before) {
		return rule.standard
	}
	return slices.Contains(yes, strings.ToLower(asked))
}

// shaping brings one object into the shape of a release.
type shaping struct {
	server *Server
	view   contract.View
	turn   int // how often the object was answered; 0: what would differ stays the same
	// references are those of the object, whose lists have no order.
	references map[string]reference
}

// fields shapes an object, whose values are got by name.
func (s shaping) fields(prefix string, get func(name string) (any, bool)) map[string]any {
	shaped := make(map[string]any)
	for _, definition := range s.view.Response {
		name, found := strings.CutPrefix(definition.Name, prefix)
		if !found || !topLevel(name) {
			continue
		}
		value, ok := get(name)
		if !ok {
			value = otherName(name, get)
		}
		if missing, ok := value.(absent); ok {
			if missing.always || !definition.Nullable {
				continue
			}
			value = nil
		}
		if !ok && ordered[strings.TrimSuffix(prefix, "[].")] {
			continue // a key that nobody sent is in no answer
		}
		shaped[name] = s.value(definition, value)
	}
	return shaped
}

// otherName finds the value of a field under its name in other releases.
func otherName(name string, get func(name string) (any, bool)) any {
	other := renamed[name]
	if other == "" {
		return nil
	}
	value, _ := get(other)
	return value
}

func (s shaping) value(definition contract.Definition, value any) any {
	prefix := definition.Name + "."
	switch value := value.(type) {
	case nil:
		if hasNested(s.view, prefix) {
			return nil // an object that nobody knows, or none
		}
		return blank(definition)
	case string:
		return s.text(definition, value)
	case json.Number:
		if definition.Type == "string" {
			return value.String()
		}
		return value
	case *row:
		return s.object(definition, value)
	case bareRow:
		return s.fields(prefix, func(name string) (any, bool) {
			if constant, ok := value.constants[name]; ok {
				return constant, true
			}
			return s.server.value(value.of, name)
		})
	case map[string]any:
		if definition.Type == "object" && definition.Name != "flags" && hasNested(s.view, prefix) {
			return s.fields(prefix, func(name string) (any, bool) { inner, ok := value[name]; return inner, ok })
		}
		return exact(value)
	case []any:
		return s.items(definition, value)
	default:
		return value
	}
}

// object shapes an object that stands in another one.
func (s shaping) object(definition contract.Definition, value *row) any {
	if definition.Name == "policy_obj" {
		return s.server.shape(s.server.targetOf(value), value, nil)
	}
	return s.fields(definition.Name+".", func(name string) (any, bool) {
		// No parameter of the request is for nested objects.
		if inclusion, ok := s.server.model(value.path).included[name]; ok && !inclusion.standard && s.server.since(inclusion.since) {
			return nil, true
		}
		return s.server.value(value, name)
	})
}

// ordered are lists of objects that are no other objects of the server.
var ordered = map[string]bool{"redirect_uris": true, "footer_links": true, "countries_obj": true}

// items shapes a list. The server does not order what stands for other objects, and after other
// writes their order changes.
func (s shaping) items(definition contract.Definition, items []any) []any {
	item, _ := s.view.Response.Get(definition.Name + "[]")
	shaped := make([]any, 0, len(items))
	for _, value := range items {
		shaped = append(shaped, s.value(item, value))
	}
	_, refers := s.references[definition.Name]
	if (item.Type == "object" || item.Format == "uuid" || refers) && !ordered[definition.Name] && len(shaped) > 1 {
		first := s.turn % len(shaped)
		shaped = append(shaped[first:len(shaped):len(shaped)], shaped[:first]...)
	}
	return shaped
}

func hasNested(view contract.View, prefix string) bool {
	for _, definition := range view.Response {
		if strings.HasPrefix(definition.Name, prefix) {
			return true
		}
	}
	return false
}
