package value

import (
	"encoding/json"
	"slices"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Encode is the JSON of a value, in the form that the server's definition of the field
// has: minutes for a duration that is a number, one value for what is an array
// elsewhere. Null and unknown are null. accepts says of an inner field whether the
// release has it.
func Encode(field *kind.Field, value tftypes.Value, definition contract.Definition, accepts func(inner *kind.Field) bool) any {
	if !IsSet(value) || !value.IsKnown() {
		if (field.IsCollection() || field.Type == kind.Objects) && definition.Type == "array" && !definition.Nullable {
			return []any{}
		}
		if field.Type == kind.String && (field.EmptyIsNull || !field.Nullable) && !definition.Nullable {
			return ""
		}
		return nil
	}
	switch field.Type {
	case kind.Bool:
		return Bool(value)
	case kind.Int:
		return json.Number(Number(value).Text('f', 0))
	case kind.Float:
		return json.Number(Number(value).Text('g', -1))
	case kind.List, kind.Set:
		return encodeElements(field, value, definition)
	case kind.Object:
		return encodeObject(field, value, accepts)
	case kind.Objects:
		encoded := []any{}
		for _, element := range Elements(value) {
			encoded = append(encoded, encodeObject(field, element, accepts))
		}
		return encoded
	case kind.FromContract, kind.String, kind.UUID, kind.Duration, kind.Time, kind.JSON:
	}
	return EncodeString(field, String(value), definition)
}

func encodeElements(field *kind.Field, value tftypes.Value, definition contract.Definition) any {
	element := &kind.Field{Type: field.Of}
	encoded := []any{}
	for _, item := range Elements(value) {
		encoded = append(encoded, Encode(element, item, contract.Definition{}, nil))
	}
	if isSingle(definition) {
		if len(encoded) == 0 {
			return nil
		}
		return encoded[0]
	}
	return encoded
}

// isSingle says whether a release has one value for what is an array elsewhere.
func isSingle(definition contract.Definition) bool {
	return definition.Type != "" && definition.Type != "array" && definition.Type != "any"
}

// FitsRelease says whether a value can be sent to a release with the definition; if not,
// why: a clause for "The server is authentik 2024.12, which ...".
func FitsRelease(field *kind.Field, value tftypes.Value, definition contract.Definition) (reason string, fits bool) {
	switch {
	case !IsKnown(value):
		return "", true
	case field.IsCollection() && isSingle(definition) && len(Elements(value)) > 1:
		return "accepts one element at most", false
	case field.Type == kind.Duration && definition.Type == "integer" && String(value) != "":
		if _, whole := WholeMinutes(String(value)); !whole {
			return "stores it in whole minutes, such as `minutes=2`", false
		}
	}
	return "", true
}

func encodeObject(field *kind.Field, value tftypes.Value, accepts func(inner *kind.Field) bool) any {
	encoded := map[string]any{}
	attributes := Attributes(value)
	for i := range field.Fields {
		inner := &field.Fields[i]
		if inner.ReadOnly || accepts != nil && !accepts(inner) {
			continue
		}
		if attribute := attributes[inner.Name]; IsSet(attribute) || inner.Nullable {
			encoded[inner.APIName()] = Encode(inner, attribute, contract.Definition{}, nil)
		}
	}
	return encoded
}

// encodeJSON is what is sent for a string with JSON. None is null where the release
// accepts that.
func encodeJSON(written string, definition contract.Definition) any {
	switch {
	case written != "":
		return json.RawMessage(written)
	case definition.Nullable:
		return nil
	}
	return map[string]any{}
}

// EncodeString is the JSON of a value that is a string in Terraform.
func EncodeString(field *kind.Field, written string, definition contract.Definition) any {
	written = orDefault(field, written)
	switch {
	case written == "" && field.EmptyIsNull && definition.Nullable:
		return nil
	case written == "" && definition.Nullable && refusesEmpty(definition):
		return nil
	case written == "" && field.Nullable && (field.Type == kind.UUID || field.Type == kind.Time || field.Type == kind.JSON):
		return nil
	case field.Type == kind.JSON:
		return encodeJSON(written, definition)
	case field.Type == kind.Duration && definition.Type == "integer":
		if amount, whole := WholeMinutes(written); whole {
			return json.Number(amount)
		}
	case field.Type == kind.UUID && definition.Type == "array":
		if written == "" {
			return []any{}
		}
		return []any{written}
	}
	return written
}

// orDefault is the default of a duration where "" is written, which stands for none in
// configurations of goauthentik/authentik and which the API refuses.
func orDefault(field *kind.Field, written string) string {
	if standard, ok := field.Default.(string); ok && written == "" && field.Type == kind.Duration {
		return standard
	}
	return written
}

// refusesEmpty says whether a release refuses "" for the field.
func refusesEmpty(definition contract.Definition) bool {
	return definition.MinLength > 0 || definition.Enum != nil && !slices.Contains(definition.Enum, "")
}
