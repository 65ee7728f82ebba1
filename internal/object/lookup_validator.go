package object

import (
	"context"
	"strings"
	"unicode"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// lookupValidator refuses values that the server would search for as something
// else: it takes the blanks off both ends, and takes nothing for no filter.
type lookupValidator struct{}

func (lookupValidator) Description(context.Context) string {
	return "must not be empty and must have no blanks at its ends"
}

func (v lookupValidator) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v lookupValidator) ValidateString(_ context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	switch value := req.ConfigValue.ValueString(); {
	case trim(value) == "":
		resp.Diagnostics.AddAttributeError(req.Path, "Empty value",
			"The value is empty or blank. authentik would take it for no filter at all and return every object.")
	case trim(value) != value:
		resp.Diagnostics.AddAttributeError(req.Path, "Blanks at the ends of the value",
			"The value has blanks or line ends at its ends. authentik takes them off every name it stores, so no object can have this one.")
	case strings.ContainsRune(value, 0):
		resp.Diagnostics.AddAttributeError(req.Path, "Invalid character", "The value has a NUL character, which authentik refuses.")
	}
}

// trim takes off both ends what authentik takes off: what Python's str.strip
// does, which are Go's blanks and four separators of ASCII.
func trim(text string) string {
	return strings.TrimFunc(text, func(char rune) bool {
		return unicode.IsSpace(char) || (char >= 0x1c && char <= 0x1f)
	})
}
