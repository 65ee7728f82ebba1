package stage_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// expectText makes sure that the diagnostics say the text.
func expectText(t *testing.T, diagnostics []*tfprotov6.Diagnostic, want string) {
	t.Helper()
	if text := acctest.Describe(diagnostics); !strings.Contains(text, want) {
		t.Errorf("it does not say %q: %s", want, text)
	}
}

// textOf is a text.
func textOf(t *testing.T, value tftypes.Value) string {
	t.Helper()
	text, isText := plain(t, value).(string)
	if !isText {
		t.Fatal("it is no text")
	}
	return text
}

// A redirect that leads nowhere is an error of the configuration, where that is certain.
func TestRedirectNeedsATarget(t *testing.T) {
	t.Parallel()
	stage := configured(t, authentiktest.New(t), nil).Resource(t, "authentik_stage_redirect")
	for _, test := range []struct {
		arguments map[string]any
		missing   string
	}{
		{map[string]any{"mode": "static"}, "target_static"},
		{map[string]any{"mode": "static", "target_static": ""}, "target_static"},
		{map[string]any{"mode": "static", "target_flow": unknownID}, "target_static"},
		{map[string]any{"mode": "flow"}, "target_flow"},
		{map[string]any{"mode": "flow", "target_static": "https://example.com"}, "target_flow"},
		{map[string]any{"mode": "static", "target_static": "/path"}, ""},
		{map[string]any{"mode": "static", "target_static": tftypes.UnknownValue}, ""},
		{map[string]any{"mode": "flow", "target_flow": unknownID}, ""},
		{map[string]any{"mode": "flow", "target_flow": tftypes.UnknownValue}, ""},
		{map[string]any{"mode": tftypes.UnknownValue}, ""},
		{map[string]any{"mode": "tomorrow"}, ""},
	} {
		test.arguments["name"] = "redirect"
		diagnostics := stage.Validate(test.arguments)
		if acctest.HasError(diagnostics) != (test.missing != "") {
			t.Errorf("%v: %s", test.arguments, acctest.Describe(diagnostics))
		}
		if test.missing != "" {
			expectText(t, diagnostics, "`"+test.missing+"`")
		}
	}
}
