package resource

import (
	"context"
	"iter"
	"maps"
	"net/url"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// List lists a collection. Where the server refuses the value of a filter that it accepts
// for other objects, the list is read without it; the caller compares anyway.
func List(ctx context.Context, api *client.Client, k *kind.Kind, collection client.Collection, query url.Values, limit int) iter.Seq2[client.Object, error] {
	fallback := withoutDoubtful(k, query)
	if len(fallback) == len(query) {
		return api.List(ctx, collection, query, limit)
	}
	return func(yield func(client.Object, error) bool) {
		for object, err := range api.List(ctx, collection, query, limit) {
			if _, refused := isBadRequest(err); refused {
				for object, err := range api.List(ctx, collection, fallback, 0) {
					if !yield(object, err) {
						return
					}
				}
				return
			}
			if !yield(object, err) {
				return
			}
		}
	}
}

// withoutDoubtful is the query without filters that the server may refuse.
func withoutDoubtful(k *kind.Kind, query url.Values) url.Values {
	kept := maps.Clone(query)
	for _, field := range k.All() {
		if field.FilterMayFail {
			delete(kept, field.FilterName())
		}
	}
	return kept
}
