// Package plain holds what resources, data sources and ephemeral resources share that are
// not described kinds: they are written with terraform-plugin-framework, in the package of
// their family.
package plain

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/ephemeral"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
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
	for _, problem := range value.Validate(v.field, tftypes.NewValue(tftypes.Number, req.ConfigValue.ValueInt64()), false) {
		resp.Diagnostics.AddAttributeError(req.Path, problem.Summary, problem.Detail)
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
	for _, problem := range value.Validate(v.field, tftypes.NewValue(tftypes.String, req.ConfigValue.ValueString()), !v.field.Required) {
		if problem.Warning {
			resp.Diagnostics.AddAttributeWarning(req.Path, problem.Summary, problem.Detail)
		} else {
			resp.Diagnostics.AddAttributeError(req.Path, problem.Summary, problem.Detail)
		}
	}
}
