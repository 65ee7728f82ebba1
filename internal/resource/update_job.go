package resource

import (
	"context"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// An import knows neither how long the kind's job is waited for, nor its secrets. So the
// first plan adds them, and the apply of that must not run the job: nothing changes.

// changed are the names of the attributes that the plan changes.
func (c Change) changed() []string {
	var names []string
	for name, planned := range c.Plan {
		if !planned.Equal(c.State[name]) {
			names = append(names, name)
		}
	}
	return names
}

// changesOnlyTimeouts says whether the change is one of how long the kind's job is waited
// for, which is nothing to send and no reason to run it.
func (r *Resource) changesOnlyTimeouts(change Change) bool {
	return r.Kind.Job != nil && slices.Equal(change.changed(), []string{r.Kind.Job.Timeouts})
}

// isStored says whether the change of a kind with a job only brings secrets under
// management that the server has already.
func (r *Resource) isStored(ctx context.Context, api *client.Client, collection client.Collection, address string, change Change) bool {
	if r.Kind.Job == nil {
		return false
	}
	secrets := map[*kind.Field]bool{}
	for _, name := range change.changed() {
		field := r.secretOf(name)
		if name != r.Kind.Job.Timeouts && (field == nil || value.IsSet(change.State[name])) {
			return false
		}
		if field != nil {
			secrets[field] = true
		}
	}
	if len(secrets) == 0 {
		return false
	}
	collection.ReadAhead = false
	answer, err := api.Read(ctx, collection, address)
	if err != nil {
		return false // the update says why
	}
	answer = r.upgrade(answer)
	decoded, wrong := r.decode(answer)
	for field := range secrets {
		secret, sent := change.secret(field)
		if wrong != nil || sent && (!value.IsAnswered(field, answer) || !value.SameString(field, secret, value.String(decoded[field.Name]))) {
			return false
		}
	}
	return true
}

// secretOf is the secret that an attribute belongs to, nil for none.
func (r *Resource) secretOf(attribute string) *kind.Field {
	fields := r.Kind.All()
	for i := range fields {
		field := &fields[i]
		if field.Secret && slices.Contains([]string{field.Name, field.Name + diagnostic.WriteOnlySuffix, field.Name + diagnostic.VersionSuffix}, attribute) {
			return field
		}
	}
	return nil
}
