package authentiktest

import (
	"encoding/json"
	"net/url"
	"slices"
	"strconv"
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

// bareRow is an object that is shown with other constants than its own.
type bareRow struct {
	of        *row
	constants values
}

// bareRows is a list of objects that are shown with other constants than their own.
func bareRows(list []any, constants values) []any {
	bare := make([]any, 0, len(list))
	for _, item := range list {
		if found, ok := item.(*row); ok {
			item = bareRow{found, constants}
		}
		bare = append(bare, item)
	}
	return bare
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
	if value, _ := get(renamed[name]); value != nil {
		return value
	}
	return nil
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
		// A field may be a number in one release and text in another.
		if definition.Type == "integer" || definition.Type == "number" {
			if _, err := strconv.ParseFloat(value, 64); err == nil {
				return json.Number(value)
			}
		}
		return s.text(definition, value)
	case json.Number:
		if definition.Type == "string" {
			return value.String()
		}
		return value
	case *row:
		if definition.Name == "policy_obj" {
			return s.server.shape(s.server.targetOf(value), value, nil)
		}
		return s.fields(prefix, func(name string) (any, bool) {
			// No parameter of the request is for nested objects.
			if inclusion, ok := s.server.model(value.path).included[name]; ok && !inclusion.standard && s.server.since(inclusion.since) {
				return nil, true
			}
			return s.server.value(value, name)
		})
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

func (s shaping) text(definition contract.Definition, text string) any {
	if text == "" && definition.Nullable {
		// Where null is legal and "" is refused, the server cannot hold "".
		if request, ok := s.view.Request.Get(definition.Name); ok && (request.MinLength > 0 || request.Format == "uuid") {
			return nil
		}
	}
	_, name, nested := strings.Cut(definition.Name, ".")
	switch {
	case strings.HasSuffix(definition.Name, "background_url"), strings.HasPrefix(definition.Name, "background_themed_urls."):
		return s.backgroundURL(text)
	case nested && name == "background" && !s.server.since("2025.12.0"):
		return backgroundPath(text)
	default:
		return text
	}
}

// uploads is where uploaded files are served from 2025.12 on; before, it was uploads without
// the first part.
const uploads = "/files/media/"

// backgroundURL gives the address of a flow's background from 2025.12 on: that of an uploaded
// file has a signature that changes.
func (s shaping) backgroundURL(stored string) string {
	if strings.HasPrefix(stored, "/media/") {
		stored = "/files" + stored
	}
	if !strings.HasPrefix(stored, uploads) || s.turn == 0 {
		return stored
	}
	file, _, _ := strings.Cut(stored, "?")
	return file + "?token=signature-" + strconv.Itoa(s.turn)
}

// backgroundPath gives the address of a flow's background up to 2025.10.
func backgroundPath(stored string) string {
	if !strings.HasPrefix(stored, uploads) {
		return stored
	}
	file, _, _ := strings.Cut(strings.TrimPrefix(stored, "/files"), "?")
	return file
}

func hasNested(view contract.View, prefix string) bool {
	for _, definition := range view.Response {
		if strings.HasPrefix(definition.Name, prefix) {
			return true
		}
	}
	return false
}
