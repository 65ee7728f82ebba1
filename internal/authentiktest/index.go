package authentiktest

import "encoding/json"

// index notes a row under its unique values and the keys that it refers to.
func (t *table) index(added *row) {
	t.writes++
	added.number = t.writes
	clear(t.ordered)
	for _, value := range t.uniquesOf(added) {
		note(t.uniques, value, added)
	}
	for _, id := range t.referencesOf(added) {
		note(t.referrers, id, added)
	}
}

func (t *table) unindex(removed *row) {
	clear(t.ordered)
	for _, value := range t.uniquesOf(removed) {
		forget(t.uniques, value, removed)
	}
	for _, id := range t.referencesOf(removed) {
		forget(t.referrers, id, removed)
	}
}

func note[K comparable](index map[K]map[*row]bool, key K, noted *row) {
	if index[key] == nil {
		index[key] = make(map[*row]bool)
	}
	index[key][noted] = true
}

func forget[K comparable](index map[K]map[*row]bool, key K, forgotten *row) {
	delete(index[key], forgotten)
	if len(index[key]) == 0 {
		delete(index, key)
	}
}

func (t *table) uniquesOf(of *row) []unique {
	var values []unique
	for _, rule := range t.model(of.path).unique {
		if value := keyText(of.fields[rule.field]); value != "" {
			values = append(values, unique{rule.scope, value})
		}
	}
	return values
}

func (t *table) referencesOf(of *row) []string {
	var found []string
	for field := range t.model(of.path).references {
		found = append(found, ids(of.fields[field])...)
	}
	return found
}

// ids gives the keys that a reference's value holds: none, one, or those of a list.
func ids(value any) []string {
	switch value := value.(type) {
	case string:
		return []string{value}
	case json.Number:
		return []string{value.String()}
	case []any:
		found := make([]string, 0, len(value))
		for _, item := range value {
			if id := keyText(item); id != "" {
				found = append(found, id)
			}
		}
		return found
	default:
		return nil
	}
}
