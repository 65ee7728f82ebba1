package resource

import (
	"fmt"
	"maps"
	"slices"

	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// decode converts an answer into the attributes that the resource has. Fields that it
// does not have are not looked at: they cannot stop a refresh.
func (r *Resource) decode(fields client.Object) (value.Object, *value.Mismatch) {
	return value.DecodeAll(r.Kind.Managed(), fields)
}

// blank is a state of which nothing is known.
func (r *Resource) blank() value.Object {
	types := schema.ResourceType(r.Kind).AttributeTypes
	state := make(value.Object, len(types))
	for name, attributeType := range types {
		state[name] = tftypes.NewValue(attributeType, nil)
	}
	return state
}

// State makes the resource's state from an answer. before is what was planned or, in a
// read, the state so far; imported says that there is none. An answer decides everything
// except
//
//   - a key that it lacks, because of the release or because it is a secret: the value
//     before stays;
//   - a secret that is not managed through its plain attribute: it stays null, so that it
//     never enters the state of somebody who keeps it out. So does anything else that is
//     withheld from generated configurations;
//   - what is managed only if it is configured, and is not;
//   - another spelling of the same value, which is no change: the user's stays.
func (r *Resource) State(decoded value.Object, fields client.Object, before value.Object, imported bool) value.Object {
	state := known(before)
	state[lookup.ID] = decoded[r.Kind.Address().Name]
	if state[lookup.ID].Type() != nil && !state[lookup.ID].IsNull() {
		state[lookup.ID] = value.Text(value.Plain(state[lookup.ID]))
	}
	all := r.Kind.All()
	for i := range all {
		field := &all[i]
		if !field.InResource() {
			continue
		}
		if field.Secret {
			r.secretState(field, decoded, fields, before, imported, state)
			continue
		}
		switch answered := value.IsAnswered(field, fields); {
		case field.IsWithheld() && !value.IsSet(before[field.Name]):
		case r.ifConfigured(field) && !imported && !value.IsSet(before[field.Name]):
		case !answered && field.Default != nil && !value.IsSet(state[field.Name]):
			// An import, of what is in no answer or is lacking in the release's.
			state[field.Name] = r.initial(field)
		case !answered:
		case imported:
			state[field.Name] = value.Settle(field, decoded[field.Name], value.Value{})
		default:
			state[field.Name] = value.Settle(field, decoded[field.Name], before[field.Name])
		}
		if field.EmptyIsNull && !value.IsSet(state[field.Name]) {
			state[field.Name] = value.Text("")
		}
	}
	return state
}

// initial is what an imported argument is that no answer has. Of one that the provider
// keeps for itself it is the default of the chosen provider, so that nothing changes.
func (r *Resource) initial(field *kind.Field) value.Value {
	if field.Local && field.Incumbent != nil && r.Connection != nil && r.Connection.IncumbentDefaults {
		return value.FromGo(field, field.Incumbent)
	}
	return value.Default(field)
}

// secretState is the state of a secret's attributes.
func (r *Resource) secretState(field *kind.Field, decoded value.Object, fields client.Object, before value.Object, imported bool, state value.Object) {
	if !field.ReadOnly {
		state[field.Name+diagnostic.WriteOnlySuffix] = value.NullString()
	}
	if field.WriteOnly || field.ReadOnly {
		return
	}
	planned := before[field.Name]
	managed := value.IsSet(planned) || field.Generated && imported
	if value.IsAnswered(field, fields) && managed {
		state[field.Name] = value.Settle(field, decoded[field.Name], planned)
	}
}

// answered are the answer's fields that the state is made of after a write. Those that
// were not sent may have been changed by somebody else since the plan; they are left to
// the next refresh, which shows that. What the server generated was not sent either, and
// is in no plan.
func (r *Resource) answered(fields client.Object, sent request, plan value.Object) client.Object {
	kept := maps.Clone(fields)
	all := r.Kind.All()
	for i := range all {
		field := &all[i]
		wasSent := false
		for _, name := range field.APINames() {
			_, found := sent.Fields[name]
			wasSent = wasSent || found
		}
		if !wasSent && !field.ReadOnly && plan[field.Name].Type() != nil && plan[field.Name].IsKnown() {
			for _, name := range field.APINames() {
				delete(kept, name)
			}
		}
	}
	return kept
}

// ignored warns of what was sent and is not in the answer: a release that lacks a field
// accepts it silently.
func (r *Resource) ignored(fields client.Object, sent request, plan value.Object) diag.Diagnostics {
	var found diag.Diagnostics
	all := r.Kind.All()
	for i := range all {
		field := &all[i]
		_, wasSent := sent.Fields[field.APIName()]
		if wasSent && !value.IsAnswered(field, fields) && !field.Secret && field.Beside == "" && !isDefault(field, plan[field.Name]) && !r.isNeverReturned(field) {
			found.AddAttributeWarning(at(field.Name), "Not stored by authentik", fmt.Sprintf(
				"The server's answer has no `%s`, so its release seems to lack the field, and the value has no effect. The %s has it %s.",
				field.Name, r.Kind.Title, r.Kind.Availability(field)))
		}
	}
	return found
}

// ifConfigured says whether the argument is left alone where it is not configured. In the
// mode with goauthentik/authentik's defaults that holds for sets that the server adds to:
// that provider's state has null for them, whatever the server has.
func (r *Resource) ifConfigured(field *kind.Field) bool {
	return field.IfConfigured || len(field.Added) > 0 && r.Connection != nil && r.Connection.IncumbentDefaults
}

// isNeverReturned says whether no release returns the field, although it is no secret.
func (r *Resource) isNeverReturned(field *kind.Field) bool {
	return !r.Kind.Returns(field)
}

// Listed is the state of an object of a list, as an import has it. decoded is what the data
// sources show of it, which lacks a [kind.Field.Fetch]; the resource has that too.
func (r *Resource) Listed(decoded value.Object, fields client.Object) value.Object {
	if slices.ContainsFunc(r.Kind.All(), func(field kind.Field) bool { return field.Fetch.Path != "" }) {
		if own, wrong := r.decode(fields); wrong == nil {
			decoded = own
		}
	}
	return r.State(decoded, fields, r.blank(), true)
}
