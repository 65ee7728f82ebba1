package authentiktest

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Add puts an object into a collection as it is, without any check, and gives its primary key.
// What is missing is filled in with the defaults of the server's release, the key ("pk")
// included; read-only fields such as flow_set are computed unless they are given. Names may be
// duplicated, which no real server allows, to test what happens then. The key is given back as
// text, also where it is an integer. What stages and flows refer to is checked only once an object
// of its kind was added: until then every key is taken for that of one. For a reference to any
// stage, all stages are one collection.
func (s *Server) Add(path string, object map[string]any) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.add(path, object)
}

func (s *Server) add(path string, object map[string]any) string {
	fields := s.newFields(path, nil)
	maps.Copy(fields, copyObject(object))
	pk := fields["pk"]
	if key := fields[s.model(path).key]; pk == nil || pk == "" {
		pk = key
	}
	switch text, isText := pk.(string); {
	case pk == nil || pk == "":
		pk = s.newKey(path)
	case isText && s.model(path).sequence != "":
		pk = json.Number(text)
	case isText:
		if canonical, ok := canonicalUUID(text); ok {
			pk = canonical
		}
	}
	fields["pk"] = pk
	added := &row{path: path, fields: fields, preset: s.listener == nil}
	s.put(added)
	s.relate(added, fields)
	return added.pk()
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
	changed := copyObject(fields)
	s.change(found, changed)
	s.relate(found, changed)
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
// same for all of them. Numbers are float64, or json.Number where float64 would round them.
func (s *Server) Objects(path string) []map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	if path == permissions {
		s.permit()
	}
	stored := s.all(path)
	slices.SortFunc(stored, func(a, b *row) int { return cmp.Compare(a.pk(), b.pk()) })
	objects := make([]map[string]any, 0, len(stored))
	for _, one := range stored {
		fields, _ := rounded(one.fields).(map[string]any)
		objects = append(objects, fields)
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

// refers tells whether a field's reference leads to an object. What stages and flows refer to
// need not exist as long as no test added an object of its kind.
func (s *Server) refers(path, field, id string) bool {
	reference := s.model(path).references[field]
	if reversed, ok := s.model(path).reversed[field]; ok {
		reference = reference.towards(reversed.from)
	}
	if reference.to == "" || s.follow(reference, id) != nil {
		return true
	}
	lenient := strings.HasPrefix(path, "/stages/") || strings.HasPrefix(path, "/flows/")
	return lenient && !s.known(reference.to)
}

func (r reference) towards(path string) reference {
	r.to = path
	return r
}

// follow gives the object that a reference with this id leads to, nil when there is none.
func (s *Server) follow(to reference, id string) *row {
	if to.by == "" {
		return s.get(to.to, id)
	}
	for _, candidate := range s.with(to.to, to.by, id) {
		return candidate
	}
	return nil
}

// relate writes the values of reversed fields to the objects that store them, and takes them out
// of the object.
func (s *Server) relate(of *row, given values) {
	for field, reversed := range s.model(of.path).reversed {
		wanted, ok := given[field]
		if !ok {
			continue
		}
		delete(of.fields, field)
		s.relateTo(of, reversed, ids(wanted))
	}
}

func (s *Server) relateTo(of *row, reversed reversal, wanted []string) {
	pk := of.fields["pk"]
	for _, holder := range s.referring(reversed.from, reversed.field, of.pk()) {
		if !slices.Contains(wanted, holder.pk()) {
			s.change(holder, values{reversed.field: without(holder.fields[reversed.field], of.pk())})
		}
	}
	for _, id := range wanted {
		holder := s.get(reversed.from, id)
		if holder == nil || slices.Contains(ids(holder.fields[reversed.field]), of.pk()) {
			continue
		}
		if list, many := holder.fields[reversed.field].([]any); many {
			s.change(holder, values{reversed.field: append(slices.Clone(list), pk)})
		} else {
			s.change(holder, values{reversed.field: pk})
		}
	}
}

// related lists the keys of the objects that store a reversed field, oldest first.
func (s *Server) related(of *row, reversed reversal) []any {
	keys := make([]any, 0)
	for _, holder := range s.referring(reversed.from, reversed.field, of.pk()) {
		keys = append(keys, holder.fields["pk"])
	}
	return keys
}

// topLevel tells a field of the object itself from one of a nested object or array item.
func topLevel(name string) bool { return !strings.ContainsAny(name, ".[") }

func copyObject(object map[string]any) map[string]any {
	copied := make(map[string]any, len(object))
	for name, value := range object {
		copied[name] = exact(value)
	}
	return copied
}

func copyItems[T any](items []T) []any {
	copied := make([]any, 0, len(items))
	for _, item := range items {
		copied = append(copied, exact(item))
	}
	return copied
}
