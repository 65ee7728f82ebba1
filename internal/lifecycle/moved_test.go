package lifecycle_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
)

// The state that goauthentik/authentik wrote goes on with this provider: its names and
// types are the same, it has "" where nothing is set, and attributes that are not
// known here are left out. Nothing is planned. The states are written by hand from
// that provider's documentation: there is none of them in this project.
func TestStatesOfTheOtherProvider(t *testing.T) {
	t.Parallel()
	for _, life := range lifecycle.All() {
		table, _ := contract.Object(life.Object().Path)
		for _, release := range []string{"2025.12.4", "2026.8.5"} {
			if !slices.Contains(table.Releases(), release) {
				continue
			}
			for size, arguments := range map[string]map[string]any{"minimal": life.On(release, life.Minimal), "full": life.On(release, life.Full)} {
				t.Run(life.Type+"/"+release+"/"+size, func(t *testing.T) {
					t.Parallel()
					server := served(t, life, release)
					provider := acctest.NewProvider(t)
					ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token()}))
					original := provider.Resource(t, life.Resource())
					ok(t, original.Apply(arguments))
					moved := provider.Resource(t, life.Resource())
					ok(t, moved.Upgrade(otherState(t, life, arguments, text(t, original.State["id"]))))
					if _, changes, _ := moved.Plan(arguments); len(changes) > 0 {
						t.Errorf("the plan changes %v", changes)
					}
				})
			}
		}
	}
}

// otherState is what the other provider has in its state: the arguments, and for what
// is not written the default or, for texts without one, "".
func otherState(t *testing.T, life lifecycle.Life, arguments map[string]any, id string) map[string]any {
	t.Helper()
	state := maps.Clone(arguments)
	state["id"] = id
	state["an_attribute_of_another_provider"] = []any{map[string]any{"a": 1}}
	described := life.Object()
	for i := range described.Attributes {
		attribute := &described.Attributes[i]
		if _, written := arguments[attribute.Name]; written || attribute.ReadOnly {
			continue
		}
		switch {
		case attribute.Default != nil:
			state[attribute.Name] = attribute.Default
		case attribute.Kind == object.Text || attribute.Kind == object.UUID || attribute.Kind == object.Duration:
			state[attribute.Name] = ""
		default:
			state[attribute.Name] = nil
		}
	}
	return state
}
