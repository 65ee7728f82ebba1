// Package plain holds what resources, data sources and ephemeral resources share that are
// not described kinds: they are written with terraform-plugin-framework, in the package of
// their family.
package plain

import (
	"context"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Resource is to be embedded in a resource: it keeps the connection.
type Resource struct {
	// Connection is nil before the provider is configured.
	Connection *connection.Connection
}

// Configure takes the connection over.
func (r *Resource) Configure(_ context.Context, req resource.ConfigureRequest, resp *resource.ConfigureResponse) {
	r.Connection = connection.From(req.ProviderData, &resp.Diagnostics)
}

// DataSource is to be embedded in a data source: it keeps the connection.
type DataSource struct {
	// Connection is nil before the provider is configured.
	Connection *connection.Connection
}

// Configure takes the connection over.
func (d *DataSource) Configure(_ context.Context, req datasource.ConfigureRequest, resp *datasource.ConfigureResponse) {
	d.Connection = connection.From(req.ProviderData, &resp.Diagnostics)
}

// Ephemeral is to be embedded in an ephemeral resource: it keeps the connection.
type Ephemeral struct {
	// Connection is nil before the provider is configured.
	Connection *connection.Connection
}

// Configure takes the connection over.
func (e *Ephemeral) Configure(_ context.Context, req ephemeral.ConfigureRequest, resp *ephemeral.ConfigureResponse) {
	e.Connection = connection.From(req.ProviderData, &resp.Diagnostics)
}

// String validates a string as a described kind's field of that type is validated, such
// as &kind.Field{Type: kind.UUID, Refers: reference.Group}.
func String(field *kind.Field) validator.String { return stringValidator{field} }

// Int64 validates a number as a described kind's field with these bounds is validated.
func Int64(field *kind.Field) validator.Int64 { return int64Validator{field} }

type int64Validator struct{ field *kind.Field }

func (int64Validator) Description(context.Context) string { return "is validated as authentik does" }

func (v int64Validator) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v int64Validator) ValidateInt64(_ context.Context, req validator.Int64Request, resp *validator.Int64Response) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	report(value.Validate(v.field, tftypes.NewValue(tftypes.Number, req.ConfigValue.ValueInt64()), false), req.Path, &resp.Diagnostics)
}

// report attaches what is wrong with a value to its argument.
func report(problems []value.Problem, at path.Path, diagnostics *diag.Diagnostics) {
	for _, problem := range problems {
		diagnostics.Append(diagnostic.Argument(at, problem.Warning, problem.Summary, problem.Detail))
	}
}

type stringValidator struct{ field *kind.Field }

func (stringValidator) Description(context.Context) string {
	return "is validated as authentik does"
}

func (v stringValidator) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v stringValidator) ValidateString(_ context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	report(value.Validate(v.field, tftypes.NewValue(tftypes.String, req.ConfigValue.ValueString()), !v.field.Required), req.Path, &resp.Diagnostics)
}

// Attribute is a string of an answer, null where the answer lacks it or has null. The
// mismatch, nil for none, names the field.
func Attribute(fields value.Fields, name string) (types.String, *value.Mismatch) {
	decoded, wrong := value.Decode(&kind.Field{Type: kind.String, Nullable: true}, fields[name])
	switch {
	case wrong != nil:
		wrong.Field = name + wrong.Field
		return types.StringNull(), wrong
	case !value.IsSet(decoded):
		return types.StringNull(), nil
	}
	return types.StringValue(value.String(decoded)), nil
}

// Attributes are strings of an answer as [Attribute] reads them, by the field's name, each
// put where the map says.
func Attributes(fields value.Fields, into map[string]*types.String) *value.Mismatch {
	for _, name := range slices.Sorted(maps.Keys(into)) {
		read, wrong := Attribute(fields, name)
		if wrong != nil {
			return wrong
		}
		*into[name] = read
	}
	return nil
}

// UUIDs are the UUIDs of a list of the answer, in canonical spelling. The error says that
// it has no such list, which is never taken for an empty one: that would be written.
func UUIDs(fields value.Fields, name string) ([]string, error) {
	list, err := Elements(fields, &kind.Field{Name: name, Type: kind.Set, Of: kind.UUID})
	if err != nil {
		return nil, err
	}
	uuids := []string{}
	for _, element := range list {
		canonical, _ := value.CanonicalUUID(value.String(element))
		uuids = append(uuids, canonical)
	}
	return uuids, nil
}

// Elements are the elements of a list or set of an answer that has to have it.
func Elements(fields value.Fields, field *kind.Field) ([]value.Value, error) {
	list, wrong := value.Decode(field, fields[field.APIName()])
	switch {
	case wrong != nil:
		wrong.Field = field.APIName() + wrong.Field
		return nil, wrong
	case !value.IsSet(list):
		return nil, &value.Mismatch{Field: field.APIName(), Expected: "a list", Got: "missing"}
	}
	return value.Elements(list), nil
}
