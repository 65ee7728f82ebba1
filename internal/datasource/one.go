// Package datasource reads objects of a described kind: one, many, or as a list for
// `terraform query`.
//
// internal/server calls it for the requests of the plugin protocol.
package datasource

import (
	"context"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/resource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// DataSource reads objects of one kind.
type DataSource struct {
	Kind *kind.Kind
	// Connection is nil before the provider is configured.
	Connection *connection.Connection
}

// Validate finds what is wrong with the configuration of the data source for one object:
// exactly one look-up has to be given.
func (d *DataSource) Validate(config value.Object) diag.Diagnostics {
	var diagnostics diag.Diagnostics
	given := 0
	certain := true
	if id := config[lookup.ID]; value.IsSet(id) {
		given++
		certain = id.IsKnown()
		d.validateTerm(d.Kind.Key(), lookup.ID, id, &diagnostics)
	}
	for _, way := range d.Kind.Lookups {
		set := d.validateWay(way, config, &diagnostics)
		for _, name := range set {
			certain = certain && config[name].IsKnown()
		}
		if len(set) > 0 && slices.Contains(set, way.Fields[0]) {
			given++
		}
	}
	if list := config[schema.ManagedList]; value.IsSet(list) {
		given++
		certain = certain && list.IsFullyKnown()
	}
	switch {
	case diagnostics.HasError():
	case given == 0:
		diagnostics.AddError("Missing argument", schema.ExactlyOne(d.Kind))
	case given > 1 && certain:
		diagnostics.AddError("Conflicting arguments", schema.ExactlyOne(d.Kind))
	}
	return diagnostics
}

// validateWay checks the arguments of a look-up and returns those that are set.
func (d *DataSource) validateWay(way kind.Lookup, config value.Object, diagnostics *diag.Diagnostics) []string {
	var set []string
	for _, name := range way.All() {
		if argument := config[name]; value.IsSet(argument) {
			set = append(set, name)
			d.validateTerm(d.Kind.Field(name), name, argument, diagnostics)
		}
	}
	if len(set) == 0 {
		return nil
	}
	for _, name := range way.Fields {
		if !slices.Contains(set, name) && !d.isOtherWay(set) {
			diagnostics.AddAttributeError(path.Root(set[0]), "Missing argument", "`"+name+"` must be set with `"+set[0]+"`.")
		}
	}
	return set
}

// isOtherWay says whether the arguments that are set are a look-up of their own.
func (d *DataSource) isOtherWay(set []string) bool {
	return slices.ContainsFunc(d.Kind.Lookups, func(way kind.Lookup) bool {
		return !slices.ContainsFunc(way.Fields, func(name string) bool { return !slices.Contains(set, name) })
	})
}

// validateTerm refuses values that the server would search for as something else.
func (*DataSource) validateTerm(field *kind.Field, name string, argument value.Value, diagnostics *diag.Diagnostics) {
	if !argument.IsKnown() {
		return
	}
	if problem := value.ValidateTerm(field, value.Plain(argument)); problem != nil {
		diagnostics.AddAttributeError(path.Root(name), problem.Summary, problem.Detail)
	}
}

// Read reads one object. The state is complete or there is none.
func (d *DataSource) Read(ctx context.Context, config value.Object) (value.Object, diag.Diagnostics) {
	api, diagnostics := d.Connection.API()
	if diagnostics.HasError() {
		return nil, diagnostics
	}
	if list := config[schema.ManagedList]; value.IsSet(list) {
		return d.readManaged(ctx, list)
	}
	asked, ok := d.given(config)
	if !ok {
		diagnostics.AddError("Missing argument", schema.ExactlyOne(d.Kind))
		return nil, diagnostics
	}
	operation := diagnostic.New(ctx, d.Connection, d.Kind, diagnostic.View, asked)
	state, failure := d.read(ctx, api, operation)
	if failure != nil {
		return nil, diag.Diagnostics{failure}
	}
	if len(d.Kind.Secrets()) > 0 {
		state[schema.OmitSecrets] = config[schema.OmitSecrets]
		if value.Bool(config[schema.OmitSecrets]) {
			dropSecrets(d.Kind, state)
		}
	}
	return state, diagnostics
}

func (d *DataSource) read(ctx context.Context, api *client.Client, operation *diagnostic.Operation) (value.Object, diag.Diagnostic) {
	fields, failure := resource.Find(ctx, api, d.Connection, operation)
	if failure != nil {
		return nil, failure
	}
	state, wrong := value.DecodeAll(d.Kind.Shown(), fields)
	if wrong != nil {
		return nil, operation.Mismatched(wrong)
	}
	key := d.Kind.Key()
	if failure := resource.Identify(state, operation, key.Name); failure != nil {
		return nil, failure
	}
	state[lookup.ID] = value.Text(value.Plain(state[key.Name]))
	if operation.Asked.IsByID() {
		state[lookup.ID] = value.Text(operation.Asked.Value())
	}
	return state, nil
}

// given is the look-up whose arguments are all set; false for none.
func (d *DataSource) given(config value.Object) (lookup.Terms, bool) {
	if id := config[lookup.ID]; value.IsSet(id) {
		return lookup.ByID(value.Canonical(d.Kind.Key(), value.String(id))), true
	}
	for _, way := range d.Kind.Lookups {
		if !slices.ContainsFunc(way.Fields, func(name string) bool { return !value.IsSet(config[name]) }) {
			return lookup.Of(d.Kind, way, config), true
		}
	}
	return nil, false
}

// dropSecrets makes every secret null.
func dropSecrets(k *kind.Kind, state value.Object) {
	shown := k.Shown()
	for i := range shown {
		if field := &shown[i]; field.Secret {
			state[field.Name] = value.Null(field)
		}
	}
}
