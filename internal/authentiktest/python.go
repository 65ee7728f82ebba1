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
	case []any:
		items := make([]string, 0, len(value))
		for _, item := range value {
			items = append(items, pythonRepr(item))
		}
		return "[" + strings.Join(items, ", ") + "]"
	default:
		return fmt.Sprint(value)
	}
}

// pythonRepr is pythonText with quotation marks around strings.
func pythonRepr(value any) string {
	if text, ok := value.(string); ok {
		return "'" + text + "'"
	}
	return pythonText(value)
}

// pythonNumber writes a number as Python does: 1.0 stays 1.0, 1e20 becomes 1e+20.
func pythonNumber(number json.Number) string {
	if isInteger(number) && len(number) < 400 {
		return number.String()
	}
	float, err := number.Float64()
	if err != nil {
		return number.String()
	}
	return pythonFloat(float)
}

// pythonFloat is Python's repr of a float: digits up to 16 places, then an exponent.
func pythonFloat(float float64) string {
	scientific := strconv.FormatFloat(float, 'e', -1, 64)
	_, exponent, _ := strings.Cut(scientific, "e")
	if power, _ := strconv.Atoi(exponent); power < -4 || power >= 16 {
		return scientific
	}
	text := strconv.FormatFloat(float, 'f', -1, 64)
	if !strings.ContainsAny(text, ".") {
		text += ".0"
	}
	return text
}

// plain brings the numbers of a free JSON value into the form in which they are stored.
func (s *Server) plain(value any) any {
	switch value := value.(type) {
	case json.Number:
		return s.stored(value)
	case []any:
		items := make([]any, 0, len(value))
		for _, item := range value {
			items = append(items, s.plain(item))
		}
		return items
	case map[string]any:
		fields := make(map[string]any, len(value))
		for name, field := range value {
			fields[name] = s.plain(field)
		}
		return fields
	default:
		return value
	}
}
