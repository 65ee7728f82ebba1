package object

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// find makes the function that looks for an object whose create got no usable
// answer. It takes over only what is exactly what was to be made: an object of the
// same name that somebody else made is not touched.
func (m *managed) find(api *client.Client, change change, write client.Write) client.Find {
	return func(ctx context.Context) (client.Object, bool, error) {
		if len(m.object.Lookups) == 0 {
			return nil, false, nil
		}
		name := m.object.Lookups[0]
		attribute := m.object.attribute(name)
		page, err := api.Page(ctx, m.object.Path, url.Values{attribute.APIName(): {text(change.plan[name])}})
		if err != nil {
			return nil, false, err
		}
		for _, fields := range page.Objects {
			decoded, wrong := decode(m.object.Attributes, fields)
			if wrong != nil || text(decoded[name]) != text(change.plan[name]) {
				continue
			}
			found := m.object.stateOf(decoded, fields, change.plan)
			if other := m.object.difference(found, fields, change, write); other != "" {
				return nil, false, fmt.Errorf("there is one with the %s and the id %s, but its `%s` is not what was to be written, so it is left alone. Import it, or use another %s", lookup{name, text(change.plan[name])}, text(found[idAttribute]), other, name)
			}
			return fields, true, nil
		}
		return nil, false, nil
	}
}

// difference names an attribute in which the object found differs from what was
// written, empty where none does.
func (o *Object) difference(found values, fields client.Object, change change, write client.Write) string {
	for i := range o.Attributes {
		attribute := &o.Attributes[i]
		switch {
		case attribute.ReadOnly:
		case attribute.Secret:
			sent, ok := write.Fields[attribute.APIName()]
			server, wrong := decodeValue(attribute, fields[attribute.APIName()])
			if ok && wrong == nil && isSet(server) && text(server) != sent {
				return attribute.Name
			}
		case isSet(change.plan[attribute.Name]) && change.plan[attribute.Name].IsKnown() && !same(found[attribute.Name], change.plan[attribute.Name]):
			return attribute.Name
		}
	}
	return ""
}

// otherNothing turns null into "" or "" into null for the fields of which the two
// are one, where the server refused what it was sent. It is for servers that do
// not tell their release; it says whether anything was turned.
func (o *Object) otherNothing(err error, write client.Write) bool {
	failure, ok := errors.AsType[*client.Error](err)
	if !ok || failure.Status != http.StatusBadRequest {
		return false
	}
	turned := false
	for i := range o.Attributes {
		key := o.Attributes[i].APIName()
		value, sent := write.Fields[key]
		if !o.Attributes[i].EmptyIsNull || !sent || failure.Fields[key] == nil || value != nil && value != "" {
			continue
		}
		if turned = true; value == nil {
			write.Fields[key] = ""
		} else {
			write.Fields[key] = nil
		}
	}
	return turned
}

// vanished says whether the server answered that there is no such object.
func vanished(err error) bool {
	failure, ok := errors.AsType[*client.Error](err)
	return ok && failure.Status == http.StatusNotFound && !failure.FromElsewhere()
}

// nameOf is the look-up that names an object which has no id as yet.
func (o *Object) nameOf(plan values) lookup {
	for _, name := range o.Lookups {
		return lookup{name, text(plan[name])}
	}
	return lookup{idAttribute, ""}
}
