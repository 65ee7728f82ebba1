package authentiktest

import (
	"slices"
	"strconv"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// array checks a list: of keys, of which each counts once, or of values.
func (v validation) array(definition contract.Definition, given any) (value, failure any) {
	items, ok := given.([]any)
	item, known := v.request.Get(definition.Name + "[]")
	if !ok {
		message := []string{`Expected a list of items but got type "` + pythonType(given) + `".`}
		if item.Type == "object" {
			return nil, failures{"non_field_errors": message}
		}
		return nil, message
	}
	if len(items) == 0 && slices.Contains(v.server.model(v.path).noEmpty, definition.Name) {
		return nil, []string{"This list may not be empty."}
	}
	facts := v.server.model(v.path)
	_, refers := facts.references[definition.Name]
	_, reversed := facts.reversed[definition.Name]
	set := item.Format == "uuid" || refers || reversed
	switch {
	case !known:
		return v.server.plain(items), nil
	case item.Type == "object":
		return v.objects(item, items)
	}
	checked, wrong := make([]any, 0, len(items)), make(failures)
	for i, entry := range items {
		value, failure := v.field(item, entry)
		switch {
		case failure != nil && set:
			return nil, failure
		case failure != nil:
			wrong[strconv.Itoa(i)] = failure
		case !set || !slices.Contains(checked, value):
			checked = append(checked, value)
		}
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	return checked, nil
}

// objects checks an array of nested objects. Its failure has one entry per item.
func (v validation) objects(item contract.Definition, items []any) (value, failure any) {
	values, entries, anyFailed := make([]any, 0, len(items)), make([]any, 0, len(items)), false
	for _, entry := range items {
		nested, ok := entry.(map[string]any)
		if !ok {
			entries, anyFailed = append(entries, failures{
				"non_field_errors": []string{"Invalid data. Expected a dictionary, but got " + pythonType(entry) + "."},
			}), true
			continue
		}
		checked, failed := v.object(item.Name+".", nested)
		if slug, ok := checked["slug"].(string); ok && strings.HasSuffix(item.Name, "flow_set[]") && v.server.by(flows, slug) != nil {
			failed["slug"] = []string{"Flow with this slug already exists."} // only flows have slugs
		}
		anyFailed = anyFailed || len(failed) > 0
		values, entries = append(values, checked), append(entries, failed)
	}
	if anyFailed {
		return nil, entries
	}
	return values, nil
}
