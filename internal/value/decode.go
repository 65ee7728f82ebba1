package value

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Mismatch is a field whose JSON type cannot be what the schema says. It names the field
// and the types, never the value.
type Mismatch struct { //nolint:errname // a finding about an answer, which few callers return as an error
	// Field is the API's name, of an inner field with its path: `flow_set[0].slug`.
	Field string
	// Expected and Got are phrases such as "a string".
	Expected, Got string
}

// Error says what is wrong in one clause.
func (m *Mismatch) Error() string {
	return fmt.Sprintf("the field `%s` is %s, expected %s", m.Field, m.Got, m.Expected)
}

// Fields are an object's fields as the server sent them.
type Fields = map[string]json.RawMessage

// Raw is the JSON of a field, under whichever of its names the answer has; nil for none.
func Raw(field *kind.Field, fields Fields) json.RawMessage {
	if raw, ok := fields[field.APIName()]; ok || len(field.Formerly) == 0 {
		return raw
	}
	for _, name := range field.Formerly {
		if raw, ok := fields[name]; ok {
			return raw
		}
	}
	return nil
}

// IsAnswered says whether an answer has the field.
func IsAnswered(field *kind.Field, fields Fields) bool {
	if field.Beside != "" {
		if _, same := fields[field.Beside]; !same {
			return false
		}
	}
	return slices.ContainsFunc(field.APINames(), func(name string) bool {
		_, ok := fields[name]
		return ok
	})
}

// DecodeAll converts an object's fields into attributes. A field that is absent or null
// is null; a key that no field has is ignored.
func DecodeAll(described []kind.Field, fields Fields) (Object, *Mismatch) {
	attributes := make(Object, len(described)+1)
	for i := range described {
		field := &described[i]
		raw := Raw(field, fields)
		if field.Beside != "" && field.Normalize != nil {
			if _, same := fields[field.Beside]; !same {
				raw = normalized(field, raw)
			}
		}
		decoded, wrong := Decode(field, raw)
		if wrong != nil {
			wrong.Field = field.APIName() + wrong.Field
			return nil, wrong
		}
		attributes[field.Name] = decoded
	}
	return attributes, nil
}

// Decode converts the JSON of one field.
func Decode(field *kind.Field, raw json.RawMessage) (tftypes.Value, *Mismatch) {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || raw[0] == 'n' {
		return Null(field), nil
	}
	switch field.Type {
	case kind.Bool:
		if raw[0] == 't' || raw[0] == 'f' {
			return tftypes.NewValue(tftypes.Bool, raw[0] == 't'), nil
		}
		return tftypes.Value{}, &Mismatch{Expected: "a boolean", Got: jsonType(raw)}
	case kind.Int:
		return decodeInt(raw)
	case kind.Float:
		if number, ok := float(raw); ok {
			return tftypes.NewValue(tftypes.Number, number), nil
		}
		return tftypes.Value{}, &Mismatch{Expected: "a number", Got: jsonType(raw)}
	case kind.JSON:
		if normal, ok := NormalJSON(raw); ok {
			return Text(normal), nil
		}
		return tftypes.Value{}, &Mismatch{Expected: "JSON", Got: jsonType(raw)}
	case kind.List, kind.Set:
		return decodeElements(field, raw)
	case kind.Object:
		return decodeObject(field, raw)
	case kind.Objects:
		return decodeObjects(field, raw)
	case kind.FromContract, kind.String, kind.UUID, kind.Duration, kind.Time:
	}
	return decodeString(field, raw)
}

func decodeInt(raw json.RawMessage) (tftypes.Value, *Mismatch) {
	if number, ok := integer(raw); ok {
		return tftypes.NewValue(tftypes.Number, number), nil
	}
	return tftypes.Value{}, &Mismatch{Expected: "an integer of 64 bits", Got: jsonType(raw)}
}

func decodeString(field *kind.Field, raw json.RawMessage) (tftypes.Value, *Mismatch) {
	if raw[0] == '[' && len(field.Formerly) > 0 {
		return decodeOnly(field, raw)
	}
	text, ok := jsonString(raw)
	switch {
	case !ok && raw[0] == '"':
		return tftypes.Value{}, &Mismatch{Expected: "a valid string", Got: "a string with an unpaired surrogate"}
	case !ok:
		return tftypes.Value{}, &Mismatch{Expected: "a string", Got: jsonType(raw)}
	case field.Type == kind.UUID:
		if canonical, ok := CanonicalUUID(text); ok {
			text = canonical
		}
	case field.Type == kind.Duration && raw[0] != '"':
		text = minutes(text)
	case field.Normalize != nil && field.Beside == "":
		text = field.Normalize(text)
	}
	return Text(text), nil
}

// decodeOnly reads the one element of what is an array in some releases.
func decodeOnly(field *kind.Field, raw json.RawMessage) (tftypes.Value, *Mismatch) {
	var items []json.RawMessage
	if json.Unmarshal(raw, &items) != nil || len(items) > 1 {
		return tftypes.Value{}, &Mismatch{Expected: "one value", Got: "an array of several"}
	}
	if len(items) == 0 {
		return Null(field), nil
	}
	return Decode(field, items[0])
}

// decodeElements reads an array of scalars; a single value, as some releases have it, is
// an array of one. A set is returned sorted and without duplicates.
func decodeElements(field *kind.Field, raw json.RawMessage) (tftypes.Value, *Mismatch) {
	var items []json.RawMessage
	switch {
	case raw[0] != '[' && len(field.Formerly) > 0:
		items = []json.RawMessage{raw}
	case raw[0] != '[' || json.Unmarshal(raw, &items) != nil:
		return tftypes.Value{}, &Mismatch{Expected: "an array", Got: jsonType(raw)}
	}
	element := &kind.Field{Type: field.Of}
	elements := make([]tftypes.Value, 0, len(items))
	for i, item := range items {
		decoded, wrong := Decode(element, item)
		if wrong == nil && decoded.IsNull() {
			wrong = &Mismatch{Expected: "a value", Got: "null"}
		}
		if wrong != nil {
			wrong.Field = fmt.Sprintf("[%d]", i)
			return tftypes.Value{}, wrong
		}
		elements = append(elements, decoded)
	}
	if field.Type == kind.Set {
		elements = sorted(elements)
	}
	return tftypes.NewValue(Type(field), elements), nil
}

// sorted are scalars in order, without duplicates.
func sorted(elements []tftypes.Value) []tftypes.Value {
	slices.SortFunc(elements, func(a, b tftypes.Value) int {
		if a.Type().Is(tftypes.Number) {
			return Number(a).Cmp(Number(b))
		}
		return strings.Compare(String(a), String(b))
	})
	return slices.CompactFunc(elements, func(a, b tftypes.Value) bool { return a.Equal(b) })
}

func decodeObject(field *kind.Field, raw json.RawMessage) (tftypes.Value, *Mismatch) {
	var fields Fields
	if raw[0] != '{' || json.Unmarshal(raw, &fields) != nil {
		return tftypes.Value{}, &Mismatch{Expected: "an object", Got: jsonType(raw)}
	}
	attributes, wrong := DecodeAll(field.Fields, fields)
	if wrong != nil {
		wrong.Field = "." + wrong.Field
		return tftypes.Value{}, wrong
	}
	return tftypes.NewValue(Type(field), attributes), nil
}

func decodeObjects(field *kind.Field, raw json.RawMessage) (tftypes.Value, *Mismatch) {
	var items []json.RawMessage
	if raw[0] != '[' || json.Unmarshal(raw, &items) != nil {
		return tftypes.Value{}, &Mismatch{Expected: "an array", Got: jsonType(raw)}
	}
	itemType := ObjectType(field.Fields)
	objects := make([]tftypes.Value, 0, len(items))
	for i, item := range items {
		var fields Fields
		if json.Unmarshal(item, &fields) != nil {
			return tftypes.Value{}, &Mismatch{Field: fmt.Sprintf("[%d]", i), Expected: "an object", Got: jsonType(item)}
		}
		if fields == nil {
			objects = append(objects, tftypes.NewValue(itemType, nil))
			continue
		}
		attributes, wrong := DecodeAll(field.Fields, fields)
		if wrong != nil {
			wrong.Field = fmt.Sprintf("[%d].%s", i, wrong.Field)
			return tftypes.Value{}, wrong
		}
		for j := range field.Fields {
			inner := &field.Fields[j]
			if inner.Default != nil && !inner.ReadOnly && !field.ReadOnly && !IsSet(attributes[inner.Name]) {
				attributes[inner.Name] = Default(inner) // a release that lacks the key
			}
		}
		objects = append(objects, tftypes.NewValue(itemType, attributes))
	}
	if len(field.SortBy) > 0 {
		slices.SortStableFunc(objects, byFields(field))
		objects = slices.CompactFunc(objects, func(a, b tftypes.Value) bool { return a.Equal(b) })
	}
	return tftypes.NewValue(Type(field), objects), nil
}

// byFields orders objects by the fields of SortBy and, where those are equal, by all
// others, so that the order depends on the objects alone.
func byFields(field *kind.Field) func(a, b tftypes.Value) int {
	names := slices.Clone(field.SortBy)
	for i := range field.Fields {
		names = append(names, field.Fields[i].Name)
	}
	return func(a, b tftypes.Value) int {
		left, right := Attributes(a), Attributes(b)
		for _, name := range names {
			if order := strings.Compare(sortKey(left[name]), sortKey(right[name])); order != 0 {
				return order
			}
		}
		return 0
	}
}

// sortKey is a string by which values of one type sort, null first.
func sortKey(value tftypes.Value) string {
	switch {
	case !IsSet(value):
		return ""
	case value.Type().Is(tftypes.String):
		return "=" + String(value)
	}
	return "=" + value.String()
}

// normalized is the JSON string without what changes by itself.
func normalized(field *kind.Field, raw json.RawMessage) json.RawMessage {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || raw[0] != '"' {
		return raw
	}
	text, ok := jsonString(raw)
	if !ok {
		return raw
	}
	written, err := json.Marshal(field.Normalize(text))
	if err != nil {
		return raw
	}
	return written
}
