// Package datasource reads objects of a described kind: one, many, or as a list for
// `terraform query`.
//
// internal/server calls it for the requests of the plugin protocol.
package datasource

import (
	"context"
	"maps"
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
// exactly one look-up has to be given, and whole, and nothing that is only read.
func (d *DataSource) Validate(config value.Object) diag.Diagnostics {
	diagnostics := refuseReadOnly(config, d.isArgument)
	set, known, failures := d.lookupArguments(config)
	if failures.HasError() {
		return append(diagnostics, failures...)
	}
	fits := 0
	for _, way := range d.ways() {
		whole := !slices.ContainsFunc(way.Fields, func(name string) bool { return !slices.Contains(set, name) })
		// What is not known yet may turn out to be null.
		alone := !slices.ContainsFunc(known, func(name string) bool { return !slices.Contains(way.All(), name) })
		if whole && alone {
			fits++
		}
	}
	selects := len(d.Kind.Selects) > 0 && !slices.ContainsFunc(known, func(name string) bool { return !slices.Contains(d.Kind.Selects, name) })
	switch {
	case selects:
	case len(set) == 0:
		diagnostics.AddError("Missing argument", schema.ExactlyOne(d.Kind))
	case fits == 0:
		diagnostics.AddAttributeError(path.Root(append(known, set...)[0]), "Invalid combination of arguments", schema.ExactlyOne(d.Kind))
	}
	return diagnostics
}

// refuseReadOnly refuses to configure what is no argument.
func refuseReadOnly(config value.Object, isArgument func(name string) bool) diag.Diagnostics {
	var diagnostics diag.Diagnostics
	for _, name := range slices.Sorted(maps.Keys(config)) {
		if value.IsSet(config[name]) && !isArgument(name) {
			problem := value.ReadOnly(name)
			diagnostics.AddAttributeError(path.Root(name), problem.Summary, problem.Detail)
		}
	}
	return diagnostics
}

// isArgument says whether a configuration of the data source for one object may set the
// attribute.
func (d *DataSource) isArgument(name string) bool {
	return name == schema.OmitSecrets ||
		slices.ContainsFunc(d.ways(), func(way kind.Lookup) bool { return slices.Contains(way.All(), name) }) ||
		slices.ContainsFunc(d.Kind.Includes(), func(include kind.Include) bool { return include.Parameter == name }) ||
		slices.ContainsFunc(d.Kind.Fetched(), func(field kind.Field) bool { return field.Fetch.Switch == name })
}

// ways are the ways to find an object, the ID and `managed_list` included.
func (d *DataSource) ways() []kind.Lookup {
	ways := append([]kind.Lookup{kind.By(lookup.ID)}, d.Kind.Lookups...)
	if len(d.Kind.Selects) > 0 {
		ways = append(ways, kind.By(d.Kind.Selects...))
	}
	if d.Kind.ManagedList {
		ways = append(ways, kind.By(schema.ManagedList))
	}
	return ways
}

// lookupArguments are the arguments that are set, and those of them that are known.
func (d *DataSource) lookupArguments(config value.Object) (set, known []string, diagnostics diag.Diagnostics) {
	for _, way := range d.ways() {
		for _, name := range way.All() {
			argument := config[name]
			if !value.IsSet(argument) || slices.Contains(set, name) {
				continue
			}
			set = append(set, name)
			if argument.IsFullyKnown() {
				known = append(known, name)
			}
			switch name {
			case lookup.ID:
				d.validateTerm(d.Kind.Key(), name, argument, &diagnostics)
			case schema.ManagedList:
			default:
				d.validateTerm(d.Kind.Field(name), name, argument, &diagnostics)
			}
		}
	}
	return set, known, diagnostics
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
	selected, selects := d.selected(config)
	asked, ok := d.given(config)
	if selects {
		asked, ok = selected, true
	}
	if len(asked) == 0 {
		asked = lookup.Whole(d.Kind)
	}
	if !ok {
		diagnostics.AddError("Missing argument", schema.ExactlyOne(d.Kind))
		return nil, diagnostics
	}
	operation := diagnostic.New(ctx, d.Connection, d.Kind, diagnostic.View, asked)
	var fields client.Object
	var failure diag.Diagnostic
	if selects {
		fields, failure = d.first(ctx, api, operation, selected)
	} else {
		fields, failure = resource.Find(ctx, api, d.Connection, operation)
	}
	if failure != nil {
		return nil, diag.Diagnostics{failure}
	}
	state, failure := d.decode(ctx, api, config, fields, operation)
	if failure != nil {
		return nil, diag.Diagnostics{failure}
	}
	if failure := d.fetch(ctx, api, config, state, operation); failure != nil {
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

// decode is the state of what was found, which is read again with what the configuration
// asks for in addition.
func (d *DataSource) decode(ctx context.Context, api *client.Client, config value.Object, fields client.Object, operation *diagnostic.Operation) (value.Object, diag.Diagnostic) {
	state, wrong := value.DecodeAll(d.Kind.Shown(), fields)
	if wrong != nil {
		return nil, operation.Mismatched(wrong)
	}
	key := d.Kind.Key()
	if operation.Asked[0] != lookup.Whole(d.Kind)[0] {
		if failure := resource.Identify(state, operation, key.Name); failure != nil {
			return nil, failure
		}
	}
	id := value.Text(value.Plain(state[key.Name]))
	if operation.Asked.IsByID() {
		id = value.Text(operation.Asked.Value())
	}
	if query, some := d.including(d.Kind.API.Query, config); some {
		var failure diag.Diagnostic
		if state, failure = d.readAgain(ctx, api, query, state, operation); failure != nil {
			return nil, failure
		}
	}
	for _, include := range d.Kind.Includes() {
		state[include.Parameter] = config[include.Parameter]
	}
	state[lookup.ID] = id
	return state, nil
}

// given is the look-up whose arguments are all set; false for none.
func (d *DataSource) given(config value.Object) (lookup.Terms, bool) {
	if id := config[lookup.ID]; value.IsSet(id) {
		return lookup.ByID(value.Canonical(d.Kind.Key(), value.String(id))), true
	}
	if key := d.Kind.Key(); !d.Kind.IsAddressedByName() && value.IsSet(config[key.Name]) && slices.ContainsFunc(d.Kind.Lookups, func(way kind.Lookup) bool { return slices.Contains(way.Fields, key.Name) }) {
		return lookup.ByID(value.Canonical(key, value.Plain(config[key.Name]))), true
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
