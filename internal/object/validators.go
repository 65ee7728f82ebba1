package object

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// textValidator refuses what the server would store as something else: it takes
// the blanks off both ends of every text.
type textValidator struct {
	// required is for a text that the server takes only with something in it.
	required bool
	// trimmed is for a text that is compared without the blanks at its ends.
	trimmed bool
}

func (textValidator) Description(context.Context) string { return "must have no blanks at its ends" }

func (v textValidator) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v textValidator) ValidateString(_ context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	switch value := req.ConfigValue.ValueString(); {
	case v.required && trim(value) == "":
		resp.Diagnostics.AddAttributeError(req.Path, "Empty value", "The value is empty or blank, which authentik refuses.")
	case !v.trimmed && trim(value) != value:
		resp.Diagnostics.AddAttributeError(req.Path, "Blanks at the ends of the value",
			"The value has blanks or line ends at its ends. authentik takes them off before it stores the value, so the next plan would show a change that never ends. `trimspace()` or `chomp()` removes them.")
	case strings.ContainsRune(value, 0):
		resp.Diagnostics.AddAttributeError(req.Path, "Invalid character", "The value has a NUL character, which authentik refuses.")
	}
}

// valuesValidator warns of a value that is not known today: a newer server may
// know it, and the server has the last word.
type valuesValidator struct{ values []string }

func (v valuesValidator) Description(context.Context) string {
	return "should be one of " + strings.Join(v.values, ", ")
}

func (v valuesValidator) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v valuesValidator) ValidateString(ctx context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	textValidator{required: true}.ValidateString(ctx, req, resp)
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() || resp.Diagnostics.HasError() {
		return
	}
	if !slices.Contains(v.values, req.ConfigValue.ValueString()) {
		resp.Diagnostics.AddAttributeWarning(req.Path, "Value not known to the provider",
			"No authentik release that this provider was checked against takes this value; known are "+strings.Join(v.values, ", ")+". It is sent as it is, and the server decides.")
	}
}

// jsonValidator refuses what is no JSON.
type jsonValidator struct{}

func (jsonValidator) Description(context.Context) string {
	return "must be JSON, as jsonencode writes it"
}

func (v jsonValidator) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v jsonValidator) ValidateString(ctx context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	// Into any, so that numbers are refused that no server can keep.
	var decoded any
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() || json.Unmarshal([]byte(req.ConfigValue.ValueString()), &decoded) == nil {
		return
	}
	resp.Diagnostics.AddAttributeError(req.Path, "Invalid JSON", "The value "+v.Description(ctx)+".")
}

// timeValidator refuses what is no point in time.
type timeValidator struct{}

func (timeValidator) Description(context.Context) string {
	return "must be a point in time such as 2026-12-31T23:59:59Z"
}

func (v timeValidator) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v timeValidator) ValidateString(ctx context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	const latest = 9999 // of the calendar that the server counts with
	if point, err := time.Parse(time.RFC3339, req.ConfigValue.ValueString()); err != nil || point.UTC().Year() < 1 || point.UTC().Year() > latest {
		resp.Diagnostics.AddAttributeError(req.Path, "Invalid time", "The value "+v.Description(ctx)+" (RFC 3339).")
	}
}
