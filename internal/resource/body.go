package resource

import (
	"context"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// request is what a create or an update sends.
type request struct {
	client.Write
	// actions are the requests for what is not part of the body.
	actions []action
}

// action is a request for a part of the object, after the object is there.
type action struct {
	field *kind.Field
	body  map[string]any
	// secrets are the strings that no message may repeat.
	secrets []string
}

// request makes the body. It has every writable field, whatever changed, because a server
// validates only the keys that it gets, and omission never clears. release is the
// server's, "" where it is not known.
func (r *Resource) request(change Change, release string) request {
	built := request{Write: client.Write{Fields: map[string]any{}}}
	fields := r.Kind.All()
	for i := range fields {
		field := &fields[i]
		if !field.IsWritten() || field.Secret {
			continue
		}
		name, definition, accepted := r.Kind.Accepted(field, release)
		switch {
		case !accepted && field.Via.Path != "":
			if change.needsAction(field) {
				encoded := value.Encode(field, change.Plan[field.Name], definition, nil)
				built.actions = append(built.actions, action{field: field, body: map[string]any{field.Via.Key: encoded}})
			}
		case field.Overruled != nil && field.Overruled(arguments{r.Kind, change.Config}):
		case change.isCreate() && field.IfConfigured && !change.isSent(field) && r.Kind.RequiresSomewhere(field):
			built.Fields[name] = []any{}
		case change.isDerived(field):
			if definition.Nullable {
				built.Fields[name] = nil
			}
		case change.isSent(field):
			built.Fields[name] = value.Encode(field, change.Plan[field.Name], definition, func(inner *kind.Field) bool {
				return r.accepts(field, inner, release)
			})
			if field.IsHidden() {
				built.Secrets = append(built.Secrets, revealing(field, value.String(change.Plan[field.Name]))...)
			}
		}
	}
	r.addSecrets(&built, change, release)
	if r.Kind.Downgrade != nil {
		r.Kind.Downgrade(release, built.Fields)
	}
	return built
}

// isDerived says whether the server derives the field's value.
func (c Change) isDerived(field *kind.Field) bool {
	return field.Derived && !value.IsSet(c.Config[field.Name])
}

// needsAction says whether what a request of its own sets is to change.
func (c Change) needsAction(field *kind.Field) bool {
	if c.isCreate() {
		return !isDefault(field, c.Plan[field.Name])
	}
	return !value.Equal(field, c.Plan[field.Name], c.State[field.Name])
}

// accepts says whether a release has the inner field of a field.
func (r *Resource) accepts(field, inner *kind.Field, release string) bool {
	request := r.Kind.Request(release)
	if release == "" || len(request) == 0 {
		return true
	}
	return request.Has(field.APIName()+"[]."+inner.APIName()) || request.Has(field.APIName()+"."+inner.APIName()) || !request.Has(field.APIName()+"[]")
}

func (r *Resource) addSecrets(built *request, change Change, release string) {
	fields := r.Kind.All()
	for i := range fields {
		field := &fields[i]
		if !field.Secret || !field.IsWritten() {
			continue
		}
		secret, send := change.secret(field)
		if !send {
			continue
		}
		name, definition, accepted := r.Kind.Accepted(field, release)
		encoded := value.EncodeString(field, secret, definition)
		if !accepted && field.Via.Path != "" {
			built.actions = append(built.actions, action{field: field, body: map[string]any{field.Via.Key: encoded}, secrets: revealing(field, secret)})
			continue
		}
		built.Fields[name] = encoded
		built.Secrets = append(built.Secrets, revealing(field, secret)...)
	}
}

// isSent says whether the body has the field. It has all, except
//
//   - what the server is to generate;
//   - what is managed only if it is configured, and is not, or does not change: somebody
//     else may add to it meanwhile; a create sends it empty where some release requires it;
//   - what the server sets whatever it is sent;
//   - a string of which null and "" are the same where neither the old nor the new value
//     is anything else: which of the two a release accepts differs. The server may want
//     the key all the same;
//   - what an import left out, and the configuration does not set.
func (c Change) isSent(field *kind.Field) bool {
	planned := c.Plan[field.Name]
	switch {
	case field.IfConfigured:
		// A state without it says nothing about what the server has.
		before := c.State[field.Name]
		return value.IsSet(c.Config[field.Name]) && (c.isCreate() || !value.IsSet(before) || !value.Equal(field, planned, before))
	case len(field.Added) > 0 && !value.IsSet(planned):
		return false // left alone, see ifConfigured
	case field.IsWithheld() && !value.IsSet(planned):
		return false
	case field.Computed:
		return planned.Type() != nil && planned.IsKnown() && (value.IsSet(planned) || field.ClearedIfUnset)
	case field.EmptyIsNull:
		return field.Always || !c.isEmpty(field)
	}
	return planned.Type() != nil
}

// isEmpty says whether neither the old nor the new value of a string is anything.
func (c Change) isEmpty(field *kind.Field) bool {
	return value.String(c.Plan[field.Name]) == "" && value.String(c.State[field.Name]) == ""
}

// releaseFor is the server's release where the body depends on it, otherwise "".
func (r *Resource) releaseFor(ctx context.Context, change Change) (string, error) {
	if !r.dependsOnRelease(change) {
		return "", nil
	}
	release, _, err := r.Connection.Release(ctx)
	return release, err
}

func (r *Resource) dependsOnRelease(change Change) bool {
	if r.Kind.Downgrade != nil {
		return true
	}
	fields := r.Kind.All()
	for i := range fields {
		field := &fields[i]
		switch {
		case !field.IsWritten():
		case field.EmptyIsNull && change.isSent(field) && value.String(change.Plan[field.Name]) == "",
			len(field.Formerly) > 0, field.Via.Path != "" && !field.Secret, field.Type == kind.Duration && r.Kind.WasNumber(field):
			return true
		}
	}
	return false
}
