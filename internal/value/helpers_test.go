package value_test

import (
	"encoding/json"
	"maps"
	"math/big"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

const (
	uuidA = "2c56e12c-0fea-496b-a1e4-c39d9945129e"
	uuidB = "7f9b8a0e-4d1c-4d52-8f5e-0c1f9d1f3a77"
)

// decode decodes the JSON of one field, which has to work.
func decode(t *testing.T, field *kind.Field, raw string) tftypes.Value {
	t.Helper()
	decoded, wrong := value.Decode(field, json.RawMessage(raw))
	if wrong != nil {
		t.Fatalf("%s: %v", raw, wrong)
	}
	return decoded
}

// encode is the JSON that is sent for a value.
func encode(t *testing.T, field *kind.Field, from tftypes.Value, definition contract.Definition) string {
	t.Helper()
	encoded, err := json.Marshal(value.Encode(field, from, definition, nil))
	if err != nil {
		t.Fatal(err)
	}
	return string(encoded)
}

func text(of string) tftypes.Value { return tftypes.NewValue(tftypes.String, of) }

func number(t *testing.T, of string) tftypes.Value {
	t.Helper()
	parsed, _, err := big.ParseFloat(of, 10, 512, big.ToNearestEven)
	if err != nil {
		t.Fatal(err)
	}
	return tftypes.NewValue(tftypes.Number, parsed)
}

// list is a list of strings.
func list(elements ...string) tftypes.Value {
	values := make([]tftypes.Value, 0, len(elements))
	for _, element := range elements {
		values = append(values, text(element))
	}
	return tftypes.NewValue(tftypes.List{ElementType: tftypes.String}, values)
}

// object is an object of the fields' type; attributes that are missing are null.
func object(fields []kind.Field, attributes map[string]tftypes.Value) tftypes.Value {
	whole := map[string]tftypes.Value{}
	for i := range fields {
		whole[fields[i].Name] = value.Null(&fields[i])
	}
	maps.Copy(whole, attributes)
	return tftypes.NewValue(value.ObjectType(fields), whole)
}

// objects is a list of objects.
func objects(fields []kind.Field, elements ...tftypes.Value) tftypes.Value {
	return tftypes.NewValue(tftypes.List{ElementType: value.ObjectType(fields)}, elements)
}

var unknownText = tftypes.NewValue(tftypes.String, tftypes.UnknownValue)
