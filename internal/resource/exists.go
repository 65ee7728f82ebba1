package resource

import (
	"cmp"
	"context"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Exists asks the server whether the object with the primary key is there now; nothing
// that was read before counts.
func Exists(ctx context.Context, api *client.Client, connected *connection.Connection, k *kind.Kind, key string) (bool, error) {
	collection, err := connected.Collection(ctx, k)
	if err != nil {
		return false, err
	}
	if k.IsAddressedByName() {
		found, err := (&Resource{Kind: k, Connection: connected}).byKey(ctx, api, collection, key)
		return found != nil, err
	}
	collection.ReadAhead = false
	_, err = Fetch(ctx, api, collection, key)
	if err != nil && diagnostic.New(ctx, connected, k, diagnostic.View, lookup.ByID(key)).IsGone(err) {
		return false, nil
	}
	return err == nil, err
}

// Fetch reads an object as [client.Client.Read] does. An answer that is not the object
// with the key, or does not say so, is an error: what it lacks is not what the object
// lacks.
func Fetch(ctx context.Context, api *client.Client, collection client.Collection, key string) (client.Object, error) {
	object, err := api.Read(ctx, collection, key)
	if err == nil {
		err = isAsked(collection, object, key)
	}
	if err != nil {
		return nil, err
	}
	return object, nil
}

func isAsked(collection client.Collection, object client.Object, key string) error {
	answered := collection.ID(object)
	if answered == key && key != "" || value.SameString(&kind.Field{Type: kind.UUID}, answered, key) {
		return nil
	}
	wrong := &value.Mismatch{Field: cmp.Or(collection.Key, "pk"), Expected: "that of the object that was asked for", Got: "another one"}
	if answered == "" {
		wrong.Got = "missing"
	}
	return wrong
}
