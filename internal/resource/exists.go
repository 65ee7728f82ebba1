package resource

import (
	"context"
	"net/http"
	"net/url"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
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
	_, err = api.Do(ctx, client.Request{Method: http.MethodGet, Path: collection.Path + url.PathEscape(key) + "/", Query: collection.Query})
	if err != nil && diagnostic.New(ctx, connected, k, diagnostic.View, lookup.ByID(key)).IsGone(err) {
		return false, nil
	}
	return err == nil, err
}
