package stage_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
)

const validate = "stage_authenticator_validate"

// texts are the elements of a list or set in the state.
func texts(t *testing.T, value tftypes.Value) []string {
	t.Helper()
	var elements []tftypes.Value
	if err := value.As(&elements); err != nil {
		t.Fatal(err)
	}
	found := make([]string, 0, len(elements))
	for _, element := range elements {
		var text string
		if err := element.As(&text); err != nil {
			t.Fatal(err)
		}
		found = append(found, text)
	}
	slices.Sort(found)
	return found
}

// The kinds of authenticators are a set: the server's order means nothing.
func TestDeviceClassesAreASet(t *testing.T) {
	t.Parallel()
	try := try(t, validate, "2026.8.5")
	config := map[string]any{"name": "validate", "device_classes": []string{"webauthn", "totp"}}
	try.apply(config)
	try.change(map[string]any{"device_classes": []string{"totp", "webauthn"}})
	try.steady(config)
	try.change(map[string]any{"device_classes": []string{"totp", "webauthn", "duo"}})
	ok(t, try.resource.Refresh())
	if _, changes, _ := try.resource.Plan(config); !slices.Equal(changes, []string{"device_classes"}) {
		t.Errorf("the plan changes %v", changes)
	}
}

// The order of the hints is the user's preference.
func TestHintsAreAList(t *testing.T) {
	t.Parallel()
	try := try(t, validate, "2026.8.5")
	config := map[string]any{"name": "validate", "webauthn_hints": []string{"hybrid", "client-device"}}
	try.apply(config)
	try.change(map[string]any{"webauthn_hints": []string{"client-device", "hybrid"}})
	ok(t, try.resource.Refresh())
	if _, changes, _ := try.resource.Plan(config); !slices.Equal(changes, []string{"webauthn_hints"}) {
		t.Errorf("the plan changes %v", changes)
	}
}

// The default is what the server's release knows of it. What the user writes is sent
// as it is, and the server refuses it.
func TestDefaultsOfAReleaseThatKnowsLess(t *testing.T) {
	t.Parallel()
	for release, count := range map[string]int{"2022.10.4": 5, "2024.12.5": 5, "2025.2.4": 6, "2026.8.5": 6} {
		try := try(t, validate, release)
		minimal := map[string]any{"name": "validate"}
		try.apply(minimal)
		if got := texts(t, try.resource.State["device_classes"]); len(got) != count || slices.Contains(got, "email") != (count == 6) {
			t.Errorf("%s: the default is %v", release, got)
		}
		imported := try.provider.Resource(t, try.kind)
		ok(t, imported.Import("name=validate"))
		if _, changes, _ := imported.Plan(minimal); len(changes) > 0 {
			t.Errorf("%s: after an import the plan changes %v", release, changes)
		}
		diagnostics := try.resource.Apply(map[string]any{"name": "validate", "device_classes": []string{"totp", "email"}})
		text := acctest.Describe(diagnostics)
		if acctest.HasError(diagnostics) != (count == 5) || count == 5 && !strings.HasPrefix(text, `AttributeName("device_classes")`) {
			t.Errorf("%s: %s", release, text)
		}
	}
}

// A server that hides its release gets the whole default; it says what it
// does not know.
func TestDefaultsOfAReleaseThatIsNotKnown(t *testing.T) {
	t.Parallel()
	try := try(t, validate, "2024.12.5")
	try.server.Respond(ofVersion, hidden)
	if text := acctest.Describe(try.resource.Apply(map[string]any{"name": "validate"})); !strings.HasPrefix(text, `AttributeName("device_classes")`) {
		t.Errorf("got %s", text)
	}
	try.apply(map[string]any{"name": "validate", "device_classes": []string{"totp"}})
}

// Where the server is not known yet, neither is what it knows.
func TestDefaultsOfAServerThatIsNotKnown(t *testing.T) {
	t.Parallel()
	provider := acctest.NewProvider(t)
	ok(t, provider.Configure(map[string]any{"url": tftypes.UnknownValue, "token": "token"}))
	planned, _, diagnostics := provider.Resource(t, "authentik_"+validate).Plan(map[string]any{"name": "validate"})
	ok(t, diagnostics)
	if planned["device_classes"].IsKnown() || !planned["webauthn_hints"].IsKnown() {
		t.Errorf("planned %v and %v", planned["device_classes"], planned["webauthn_hints"])
	}
}

// To let users set an authenticator up, there must be a stage where they can. The
// server looks only at what a request holds, so that every update holds both.
func TestConfigureNeedsAStage(t *testing.T) {
	t.Parallel()
	try := try(t, validate, "2026.8.5")
	setup := []string{"11111111-fcc7-421d-9e69-d7ac2c62714c"}
	try.refused(map[string]any{"name": "validate", "not_configured_action": "configure"}, "configuration_stages", "setup stage")
	try.refused(map[string]any{"name": "validate", "not_configured_action": "configure", "configuration_stages": []string{}}, "configuration_stages")
	if _, _, diagnostics := try.resource.Plan(map[string]any{"name": "validate", "not_configured_action": "configure", "configuration_stages": tftypes.UnknownValue}); acctest.HasError(diagnostics) {
		t.Errorf("a value that is not known yet is refused: %s", acctest.Describe(diagnostics))
	}
	try.apply(map[string]any{"name": "validate", "not_configured_action": "configure", "configuration_stages": setup})
	try.apply(map[string]any{"name": "renamed", "not_configured_action": "configure", "configuration_stages": setup})
	try.apply(map[string]any{"name": "renamed", "not_configured_action": "deny", "configuration_stages": setup})
	try.apply(map[string]any{"name": "renamed"})
}
