package plain

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	managed "github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// attempts is how often a set is written before its change is given up.
const attempts = 10

// Set is a field of an object, a set, of which the server has no request for a single
// element. So the whole is read, changed, written and read again, until it has the change:
// another program may write it at the same time. The caller holds the object's lock.
type Set struct {
	// Collection is where the objects are.
	Collection client.Collection
	// Field is the set; its elements are UUIDs or numbers.
	Field *kind.Field
	// Beside is a field of the object that a write has to repeat, empty for none.
	Beside string
}

// Add adds the pair's member to the holder's set, for [Pair.Add].
func (s *Set) Add(ctx context.Context, ends Ends) error {
	return s.Change(ctx, ends.API, ends.Holder, ends.Member, true)
}

// Remove removes the pair's member from the holder's set, for [Pair.Remove].
func (s *Set) Remove(ctx context.Context, ends Ends) error {
	return s.Change(ctx, ends.API, ends.Holder, ends.Member, false)
}

// Has says whether the holder's set has the pair's member, for [Pair.Has].
func (s *Set) Has(ctx context.Context, ends Ends) (bool, error) {
	_, elements, err := s.read(ctx, ends.API, s.Collection, ends.Holder)
	return slices.Contains(elements, ends.Member), err
}

// Change adds an element to the set of the object with the ID, or removes it. Where others
// keep on undoing the change, the error is a [Finding].
func (s *Set) Change(ctx context.Context, api *client.Client, id, element string, in bool) error {
	for written := 0; ; written++ {
		object, elements, err := s.now(ctx, api, id)
		switch {
		case err != nil || slices.Contains(elements, element) == in:
			return err
		case written == attempts:
			return &Finding{Summary: "Lost update", Detail: fmt.Sprintf(
				"authentik accepted a change of `%s` %d times, and returned it without the change each time. Something else manages the whole list, such as another resource or an authentik blueprint. Let only one of them do so, and apply again.",
				s.Field.APIName(), attempts)}
		case in:
			elements = append(elements, element)
		default:
			elements = slices.DeleteFunc(elements, func(one string) bool { return one == element })
		}
		body := map[string]any{s.Field.APIName(): s.encoded(elements)}
		if beside, has := object[s.Beside]; has {
			body[s.Beside] = beside
		}
		if _, err := api.Update(ctx, s.Collection.Path, id, client.Write{Fields: body}); err != nil {
			return err
		}
	}
}

// Elements are what the server has now.
func (s *Set) Elements(ctx context.Context, api *client.Client, id string) ([]string, error) {
	_, elements, err := s.now(ctx, api, id)
	return elements, err
}

// now reads the object from the server, never from a list that was read ahead.
func (s *Set) now(ctx context.Context, api *client.Client, id string) (client.Object, []string, error) {
	collection := s.Collection
	collection.ReadAhead = false
	return s.read(ctx, api, collection, id)
}

func (s *Set) read(ctx context.Context, api *client.Client, collection client.Collection, id string) (client.Object, []string, error) {
	object, err := managed.Fetch(ctx, api, collection, id)
	if err != nil {
		return nil, nil, err
	}
	list, err := Elements(object, s.Field)
	elements := make([]string, 0, len(list))
	for _, element := range list {
		elements = append(elements, value.Plain(element))
	}
	return object, elements, err
}

func (s *Set) encoded(elements []string) []any {
	encoded := make([]any, 0, len(elements))
	for _, element := range elements {
		if s.Field.Of == kind.Int {
			encoded = append(encoded, json.Number(element))
		} else {
			encoded = append(encoded, element)
		}
	}
	return encoded
}
