package resource

import (
	"fmt"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// checkNeeded reports what a write needs. It is not part of the validation, which does not
// know whether there is a write: an object that was imported has it on the server, and
// neither the state nor the configuration that Terraform generated.
func (p *planning) checkNeeded() {
	fields := p.Kind.All()
	for i := range fields {
		if field := &fields[i]; field.MustBeGiven() && !p.isGiven(field) && !p.isKept(field) {
			p.needs(field)
		}
	}
	if len(p.Kind.Rules) == 0 || p.diagnostics.HasError() || p.prior != nil && !p.changes() {
		return
	}
	for _, finding := range p.findings(p.config) {
		if p.isOfWrites(finding, p.config) {
			p.diagnostics.Append(about(finding))
		}
	}
}

// isOfWrites says whether what a rule found matters only where something is written.
func (r *Resource) isOfWrites(finding kind.Finding, config value.Object) bool {
	field := r.Kind.Field(finding.Attribute)
	withheld := field != nil && field.IsWithheld() && !finding.Warning && (arguments{r.Kind, config}).IsUnset(finding.Attribute)
	return finding.Stored || withheld
}

// isGiven says whether the argument is configured, in whichever form.
func (p *planning) isGiven(field *kind.Field) bool {
	return !(arguments{p.Kind, p.config}).IsUnset(field.Name)
}

// isKept says whether the object has the argument on the server, which Terraform was
// never told.
func (p *planning) isKept(field *kind.Field) bool {
	return p.prior != nil && !p.moves && isNoSecret(field, p.prior[field.Name]) && !value.IsSet(p.prior[field.Name+diagnostic.VersionSuffix])
}

// needs reports that the argument is missing.
func (p *planning) needs(field *kind.Field) {
	writeOnly := field.Name + diagnostic.WriteOnlySuffix
	switch {
	case !field.Secret:
		p.diagnostics.AddAttributeError(at(field.Name), "Missing argument", fmt.Sprintf("`%s` must be set.", field.Name))
	case field.WriteOnly:
		p.diagnostics.AddAttributeError(at(writeOnly), "Missing argument", fmt.Sprintf("`%s` must be set.", writeOnly))
	default:
		p.diagnostics.AddAttributeError(at(field.Name), "Missing argument", fmt.Sprintf("Exactly one of `%s` and `%s` must be set.", field.Name, writeOnly))
	}
}
