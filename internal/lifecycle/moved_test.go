package lifecycle_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
)

// The state that goauthentik/authentik wrote goes on with this provider: its names and
// types are the same, it has "" where nothing is set, and attributes that are not
// known here are left out. Nothing is planned. The states are written by hand from
// that provider's documentation: there is none of them in this project.
func TestStatesOfTheOtherProvider(t *testing.T) {
	t.Parallel()
	for _, sample := range lifecycle.All() {
		table, _ := contract.Object(sample.Object().API.Path)
		for _, release := range []string{"2025.12.4", "2026.8.5"} {
			if !slices.Contains(table.Releases(), release) {
				continue
			}
			for size, arguments := range map[string]map[string]any{"minimal": sample.On(release, sample.Minimal), "full": sample.On(release, sample.Full)} {
				t.Run(sample.Type+"/"+release+"/"+size, func(t *testing.T) {
					t.Parallel()
					server := served(t, sample, release)
					provider := acctest.NewProvider(t)
					ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token()}))
					original := provider.Resource(t, sample.Resource())
					ok(t, original.Apply(arguments))
					moved := provider.Resource(t, sample.Resource())
					ok(t, moved.Upgrade(otherState(t, sample, arguments, text(t, original.State["id"]))))
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
func otherState(t *testing.T, sample lifecycle.Case, arguments map[string]any, id string) map[string]any {
	t.Helper()
	state := maps.Clone(arguments)
	state["id"] = id
	state["an_attribute_of_another_provider"] = []any{map[string]any{"a": 1}}
	described := sample.Object()
	for i := range described.All() {
		attribute := &described.All()[i]
		if _, written := arguments[attribute.Name]; written || attribute.ReadOnly {
			continue
		}
		switch {
		case attribute.Default != nil:
			state[attribute.Name] = attribute.Default
		case attribute.Type == kind.String || attribute.Type == kind.UUID || attribute.Type == kind.Duration:
			state[attribute.Name] = ""
		default:
			state[attribute.Name] = nil
		}
	}
	return state
}
