package authentiktest_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// seedNested adds the objects that answers show inside of others.
func (s *scene) seedNested(value any) {
	switch value := value.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(value)) {
			s.seedNested(value[key])
			field, nested := strings.CutSuffix(key, "_obj")
			if !nested {
				continue
			}
			list, isList := value[key].([]any)
			if !isList {
				list = []any{value[key]}
			}
			for _, item := range list {
				if object, ok := item.(map[string]any); ok {
					s.seed(s.collectionOf(field, object), object, false)
				}
			}
		}
	case []any:
		for _, item := range value {
			s.seedNested(item)
		}
	}
}

// seedReferences adds the objects that an object's fields refer to.
func (s *scene) seedReferences(value any) {
	object, ok := value.(map[string]any)
	if !ok {
		return
	}
	for _, field := range slices.Sorted(maps.Keys(object)) {
		to := s.collectionOf(field, nil)
		if to == "" || to == "/rbac/permissions/" || field == "property_mappings" && object["external_host"] != nil && object["outpost_set"] != nil {
			continue
		}
		list, isList := object[field].([]any)
		if !isList {
			list = []any{object[field]}
		}
		for _, key := range list {
			s.seedKey(to, field, key, object)
		}
	}
}

// seedKey adds the object that a field refers to by its key, if it is one.
func (s *scene) seedKey(to, field string, key any, object map[string]any) {
	text, isText := key.(string)
	_, isNumber := key.(json.Number)
	if isText && len(text) < 4 && strings.Trim(text, "0123456789") == "" && text != "" {
		key, isNumber = json.Number(text), true
	}
	if !isNumber && !uuids.MatchString(text) || slices.Contains([]string{"0", "-1", "99999999"}, fmt.Sprint(key)) {
		return
	}
	named := map[string]any{"pk": key}
	if name, ok := object[field+"_name"].(string); ok && field == "parent" {
		named["name"] = name
	}
	s.seed(to, named, false)
}

// seed adds an object under its recorded key, or completes it; whole when the answer shows all of it.
func (s *scene) seed(collection string, value any, whole bool) {
	object, ok := value.(map[string]any)
	key := identity(object)
	at := collection + key
	if !ok || key == "" || collection == "" || s.created[at] || s.complete[at] || strings.HasPrefix(key, "00000000-0000") {
		return
	}
	if len(object) == 1 && strings.HasPrefix(collection, "/providers/") && s.exists("/providers/all/", key) {
		return
	}
	s.complete[at] = whole
	stored := s.storable(collection, object, whole)
	if here := s.counterpart(collection, key, object); here != "" {
		maps.DeleteFunc(stored, func(name string, _ any) bool { return name == "pk" || s.listed(name) })
		_ = s.server.Change(collection, here, stored)
		return
	}
	s.seeded[key] = true
	if stored["name"] == nil {
		stored["name"] = "\U0010FFFEfixture " + inLetters(key)
	}
	for _, field := range []string{"slug", "username", "identifier", "domain", "client_id", "realm"} {
		if stored[field] == nil {
			stored[field] = "fixture-" + inLetters(key)
		}
	}
	s.server.Add(collection, stored)
}

// storable is what the server stores of an object, without what it has to find out.
func (s *scene) storable(collection string, object map[string]any, whole bool) map[string]any {
	stored := make(map[string]any)
	for name, value := range object {
		if !isComputed(collection, name) || s.list && s.listed(name) {
			stored[name] = translateAll(s, value)
		}
	}
	if mappings, ok := object["property_mappings"].([]any); ok && whole && object["external_host"] != nil {
		stored["property_mappings"] = s.managedMappings(mappings)
	}
	stored["pk"] = object[slices.Collect(namesOf(object))[0]]
	return stored
}

// managedMappings gives the mappings here that stand for those that every proxy provider has.
func (s *scene) managedMappings(recorded []any) []any {
	stand := make([]any, 0)
	for _, one := range s.server.Objects("/propertymappings/provider/scope/") {
		managed := fmt.Sprint(one["managed"])
		if strings.HasSuffix(managed, "_api") || strings.HasSuffix(managed, "_access") || len(stand) == len(recorded) {
			continue
		}
		if want := fmt.Sprint(recorded[len(stand)]); s.translate(want) == want {
			s.learn("", want, fmt.Sprint(one["pk"]))
		}
		stand = append(stand, one["pk"])
	}
	return stand
}

// inLetters writes a key without digits, so that no search finds it.
func inLetters(key string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r - '0' + 'q'
		}
		return r
	}, key)
}

// listed tells whether a field depends on objects that the recordings do not show.
func (s *scene) listed(name string) bool {
	return strings.HasPrefix(name, "assigned_") || name == "outpost_set" || name == "launch_url"
}

// below is what stands after the id in a path.
func (s *scene) below(requestPath string) string {
	_, id := s.locate(requestPath)
	_, rest, _ := strings.Cut(requestPath, "/"+id+"/")
	rest, _, _ = strings.Cut(rest, "?")
	return rest
}

// namesOf gives the name of the field with an object's key.
func namesOf(object map[string]any) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, name := range keyNames {
			if object[name] != nil && !yield(name) {
				return
			}
		}
	}
}

// counterpart is the key of the object here that stands for a recorded one, "" for none: that with
// the same key, or one that every server has, by its name.
func (s *scene) counterpart(collection, key string, object map[string]any) string {
	for _, one := range s.server.Objects(collection) {
		if fmt.Sprint(one["pk"]) == s.translate(key) {
			return fmt.Sprint(one["pk"])
		}
		for _, field := range []string{"managed", "username", "domain", "slug", "name"} {
			name, ok := object[field].(string)
			if ok && name != "" && one[field] == name && !strings.HasPrefix(name, "rec") && uuids.MatchString(key) {
				s.learn("", key, fmt.Sprint(one["pk"]))
				return fmt.Sprint(one["pk"])
			}
		}
	}
	return ""
}

func (s *scene) exists(collection, key string) bool {
	return slices.ContainsFunc(s.server.Objects(collection), func(one map[string]any) bool { return fmt.Sprint(one["pk"]) == key })
}

func translateAll(s *scene, value any) any {
	switch value := value.(type) {
	case string:
		return s.translate(value)
	case []any:
		items := make([]any, 0, len(value))
		for _, item := range value {
			items = append(items, translateAll(s, item))
		}
		return items
	default:
		return value
	}
}

// computedNames are read-only fields that the stand-in has to find by itself.
var computedNames = []string{
	"component", "verbose_name", "verbose_name_plural", "meta_model_name", "outpost_set", "launch_url", "meta_icon_url",
	"meta_icon_themed_urls", "icon_url", "icon_themed_urls", "parent_name", "children", "uid", "avatar", "flow_set",
	"mode_verbose", "token_identifier", "refresh_interval_s", "callback_url", "type", "root_url", "target_verbose", "countries_obj", "connectivity",
	"export_url", "background_url", "background_themed_urls", "stages", "policybindingmodel_ptr_id",
}

func isComputed(collection, name string) bool {
	if name == "type" {
		return collection == "/sources/oauth/"
	}
	if name == "is_superuser" {
		return collection == "/core/users/"
	}
	return slices.Contains(computedNames, name) || strings.HasSuffix(name, "_obj") || strings.HasPrefix(name, "assigned_") || strings.HasPrefix(name, "url_")
}
