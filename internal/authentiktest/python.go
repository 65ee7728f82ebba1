package authentiktest

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// pythonType names the type that Python gives a JSON value, as error messages do.
func pythonType(value any) string {
	switch value := value.(type) {
	case nil:
		return "NoneType"
	case string:
		return "str"
	case bool:
		return "bool"
	case []any:
		return "list"
	case map[string]any:
		return "dict"
	case json.Number:
		if isInteger(value) {
			return "int"
		}
		return "float"
	default:
		return "object"
	}
}

// pythonText is what Python's str makes of a JSON value. Lists and objects are approximated.
func pythonText(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case nil:
		return "None"
	case bool:
		if value {
			return "True"
		}
		return "False"
	case json.Number:
		return pythonNumber(value)
	default:
		return fmt.Sprint(value)
	}
}

// pythonNumber writes a number as Python does: 1.0 stays 1.0, 1e20 becomes 1e+20.
func pythonNumber(number json.Number) string {
	if isInteger(number) {
		return number.String()
	}
	float, err := number.Float64()
	if err != nil {
		return number.String()
	}
	text := strconv.FormatFloat(float, 'g', -1, 64)
	if !strings.ContainsAny(text, ".e") {
		text += ".0"
	}
	return text
}

func isInteger(number json.Number) bool { return !strings.ContainsAny(number.String(), ".eE") }

// plain turns numbers into float64, all through a value.
func plain(value any) any {
	switch value := value.(type) {
	case json.Number:
		float, err := value.Float64()
		if err != nil {
			return value.String()
		}
		return float
	case []any:
		items := make([]any, 0, len(value))
		for _, item := range value {
			items = append(items, plain(item))
		}
		return items
	case map[string]any:
		fields := make(map[string]any, len(value))
		for name, field := range value {
			fields[name] = plain(field)
		}
		return fields
	default:
		return value
	}
}
