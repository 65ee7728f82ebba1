package resource

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// planReplacement finds out whether the object has to be replaced.
//
// A reference with which the server deletes the object is a reason where it changes. One
// that is not known yet may turn out to be the same, so it is none: should the server have
// deleted the object by then, the update creates it again, for which the plan leaves the
// ID open. When Terraform plans again during the apply, with the value known, the plan
// must not become a replacement. An object that cannot be changed has no update, so that
// there any change is a reason.
func (p *planning) planReplacement() {
	if p.prior == nil {
		return
	}
	fields := p.Kind.All()
	for i := range fields {
		field := &fields[i]
		if !field.InResource() || field.ReadOnly || !field.Cascades && !field.Replaces && !p.Kind.API.Immutable {
			continue
		}
		planned, before := p.plan[field.Name], p.prior[field.Name]
		switch {
		case p.Kind.API.Immutable && !field.Secret && !value.Equal(field, planned, before):
			p.replaces = append(p.replaces, field.Name)
		case field.Cascades && value.IsSet(planned) && !planned.IsKnown():
			p.moves = true
		case field.Cascades && !value.Equal(field, planned, before) && !p.isFirstPlan():
			p.moves = true
		case field.Secret && p.secretChanges(field), !field.Secret && !value.Equal(field, planned, before):
			p.replaces = append(p.replaces, field.Name)
		}
	}
}

// isFirstPlan says whether this is not a plan during an apply.
func (p *planning) isFirstPlan() bool {
	return p.Connection == nil || p.Connection.Client == nil || p.Connection.WasRefreshed(p.lockName(p.identity(p.prior)))
}

func (p *planning) secretChanges(field *kind.Field) bool {
	changing := *field
	changing.Always = false // that it is sent is no change
	_, send := Change{Config: p.config, Plan: p.plan, State: p.prior}.secret(&changing)
	return send
}
