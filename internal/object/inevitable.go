package object

import (
	"fmt"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// isInevitable says whether the user has to write the argument, also for a release that
// lacks the field. Such a release keeps nothing of it and nothing is refused: the state
// has what was written.
func (a *Attribute) isInevitable() bool { return a.Required && a.Default == nil }

// unanswered is the first of the look-up's attributes that an answer has no field for
// and not every release has, nil for none. Such a release finds nothing by it.
func (l lookup) unanswered(o *Object, fields client.Object) *Attribute {
	table, ok := contract.Object(o.Path)
	if !ok {
		return nil
	}
	for _, term := range l {
		attribute := o.attribute(term.attribute)
		_, answered := fields[attribute.APIName()]
		if field, ok := table.Field(contract.InResponse, attribute.APIName()); ok && !answered && len(field.Releases()) < len(table.Releases()) {
			return attribute
		}
	}
	return nil
}

// notFindable is for a look-up by an attribute that the server's release lacks.
func (f *failures) notFindable(attribute *Attribute) diag.Diagnostic {
	return diag.NewAttributeErrorDiagnostic(f.asked.path(), "Not available in the server's release", fmt.Sprintf(
		"The server's answer has no `%s`, so nothing can be found by it. The %s has it %s. Use `%s`.%s",
		attribute.Name, f.object.Title, f.object.availability(attribute), idAttribute, f.server()))
}
