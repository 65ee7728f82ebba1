package plain

import (
	"github.com/hashicorp/terraform-plugin-framework/diag"
	"github.com/hashicorp/terraform-plugin-framework/path"
)

// Finding is an error that is a message by itself, of which nothing is to be said besides.
type Finding struct { //nolint:errname // a message, and as a warning no failure
	// Attribute is the argument that the message is attached to, empty for none.
	Attribute string
	// Summary and Detail are the message.
	Summary, Detail string
	// Warning makes it a warning: what was to be done counts as done.
	Warning bool
}

// Error is the message.
func (f *Finding) Error() string { return f.Summary + ": " + f.Detail }

func (f *Finding) diagnostic() diag.Diagnostic {
	switch {
	case f.Warning:
		return diag.NewWarningDiagnostic(f.Summary, f.Detail)
	case f.Attribute != "":
		return diag.NewAttributeErrorDiagnostic(path.Root(f.Attribute), f.Summary, f.Detail)
	}
	return diag.NewErrorDiagnostic(f.Summary, f.Detail)
}
