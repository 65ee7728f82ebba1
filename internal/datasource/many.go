package datasource

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// ValidateFilters finds what is wrong with the filters of a list.
func (d *DataSource) ValidateFilters(config value.Object) diag.Diagnostics {
	var diagnostics diag.Diagnostics
	d.validateFilter(&kind.Field{Type: kind.String}, schema.Search, config, &diagnostics)
	d.validateOrdering(config, &diagnostics)
	for _, name := range d.Kind.Filters {
		d.validateFilter(d.Kind.Field(name), name, config, &diagnostics)
	}
	for _, parameter := range d.Kind.Parameters {
		if parameter.Type != kind.Set && parameter.Type != kind.List {
			d.validateFilter(&kind.Field{Type: parameter.Type}, parameter.Name, config, &diagnostics)
		}
	}
	return diagnostics
}

func (d *DataSource) validateFilter(field *kind.Field, name string, config value.Object, diagnostics *diag.Diagnostics) {
	if argument := config[name]; value.IsSet(argument) && argument.IsKnown() {
		if problem := value.ValidateTerm(field, value.Plain(argument)); problem != nil {
			diagnostics.AddAttributeError(path.Root(name), problem.Summary, problem.Detail)
		}
	}
}

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

// compareIDs orders numbers by their value and other IDs as strings.
func compareIDs(a, b string) int {
	left, err := strconv.Atoi(a)
	right, otherErr := strconv.Atoi(b)
	if err == nil && otherErr == nil {
		return left - right
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

// Items are the objects that the filters let through; a failure ends them. Of a limit
// above 0 only what the provider does not filter itself counts: the server is not told,
// where it lacks a filter and sends other objects too.
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

// checkParameters refuses a filter that the server's release lacks.
func (d *DataSource) checkParameters(ctx context.Context, config value.Object, operation *diagnostic.Operation) diag.Diagnostic {
	for _, parameter := range d.Kind.Parameters {
		if !value.IsSet(config[parameter.Name]) {
			continue
		}
		release, known, err := d.Connection.Release(ctx)
		switch {
		case err != nil:
			return operation.Failed(err)
		case known && release != "" && !d.Kind.HasParameter(parameter, release):
			return diag.NewAttributeErrorDiagnostic(path.Root(parameter.Name), "Not available in the server's release", fmt.Sprintf(
				"authentik %s has no such filter for %s and would return all of them. Remove the argument, or upgrade the server.", release, d.Kind.Plurals()))
		}
	}
	return nil
}

// item decodes one object of a list.
func (d *DataSource) item(shown []kind.Field, fields client.Object, err error, operation *diagnostic.Operation) (Item, diag.Diagnostic) {
	if err != nil {
		return Item{}, operation.Failed(err)
	}
	if d.Kind.Upgrade != nil {
		d.Kind.Upgrade(fields)
	}
	decoded, wrong := value.DecodeAll(shown, fields)
	if wrong != nil {
		return Item{}, operation.Mismatched(wrong)
	}
	if key := d.Kind.Key(); value.Plain(decoded[key.Name]) == "" || value.Plain(decoded[d.Kind.Address().Name]) == "" {
		return Item{}, operation.OtherObject("it has no `" + key.APIName() + "`")
	}
	return Item{fields, decoded}, nil
}

// query are the list parameters of the filters that are set. The server takes "" for no
// filter; validation has refused that.
func (d *DataSource) query(config value.Object) url.Values {
	query := url.Values{}
	if search := config[schema.Search]; value.IsSet(search) && search.IsKnown() {
		query.Set(schema.Search, value.String(search))
	}
	for _, name := range d.Kind.Filters {
		if field := d.Kind.Field(name); value.IsKnown(config[name]) && d.Kind.HasFilter(field) {
			query.Set(field.FilterName(), value.Plain(config[name]))
		}
	}
	for _, parameter := range d.Kind.Parameters {
		given := config[parameter.Name]
		switch {
		case !value.IsKnown(given):
		case parameter.Type == kind.Set || parameter.Type == kind.List:
			for _, element := range value.Elements(given) {
				query.Add(parameter.APIName(), value.Plain(element))
			}
		default:
			query.Set(parameter.APIName(), value.Plain(given))
		}
	}
	return query
}

// narrows says whether a filter by a field is set.
func (d *DataSource) narrows(config value.Object) bool {
	return d.Kind.API.Only != "" || slices.ContainsFunc(d.Kind.Filters, func(name string) bool { return value.IsSet(config[name]) })
}

// passes says whether an object is what the filters ask for.
func (d *DataSource) passes(decoded, config value.Object) bool {
	for _, name := range d.Kind.Filters {
		field, wanted := d.Kind.Field(name), config[name]
		if !value.IsKnown(wanted) {
			continue
		}
		if field.IsCollection() {
			if !slices.ContainsFunc(value.Elements(decoded[name]), func(element tftypes.Value) bool {
				return value.SameString(&kind.Field{Type: field.Of}, value.Plain(wanted), value.Plain(element))
			}) {
				return false
			}
			continue
		}
		if !value.SameString(&kind.Field{Type: field.Type}, value.Plain(wanted), value.Plain(decoded[name])) {
			return false
		}
	}
	return true
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
