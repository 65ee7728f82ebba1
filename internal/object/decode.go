package object

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// decode converts an object's fields into the attributes' values. A field that is
// absent or null is null; a key that no attribute has is ignored.
func decode(attributes []Attribute, fields client.Object) (map[string]tftypes.Value, *mismatch) {
	values := make(map[string]tftypes.Value, len(attributes))
	for i := range attributes {
		attribute := &attributes[i]
		raw := fields[attribute.APIName()]
		if _, meant := fields[attribute.Beside]; attribute.Beside != "" && !meant {
			raw = attribute.cleaned(raw)
		}
		value, wrong := decodeValue(attribute, raw)
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
	case Float:
		if number, ok := realNumber(raw); ok {
			return tftypes.NewValue(tftypes.Number, number), nil
		}
		return tftypes.Value{}, &mismatch{want: "a number", got: jsonType(raw)}
	case JSON:
		if normal, ok := normalJSON(raw); ok {
			return tftypes.NewValue(tftypes.String, normal), nil
		}
		return tftypes.Value{}, &mismatch{want: "JSON", got: jsonType(raw)}
	case List, Set:
		return decodeElements(attribute, raw)
	case Nested:
		return decodeNested(attribute, raw)
	case Objects:
		return decodeObjects(attribute, raw)
	case Text, UUID, Duration, Time:
	}
	return decodeText(attribute, raw)
}

func decodeText(attribute *Attribute, raw json.RawMessage) (tftypes.Value, *mismatch) {
	text, ok := plainText(raw)
	switch {
	case !ok && raw[0] == '"':
		return tftypes.Value{}, &mismatch{want: "text that is whole", got: "text with half a character in it"}
	case !ok:
		return tftypes.Value{}, &mismatch{want: "text", got: jsonType(raw)}
	case attribute.Kind == UUID:
		if canonical, ok := canonicalUUID(text); ok {
			text = canonical
		}
	case attribute.Kind == Duration && raw[0] != '"':
		text = minutes(text)
	case attribute.Clean != nil && attribute.Beside == "":
		text = attribute.Clean(text)
	}
	return tftypes.NewValue(tftypes.String, text), nil
}

// decodeElements reads a list or set of text. A set comes out sorted, each element
// once.
func decodeElements(attribute *Attribute, raw json.RawMessage) (tftypes.Value, *mismatch) {
	var items []json.RawMessage
	if raw[0] != '[' || json.Unmarshal(raw, &items) != nil {
		return tftypes.Value{}, &mismatch{want: "a list", got: jsonType(raw)}
	}
	element := &Attribute{Kind: attribute.Of}
	texts := make([]string, 0, len(items))
	for i, item := range items {
		item = bytes.TrimSpace(item)
		value, wrong := decodeText(element, item)
		if wrong != nil {
			wrong.field = fmt.Sprintf("[%d]", i)
			return tftypes.Value{}, wrong
		}
		texts = append(texts, text(value))
	}
	if attribute.Kind == Set {
		slices.Sort(texts)
		texts = slices.Compact(texts)
	}
	return tftypes.NewValue(attribute.terraformType(), elementsOf(texts)), nil
}

func elementsOf(texts []string) []tftypes.Value {
	elements := make([]tftypes.Value, 0, len(texts))
	for _, text := range texts {
		elements = append(elements, tftypes.NewValue(tftypes.String, text))
	}
	return elements
}

func decodeNested(attribute *Attribute, raw json.RawMessage) (tftypes.Value, *mismatch) {
	var fields client.Object
	if raw[0] != '{' || json.Unmarshal(raw, &fields) != nil {
		return tftypes.Value{}, &mismatch{want: "an object", got: jsonType(raw)}
	}
	values, wrong := decode(attribute.Attributes, fields)
	if wrong != nil {
		wrong.field = "." + wrong.field
		return tftypes.Value{}, wrong
	}
	return tftypes.NewValue(attribute.terraformType(), values), nil
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

// cleaned is the JSON text without what changes by itself.
func (a *Attribute) cleaned(raw json.RawMessage) json.RawMessage {
	text, ok := "", false
	if raw = bytes.TrimSpace(raw); len(raw) > 0 && raw[0] == '"' {
		text, ok = plainText(raw)
	}
	if a.Clean == nil || !ok {
		return raw
	}
	written, err := json.Marshal(a.Clean(text))
	if err != nil {
		return raw
	}
	return written
}
