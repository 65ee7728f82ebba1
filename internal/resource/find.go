package resource

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Find reads the object that an operation asks for: at its URL where that is what is
// asked by, otherwise by the first page of the list with the exact filters. More than one
// match is an error, so that no later page can matter; where the server has no filter,
// the whole list is searched.
func Find(ctx context.Context, api *client.Client, connected *connection.Connection, operation *diagnostic.Operation) (client.Object, diag.Diagnostic) {
	k := operation.Kind
	resource := &Resource{Kind: k, Connection: connected}
	collection, err := connected.Collection(ctx, k)
	if err != nil {
		return nil, operation.Failed(err)
	}
	if operation.Asked.IsAddress(k) {
		fields, err := api.Read(ctx, collection, operation.Asked.Value())
		if err != nil {
			return nil, operation.Failed(err)
		}
		return resource.upgrade(fields), nil
	}
	query := operation.Asked.Query(k)
	if len(query) == 0 || k.API.Only != "" || needsComparison(operation) {
		return resource.search(ctx, api, collection, operation)
	}
	page, err := api.Lookup(ctx, collection, query)
	switch {
	case err != nil:
		return nil, operation.Failed(err)
	case len(page.Objects) == 0:
		return nil, operation.NoMatch()
	}
	first := resource.upgrade(page.Objects[0])
	if lacking := operation.Asked.Unanswered(k, first); lacking != nil {
		return nil, operation.NotSearchable(lacking)
	}
	if len(page.Objects) > 1 || page.Next != 0 {
		return nil, operation.ManyMatches(max(len(page.Objects), page.Count))
	}
	return first, nil
}

// needsComparison says whether the server's filter matches more than what is asked for:
// one that ignores case, or a search.
func needsComparison(operation *diagnostic.Operation) bool {
	for _, term := range operation.Asked {
		field := operation.Kind.Field(term.Attribute)
		if field != nil && field.FilterMayFail || field != nil && !operation.Kind.HasFilter(field) {
			return true
		}
		if field != nil && field.Filter != "" && field.Filter != field.APIName() {
			return true
		}
	}
	return false
}

// search reads the list and compares each object.
func (r *Resource) search(ctx context.Context, api *client.Client, collection client.Collection, operation *diagnostic.Operation) (client.Object, diag.Diagnostic) {
	var matches []client.Object
	for fields, err := range List(ctx, api, r.Kind, collection, operation.Asked.Query(r.Kind), 0) {
		if err != nil {
			return nil, operation.Failed(err)
		}
		fields = r.upgrade(fields)
		decoded, wrong := value.DecodeAll(r.Kind.Managed(), fields)
		if wrong != nil {
			return nil, operation.Mismatched(wrong)
		}
		if operation.Asked.Mismatch(r.Kind, decoded) == "" {
			matches = append(matches, fields)
		}
	}
	switch len(matches) {
	case 0:
		return nil, operation.NoMatch()
	case 1:
		return matches[0], nil
	}
	return nil, operation.ManyMatches(len(matches))
}
