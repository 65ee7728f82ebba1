package resource

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// found is an object of a list, as it was sent and decoded.
type found struct {
	fields  client.Object
	decoded value.Object
}

// finder makes the function that looks for an object whose create got no usable answer.
// What has the name before anything is sent is somebody else's and never taken over; nor
// is what is not exactly what was to be created.
//
// It fails where the server cannot be asked at all: then nothing is sent.
func (r *Resource) finder(ctx context.Context, api *client.Client, collection client.Collection, change Change) (client.Find, error) {
	asked := lookup.First(r.Kind, change.Plan)
	if asked.IsByID() { // the look-up is by what only the server sets, or there is none
		return func(context.Context) (client.Object, bool, error) {
			return nil, false, errors.New("such an object cannot be found by its arguments. Look for it before you apply again, and import it if it is there")
		}, nil
	}
	before, earlier := r.before(ctx, api, collection, asked)
	if failure, ok := errors.AsType[*client.Error](earlier); ok && (failure.Status == 0 || failure.Status >= http.StatusInternalServerError || failure.FromElsewhere()) {
		return nil, earlier
	}
	return func(ctx context.Context) (client.Object, bool, error) {
		if earlier != nil {
			return nil, false, fmt.Errorf("whether there was one before could not be seen: %w", earlier)
		}
		now, err := r.matching(ctx, api, collection, asked)
		switch {
		case err != nil:
			return nil, false, err
		case len(now) == 0 && r.Kind.NamesRepeat:
			// A slow server may still create it, and would accept a second one.
			return nil, false, errors.New("the server does not have it yet and may still create it. Look for it before you apply again, and import it if it is there")
		case len(now) == 0:
			return nil, false, nil
		}
		return r.recovered(now, before, asked, change)
	}, nil
}

// recovered decides whether what is there now is what was to be created.
func (r *Resource) recovered(now []found, before []string, asked lookup.Terms, change Change) (client.Object, bool, error) {
	last := now[len(now)-1]
	created := slices.DeleteFunc(now, func(one found) bool {
		return slices.Contains(before, r.keyOf(one))
	})
	switch {
	case len(created) == 0:
		return nil, false, fmt.Errorf("the one with the %s and the ID %s was there before, so it is left alone. Import it, or use another %s", asked, r.keyOf(last), asked[0].Attribute)
	case len(created) > 1:
		return nil, false, fmt.Errorf("there are %d with the %s that were not there before, so they are left alone. Delete or import them", len(created), asked)
	}
	if other := r.difference(created[0], change); other != "" {
		return nil, false, fmt.Errorf("there is one with the %s and the ID %s, but its `%s` is not what was to be written, so it is left alone. Import it, or use another %s", asked, r.keyOf(created[0]), other, asked[0].Attribute)
	}
	return created[0].fields, true, nil
}

// matching reads the objects that the look-up finds, which is one at most where the
// server keeps what it looks for unique.
func (r *Resource) matching(ctx context.Context, api *client.Client, collection client.Collection, asked lookup.Terms) ([]found, error) {
	var matches []found
	for fields, err := range List(ctx, api, r.Kind, collection, asked.Query(r.Kind), 0) {
		if err != nil {
			return nil, err
		}
		one, err := r.recognize(asked, fields)
		if err != nil {
			return nil, err
		}
		if asked.Mismatch(r.Kind, one.decoded) == "" {
			matches = append(matches, one)
		}
	}
	return matches, nil
}

// recognize decodes an object of a list, which has to have what is asked for.
func (r *Resource) recognize(asked lookup.Terms, fields client.Object) (found, error) {
	fields = r.upgrade(fields)
	if lacking := asked.Unanswered(r.Kind, fields); lacking != nil {
		return found{}, fmt.Errorf("the server's answer has no `%s` to recognize it by", lacking.Name)
	}
	decoded, wrong := r.decode(fields)
	if wrong != nil {
		return found{}, fmt.Errorf("in the server's answer %w", wrong)
	}
	return found{fields, decoded}, nil
}

func (r *Resource) keyOf(one found) string { return value.Plain(one.decoded[r.Kind.Key().Name]) }

// difference names an attribute in which the object found differs from what was to be
// written, "" for none.
func (r *Resource) difference(one found, change Change) string {
	state := r.State(one.decoded, one.fields, change.Plan, false)
	fields := r.Kind.All()
	for i := range fields {
		field := &fields[i]
		switch {
		case field.ReadOnly:
		case field.Secret:
			secret, sent := change.secret(field)
			server := one.decoded[field.Name]
			if sent && value.IsSet(server) && !value.SameString(field, secret, value.String(server)) {
				return field.Name
			}
		case !value.IsAnswered(field, one.fields):
		case change.Plan[field.Name].Type() != nil && change.Plan[field.Name].IsFullyKnown() && !value.SameOrBothUnset(state[field.Name], change.Plan[field.Name]):
			return field.Name
		}
	}
	return ""
}
