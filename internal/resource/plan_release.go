package resource

import (
	"fmt"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// checkRelease reports what the server's release does not have: the whole kind, the
// field of an argument, or the form of its value. The release is asked for only where
// something is new that depends on it.
func (p *planning) checkRelease() {
	isNew := p.prior == nil && p.Kind.IsNew()
	doubtful := p.doubtful()
	if !isNew && len(doubtful) == 0 {
		return
	}
	release, known := p.serverRelease()
	if !known || release == "" {
		return
	}
	if summary, detail := p.Kind.Missing(release); summary != "" {
		if isNew {
			p.diagnostics.AddError(summary, detail+" Remove the resource, or upgrade the server.")
		}
		return
	}
	for _, field := range doubtful {
		p.checkField(field, release)
	}
}

// doubtful are the arguments that some release lacks, wants in another form, or requires,
// and that this plan newly sets or leaves out. What the state has already, the server has
// accepted before.
func (p *planning) doubtful() []*kind.Field {
	var found []*kind.Field
	fields := p.Kind.All()
	for i := range fields {
		field := &fields[i]
		planned := p.plan[field.Name]
		switch {
		case !field.IsWritten() || !field.InResource() || field.MustBeSet() || !p.Kind.Varies(field):
		case p.prior != nil && value.SameOrBothUnset(planned, p.prior[field.Name]):
		case isDefault(field, planned) && !p.isRequiredSomewhere(field):
		default:
			found = append(found, field)
		}
	}
	return found
}

// isRequiredSomewhere says whether an argument that is not configured is required by some
// release.
func (p *planning) isRequiredSomewhere(field *kind.Field) bool {
	return field.Default == nil && !value.IsSet(p.plan[field.Name]) && field.Type != kind.Bool
}

func (p *planning) checkField(field *kind.Field, release string) {
	planned := p.plan[field.Name]
	_, definition, accepted := p.Kind.Accepted(field, release)
	switch {
	case !accepted && !isDefault(field, planned) && field.Via.Path == "":
		p.diagnostics.AddAttributeError(at(field.Name), "Not available in the server's release", fmt.Sprintf(
			"The server is authentik %s. The %s has `%s` %s. Remove the argument, or use a server that has it.",
			release, p.Kind.Title, field.Name, p.Kind.Availability(field)))
	case accepted && definition.Required && !value.IsSet(planned) && !definition.Nullable && !field.Secret && p.prior == nil && !field.Computed && !isSentEmpty(field, definition):
		p.diagnostics.AddAttributeError(at(field.Name), "Missing argument", fmt.Sprintf(
			"The server is authentik %s, which requires `%s` for the %s.", release, field.Name, p.Kind.Title))
	case accepted:
		if reason, fits := value.FitsRelease(field, planned, definition); !fits {
			p.diagnostics.AddAttributeError(at(field.Name), "Not available in the server's release", fmt.Sprintf(
				"The server is authentik %s, which %s.", release, reason))
		}
	}
}

// isSentEmpty says whether an argument that is not configured is sent as an empty list,
// which is what a release gets that requires the key.
func isSentEmpty(field *kind.Field, definition contract.Definition) bool {
	_, isList := value.Encode(field, value.Null(field), definition, nil).([]any)
	return isList
}

// isDefault says whether a value is what the argument has by itself.
func isDefault(field *kind.Field, planned value.Value) bool {
	if !value.IsSet(planned) || !planned.IsKnown() {
		return true
	}
	return field.Default != nil && value.Equal(field, planned, value.Default(field)) ||
		field.Incumbent != nil && value.Equal(field, planned, value.FromGo(field, field.Incumbent)) || value.Equal(field, planned, value.Null(field))
}
