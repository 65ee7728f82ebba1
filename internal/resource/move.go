package resource

import "github.com/authentik-iac/terraform-provider-authentik/internal/value"

// planMove leaves open what a new object has of its own, where the update may have to
// create one: secrets that the server generates and that cannot be sent back, and what it
// sets whatever it is sent. Other generated values stay: a create sends them.
func (p *planning) planMove() {
	if !p.moves {
		return
	}
	fields := p.Kind.All()
	for i := range fields {
		field := &fields[i]
		switch {
		case field.Reveal.Path != "" && value.IsSet(p.plan[field.Name]),
			field.Overruled != nil && field.Overruled(arguments{p.Kind, p.config}):
			p.plan[field.Name] = value.Unknown(field)
		}
	}
}
