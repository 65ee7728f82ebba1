package authentiktest

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// Messages of Django REST framework, as recorded.
const (
	isRequired = "This field is required."
	isNull     = "This field may not be null."
	isBlank    = "This field may not be blank."
	noString   = "Not a valid string."
	noBoolean  = "Must be a valid boolean."
	noInteger  = "A valid integer is required."
	noNumber   = "A valid number is required."
	noNUL      = "Null characters are not allowed."
)

func notUUID(text string) string { return "“" + text + "” is not a valid UUID." }

func noChoice(text string) string { return `"` + text + `" is not a valid choice.` }

// validation checks a body against the request's fields of a release.
type validation struct {
	server  *Server
	request contract.Definitions
	partial bool // PATCH: nothing is required
}

// object checks an object's fields, whose definitions begin with the prefix, and gives their
// values as the server stores them. Unknown and read-only keys are ignored.
func (v validation) object(prefix string, sent map[string]any) (map[string]any, failures) {
	values, failed := make(map[string]any), make(failures)
	for _, definition := range v.request {
		name, found := strings.CutPrefix(definition.Name, prefix)
		if !found || !topLevel(name) || definition.ReadOnly {
			continue
		}
		given, ok := sent[name]
		if !ok {
			if definition.Required && !v.partial {
				failed[name] = []string{isRequired}
			}
			continue
		}
		value, failure := v.field(definition, given)
		if failure != nil {
			failed[name] = failure
			continue
		}
		values[name] = value
	}
	return values, failed
}

// field checks one value. The failure is a list of messages, or of what failed in nested objects.
func (v validation) field(definition contract.Definition, given any) (value, failure any) {
	var message string
	switch {
	case definition.Format == "uuid":
		value, message = v.reference(definition, given)
	case given == nil && definition.Nullable:
		return nil, nil
	case given == nil:
		message = isNull
	case definition.Enum != nil:
		value, message = choice(definition, given)
	case definition.Type == "string":
		value, message = text(definition, given)
	case definition.Type == "boolean":
		value, message = boolean(given)
	case definition.Type == "integer", definition.Type == "number":
		value, message = number(definition, given)
	case definition.Type == "array":
		return v.array(definition, given)
	default:
		value = plain(given)
	}
	if message != "" {
		return nil, []string{message}
	}
	return value, nil
}

// reference checks the id of another object; "" means null.
func (v validation) reference(definition contract.Definition, given any) (value any, message string) {
	if given == nil || given == "" {
		if !definition.Nullable {
			return nil, isNull
		}
		return nil, ""
	}
	switch given := given.(type) {
	case string:
		id, ok := canonicalUUID(given)
		switch {
		case !ok:
			return nil, notUUID(given)
		case !v.server.refers(definition.Name, id):
			return nil, `Invalid pk "` + given + `" - object does not exist.`
		}
		return id, ""
	case bool:
		return nil, "Incorrect type. Expected pk value, received bool."
	case json.Number:
		return nil, `Invalid pk "` + given.String() + `" - object does not exist.`
	default:
		return nil, notUUID(pythonText(given))
	}
}

func choice(definition contract.Definition, given any) (value any, message string) {
	chosen := pythonText(given)
	if !slices.Contains(definition.Enum, chosen) {
		return nil, noChoice(chosen)
	}
	if number, ok := given.(json.Number); ok && definition.Type != "string" {
		return plain(number), ""
	}
	return chosen, ""
}

func text(definition contract.Definition, given any) (value any, message string) {
	var sent string
	switch given := given.(type) {
	case string:
		sent = given
	case json.Number:
		sent = pythonText(given)
	default:
		return nil, noString
	}
	sent = strip(sent)
	switch {
	case strings.ContainsRune(sent, 0):
		return nil, noNUL
	case sent == "" && definition.MinLength > 0:
		return nil, isBlank
	default:
		return sent, ""
	}
}

// Words that Django REST framework takes for booleans.
var (
	yes = []string{"t", "y", "yes", "true", "on", "1"}
	no  = []string{"f", "n", "no", "false", "off", "0"}
)

func boolean(given any) (value any, message string) {
	var word string
	switch given := given.(type) {
	case bool:
		return given, ""
	case string:
		word = strings.ToLower(strip(given))
	case json.Number:
		word = given.String()
	}
	switch {
	case slices.Contains(yes, word):
		return true, ""
	case slices.Contains(no, word):
		return false, ""
	default:
		return nil, noBoolean
	}
}

func number(definition contract.Definition, given any) (value any, message string) {
	message = noNumber
	if definition.Type == "integer" {
		message = noInteger
	}
	var word string
	switch given := given.(type) {
	case string:
		word = strip(given)
	case json.Number:
		word = given.String()
	default:
		return nil, message
	}
	parsed, err := strconv.ParseFloat(word, 64)
	if err != nil || definition.Type == "integer" && parsed != float64(int64(parsed)) {
		return nil, message
	}
	return parsed, ""
}

func (v validation) array(definition contract.Definition, given any) (value, failure any) {
	items, ok := given.([]any)
	if !ok {
		return nil, []string{`Expected a list of items but got type "` + pythonType(given) + `".`}
	}
	item, known := v.request.Get(definition.Name + "[]")
	if !known {
		return plain(items), nil
	}
	if item.Type == "object" {
		return v.objects(item, items)
	}
	values := make([]any, 0, len(items))
	for _, entry := range items {
		checked, failure := v.field(item, entry)
		if failure != nil {
			return nil, failure
		}
		values = append(values, checked)
	}
	return values, nil
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
		anyFailed = anyFailed || len(failed) > 0
		values, entries = append(values, checked), append(entries, failed)
	}
	if anyFailed {
		return nil, entries
	}
	return values, nil
}
