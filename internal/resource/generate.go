package resource

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Generate is the configuration that a state needs: its arguments, without those that
// have their default or that the server sets itself, without what only the server sets, and without secrets, which a
// configuration should not have in clear text.
func (r *Resource) Generate(state value.Object) value.Object {
	config := r.blank()
	fields := r.Kind.All()
	for i := range fields {
		field := &fields[i]
		before := state[field.Name]
		switch {
		case field.ReadOnly || field.Secret || !value.IsSet(before):
		case field.Overruled != nil && field.Overruled(arguments{r.Kind, state}):
		case !field.MustBeSet() && r.isUnset(field, before):
		default:
			config[field.Name] = before
		}
	}
	return config
}

// isUnset says whether the argument has the value if a configuration does not set it.
func (r *Resource) isUnset(field *kind.Field, before value.Value) bool {
	standard, whole := field.Default, *field
	whole.Superset = false // what a configuration lacks would be removed
	if field.Incumbent != nil && r.Connection != nil && r.Connection.IncumbentDefaults {
		standard = field.Incumbent
	}
	return value.Equal(&whole, value.FromGo(field, standard), before)
}
