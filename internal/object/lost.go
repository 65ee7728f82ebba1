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
// answer. What has the name before anything is sent is somebody else's, and never
// taken over; nor is what is not exactly what was to be made.
//
// The error is a server that cannot be asked at all: then nothing is sent.
func (m *managed) find(ctx context.Context, api *client.Client, change change, write client.Write) (client.Find, error) {
	before, _, earlier := m.named(ctx, api, change)
	if failure, ok := errors.AsType[*client.Error](earlier); ok && (failure.Status == 0 || failure.Status >= http.StatusInternalServerError) {
		return nil, earlier
	}
	return func(ctx context.Context) (client.Object, bool, error) {
		if earlier != nil {
			return nil, false, fmt.Errorf("whether there was one before could not be seen: %w", earlier)
		}
		fields, decoded, err := m.named(ctx, api, change)
		if err != nil || fields == nil {
			return nil, false, err
		}
		asked := lookup{m.object.Lookups[0], text(change.plan[m.object.Lookups[0]])}
		if before != nil && string(before[keyAttribute]) == string(fields[keyAttribute]) {
			return nil, false, fmt.Errorf("the one with the %s and the id %s was there before, so it is left alone. Import it, or use another %s", asked, text(decoded[keyAttribute]), asked.attribute)
		}
		if other := m.object.difference(m.object.stateOf(decoded, fields, change.plan), fields, change, write); other != "" {
			return nil, false, fmt.Errorf("there is one with the %s and the id %s, but its `%s` is not what was to be written, so it is left alone. Import it, or use another %s", asked, text(decoded[keyAttribute]), other, asked.attribute)
		}
		return fields, true, nil
	}, nil
}

// named reads the object with the unique name that is planned; nil for none.
func (m *managed) named(ctx context.Context, api *client.Client, change change) (client.Object, values, error) {
	if len(m.object.Lookups) == 0 {
		return nil, nil, nil
	}
	name := m.object.Lookups[0]
	page, err := api.Page(ctx, m.object.Path, url.Values{m.object.attribute(name).APIName(): {text(change.plan[name])}})
	if err != nil {
		return nil, nil, err
	}
	for _, fields := range page.Objects {
		decoded, wrong := decode(m.object.Attributes, fields)
		switch {
		case wrong != nil:
			return nil, nil, fmt.Errorf("in the server's answer %s", wrong)
		case text(decoded[name]) == text(change.plan[name]):
			return fields, decoded, nil
		}
	}
	return nil, nil, nil
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
		case change.plan[attribute.Name].IsKnown() && !same(found[attribute.Name], change.plan[attribute.Name]):
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

// isGone says whether authentik answered that there is no such object. A 404 of
// something else, which a wrong address or a proxy may give, does not count: it
// would take every object out of the state. authentik gives each request an id and,
// where a proxy takes that away, tells its version.
func (f *failures) isGone(err error) bool {
	failure, ok := errors.AsType[*client.Error](err)
	return ok && failure.Status == http.StatusNotFound && !failure.FromElsewhere() &&
		(failure.RequestID != "" || f.version().Release != "")
}

// nameOf is the look-up that names an object which has no id as yet.
func (o *Object) nameOf(plan values) lookup {
	for _, name := range o.Lookups {
		return lookup{name, text(plan[name])}
	}
	return lookup{idAttribute, ""}
}
