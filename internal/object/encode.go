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
				body.Fields[attribute.APIName()] = secret
				body.Secrets = append(body.Secrets, secret)
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

// isNews says whether a field has to be in the body. All have, except where
// nothing and an empty text are one and neither the old nor the new value is
// more: what a release wants to be sent for it differs, and nothing is to be done.
func (c change) isNews(attribute *Attribute) bool {
	return !attribute.EmptyIsNull || text(c.plan[attribute.Name]) != "" || text(c.state[attribute.Name]) != ""
}

// encodeValue is the JSON of a value. Terraform plans no resource with values that
// are unknown at this point.
func encodeValue(attribute *Attribute, value tftypes.Value, request contract.Definitions) any {
	if value.Type() == nil || value.IsNull() || !value.IsKnown() {
		return nil
	}
	switch attribute.Kind {
	case Bool:
		var flag bool
		_ = value.As(&flag) // the schema has made sure of the type
		return flag
	case Int:
		number := new(big.Float)
		_ = value.As(&number) // likewise
		return json.Number(number.Text('f', 0))
	case Text, UUID, Objects:
	}
	written := text(value)
	if written == "" && attribute.EmptyIsNull {
		if definition, ok := request.Get(attribute.APIName()); ok && definition.Nullable {
			return nil
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

// needsRelease says whether the server's release matters for what is written:
// where a text is cleared that releases clear in different ways.
func (o *Object) needsRelease(change change) bool {
	return slices.ContainsFunc(o.Attributes, func(attribute Attribute) bool {
		return attribute.EmptyIsNull && change.isNews(&attribute) && text(change.plan[attribute.Name]) == ""
	})
}

// hasNovelties says whether an argument is newly set that some release of the table
// has no field for. What the state has already, the server has taken before.
func (o *Object) hasNovelties(change change) bool {
	table, ok := contract.Object(o.Path)
	return ok && slices.ContainsFunc(o.Attributes, func(attribute Attribute) bool {
		field, _ := table.Field(contract.InRequest, attribute.APIName())
		value := change.plan[attribute.Name]
		return !attribute.ReadOnly && !isDefault(&attribute, value) && !same(value, change.state[attribute.Name]) && len(field.Releases()) < len(table.Releases())
	})
}

// firstRequest is the first release that takes the attribute.
func (o *Object) firstRequest(attribute *Attribute) string {
	table, ok := contract.Object(o.Path)
	if !ok {
		return ""
	}
	field, _ := table.Field(contract.InRequest, attribute.APIName())
	return field.First()
}

// lacking are the attributes that are set although the release has no such field.
func (o *Object) lacking(change change, release string) []*Attribute {
	table, ok := contract.Object(o.Path)
	if !ok {
		return nil
	}
	// A release that is not known lacks nothing that could be told.
	nearest, ok := contract.Nearest(release)
	if !ok {
		return nil
	}
	var found []*Attribute
	for i := range o.Attributes {
		attribute := &o.Attributes[i]
		field, known := table.Field(contract.InRequest, attribute.APIName())
		if attribute.ReadOnly || !known || field.In(nearest) || isDefault(attribute, change.plan[attribute.Name]) {
			continue
		}
		found = append(found, attribute)
	}
	return found
}

// isDefault says whether a value is what the attribute has by itself.
func isDefault(attribute *Attribute, value tftypes.Value) bool {
	if !isSet(value) || !value.IsKnown() {
		return true
	}
	return attribute.Default != nil && value.Equal(attribute.defaultValue())
}

// defaultValue is the default as a value.
func (a *Attribute) defaultValue() tftypes.Value {
	if number, ok := a.Default.(int); ok {
		return tftypes.NewValue(tftypes.Number, big.NewFloat(float64(number)))
	}
	return tftypes.NewValue(a.terraformType(), a.Default)
}
