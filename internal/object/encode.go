package object

import (
	"encoding/json"
	"math/big"
	"slices"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// values are the attributes of an object, by Terraform's names.
type values = map[string]tftypes.Value

// change is what is to be written: the planned values, those of the configuration
// (the only place with write-only ones) and, for an update, those of the state.
type change struct {
	plan, config, state values
}

// write makes the request's body. It has every writable field, whatever changed,
// because a server validates only the keys that it gets and omission never clears.
//
// release is the server's, empty where it is not known.
func (o *Object) write(change change, release string) client.Write {
	body := client.Write{Fields: map[string]any{}}
	request := o.requestOf(release)
	for i := range o.Attributes {
		attribute := &o.Attributes[i]
		switch {
		case attribute.ReadOnly:
		case attribute.Secret:
			if secret, send := change.secret(attribute.Name); send {
				body.Fields[attribute.APIName()] = encodeText(attribute, secret, request)
				body.Secrets = append(body.Secrets, attribute.revealing(secret)...)
			}
		default:
			value := change.plan[attribute.Name]
			if change.isNews(attribute) {
				body.Fields[attribute.APIName()] = encodeValue(attribute, value, request)
			}
		}
	}
	return body
}

// revealing are the texts that no message may repeat of a secret: of JSON the texts in
// it too, which a server may repeat one by one.
func (a *Attribute) revealing(secret string) []string {
	texts := []string{secret}
	var decoded any
	if a.Kind == JSON && json.Unmarshal([]byte(secret), &decoded) == nil {
		texts = append(texts, innerTexts(decoded)...)
	}
	return texts
}

func innerTexts(decoded any) []string {
	var texts []string
	switch decoded := decoded.(type) {
	case string:
		texts = append(texts, decoded)
	case []any:
		for _, item := range decoded {
			texts = append(texts, innerTexts(item)...)
		}
	case map[string]any:
		for _, item := range decoded {
			texts = append(texts, innerTexts(item)...)
		}
	}
	return texts
}

// isNews says whether a field has to be in the body. All have, except
//
//   - where the server is to make the value up; that it is to be cleared is sent;
//   - where nothing and an empty text are one and neither the old nor the new value is
//     more: what a release wants to be sent for it differs, and nothing is to be done.
func (c change) isNews(attribute *Attribute) bool {
	if value := c.plan[attribute.Name]; attribute.Computed {
		return value.IsKnown() && (isSet(value) || attribute.Nullable)
	}
	return !attribute.EmptyIsNull || text(c.plan[attribute.Name]) != "" || text(c.state[attribute.Name]) != ""
}

// encodeValue is the JSON of a value. Terraform plans no resource with values that
// are unknown at this point.
func encodeValue(attribute *Attribute, value tftypes.Value, request contract.Definitions) any {
	if !isSet(value) || !value.IsKnown() {
		return nil
	}
	switch attribute.Kind {
	case Bool:
		var flag bool
		_ = value.As(&flag) // the schema has made sure of the type
		return flag
	case Int:
		return json.Number(number(value).Text('f', 0))
	case Float:
		return json.Number(number(value).Text('g', -1))
	case List, Set:
		return texts(value)
	case Text, UUID, Duration, Time, JSON, Nested, Objects:
	}
	return encodeText(attribute, text(value), request)
}

func number(value tftypes.Value) *big.Float {
	number := new(big.Float)
	_ = value.As(&number) // the schema has made sure of the type
	return number
}

// encodeText is the JSON of a value that is text to Terraform.
func encodeText(attribute *Attribute, written string, request contract.Definitions) any {
	definition, known := request.Get(attribute.APIName())
	switch {
	case written == "" && attribute.EmptyIsNull && known && definition.Nullable:
		return nil
	case attribute.Kind == JSON:
		return json.RawMessage(written)
	case attribute.Kind == Duration && definition.Type == "integer":
		if amount, whole := wholeMinutes(written); whole {
			return json.Number(amount)
		}
	}
	return written
}

// requestOf are the fields that a release takes; those of the newest for a release
// that is not known.
func (o *Object) requestOf(release string) contract.Definitions {
	table, ok := contract.Object(o.Path)
	if !ok {
		return nil
	}
	nearest, ok := contract.Nearest(release)
	if !ok {
		nearest = contract.Newest()
	}
	view, _ := table.In(nearest)
	return view.Request
}

// needsRelease says whether the server's release matters for what is written: where
// a text is cleared that releases clear in different ways, or a duration is a number
// in some.
func (o *Object) needsRelease(change change) bool {
	return slices.ContainsFunc(o.Attributes, func(attribute Attribute) bool {
		return attribute.EmptyIsNull && change.isNews(&attribute) && text(change.plan[attribute.Name]) == "" ||
			attribute.Kind == Duration && o.wasNumber(&attribute)
	})
}

// wasNumber says whether the attribute is a number in some release.
func (o *Object) wasNumber(attribute *Attribute) bool {
	table, ok := contract.Object(o.Path)
	if !ok {
		return false
	}
	field, _ := table.Field(contract.InRequest, attribute.APIName())
	return slices.ContainsFunc(field.Definitions, func(dated contract.Dated) bool { return dated.Type == "integer" })
}

// isDefault says whether a value is what the attribute has by itself.
func isDefault(attribute *Attribute, value tftypes.Value) bool {
	if !isSet(value) || !value.IsKnown() {
		return true
	}
	return attribute.Default != nil && attribute.equal(value, attribute.defaultValue())
}

// defaultValue is the default as a value.
func (a *Attribute) defaultValue() tftypes.Value {
	switch standard := a.Default.(type) {
	case int:
		return tftypes.NewValue(tftypes.Number, big.NewFloat(float64(standard)))
	case float64:
		return tftypes.NewValue(tftypes.Number, big.NewFloat(standard))
	case []string:
		return tftypes.NewValue(a.terraformType(), elementsOf(standard))
	}
	return tftypes.NewValue(a.terraformType(), a.Default)
}
