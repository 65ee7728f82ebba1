package object

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// find makes the function that looks for an object whose create got no usable
// answer. What has the name before anything is sent is somebody else's, and never
// taken over; nor is what is not exactly what was to be made.
//
// The error is a server that cannot be asked at all: then nothing is sent.
func (m *managed) find(ctx context.Context, api *client.Client, change change) (client.Find, error) {
	asked := m.object.lookupOf(change.plan)
	before, earlier := m.matching(ctx, api, asked)
	if failure, ok := errors.AsType[*client.Error](earlier); ok && (failure.Status == 0 || failure.Status >= http.StatusInternalServerError || failure.FromElsewhere()) {
		return nil, earlier
	}
	return func(ctx context.Context) (client.Object, bool, error) {
		if earlier != nil {
			return nil, false, fmt.Errorf("whether there was one before could not be seen: %w", earlier)
		}
		found, err := m.matching(ctx, api, asked)
		switch {
		case err != nil:
			return nil, false, err
		case len(found) == 0 && m.object.NamesRepeat:
			// A slow server may still make it, and a second one would be taken as well.
			return nil, false, errors.New("the server does not have it yet and may still make it. Look for it before you apply again, and import it if it is there")
		case len(found) == 0:
			return nil, false, nil
		}
		last := found[len(found)-1]
		found = slices.DeleteFunc(found, func(one listItem) bool {
			return slices.ContainsFunc(before, func(other listItem) bool { return m.object.keyOf(one) == m.object.keyOf(other) })
		})
		switch {
		case len(found) == 0:
			return nil, false, fmt.Errorf("the one with the %s and the id %s was there before, so it is left alone. Import it, or use another %s", asked, m.object.keyOf(last), asked[0].attribute)
		case len(found) > 1:
			return nil, false, fmt.Errorf("there are %d with the %s that were not there before, so they are left alone. Delete or import them", len(found), asked)
		}
		if other := m.object.difference(m.object.stateOf(found[0].decoded, found[0].fields, change.plan), found[0].fields, change); other != "" {
			return nil, false, fmt.Errorf("there is one with the %s and the id %s, but its `%s` is not what was to be written, so it is left alone. Import it, or use another %s", asked, m.object.keyOf(found[0]), other, asked[0].attribute)
		}
		return found[0].fields, true, nil
	}, nil
}

// matching reads the objects that the look-up finds, which is one at most where the
// server keeps what it looks for unique.
func (m *managed) matching(ctx context.Context, api *client.Client, asked lookup) ([]listItem, error) {
	page, err := api.Page(ctx, m.object.collection(), asked.query(m.object))
	if err != nil {
		return nil, err
	}
	var found []listItem
	for _, fields := range page.Objects {
		if lacking := asked.unanswered(m.object, fields); lacking != nil {
			return nil, fmt.Errorf("the server's answer has no `%s` to tell it by", lacking.Name)
		}
		decoded, wrong := decode(m.object.Attributes, fields)
		switch {
		case wrong != nil:
			return nil, fmt.Errorf("in the server's answer %s", wrong)
		case asked.mismatch(m.object, decoded) == "":
			found = append(found, listItem{fields, decoded})
		}
	}
	return found, nil
}

// keyOf is the UUID of an object.
func (o *Object) keyOf(item listItem) string { return text(item.decoded[o.key().Name]) }

// difference names an attribute in which the object found differs from what was
// written, empty where none does.
func (o *Object) difference(found values, fields client.Object, change change) string {
	for i := range o.Attributes {
		attribute := &o.Attributes[i]
		switch {
		case attribute.ReadOnly:
		case attribute.Secret:
			secret, sent := change.secret(attribute.Name)
			server, wrong := decodeValue(attribute, fields[attribute.APIName()])
			if sent && wrong == nil && isSet(server) && !attribute.Means(text(server), secret) {
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
	if errors.Is(err, errGone) {
		return true
	}
	failure, ok := errors.AsType[*client.Error](err)
	return ok && failure.Status == http.StatusNotFound && !failure.FromElsewhere() &&
		(failure.RequestID != "" || f.version().Release != "")
}
