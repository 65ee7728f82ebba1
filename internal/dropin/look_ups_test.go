package dropin_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// The first of several matches is what goauthentik/authentik takes; without its defaults
// that is an error.
func TestFirstOfSeveral(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	for _, slug := range []string{"one", "two"} {
		server.Add("/flows/instances/", map[string]any{"name": slug, "slug": slug, "title": slug, "designation": "recovery"})
	}
	strict, moved := acctest.NewProvider(t), acctest.NewProvider(t)
	succeeds(t, strict.Configure(map[string]any{"url": server.URL(), "token": server.Token()}))
	succeeds(t, moved.Configure(map[string]any{"url": server.URL() + "/api/v3/", "token": server.Token(), "defaults": "goauthentik"}))
	recovery := map[string]any{"designation": "recovery"}
	if _, diagnostics := strict.Read("authentik_flow", recovery); !strings.Contains(acctest.Describe(diagnostics), "2") {
		t.Errorf("two flows are no error: %s", acctest.Describe(diagnostics))
	}
	found, diagnostics := moved.Read("authentik_flow", recovery)
	succeeds(t, diagnostics)
	if !found["slug"].Equal(tftypes.NewValue(tftypes.String, "one")) {
		t.Errorf("%s was found", found["slug"])
	}
	for _, provider := range []*acctest.Provider{strict, moved} {
		_, diagnostics = provider.Read("authentik_flow", map[string]any{"designation": "recovery", "slug": "two", "authentication": "none"})
		succeeds(t, diagnostics)
		_, diagnostics = provider.Read("authentik_flow", map[string]any{"designation": "recovery", "slug": "three"})
		if !acctest.HasError(diagnostics) {
			t.Error("a flow that does not exist was found")
		}
	}
	if _, diagnostics := strict.Read("authentik_brand", nil); !acctest.HasError(diagnostics) {
		t.Error("a brand was found by nothing")
	}
	_, diagnostics = moved.Read("authentik_brand", nil)
	succeeds(t, diagnostics)
}

// Members in full are read on request or, with goauthentik/authentik's defaults, unless
// the configuration asks not to.
func TestMembersInFull(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	member := server.Add("/core/users/", map[string]any{"username": "ada", "name": "Ada"})
	server.Add("/core/groups/", map[string]any{"name": "b", "users": []any{member}})
	server.Add("/core/groups/", map[string]any{"name": "a"})
	for defaults, expected := range map[string]int{"": 0, "goauthentik": 1} {
		provider := acctest.NewProvider(t)
		config := map[string]any{"url": server.URL(), "token": server.Token()}
		if defaults != "" {
			config["defaults"] = defaults
		}
		succeeds(t, provider.Configure(config))
		for asked, count := range map[any]int{nil: expected, true: 1, false: 0} {
			group, diagnostics := provider.Read("authentik_group", map[string]any{"name": "b", "include_users": asked})
			succeeds(t, diagnostics)
			if got := length(t, group["users_obj"]); got != count {
				t.Errorf("with defaults %q and include_users %v the group has %d members in full", defaults, asked, got)
			}
		}
		groups, diagnostics := provider.Read("authentik_groups", map[string]any{"ordering": "-name"})
		succeeds(t, diagnostics)
		if !groups["groups"].Equal(groups["objects"]) {
			t.Error("groups are not the objects")
		}
		var listed []tftypes.Value
		if err := groups["groups"].As(&listed); err != nil || len(listed) < 2 {
			t.Fatalf("there are %d groups: %v", len(listed), err)
		}
		first := map[string]tftypes.Value{}
		if err := listed[len(listed)-1].As(&first); err != nil || !first["name"].Equal(tftypes.NewValue(tftypes.String, "a")) {
			t.Errorf("the last group is %s: %v", first["name"], err)
		}
		if _, diagnostics := provider.Read("authentik_groups", map[string]any{"ordering": "height"}); !strings.Contains(acctest.Describe(diagnostics), "Unknown field") {
			t.Errorf("groups are sorted by height: %s", acctest.Describe(diagnostics))
		}
	}
}

// succeeds fails the test for an error.
func succeeds(t *testing.T, diagnostics []*tfprotov6.Diagnostic) {
	t.Helper()
	if acctest.HasError(diagnostics) {
		t.Fatal(acctest.Describe(diagnostics))
	}
}

// length is the number of a list's elements.
func length(t *testing.T, list tftypes.Value) int {
	t.Helper()
	var elements []tftypes.Value
	if list.IsNull() {
		return 0
	}
	if err := list.As(&elements); err != nil {
		t.Fatal(err)
	}
	return len(elements)
}

// What a data source can select by is a scalar that it shows.
func TestSelectsAreScalars(t *testing.T) {
	t.Parallel()
	for _, described := range provider.Kinds() {
		for _, name := range described.Selects {
			if field := described.Field(name); field == nil || field.Secret || field.IsCollection() || field.Type == kind.Object || field.Type == kind.Objects {
				t.Errorf("%s cannot be selected by %s", described.Type, name)
			}
		}
	}
}
