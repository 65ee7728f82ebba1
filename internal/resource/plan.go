package resource

import (
	"context"
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Plan is what a plan comes to.
type Plan struct {
	// State is the planned state; what the server decides is unknown.
	State value.Object
	// Replaces are the attributes because of which the object has to be replaced.
	Replaces []string
}

// Plan plans a create (prior is nil) or an update. It depends on configuration and prior
// state only, so that nothing that Terraform proposes can differ from what is meant.
func (r *Resource) Plan(ctx context.Context, config, prior value.Object) (Plan, diag.Diagnostics) {
	p := &planning{Resource: r, ctx: ctx, config: config, prior: prior, plan: value.Object{}}
	fields := r.Kind.All()
	for i := range fields {
		field := &fields[i]
		switch {
		case field.ReadOnly && field.Reveal.Path != "":
			p.planRevealed(field)
		case field.ReadOnly || !field.InResource():
		case field.Secret:
			p.planSecret(field)
		default:
			p.planArgument(field)
		}
	}
	p.planReplacement()
	p.planMove()
	p.planDerived()
	p.planReadOnly()
	p.checkRelease()
	p.checkNeeded()
	p.claim()
	p.announce()
	return Plan{State: p.plan, Replaces: p.replaces}, p.diagnostics
}

// PlanDestroy warns of what a deletion takes along.
func (r *Resource) PlanDestroy() diag.Diagnostics {
	var diagnostics diag.Diagnostics
	switch {
	case r.Kind.API.Kept:
		diagnostics.AddWarning("Nothing is deleted on the server", fmt.Sprintf(
			"authentik cannot delete %s. The resource is removed from the state, and the %s stays as it is.", r.Kind.Plurals(), r.Kind.Title))
	case r.Kind.Deletes != "":
		diagnostics.AddWarning("Deleting the object deletes others", fmt.Sprintf(
			"Deleting the %s also deletes %s. That cannot be undone.", r.Kind.Title, r.Kind.Deletes))
	}
	return diagnostics
}

// planning is one plan in progress.
type planning struct {
	*Resource
	ctx                 context.Context //nolint:containedctx // it lasts for one call
	config, prior, plan value.Object
	replaces            []string
	// moves says that the object may have to be created again during the update.
	moves       bool
	diagnostics diag.Diagnostics

	asked   bool
	server  string
	isKnown bool
}

// serverRelease is the server's release, asked for once a plan and only where something
// depends on it.
func (p *planning) serverRelease() (release string, known bool) {
	if !p.asked {
		p.asked = true
		p.server, p.isKnown = p.release(p.ctx, &p.diagnostics)
	}
	return p.server, p.isKnown
}

// planArgument plans an argument that is no secret.
func (p *planning) planArgument(field *kind.Field) {
	planned := p.config[field.Name]
	if field.Overruled != nil && field.Overruled(arguments{p.Kind, p.config}) {
		p.warnOverruled(field)
		if p.prior != nil {
			p.plan[field.Name] = p.prior[field.Name]
			return
		}
	}
	if value.IsSet(planned) {
		planned = value.WithInnerDefaults(field, planned)
	} else {
		planned = p.unset(field)
	}
	if before := p.prior[field.Name]; before.Type() != nil && !p.removes(field, planned, before) && value.HasNoNullFor(p.config[field.Name], before) {
		planned = value.KeepSpelling(field, planned, before)
	}
	p.plan[field.Name] = planned
}

// unset is what is planned for an argument that is not configured.
func (p *planning) unset(field *kind.Field) value.Value {
	before := p.prior[field.Name]
	switch {
	case p.ifConfigured(field) && p.prior != nil, field.Computed && p.prior != nil && !field.ClearedIfUnset:
		return before
	case p.ifConfigured(field):
		return value.Null(field)
	case field.ClearedIfUnset:
		return p.cleared(field)
	case field.Computed:
		return value.Unknown(field)
	case field.IsWithheld() && p.prior != nil && !value.IsSet(before):
		return value.Null(field)
	case p.leavesAlone(field):
		return before
	}
	return p.defaultOf(field)
}

// leavesAlone says whether the argument is one that goauthentik/authentik lacks, in the
// mode that has its defaults: what somebody set by hand stays.
func (p *planning) leavesAlone(field *kind.Field) bool {
	return p.prior != nil && field.NotIncumbent && p.Connection != nil && p.Connection.IncumbentDefaults
}

// cleared is what is planned for a generated value that is not configured any more: null
// where the release accepts that, otherwise what it was.
func (p *planning) cleared(field *kind.Field) value.Value {
	before := p.prior[field.Name]
	switch {
	case p.prior == nil:
		return value.Unknown(field)
	case !value.IsSet(before):
		return before
	}
	release, known := p.serverRelease()
	if !known {
		return value.Unknown(field)
	}
	if _, definition, accepted := p.Kind.Accepted(field, release); release != "" && accepted && definition.Nullable {
		return value.Null(field)
	}
	return before
}

// defaultOf is the default of an argument that is not configured, without elements that
// the server's release does not know: a default that the user wrote is sent as it is, one
// that the provider adds must not fail.
func (p *planning) defaultOf(field *kind.Field) value.Value {
	standard := field.Default
	if field.Incumbent != nil && p.Connection != nil && p.Connection.IncumbentDefaults {
		standard = field.Incumbent
	}
	planned := value.FromGo(field, standard)
	p.warnOfIncumbent(field, planned)
	elements, ok := standard.([]string)
	if !ok || value.Equal(field, planned, p.prior[field.Name]) || !p.Kind.HasNewValues(field, elements) {
		return planned
	}
	release, known := p.serverRelease()
	if !known {
		return value.Unknown(field)
	}
	return value.FromGo(field, p.Kind.KnownValues(field, elements, release))
}

// warnOfIncumbent says, once in a process, that a plan changes what was
// goauthentik/authentik's default, as it does after a move from there.
func (p *planning) warnOfIncumbent(field *kind.Field, planned value.Value) {
	before := p.prior[field.Name]
	if !p.Foreign || field.Incumbent == nil || !value.IsKnown(before) || p.Connection == nil || p.Connection.IncumbentDefaults ||
		value.Equal(field, planned, before) || !value.Equal(field, value.FromGo(field, field.Incumbent), before) || !p.Connection.Once("incumbent defaults") {
		return
	}
	p.diagnostics.AddAttributeWarning(at(field.Name), "A default differs from goauthentik/authentik's", fmt.Sprintf(
		"`%s` is not set. The state has goauthentik/authentik's default, and the plan changes it to authentik's own. "+
			"To keep the defaults of that provider in this and every other resource, set `defaults = \"goauthentik\"` in the provider's configuration. This is said once, for the first such argument.", field.Name))
}

// warnOverruled says that a configured value has no effect. One that is the server's, as
// Terraform generates it for an import, is no matter.
func (p *planning) warnOverruled(field *kind.Field) {
	if set := p.config[field.Name]; value.IsSet(set) && !value.Equal(field, set, p.prior[field.Name]) {
		p.diagnostics.AddAttributeWarning(at(field.Name), "Argument without effect", field.WhenOverruled)
	}
}

// planDerived plans what the server derives: it stays while nothing else changes.
func (p *planning) planDerived() {
	if p.prior == nil || !p.changes() {
		return
	}
	fields := p.Kind.All()
	for i := range fields {
		if field := &fields[i]; field.Derived && !value.IsSet(p.config[field.Name]) {
			p.plan[field.Name] = value.Unknown(field)
		}
	}
}

// planReadOnly plans the ID and what only the server sets.
func (p *planning) planReadOnly() {
	isNew := p.prior == nil || p.moves
	fields := p.Kind.All()
	for i := range fields {
		field := &fields[i]
		switch {
		case !field.ReadOnly || !field.InResource() || field.Reveal.Path != "":
		case isNew || field.Exposed && p.changes():
			p.plan[field.Name] = value.Unknown(field)
		default:
			p.plan[field.Name] = p.prior[field.Name]
		}
	}
	switch {
	case p.Kind.IsAddressedByName():
		p.plan[lookup.ID] = p.plan[p.Kind.Address().Name]
	case isNew:
		p.plan[lookup.ID] = value.Unknown(&kind.Field{Type: kind.String})
	default:
		p.plan[lookup.ID] = p.prior[lookup.ID]
	}
}

// changes says whether any argument changes.
func (p *planning) changes() bool {
	for name, planned := range p.plan {
		if !value.SameOrBothUnset(planned, p.prior[name]) {
			return true
		}
	}
	return false
}
