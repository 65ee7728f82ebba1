package main_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	guides "github.com/authentik-iac/terraform-provider-authentik/internal/guides"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

func page(t *testing.T, name string, kinds []*kind.Kind) string {
	t.Helper()
	text, err := guides.Page(name, kinds)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// Every permission of every object is named, and its heading is there once.
func TestPermissionsOfEveryObject(t *testing.T) {
	t.Parallel()
	text := page(t, "permissions.md.tmpl", provider.Kinds())
	for _, described := range provider.Kinds() {
		for _, verb := range []string{"view", "add", "change", "delete"} {
			line := "\n" + described.Permission(verb) + "\n"
			if expected := slices.Contains(described.Verbs(), verb); strings.Contains(text, line) != expected {
				t.Errorf("that the page has %s is not %v", line, expected)
			}
		}
		if strings.Count(text, "\n### "+described.Family+"\n") != 1 {
			t.Errorf("the heading %s is not there once", described.Family)
		}
	}
}

// Every page has a heading in the registry's list, those of plain types too.
func TestEveryTypeHasAHeading(t *testing.T) {
	t.Parallel()
	metadata, err := provider.NewServer("dev").GetMetadata(t.Context(), &tfprotov6.GetMetadataRequest{})
	if err != nil {
		t.Fatal(err)
	}
	types := map[string][]string{}
	for _, one := range metadata.Resources {
		types["resources.md.tmpl"] = append(types["resources.md.tmpl"], one.TypeName)
	}
	for _, one := range metadata.DataSources {
		types["data-sources.md.tmpl"] = append(types["data-sources.md.tmpl"], one.TypeName)
	}
	for _, one := range metadata.ListResources {
		types["list-resources.md.tmpl"] = append(types["list-resources.md.tmpl"], one.TypeName)
	}
	for _, one := range metadata.EphemeralResources {
		types["ephemeral-resources.md.tmpl"] = append(types["ephemeral-resources.md.tmpl"], one.TypeName)
	}
	for name, expected := range types {
		text, err := guides.Template(name, provider.Kinds())
		if err != nil {
			t.Fatal(err)
		}
		heading, _, _ := strings.Cut(text, "description:")
		for _, one := range expected {
			if !strings.Contains(heading, `"`+one+`"`) {
				t.Errorf("%s has no heading for %s; add it to families.go", name, one)
			}
		}
	}
}

// What authentik returns, as its security advisories have it.
func TestSecretsAndTheReleasesThatReturnThem(t *testing.T) {
	t.Parallel()
	text := page(t, "secrets.md.tmpl", provider.Kinds())
	const returned = "2022.10.4 to 2026.2.2, 2026.5.6 | 2026.2.7, 2026.5.8 to 2026.8.5 |\n"
	for _, name := range []string{"auth", "auth_password"} {
		if line := "| `authentik_stage_authenticator_sms` | `" + name + "` | " + returned; !strings.Contains(text, line) {
			t.Errorf("the page lacks %s\n%s", line, text)
		}
	}
}

// The table of what carries over has a row for each resource and data source.
func TestWhatCarriesOver(t *testing.T) {
	t.Parallel()
	text := page(t, "carries-over.md.tmpl", provider.Kinds())
	for _, row := range []string{
		"| resource `authentik_application` | the same |", "| data source `authentik_flow` | the same |",
		"| `authentik_flow`: `compatibility_mode` | `true` | `false` |\n", "| `authentik_stage_captcha`: `score_max_threshold` | `0.5` | `1` |\n",
		"| `authentik_stage_authenticator_validate`: `device_classes` | `[]` | `[\"static\"",
	} {
		if !strings.Contains(text, row) {
			t.Errorf("the page lacks %s", row)
		}
	}
}
