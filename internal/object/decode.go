package object

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// mismatch is a field whose JSON type cannot be what the schema says. It names
// the field and the types, never the value.
type mismatch struct {
	field     string // the API's name, inner ones as `flow_set[0].slug`
	want, got string
}

func (m *mismatch) String() string {
	return fmt.Sprintf("the field `%s` is %s where %s is due", m.field, m.got, m.want)
}

// decode converts an object's fields into the attributes' values. A field that is
// absent or null is null; a key that no attribute has is ignored.
func decode(attributes []Attribute, fields client.Object) (map[string]tftypes.Value, *mismatch) {
	values := make(map[string]tftypes.Value, len(attributes))
	for i := range attributes {
		attribute := &attributes[i]
		value, wrong := decodeValue(attribute, fields[attribute.APIName()])
		if wrong != nil {
			wrong.field = attribute.APIName() + wrong.field
			return nil, wrong
		}
		values[attribute.Name] = value
	}
	return values, nil
}

func decodeValue(attribute *Attribute, raw json.RawMessage) (tftypes.Value, *mismatch) {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || raw[0] == 'n' {
		return tftypes.NewValue(attribute.terraformType(), nil), nil
	}
	switch attribute.Kind {
	case Bool:
		if raw[0] == 't' || raw[0] == 'f' {
			return tftypes.NewValue(tftypes.Bool, raw[0] == 't'), nil
		}
		return tftypes.Value{}, &mismatch{want: "a boolean", got: jsonType(raw)}
	case Int:
		if number, ok := wholeNumber(raw); ok {
			return tftypes.NewValue(tftypes.Number, number), nil
		}
		return tftypes.Value{}, &mismatch{want: "a whole number of 64 bits", got: jsonType(raw)}
	case Objects:
		return decodeObjects(attribute, raw)
	case Text, UUID:
	}
	text, ok := plainText(raw)
	switch {
	case !ok && raw[0] == '"':
		return tftypes.Value{}, &mismatch{want: "text that is whole", got: "text with half a character in it"}
	case !ok:
		return tftypes.Value{}, &mismatch{want: "text", got: jsonType(raw)}
	}
	if attribute.Kind == UUID {
		if canonical, ok := canonicalUUID(text); ok {
			text = canonical
		}
	}
	if attribute.Clean != nil {
		text = attribute.Clean(text)
	}
	return tftypes.NewValue(tftypes.String, text), nil
}

func decodeObjects(attribute *Attribute, raw json.RawMessage) (tftypes.Value, *mismatch) {
	var items []json.RawMessage
	if raw[0] != '[' || json.Unmarshal(raw, &items) != nil {
		return tftypes.Value{}, &mismatch{want: "a list", got: jsonType(raw)}
	}
	listType := attribute.terraformType()
	itemType := objectType(attribute.Attributes)
	objects := make([]tftypes.Value, 0, len(items))
	for i, item := range items {
		var fields client.Object
		if json.Unmarshal(item, &fields) != nil {
			return tftypes.Value{}, &mismatch{field: fmt.Sprintf("[%d]", i), want: "an object", got: jsonType(item)}
		}
		if fields == nil {
			objects = append(objects, tftypes.NewValue(itemType, nil))
			continue
		}
		values, wrong := decode(attribute.Attributes, fields)
		if wrong != nil {
			wrong.field = fmt.Sprintf("[%d].%s", i, wrong.field)
			return tftypes.Value{}, wrong
		}
		objects = append(objects, tftypes.NewValue(itemType, values))
	}
	if len(attribute.Order) > 0 {
		slices.SortStableFunc(objects, byAttributes(attribute))
		objects = slices.CompactFunc(objects, func(a, b tftypes.Value) bool { return a.Equal(b) })
	}
	return tftypes.NewValue(listType, objects), nil
}

// byAttributes orders objects by the attributes of Order and, where those are
// equal, by all others, so that the order depends on the objects alone.
func byAttributes(attribute *Attribute) func(a, b tftypes.Value) int {
	names := slices.Clone(attribute.Order)
	for i := range attribute.Attributes {
		names = append(names, attribute.Attributes[i].Name)
	}
	return func(a, b tftypes.Value) int {
		var left, right map[string]tftypes.Value
		if a.As(&left) != nil || b.As(&right) != nil {
			return 0
		}
		for _, name := range names {
			if order := strings.Compare(sortKey(left[name]), sortKey(right[name])); order != 0 {
				return order
			}
		}
		return 0
	}
}

// sortKey is a text by which values of one type sort, null first.
func sortKey(value tftypes.Value) string {
	var text *string
	if value.Type() == nil || value.IsNull() {
		return ""
	}
	if value.Type().Is(tftypes.String) && value.As(&text) == nil {
		return "=" + *text
	}
	return "=" + value.String()
}

// plainText reads text, or a number as it is written.
func plainText(raw json.RawMessage) (string, bool) {
	switch char := raw[0]; {
	case char == '"':
		var text string
		err := json.Unmarshal(raw, &text)
		return text, err == nil && !damaged(raw, text)
	case char == '-' || (char >= '0' && char <= '9'):
		return string(raw), true
	}
	return "", false
}

// damaged says whether the text has a replacement character that the server did not
// send: the decoder puts it where half a character is escaped.
func damaged(raw json.RawMessage, text string) bool {
	const replacement = "\uFFFD"
	return strings.Contains(text, replacement) && !bytes.Contains(raw, []byte(replacement)) &&
		!bytes.Contains(bytes.ToLower(raw), []byte(`\ufffd`))
}

// wholeNumber reads an integer, also one that is written as text or as 6.0.
func wholeNumber(raw json.RawMessage) (*big.Float, bool) {
	text, ok := plainText(raw)
	if !ok {
		return nil, false
	}
	if number, err := strconv.ParseInt(text, 10, 64); err == nil {
		return new(big.Float).SetInt64(number), true
	}
	// Not base 0, which would take 0x10 and 1_000 for numbers; and bounded,
	// because the exponent decides how large the number gets.
	number, _, err := big.ParseFloat(text, 10, 512, big.ToNearestEven)
	if err != nil || len(text) > 64 || !number.IsInt() {
		return nil, false
	}
	if _, accuracy := number.Int64(); accuracy != big.Exact {
		return nil, false
	}
	return number, true
}

// jsonType names the type of a JSON value.
func jsonType(raw json.RawMessage) string {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 {
		return "nothing"
	}
	switch raw[0] {
	case '"':
		return "text"
	case '{':
		return "an object"
	case '[':
		return "a list"
	case 't', 'f':
		return "a boolean"
	case 'n':
		return "null"
	}
	return "a number"
}

// terraformType is the type of the attribute's values.
func (a *Attribute) terraformType() tftypes.Type {
	switch a.Kind {
	case Bool:
		return tftypes.Bool
	case Int:
		return tftypes.Number
	case Objects:
		return tftypes.List{ElementType: objectType(a.Attributes)}
	case Text, UUID:
	}
	return tftypes.String
}

func objectType(attributes []Attribute) tftypes.Object {
	types := make(map[string]tftypes.Type, len(attributes))
	for i := range attributes {
		types[attributes[i].Name] = attributes[i].terraformType()
	}
	return tftypes.Object{AttributeTypes: types}
}
