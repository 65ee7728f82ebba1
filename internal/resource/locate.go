package resource

import (
	"context"
	"errors"
	"net/http"
	"net/url"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// upgrade converts an answer to the newest release's form.
func (r *Resource) upgrade(fields client.Object) client.Object {
	return r.Kind.Upgraded(fields)
}

// locate reads the object of a state. Where the API addresses it by a name, which
// somebody may have changed or given to another object, the key identifies it.
func (r *Resource) locate(ctx context.Context, api *client.Client, state value.Object) (client.Object, error) {
	collection, err := r.collection(ctx)
	if err != nil {
		return nil, err
	}
	fields, err := api.Read(ctx, collection, value.String(state[lookup.ID]))
	key := r.identity(state)
	failure, failed := errors.AsType[*client.Error](err)
	switch {
	case !r.Kind.IsAddressedByName() || key == "", failed && failure.Status != http.StatusNotFound:
		return r.upgrade(fields), err
	case err == nil && r.hasKey(fields, key):
		return r.upgrade(fields), nil
	}
	renamed, findErr := r.byKey(ctx, api, collection, key)
	switch {
	case findErr != nil:
		return nil, findErr
	case renamed == nil && err != nil:
		return nil, err
	case renamed == nil:
		return nil, diagnostic.ErrGone
	}
	return r.upgrade(renamed), nil
}

// byKey finds the object with the key in the list, nil for none.
func (r *Resource) byKey(ctx context.Context, api *client.Client, collection client.Collection, key string) (client.Object, error) {
	query := url.Values{}
	if field := r.Kind.Key(); r.Kind.HasFilter(field) {
		query.Set(field.FilterName(), key)
	}
	for fields, err := range List(ctx, api, r.Kind, collection, query, 0) {
		if err != nil {
			return nil, err
		}
		if r.hasKey(fields, key) {
			return fields, nil
		}
	}
	return nil, nil //nolint:nilnil // nothing was found, and nothing failed
}

func (r *Resource) hasKey(fields client.Object, key string) bool {
	field := r.Kind.Key()
	decoded, wrong := value.Decode(field, value.Raw(field, fields))
	return wrong == nil && value.Plain(decoded) == key
}

// address is what stands in the object's URL now, for a write. The state's address is
// right unless somebody renamed the object, so it is tried first and the list is searched
// only if it leads to no object or to another one.
//
// An address with no object is returned as it is: only the answer to the write itself
// says that an object is gone. [diagnostic.ErrGone] means that there is no address to
// write to, because another object has it.
func (r *Resource) address(ctx context.Context, api *client.Client, collection client.Collection, state value.Object) (string, error) {
	address, key := value.String(state[lookup.ID]), r.identity(state)
	if !r.Kind.IsAddressedByName() || key == "" {
		return address, nil
	}
	fields, err := api.Read(ctx, collection, address)
	failure, failed := errors.AsType[*client.Error](err)
	isMissing := failed && failure.Status == http.StatusNotFound
	switch {
	case err == nil && r.hasKey(fields, key):
		return address, nil
	case err != nil && !isMissing:
		return "", err
	}
	renamed, err := r.byKey(ctx, api, collection, key)
	switch {
	case err != nil:
		return "", err
	case renamed == nil && isMissing:
		return address, nil
	case renamed == nil:
		return "", diagnostic.ErrGone
	}
	field := r.Kind.Address()
	decoded, wrong := value.Decode(field, value.Raw(field, renamed))
	if wrong != nil {
		return "", wrong
	}
	return value.Plain(decoded), nil
}
