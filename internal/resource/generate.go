package resource

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Generate is the configuration that a state needs: its arguments, without those that
// have their default or that the server sets itself, without what only the server sets,
// and without secrets and what may contain some, which a configuration should not have in
// clear text.
func (r *Resource) Generate(state value.Object) value.Object {
	config := r.blank()
	fields := r.Kind.All()
	for i := range fields {
		field := &fields[i]
		before := state[field.Name]
		switch {
		case field.ReadOnly || field.IsWithheld() || !value.IsSet(before):
		case field.Overruled != nil && field.Overruled(arguments{r.Kind, state}):
		case !field.MustBeSet() && r.isUnset(field, before):
		default:
			config[field.Name] = before
		}
	}
	for r.dropRefused(config) {
	}
	return config
}

// dropRefused leaves out an argument that the kind's rules find fault with and that stays
// as it is where it is not configured, such as a URL that the server derives from another.
// It is false where there is none.
func (r *Resource) dropRefused(config value.Object) bool {
	for _, finding := range r.findings(config) {
		field := r.Kind.Field(finding.Attribute)
		if stays := field.IfConfigured || field.Computed && !field.ClearedIfUnset; stays && value.IsSet(config[field.Name]) {
			config[field.Name] = value.Null(field)
			return true
		}
	}
	return false
}

// IsAdoptable says whether an object of a list is one to manage: it can be, and does not
// count as deleted.
func (r *Resource) IsAdoptable(fields client.Object) bool {
	return (r.Kind.Gone == nil || !r.Kind.Gone(fields)) && (r.Kind.Unmanaged == nil || !r.Kind.Unmanaged.Is(fields))
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
