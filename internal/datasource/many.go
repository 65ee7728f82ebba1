package datasource

import (
	"cmp"
	"context"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// ReadMany reads all objects that the filters let through.
func (d *DataSource) ReadMany(ctx context.Context, config value.Object) (value.Object, diag.Diagnostics) {
	state := make(value.Object, len(config))
	maps.Copy(state, config)
	itemType := schema.ItemType(d.Kind)
	objects := []tftypes.Value{}
	for item, failure := range d.Items(ctx, config, 0) {
		if failure != nil {
			return nil, diag.Diagnostics{failure}
		}
		if value.Bool(config[schema.OmitSecrets]) {
			dropSecrets(d.Kind, item.Decoded)
		}
		item.Decoded[lookup.ID] = value.Text(value.Plain(item.Decoded[d.Kind.Key().Name]))
		objects = append(objects, tftypes.NewValue(itemType, item.Decoded))
	}
	slices.SortFunc(objects, func(a, b tftypes.Value) int { return compareIDs(idOf(a), idOf(b)) })
	sortBy(objects, value.String(config[schema.Ordering]))
	ids := make([]tftypes.Value, 0, len(objects))
	for _, object := range objects {
		ids = append(ids, value.Text(idOf(object)))
	}
	state[schema.Objects] = tftypes.NewValue(tftypes.List{ElementType: itemType}, objects)
	if d.Kind.ResultAlias != "" {
		state[d.Kind.ResultAlias] = state[schema.Objects]
	}
	state[schema.IDs] = tftypes.NewValue(tftypes.List{ElementType: tftypes.String}, ids)
	return state, nil
}

// compareIDs orders numbers by their value, and after them other IDs as strings.
func compareIDs(a, b string) int {
	left, err := strconv.ParseInt(a, 10, 64)
	right, otherErr := strconv.ParseInt(b, 10, 64)
	switch {
	case err == nil && otherErr == nil:
		return cmp.Compare(left, right)
	case err == nil:
		return -1
	case otherErr == nil:
		return 1
	}
	return strings.Compare(a, b)
}

func idOf(object tftypes.Value) string {
	return value.String(value.Attributes(object)[lookup.ID])
}

// Item is an object of a list, as it was sent and decoded.
type Item struct {
	Fields  client.Object
	Decoded value.Object
}

// Items are the objects that the filters let through; a failure ends them, and so does a
// limit above 0. The server is told of the limit only where it filters alone: otherwise
// some of what it sends does not count.
func (d *DataSource) Items(ctx context.Context, config value.Object, limit int) iter.Seq2[Item, diag.Diagnostic] {
	return func(yield func(Item, diag.Diagnostic) bool) {
		api, diagnostics := d.Connection.API()
		if diagnostics.HasError() {
			yield(Item{}, diagnostics[0])
			return
		}
		operation := diagnostic.New(ctx, d.Connection, d.Kind, diagnostic.View, lookup.Whole(d.Kind))
		collection, err := d.Connection.Collection(ctx, d.Kind)
		if err != nil {
			yield(Item{}, operation.Failed(err))
			return
		}
		if query, some := d.including(collection.Query, config); some {
			collection.Query = query
		}
		asServer := limit
		if d.narrows(config) {
			asServer = 0
		}
		if failure := d.checkParameters(ctx, config, operation); failure != nil {
			yield(Item{}, failure)
			return
		}
		shown, passed := d.Kind.Shown(), 0
		for fields, err := range resource.List(ctx, api, d.Kind, collection, d.query(config), asServer) {
			item, failure := d.item(shown, fields, err, operation)
			if failure != nil {
				yield(Item{}, failure)
				return
			}
			if !d.passes(item.Decoded, config) {
				continue
			}
			if passed++; !yield(item, nil) || passed == limit {
				return
			}
		}
	}
}

// item decodes one object of a list.
func (d *DataSource) item(shown []kind.Field, fields client.Object, err error, operation *diagnostic.Operation) (Item, diag.Diagnostic) {
	if err != nil {
		return Item{}, operation.Failed(err)
	}
	decoded, wrong := value.DecodeAll(shown, d.Kind.Upgraded(fields))
	if wrong != nil {
		return Item{}, operation.Mismatched(wrong)
	}
	if key := d.Kind.Key(); value.Plain(decoded[key.Name]) == "" || value.Plain(decoded[d.Kind.Address().Name]) == "" {
		return Item{}, operation.OtherObject("it has no `" + key.APIName() + "`")
	}
	return Item{fields, decoded}, nil
}

// Label is what a person knows an object by.
func (d *DataSource) Label(decoded value.Object) string {
	if named := value.String(decoded["name"]); named != "" {
		return named
	}
	if asked := lookup.First(d.Kind, decoded); asked.Value() != "" {
		return asked.ImportID()
	}
	return value.Plain(decoded[d.Kind.Key().Name])
}
