package datasource

import (
	"context"
	"net/url"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// selected are the terms of [kind.Kind.Selects] that are set. It is false where something
// else decides: another argument, or a look-up that finds one object.
func (d *DataSource) selected(config value.Object) (terms lookup.Terms, ok bool) {
	if len(d.Kind.Selects) == 0 {
		return nil, false
	}
	var names []string
	for _, way := range d.ways() {
		for _, name := range way.All() {
			if value.IsSet(config[name]) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(d.Kind.Selects, name) }) {
		return nil, false
	}
	isLookup := slices.ContainsFunc(d.Kind.Lookups, func(way kind.Lookup) bool {
		return !slices.ContainsFunc(way.Fields, func(name string) bool { return !slices.Contains(names, name) }) &&
			!slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(way.All(), name) })
	})
	if !d.Connection.IncumbentDefaults && (isLookup || len(names) == 0) {
		return nil, false
	}
	return lookup.Of(d.Kind, kind.By(d.Kind.Selects...), config), true
}

// first finds the first object, in the server's order, that has all that is asked for.
func (d *DataSource) first(ctx context.Context, api *client.Client, operation *diagnostic.Operation, terms lookup.Terms) (client.Object, diag.Diagnostic) {
	collection, err := d.Connection.Collection(ctx, d.Kind)
	if err != nil {
		return nil, operation.Failed(err)
	}
	query := url.Values{}
	for _, term := range terms {
		if field := d.Kind.Field(term.Attribute); d.Kind.HasFilter(field) && !field.FilterMayFail {
			query.Set(field.FilterName(), term.Value)
		}
	}
	page, err := api.Lookup(ctx, collection, query)
	if err != nil {
		return nil, operation.Failed(err)
	}
	matches, failure := d.matching(page.Objects, terms, operation)
	if failure != nil {
		return nil, failure
	}
	// The first match is enough in the mode with that provider's defaults. Otherwise a
	// later page can have another one.
	if page.Next != 0 && (len(matches) == 0 || len(matches) == 1 && !d.Connection.IncumbentDefaults) {
		var rest []client.Object
		for fields, err := range resource.List(ctx, api, d.Kind, collection, query, 0) {
			if err != nil {
				return nil, operation.Failed(err)
			}
			rest = append(rest, fields)
		}
		if matches, failure = d.matching(rest, terms, operation); failure != nil {
			return nil, failure
		}
	}
	switch {
	case len(matches) == 0:
		return nil, operation.NoMatch()
	case len(matches) > 1 && !d.Connection.IncumbentDefaults:
		return nil, operation.ManyMatches(len(matches))
	}
	return matches[0], nil
}

// matching are the objects that have all that is asked for.
func (d *DataSource) matching(objects []client.Object, terms lookup.Terms, operation *diagnostic.Operation) ([]client.Object, diag.Diagnostic) {
	var matches []client.Object
	for _, fields := range objects {
		item, failure := d.item(d.Kind.Shown(), fields, nil, operation)
		if failure != nil {
			return nil, failure
		}
		if terms.Mismatch(d.Kind, item.Decoded) == "" {
			matches = append(matches, item.Fields)
		}
	}
	return matches, nil
}
