package resource

import (
	"fmt"

	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// claim warns of sets that the configuration manages as the whole while another resource
// adds a single element. Which of the two is planned first does not matter: the other one
// warns.
func (p *planning) claim() {
	if p.Connection == nil || p.prior == nil {
		return // an object that does not exist yet is in nobody's configuration by its ID
	}
	fields := p.Kind.All()
	for i := range fields {
		field := &fields[i]
		if !field.IfConfigured || !value.IsSet(p.config[field.Name]) {
			continue
		}
		if p.Connection.Claim(p.Kind.API.Path, p.identity(p.prior), field.Name, true) {
			p.diagnostics.AddAttributeWarning(at(field.Name), "Managed twice", fmt.Sprintf(
				"`%s` manages the whole, while another resource adds a single element to it, which this %s removes unless it is listed here as well. Remove the argument or the other resource.", field.Name, p.Kind.Title))
		}
	}
}

// announce tells those that refer to the object by its name that it is a new one, even
// where one of the name was there: what belonged to that is lost.
func (p *planning) announce() {
	name := p.plan[lookup.ID]
	if p.Connection != nil && p.prior == nil && p.Kind.IsAddressedByName() && value.IsSet(name) && name.IsKnown() {
		p.Connection.Creates(p.Kind.API.Path + value.String(name))
	}
}
