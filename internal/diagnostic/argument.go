package diagnostic

import (
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
)

// Argument is an error, or a warning, about an argument.
func Argument(at path.Path, warning bool, summary, detail string) diag.Diagnostic {
	if warning {
		return diag.NewAttributeWarningDiagnostic(at, summary, detail)
	}
	return diag.NewAttributeErrorDiagnostic(at, summary, detail)
}
