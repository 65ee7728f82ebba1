package object

import (
	"context"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// canonicalUUID writes a UUID in lower case with hyphens, from any spelling that
// authentik takes in a path: upper case, without hyphens or with them anywhere,
// in braces, with `urn:uuid:` before it. It says false where the text is none.
func canonicalUUID(text string) (string, bool) {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "urn:", ""), "uuid:", "")
	text = strings.ReplaceAll(strings.Trim(text, "{}"), "-", "")
	if len(text) != 32 || strings.Trim(text, "0123456789abcdefABCDEF") != "" {
		return "", false
	}
	text = strings.ToLower(text)
	return strings.Join([]string{text[:8], text[8:12], text[12:16], text[16:20], text[20:]}, "-"), true
}

// uuidValidator lets any spelling of a UUID through.
type uuidValidator struct{}

func (uuidValidator) Description(context.Context) string {
	return "must be a UUID such as 123e4567-e89b-12d3-a456-426614174000"
}

func (v uuidValidator) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v uuidValidator) ValidateString(ctx context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	if _, ok := canonicalUUID(req.ConfigValue.ValueString()); !ok {
		resp.Diagnostics.AddAttributeError(req.Path, "Invalid UUID",
			"The value "+v.Description(ctx)+", in any spelling that authentik takes: with or without hyphens or braces, in upper or lower case. "+
				"To look the object up by its name, use `name` instead.")
	}
}
