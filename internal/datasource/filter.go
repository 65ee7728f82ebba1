package datasource

import (
	"context"
	"fmt"
	"net/url"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// ValidateFilters finds what is wrong with the filters of a list.
func (d *DataSource) ValidateFilters(config value.Object) diag.Diagnostics {
	diagnostics := refuseReadOnly(config, func(name string) bool {
		return name != schema.Objects && name != schema.IDs && name != d.Kind.ResultAlias
	})
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
