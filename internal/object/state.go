package object

import (
	"fmt"
	"maps"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// stateOf makes a resource's state from the server's answer, whose fields are given
// as they were sent and decoded. before is what was planned or, in a read, the state
// so far. An answer decides everything except
//
//   - a key that it lacks, which another release would have sent or which is a
//     secret that it keeps to itself: the value before stays;
//   - a secret that is not managed through its plain attribute: it stays null, so
//     that it never enters the state of somebody who keeps it out;
//   - another spelling of the same value, which is no change: the user's stays.
func (o *Object) stateOf(decoded values, fields client.Object, before values) values {
	state := allKnown(before)
	state[idAttribute] = decoded[o.address().Name]
	for i := range o.Attributes {
		attribute := &o.Attributes[i]
		_, sent := fields[attribute.APIName()]
		if _, meant := fields[attribute.Beside]; attribute.Beside != "" && !meant {
			sent = false
		}
		switch {
		case !attribute.inResource():
		case !sent && attribute.Default != nil && !attribute.Secret && !isSet(state[attribute.Name]):
			// An import from a release that lacks the field.
			state[attribute.Name] = attribute.defaultValue()
		case !sent:
		case attribute.Secret && !isSet(before[attribute.Name]):
		default:
			state[attribute.Name] = attribute.settle(decoded[attribute.Name], before[attribute.Name])
		}
		if attribute.EmptyIsNull && attribute.inResource() && !isSet(state[attribute.Name]) {
			state[attribute.Name] = tftypes.NewValue(tftypes.String, "")
		}
		if attribute.Secret {
			state[attribute.Name+writeOnlySuffix] = tftypes.NewValue(tftypes.String, nil)
		}
	}
	return state
}

// answered are the answer's fields that the state is made of after a write: those
// that were not sent may have been changed by somebody else since the plan, and are
// left to the next refresh, which shows it. What the server made up was not sent
// either, and is in no plan.
func (o *Object) answered(done stored) client.Object {
	fields := maps.Clone(done.fields)
	for i := range o.Attributes {
		attribute := &o.Attributes[i]
		if _, sent := done.write.Fields[attribute.APIName()]; !sent && !attribute.ReadOnly && done.plan[attribute.Name].IsKnown() {
			delete(fields, attribute.APIName())
		}
	}
	return fields
}

// ignored warns of what was sent and is not in the answer: a release that lacks a
// field takes it without a word.
func (o *Object) ignored(done stored) diag.Diagnostics {
	var found diag.Diagnostics
	for i := range o.Attributes {
		attribute := &o.Attributes[i]
		_, sent := done.write.Fields[attribute.APIName()]
		_, answered := done.fields[attribute.APIName()]
		if sent && !answered && !attribute.Secret && !isDefault(attribute, done.plan[attribute.Name]) {
			found.AddAttributeWarning(path.Root(attribute.Name), "Not stored by authentik", fmt.Sprintf(
				"The server's answer to the write has no `%s`, so its release seems to lack the field and the value is not in effect. The %s has it %s.",
				attribute.Name, o.Title, o.availability(attribute)))
		}
	}
	return found
}

// allKnown copies the values with null for those that are unknown: nothing unknown
// may be left after an apply.
func allKnown(before values) values {
	copied := make(values, len(before))
	for name, value := range before {
		if !value.IsKnown() {
			value = tftypes.NewValue(value.Type(), nil)
		}
		copied[name] = value
	}
	return copied
}
