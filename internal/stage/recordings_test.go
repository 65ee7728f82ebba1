package stage_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/knownvalue"
	"github.com/hashicorp/terraform-plugin-testing/statecheck"
	"github.com/hashicorp/terraform-plugin-testing/tfjsonpath"
)

// recordedBody is the body that a real server answered with.
func recordedBody(tb testing.TB, file string) map[string]any {
	tb.Helper()
	var body map[string]any
	if err := json.Unmarshal(recordedText(tb, file), &body); err != nil {
		tb.Fatal(err)
	}
	return body
}

// recordedText is that body as it was sent.
func recordedText(tb testing.TB, file string) []byte {
	tb.Helper()
	text, err := os.ReadFile(filepath.Join("..", "authentiktest", "testdata", "recordings", filepath.FromSlash(file)))
	if err != nil {
		tb.Fatal(err)
	}
	var recording struct {
		Response struct {
			Body json.RawMessage `json:"body"`
		} `json:"response"`
	}
	if err := json.Unmarshal(text, &recording); err != nil {
		tb.Fatal(err)
	}
	return recording.Response.Body
}

// smsKeys are the API's fields, each with the attribute that it becomes. They are
// written out here, apart from the description, so that a mistake there shows.
var smsKeys = map[string]string{
	"pk": "pk", "name": "name", "component": "component", "verbose_name": "verbose_name", "verbose_name_plural": "verbose_name_plural",
	"meta_model_name": "meta_model_name", "configure_flow": "configure_flow", "friendly_name": "friendly_name", "provider": "sms_provider",
	"from_number": "from_number", "account_sid": "account_sid", "auth": "auth", "auth_password": "auth_password", "auth_type": "auth_type",
	"verify_only": "verify_only", "mapping": "mapping",
}

var flowKeys = []string{
	"pk", "policybindingmodel_ptr_id", "name", "slug", "title", "designation", "background", "background_url", "policy_engine_mode",
	"compatibility_mode", "export_url", "layout", "denied_action",
}

// smsChecks expects every value of the recorded stage.
func smsChecks(recorded map[string]any) []statecheck.StateCheck {
	expect := func(name string, value knownvalue.Check) statecheck.StateCheck {
		return statecheck.ExpectKnownValue(smsAddress, tfjsonpath.New(name), value)
	}
	checks := []statecheck.StateCheck{expect("id", known(recorded["pk"])), expect("flow_set", flowSet(recorded["flow_set"]))}
	for key, attribute := range smsKeys {
		checks = append(checks, expect(attribute, known(recorded[key])))
	}
	return checks
}

// flowSet expects the flows each once, by slug, without the token.
func flowSet(recorded any) knownvalue.Check {
	flows := map[string]map[string]knownvalue.Check{}
	items, _ := recorded.([]any)
	for _, item := range items {
		flow, _ := item.(map[string]any)
		slug, _ := flow["slug"].(string)
		flows[slug] = map[string]knownvalue.Check{}
		for _, key := range flowKeys {
			flows[slug][key] = known(flow[key])
		}
		if address, ok := flow["background_url"].(string); ok {
			path, _, _ := strings.Cut(address, "?token=")
			flows[slug]["background_url"] = known(path)
		}
	}
	slugs := make([]string, 0, len(flows))
	for slug := range flows {
		slugs = append(slugs, slug)
	}
	slices.Sort(slugs)
	expected := make([]knownvalue.Check, 0, len(slugs))
	for _, slug := range slugs {
		expected = append(expected, knownvalue.ObjectExact(flows[slug]))
	}
	return knownvalue.ListExact(expected)
}

func known(value any) knownvalue.Check {
	switch value := value.(type) {
	case string:
		return knownvalue.StringExact(value)
	case bool:
		return knownvalue.Bool(value)
	}
	return knownvalue.Null()
}
