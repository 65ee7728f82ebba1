package authentiktest_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// beforeList adds objects until a list has as many as the recorded one. They are like the last
// object of the series, so that they fit the filters that it fits, and stand after all others.
func (s *scene) beforeList(one *exchange, object map[string]any) {
	pagination := one.Response.Pagination
	if pagination == nil {
		pagination, _ = object["pagination"].(map[string]any)
	}
	collection, id := s.locate(one.Request.Path)
	if pagination == nil || collection == "" || id != "" || one.Response.Status != 200 {
		return
	}
	for _, name := range one.Response.Names {
		text, ok := name.(string)
		if ok && !s.named(collection, s.translate(text)) {
			s.fill(collection, s.translate(text))
		}
	}
	named := len(s.filled[collection])
	count, _ := pagination["count"].(json.Number)
	wanted, _ := count.Int64()
	for i := s.countOf(one); i < wanted; i++ {
		s.fillers++
		s.fill(collection, fmt.Sprintf("\U0010FFFF%04d", s.fillers))
	}
	s.empty(one, collection, wanted, named)
}

// empty removes added objects while a list has too many.
func (s *scene) empty(one *exchange, collection string, wanted int64, named int) {
	for _, key := range slices.Backward(s.filled[collection][named:]) {
		if s.countOf(one) <= wanted {
			return
		}
		_ = s.server.Remove(collection, key)
	}
}

// unfill removes what was added for one list.
func (s *scene) unfill() {
	for collection, keys := range s.filled {
		for _, key := range keys {
			_ = s.server.Remove(collection, key)
		}
		delete(s.filled, collection)
	}
}

// countOf asks for a list and gives its count.
func (s *scene) countOf(one *exchange) int64 {
	_, body := s.ask(one)
	object, _ := decodeExact(body).(map[string]any)
	pagination, _ := object["pagination"].(map[string]any)
	number, _ := pagination["count"].(json.Number)
	count, _ := number.Int64()
	return count
}

// named tells whether a collection has an object that a list would show under this name.
func (s *scene) named(collection, name string) bool {
	return slices.ContainsFunc(s.server.Objects(collection), func(one map[string]any) bool { return label(one) == name })
}

// label is what the recordings of lists keep of an object.
func label(object map[string]any) string {
	if object["name"] == nil && object["identifier"] != nil && object["intent"] != nil {
		return fmt.Sprint(object["identifier"])
	}
	if object["name"] != nil {
		return fmt.Sprint(object["name"])
	}
	return identity(object)
}

// fill adds an object like the last one of the series with this name.
func (s *scene) fill(collection, name string) {
	objects := s.server.Objects(collection)
	filler := map[string]any{"order": 1 << 30}
	for _, object := range objects {
		if fmt.Sprint(object["pk"]) == s.current {
			filler = maps.Clone(object)
		}
	}
	for _, key := range keyNames {
		delete(filler, key)
	}
	for _, field := range []string{"name", "username", "identifier", "domain", "slug", "client_id", "realm", "managed", "provider"} {
		if _, ok := filler[field]; ok || field == "name" || field == "username" || field == "identifier" {
			filler[field] = name
		}
	}
	if _, isKey := filler["provider"]; isKey {
		filler["provider"] = nil
	}
	if _, ok := filler["managed"]; ok {
		filler["managed"] = nil
	}
	s.filled[collection] = append(s.filled[collection], s.server.Add(collection, filler))
}

// unordered are the series whose lists are in the order of keys that the server makes up.
var unordered = []string{"policies-bindings", "endpoints-device_bindings", "endpoints-agents-enrollment_tokens"}

// compareNames compares a page of which the recording keeps the names.
func (s *scene) compareNames(one *exchange, got map[string]any) []string {
	found := s.differences(".pagination", one.Response.Pagination, got["pagination"])
	results, _ := got["results"].([]any)
	names := make([]string, 0, len(results))
	for _, result := range results {
		object, _ := result.(map[string]any)
		names = append(names, label(object))
	}
	wanted := make([]string, 0, len(names))
	for _, name := range one.Response.Names {
		wanted = append(wanted, s.translate(fmt.Sprint(name)))
	}
	if slices.Contains(unordered, s.name) {
		slices.Sort(names)
		slices.Sort(wanted)
	}
	if strings.Join(names, "|") != strings.Join(wanted, "|") {
		found = append(found, fmt.Sprintf("The list is %v, but was %v.", names, wanted))
	}
	return found
}
