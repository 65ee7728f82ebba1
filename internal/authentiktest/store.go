package authentiktest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Add puts an object into a collection as it is, without any check, and gives its primary key.
// What is missing is filled in with the defaults of the server's release, the key ("pk")
// included; read-only fields such as flow_set are computed unless they are given. Names may be
// duplicated, which no real server allows, to test what happens then. The path may be one that
// is not in the contract table, such as "/sources/all/": such objects cannot be read over HTTP,
// but references to them are checked from then on, and not before: as long as a collection never
// held an object, every key is taken for that of one. For a reference to any stage, all stages
// are one collection.
func (s *Server) Add(path string, object map[string]any) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.add(path, object)
}

func (s *Server) add(path string, object map[string]any) string {
	fields := s.newFields(path, nil)
	maps.Copy(fields, copyObject(object))
	pk, _ := fields["pk"].(string)
	if key, ok := fields[s.model(path).key].(string); ok && pk == "" {
		pk = key
	}
	if pk == "" {
		pk = newUUID()
	} else if canonical, ok := canonicalUUID(pk); ok {
		pk = canonical
	}
	fields["pk"] = pk
	s.put(&row{path: path, fields: fields})
	return pk
}

// Change sets fields of an object behind the client's back, without any check. The key is the
// primary key also where the API addresses objects by another, as it does with a flow's slug.
// Error: no such object.
func (s *Server) Change(path, pk string, fields map[string]any) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	found, err := s.find(path, pk)
	if err != nil {
		return err
	}
	s.change(found, copyObject(fields))
	return nil
}

// Remove deletes an object behind the client's back, with all that goes with it, as the server
// does: the bindings of a stage, for example. The key is that of Change. Error: no such object.
func (s *Server) Remove(path, pk string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	found, err := s.find(path, pk)
	if err != nil {
		return err
	}
	s.delete(found)
	return nil
}

// Objects gives copies of a collection's objects, sorted by primary key, with all that the server
// stores: the fields of all releases, secrets included, but not what it computes or what is the
// same for all of them.
func (s *Server) Objects(path string) []map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	stored := s.all(path)
	slices.SortFunc(stored, func(a, b *row) int { return cmp.Compare(a.pk(), b.pk()) })
	objects := make([]map[string]any, 0, len(stored))
	for _, one := range stored {
		objects = append(objects, copyObject(one.fields))
	}
	return objects
}

func (s *Server) find(path, pk string) (*row, error) {
	if canonical, ok := canonicalUUID(pk); ok {
		pk = canonical
	}
	found := s.get(path, pk)
	if found == nil {
		return nil, fmt.Errorf("%s%s/: %w", path, pk, errNotFound)
	}
	return found, nil
}

// refers tells whether a field's reference leads to an object: always when the collection that
// it leads to never held one.
func (s *Server) refers(path, field, id string) bool {
	to := s.model(path).references[field].to
	return to == "" || !s.known(to) || s.get(to, id) != nil
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
