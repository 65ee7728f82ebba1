package diagnostic

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Vanished is for a refresh of an object that is not there any more.
func (o *Operation) Vanished() diag.Diagnostic {
	return diag.NewWarningDiagnostic(o.title()+" not found", fmt.Sprintf(
		"authentik has no %s with the %s any more, or the token's user may no longer view it (permission `%s`). It was removed from the state, so the next apply creates it again. To stop managing it, remove the resource from the configuration; if it is only hidden, restore the permission first.",
		o.Kind.Title, o.Asked, o.permission(View)))
}

// WithoutKey is for a create whose answer does not say what was created.
func (o *Operation) WithoutKey() diag.Diagnostic {
	return diag.NewErrorDiagnostic("Unexpected answer from authentik", fmt.Sprintf(
		"The %s with the %s seems to have been created, but the server's answer has no `%s`. Check whether it is there, and import it: terraform import <address> '%s'.",
		o.Kind.Title, o.Asked, o.Kind.Key().APIName(), o.Asked.ImportID()))
}

// NoMatch is for a list without the object.
func (o *Operation) NoMatch() diag.Diagnostic {
	return diag.NewAttributeErrorDiagnostic(o.Asked.Path(), o.notFound(), fmt.Sprintf(
		"There is no %s with the %s, or the token's user may not view it (permission `%s`). Values are compared exactly and case-sensitively, and an object of another type is not found here.",
		o.Kind.Title, o.Asked, o.permission(View))+o.unmade())
}

// ManyMatches is for a list with more than the one object.
func (o *Operation) ManyMatches(count int) diag.Diagnostic {
	return diag.NewAttributeErrorDiagnostic(o.Asked.Path(), "More than one match", fmt.Sprintf(
		"authentik has %d objects for the %s with the %s, expected one. Use %s to choose one.",
		count, o.Kind.Title, o.Asked, o.narrower()))
}

// narrower is the argument that distinguishes the matches.
func (o *Operation) narrower() string {
	for _, way := range o.Kind.Lookups {
		if way.Fields[0] == o.Asked[0].Attribute && way.Narrower != "" && len(o.Asked) == len(way.Fields) {
			return "`" + way.Narrower + "` or `" + lookup.ID + "`"
		}
	}
	return "`" + lookup.ID + "`"
}

// OtherObject is for an answer that is some other object. reason completes "...: ".
func (o *Operation) OtherObject(reason string) diag.Diagnostic {
	return diag.NewAttributeErrorDiagnostic(o.Asked.Path(), "Unexpected answer from authentik", fmt.Sprintf(
		"The server's answer is not the %s with the %s: %s. A proxy or a cache in front of authentik may have answered instead; check `url` in the provider's configuration.",
		o.Kind.Title, o.Asked, reason))
}

// Mismatched is for a field of another type than the schema's.
func (o *Operation) Mismatched(wrong *value.Mismatch) diag.Diagnostic {
	return diag.NewErrorDiagnostic("Unexpected answer from authentik", fmt.Sprintf(
		"Cannot read the %s with the %s: in the server's answer %s. Please report this.%s",
		o.Kind.Title, o.Asked, wrong.Error(), o.server()))
}

// NotSearchable is for a look-up by a field that the server's release lacks.
func (o *Operation) NotSearchable(field *kind.Field) diag.Diagnostic {
	return diag.NewAttributeErrorDiagnostic(o.Asked.Path(), "Not available in the server's release", fmt.Sprintf(
		"The server's answer has no `%s`, so nothing can be found by it. The %s has it %s. Use `%s`.%s",
		field.Name, o.Kind.Title, o.Kind.Availability(field), lookup.ID, o.server()))
}
