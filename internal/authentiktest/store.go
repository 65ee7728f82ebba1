package authentiktest

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// collection holds objects by primary key. An object has the fields of all releases, so that it
// survives SetRelease; what a release shows of it is decided when it answers.
type collection map[string]map[string]any

// Add puts an object into a collection as it is, without any check, and gives its primary key.
// What is missing is filled in with the server's defaults, the key ("pk") included. Names may be
// duplicated, which no real server allows, to test what happens then. The path may be one that
// is not in the contract table: such objects cannot be read over HTTP, but references to them are
// checked from then on (for example configure_flow against "/flows/instances/").
func (s *Server) Add(path string, object map[string]any) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	stored := copyObject(object)
	for name, value := range defaults(path) {
		if _, ok := stored[name]; !ok {
			stored[name] = value
		}
	}
	pk, _ := stored["pk"].(string)
	if pk == "" {
		pk = newUUID()
	} else if canonical, ok := canonicalUUID(pk); ok {
		pk = canonical
	}
	stored["pk"] = pk
	s.put(path, stored)
	return pk
}

// Change sets fields of an object behind the client's back, without any check. Error: no such
// object.
func (s *Server) Change(path, pk string, fields map[string]any) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	stored, err := s.get(path, pk)
	if err != nil {
		return err
	}
	maps.Copy(stored, copyObject(fields))
	return nil
}

// Remove deletes an object behind the client's back. Error: no such object.
func (s *Server) Remove(path, pk string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	stored, err := s.get(path, pk)
	if err != nil {
		return err
	}
	delete(s.collections[path], keyOf(stored))
	return nil
}

// Objects gives copies of a collection's objects, sorted by primary key, with all that the server
// keeps: the fields of all releases, secrets included.
func (s *Server) Objects(path string) []map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	objects := make([]map[string]any, 0, len(s.collections[path]))
	for _, pk := range slices.Sorted(maps.Keys(s.collections[path])) {
		objects = append(objects, copyObject(s.collections[path][pk]))
	}
	return objects
}

func (s *Server) get(path, pk string) (map[string]any, error) {
	if canonical, ok := canonicalUUID(pk); ok {
		pk = canonical
	}
	stored, ok := s.collections[path][pk]
	if !ok {
		return nil, fmt.Errorf("%s%s/: %w", path, pk, errNotFound)
	}
	return stored, nil
}

func (s *Server) put(path string, object map[string]any) {
	if s.collections[path] == nil {
		s.collections[path] = make(collection)
	}
	s.collections[path][keyOf(object)] = object
}

// nameTaken tells whether another object of the family has the name.
func (s *Server) nameTaken(prefix, name, exceptKey string) bool {
	for path, objects := range s.collections {
		if !strings.HasPrefix(path, prefix) {
			continue
		}
		for pk, object := range objects {
			if pk != exceptKey && object["name"] == name {
				return true
			}
		}
	}
	return false
}

// refers tells whether a field's reference leads to an object: always when the collection that
// it leads to is unknown.
func (s *Server) refers(field, id string) bool {
	known, exists := s.collections[references[field]]
	if !exists {
		return true
	}
	_, found := known[id]
	return found
}

func keyOf(object map[string]any) string {
	pk, _ := object["pk"].(string)
	return pk
}

// defaults are the values of a new object for all fields of all releases.
func defaults(path string) map[string]any {
	values := make(map[string]any)
	described, ok := contract.Object(path)
	if ok {
		for _, field := range slices.Concat(described.Request(), described.Response()) {
			if newest := field.Definitions[len(field.Definitions)-1]; topLevel(field.Name) && field.Name != "pk" {
				values[field.Name] = blank(newest.Definition)
			}
		}
	}
	for _, known := range []map[string]any{models[path].defaults, models[path].constants} {
		maps.Copy(values, known)
	}
	return values
}

// blank is the value of a field that nobody set.
func blank(definition contract.Definition) any {
	if definition.Nullable {
		return nil
	}
	switch definition.Type {
	case "string":
		return ""
	case "boolean":
		return false
	case "integer", "number":
		return float64(0)
	case "array":
		return []any{}
	case "object":
		return map[string]any{}
	default:
		return nil
	}
}

// topLevel tells a field of the object itself from one of a nested object or array item.
func topLevel(name string) bool { return !strings.ContainsAny(name, ".[") }

func copyObject(object map[string]any) map[string]any {
	copied := make(map[string]any, len(object))
	for name, value := range object {
		copied[name] = copyValue(value)
	}
	return copied
}

// copyValue copies what JSON can hold; other values are kept as they are, except that the usual
// Go types for arrays become arrays, so that tests may write []string.
func copyValue(value any) any {
	switch value := value.(type) {
	case map[string]any:
		return copyObject(value)
	case []any:
		return copyItems(value)
	case []string:
		return copyItems(value)
	case []map[string]any:
		return copyItems(value)
	case int:
		return float64(value)
	case int64:
		return float64(value)
	default:
		return value
	}
}

func copyItems[T any](items []T) []any {
	copied := make([]any, 0, len(items))
	for _, item := range items {
		copied = append(copied, copyValue(item))
	}
	return copied
}
