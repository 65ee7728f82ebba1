package object

import (
	"context"
	"errors"
	"net/http"
	"net/url"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
)

// errGone is for an object that a list by its UUID does not have any more.
var errGone = errors.New("the list has no object with the UUID any more")

// locate reads the object of a state. Where the API addresses it by a slug, which
// somebody may have changed or given to another object, the UUID tells who it is.
func (m *managed) locate(ctx context.Context, api *client.Client, state values) (client.Object, error) {
	fields, err := api.Read(ctx, m.object.collection(), text(state[idAttribute]))
	key := m.object.key()
	id := text(state[key.Name])
	failure, failed := errors.AsType[*client.Error](err)
	switch {
	case m.object.Slug == "" || id == "", failed && failure.Status != http.StatusNotFound:
		return fields, err
	case err == nil && m.object.hasKey(fields, id):
		return fields, nil
	}
	renamed, findErr := m.withKey(ctx, api, id)
	if errors.Is(findErr, errGone) && err != nil {
		return nil, err
	}
	return renamed, findErr
}

// withKey finds the object that has the UUID by listing it.
func (m *managed) withKey(ctx context.Context, api *client.Client, id string) (client.Object, error) {
	page, err := api.Page(ctx, m.object.collection(), url.Values{m.object.key().filter(): {id}})
	if err != nil {
		return nil, err
	}
	for _, fields := range page.Objects {
		if m.object.hasKey(fields, id) {
			return fields, nil
		}
	}
	return nil, errGone
}

func (o *Object) hasKey(fields client.Object, id string) bool {
	value, wrong := decodeValue(o.key(), fields[o.key().APIName()])
	return wrong == nil && text(value) == id
}

// currentID is by what the object of a state is addressed now, for a write.
func (m *managed) currentID(ctx context.Context, api *client.Client, state values) (string, error) {
	id := text(state[m.object.key().Name])
	if m.object.Slug == "" || id == "" {
		return text(state[idAttribute]), nil
	}
	fields, err := m.withKey(ctx, api, id)
	if err != nil {
		return "", err
	}
	address := m.object.address()
	value, wrong := decodeValue(address, fields[address.APIName()])
	if wrong != nil {
		return "", errors.New(wrong.String())
	}
	return text(value), nil
}
