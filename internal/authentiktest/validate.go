package authentiktest

import (
	"encoding/json"
	"fmt"
	"slices"
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
	path    string // of the collection
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
			switch standard, err := decode([]byte(definition.Default)); {
			case definition.Required && !v.partial:
				failed[name] = []string{isRequired}
			case prefix != "" && !v.partial && err == nil:
				values[name] = standard
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
	case definition.Type == "array" && given != nil:
		return v.array(definition, given)
	case definition.Name == v.server.model(v.path).key && definition.Format == "uuid" && given != nil:
		value, message = ownKey(given)
	case definition.Format == "uuid", v.isReference(definition):
		value, message = v.reference(definition, given)
	case given == nil && definition.Nullable:
		return nil, nil
	case given == nil:
		message = isNull
	default:
		value, message = v.scalar(definition, given)
	}
	if message != "" {
		return nil, []string{message}
	}
	return value, nil
}

// isReference says whether the field has the id of another object.
func (v validation) isReference(definition contract.Definition) bool {
	model, name := v.server.model(v.path), strings.TrimSuffix(definition.Name, "[]")
	_, refers := model.references[name]
	_, reversed := model.reversed[name]
	return (refers || reversed) && definition.Type != "array"
}

// scalar checks one value that is neither null nor an array.
func (v validation) scalar(definition contract.Definition, given any) (value any, message string) {
	switch {
	case v.loose(definition.Name):
		return v.server.plain(given), ""
	case definition.Enum != nil:
		if until := v.server.model(v.path).blank[definition.Name]; given == "" && until != "" && !v.server.since(until) {
			return given, ""
		}
		return choice(definition, given)
	case definition.Type == "string":
		return v.text(definition, given)
	case definition.Type == "boolean":
		return boolean(given)
	case definition.Type == "integer", definition.Type == "number":
		return v.server.number(definition, given)
	case definition.Type == "object":
		return v.dictionary(given)
	}
	return v.server.plain(given), ""
}

// reference checks the id of another object; "" means null.
func (v validation) reference(definition contract.Definition, given any) (value any, message string) {
	if given == nil || given == "" {
		if !definition.Nullable {
			return nil, isNull
		}
		return nil, ""
	}
	wrongType := "Incorrect type. Expected pk value, received " + pythonType(given) + "."
	if _, isFlag := given.(bool); isFlag {
		return nil, wrongType
	}
	var id string
	if definition.Type == "integer" {
		number, _ := v.server.number(contract.Definition{Type: "integer"}, given)
		if value = number; value == nil {
			return nil, wrongType
		}
		id = keyText(number)
	} else {
		switch given := given.(type) {
		case string:
			canonical, ok := canonicalUUID(given)
			if !ok {
				return nil, notUUID(given)
			}
			id, value = canonical, canonical
		case json.Number:
			return nil, noSuchObject(given)
		default:
			return nil, notUUID(pythonText(given))
		}
	}
	if !v.server.refers(v.path, strings.TrimSuffix(definition.Name, "[]"), id) {
		return nil, noSuchObject(given)
	}
	return value, ""
}

// loose tells whether a field takes any JSON.
func (v validation) loose(field string) bool {
	before, ok := v.server.model(v.path).loose[field]
	return ok && !v.server.since(before)
}

// ownKey checks a key that the body gives the object itself.
func ownKey(given any) (value any, message string) {
	text, _ := given.(string)
	id, ok := canonicalUUID(text)
	if !ok {
		return nil, "Must be a valid UUID."
	}
	return id, ""
}

func noSuchObject(given any) string {
	return `Invalid pk "` + pythonText(given) + `" - object does not exist.`
}

func choice(definition contract.Definition, given any) (value any, message string) {
	chosen := pythonText(given)
	if !slices.Contains(definition.Enum, chosen) {
		return nil, noChoice(chosen)
	}
	if number, ok := given.(json.Number); ok && definition.Type != "string" {
		return number, ""
	}
	return chosen, ""
}

func (v validation) text(definition contract.Definition, given any) (value any, message string) {
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
	case definition.MaxLength > 0 && characters(sent) > definition.MaxLength:
		return nil, fmt.Sprintf("Ensure this field has no more than %d characters.", definition.MaxLength)
	}
	if rule := v.server.model(v.path).formats[definition.Name]; rule != nil {
		return sent, rule(v.server, sent)
	}
	return formatted(definition.Format, sent)
}

func characters(text string) (count uint64) {
	for range text {
		count++
	}
	return count
}

// dictionary takes a JSON object.
func (v validation) dictionary(given any) (value any, message string) {
	if _, ok := given.(map[string]any); !ok {
		return nil, "Value must be a dictionary, and not have any duplicate keys."
	}
	return v.server.plain(given), ""
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
