package value

import (
	"math/big"
	"strconv"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Object holds attributes by Terraform's names.
type Object = map[string]tftypes.Value

// Type is Terraform's type of a field's values.
func Type(field *kind.Field) tftypes.Type {
	switch field.Type {
	case kind.Bool:
		return tftypes.Bool
	case kind.Int, kind.Float:
		return tftypes.Number
	case kind.List, kind.Set:
		return tftypes.List{ElementType: elementType(field)}
	case kind.Object:
		return ObjectType(field.Fields)
	case kind.Objects:
		return tftypes.List{ElementType: ObjectType(field.Fields)}
	case kind.FromContract, kind.String, kind.UUID, kind.Duration, kind.Time, kind.JSON:
	}
	return tftypes.String
}

func elementType(field *kind.Field) tftypes.Type { return Type(&kind.Field{Type: field.Of}) }

// IsScalar says whether the field's values are strings, numbers or bools.
func IsScalar(field *kind.Field) bool {
	of := Type(field)
	return of.Is(tftypes.String) || of.Is(tftypes.Number) || of.Is(tftypes.Bool)
}

// ObjectType is Terraform's type of an object with the fields.
func ObjectType(fields []kind.Field) tftypes.Object {
	types := make(map[string]tftypes.Type, len(fields))
	for i := range fields {
		types[fields[i].Name] = Type(&fields[i])
	}
	return tftypes.Object{AttributeTypes: types}
}

// Null is the null of a field's type.
func Null(field *kind.Field) tftypes.Value { return tftypes.NewValue(Type(field), nil) }

// Unknown is the unknown value of a field's type.
func Unknown(field *kind.Field) tftypes.Value {
	return tftypes.NewValue(Type(field), tftypes.UnknownValue)
}

// IsSet says whether a value is there and not null. An unknown value is set.
func IsSet(value tftypes.Value) bool { return value.Type() != nil && !value.IsNull() }

// IsKnown says whether a value is set and wholly known.
func IsKnown(value tftypes.Value) bool { return IsSet(value) && value.IsFullyKnown() }

// String reads a string; null, unknown and other types are "".
func String(value tftypes.Value) string {
	var read *string
	if value.Type() == nil || value.IsNull() || !value.IsKnown() || value.As(&read) != nil || read == nil {
		return ""
	}
	return *read
}

// Bool reads a bool; null and unknown are false.
func Bool(value tftypes.Value) bool {
	var read *bool
	if value.Type() == nil || !value.IsKnown() || value.As(&read) != nil || read == nil {
		return false
	}
	return *read
}

// Number reads a number; null and unknown are 0.
func Number(value tftypes.Value) *big.Float {
	read := new(big.Float)
	if value.Type() == nil || value.IsNull() || !value.IsKnown() || value.As(&read) != nil {
		return new(big.Float)
	}
	return read
}

// Plain is a scalar as text: a string itself, the digits of a number, `true` or `false`;
// "" for null, unknown and everything else.
func Plain(value tftypes.Value) string {
	switch {
	case !IsSet(value) || !value.IsKnown():
		return ""
	case value.Type().Is(tftypes.Number):
		return Number(value).Text('f', -1)
	case value.Type().Is(tftypes.Bool):
		return strconv.FormatBool(Bool(value))
	}
	return String(value)
}

// Elements are the elements of a list; nil for null and unknown.
func Elements(value tftypes.Value) []tftypes.Value {
	var elements []tftypes.Value
	if !IsSet(value) || !value.IsKnown() || value.As(&elements) != nil {
		return nil
	}
	return elements
}

// WithAttributes is an object of the same type as another, with the attributes; all of
// them must be given.
func WithAttributes(like Value, attributes Object) Value {
	return tftypes.NewValue(like.Type(), attributes)
}

// Attributes are the attributes of an object; nil for null and unknown.
func Attributes(value tftypes.Value) Object {
	var attributes Object
	if !IsSet(value) || !value.IsKnown() || value.As(&attributes) != nil {
		return nil
	}
	return attributes
}

// Text is a string value.
func Text(text string) tftypes.Value { return tftypes.NewValue(tftypes.String, text) }

// Default is the default of a field as a value, null for none.
func Default(field *kind.Field) tftypes.Value { return FromGo(field, field.Default) }

// FromGo is a value that a description has as a Go value: string, bool, int, float64,
// []string, []int, or nil for null.
func FromGo(field *kind.Field, value any) tftypes.Value {
	switch value := value.(type) {
	case int:
		return tftypes.NewValue(tftypes.Number, value)
	case float64:
		return tftypes.NewValue(tftypes.Number, big.NewFloat(value))
	case []string:
		elements := make([]tftypes.Value, 0, len(value))
		for _, element := range value {
			elements = append(elements, Text(element))
		}
		return tftypes.NewValue(Type(field), elements)
	case []int:
		elements := make([]tftypes.Value, 0, len(value))
		for _, element := range value {
			elements = append(elements, tftypes.NewValue(tftypes.Number, element))
		}
		return tftypes.NewValue(Type(field), elements)
	}
	return tftypes.NewValue(Type(field), value)
}

// NullIfUnknown is the value itself or, if it is not wholly known, null. Of an object
// whose attributes are partly known those stay.
func NullIfUnknown(value tftypes.Value) tftypes.Value {
	if value.Type() == nil || value.IsFullyKnown() {
		return value
	}
	if attributes := Attributes(value); attributes != nil {
		for name, attribute := range attributes {
			attributes[name] = NullIfUnknown(attribute)
		}
		return tftypes.NewValue(value.Type(), attributes)
	}
	if elements := Elements(value); elements != nil {
		for i := range elements {
			elements[i] = NullIfUnknown(elements[i])
		}
		return tftypes.NewValue(value.Type(), elements)
	}
	return tftypes.NewValue(value.Type(), nil)
}

// Value is a raw value of Terraform's.
type Value = tftypes.Value

// False is the bool false.
func False() tftypes.Value { return tftypes.NewValue(tftypes.Bool, false) }

// NullString is a null string.
func NullString() tftypes.Value { return tftypes.NewValue(tftypes.String, nil) }

// SameOrBothUnset compares two values of which either may be missing.
func SameOrBothUnset(a, b tftypes.Value) bool {
	if !IsSet(a) || !IsSet(b) {
		return IsSet(a) == IsSet(b)
	}
	return a.Equal(b)
}

// WithInnerDefaults fills in the defaults of inner arguments that are not configured.
func WithInnerDefaults(field *kind.Field, configured tftypes.Value) tftypes.Value {
	if !configured.IsKnown() {
		return configured
	}
	switch field.Type {
	case kind.Objects:
		elements := Elements(configured)
		for i, element := range elements {
			elements[i] = withDefaults(field, element)
		}
		return tftypes.NewValue(Type(field), elements)
	case kind.Object:
		return withDefaults(field, configured)
	case kind.FromContract, kind.String, kind.UUID, kind.Duration, kind.Time, kind.JSON, kind.Bool, kind.Int, kind.Float, kind.List, kind.Set:
	}
	return configured
}

func withDefaults(field *kind.Field, object tftypes.Value) tftypes.Value {
	attributes := Attributes(object)
	if attributes == nil {
		return object
	}
	for i := range field.Fields {
		if inner := &field.Fields[i]; inner.Default != nil && !IsSet(attributes[inner.Name]) {
			attributes[inner.Name] = Default(inner)
		}
	}
	return tftypes.NewValue(ObjectType(field.Fields), attributes)
}
