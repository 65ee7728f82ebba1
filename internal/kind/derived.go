package kind

import (
	"slices"
	"sync"
)

// cached is a value that is computed when it is first asked for: a process works with few
// of all kinds.
type cached[T any] struct {
	once  sync.Once
	value T
}

func (c *cached[T]) get(compute func() T) T {
	c.once.Do(func() { c.value = compute() })
	return c.value
}

// Secrets are the names of the secrets that a data source would show. The slice must not
// be changed.
func (k *Kind) Secrets() []string {
	return k.secrets.get(func() []string {
		var names []string
		fields := k.All()
		for i := range fields {
			if field := &fields[i]; field.Secret && k.Shows(field) {
				names = append(names, field.Name)
			}
		}
		return names
	})
}

// Fetched are the fields that the data source for one object reads by requests of their
// own. The slice must not be changed.
func (k *Kind) Fetched() []Field {
	return k.fetched.get(func() []Field {
		return k.those(func(field *Field) bool { return field.Fetch.Path != "" })
	})
}

// Shown are the fields of the data sources: what any release returns. The slice must not
// be changed.
func (k *Kind) Shown() []Field { return k.shown.get(func() []Field { return k.those(k.Shows) }) }

// Shows says whether the data sources have the field.
func (k *Kind) Shows(field *Field) bool {
	return !field.Hidden && field.Fetch.Path == "" && (!field.Secret && field.Via.Path == "" || k.Returns(field))
}

// Managed are the fields that the resource has, and those by which an object is
// recognized. The slice must not be changed.
func (k *Kind) Managed() []Field {
	return k.managed.get(func() []Field {
		return k.those(func(field *Field) bool { return field.InResource() || k.identifies(field) })
	})
}

// identifies says whether an object is recognized by the field.
func (k *Kind) identifies(field *Field) bool {
	return field.Name == k.Key().Name || field.Name == k.Address().Name ||
		slices.ContainsFunc(k.Lookups, func(way Lookup) bool { return slices.Contains(way.All(), field.Name) })
}

// those are copies of the fields that a test lets through.
func (k *Kind) those(pass func(*Field) bool) []Field {
	var kept []Field
	fields := k.All()
	for i := range fields {
		if pass(&fields[i]) {
			kept = append(kept, fields[i])
		}
	}
	return kept
}

// verdict is what the contract says of a field whatever the server's release. Validation
// and plan of every object ask for it.
type verdict struct{ varies, acceptsEmpty bool }

// verdict is that of the field, computed once for the fields of the kind.
func (k *Kind) verdict(field *Field) verdict {
	known := k.verdicts.get(func() map[*Field]verdict {
		fields := k.All()
		computed := make(map[*Field]verdict, len(fields))
		for i := range fields {
			computed[&fields[i]] = verdict{k.varies(&fields[i]), k.acceptsEmpty(&fields[i])}
		}
		return computed
	})
	if found, ok := known[field]; ok {
		return found
	}
	return verdict{k.varies(field), k.acceptsEmpty(field)}
}
