package lifecycle_test

import (
	"strconv"
	"sync"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// Three applies from three states, each with a part of the set of one object: nothing of
// it is lost, neither when it is added nor when it is removed. The server knows these
// sets as a whole only.
func TestPartsOfOneSetFromSeveralStates(t *testing.T) {
	t.Parallel()
	const states, each = 3, 4
	for name, parts := range map[string]func(t *testing.T, server *authentiktest.Server) []map[string]any{
		"application_backchannel_provider": func(t *testing.T, server *authentiktest.Server) (parts []map[string]any) {
			t.Helper()
			server.Add("/core/applications/", map[string]any{"name": "App", "slug": "app"})
			for i := range states * each {
				parts = append(parts, map[string]any{"application": "app", "protocol_provider": numbered(t, server.Add("/providers/scim/", map[string]any{"name": strconv.Itoa(i), "url": "https://scim.example.com"}))})
			}
			return parts
		},
		"rbac_group_role": func(_ *testing.T, server *authentiktest.Server) (parts []map[string]any) {
			group := server.Add("/core/groups/", map[string]any{"name": "group"})
			for i := range states * each {
				parts = append(parts, map[string]any{"group": group, "role": server.Add("/rbac/roles/", map[string]any{"name": strconv.Itoa(i)})})
			}
			return parts
		},
		"system_settings": func(*testing.T, *authentiktest.Server) (parts []map[string]any) {
			for _, flag := range []string{"flows_refresh_others", "flows_continuous_login", "core_default_app_access"} {
				parts = append(parts, map[string]any{"flags": `{"` + flag + `":true}`})
			}
			return parts
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t)
			var providers []*acctest.Provider
			for range states {
				providers = append(providers, connectedTo(t, server))
			}
			var resources []*acctest.Managed
			configs := parts(t, server)
			for i := range configs {
				resources = append(resources, providers[i%states].Resource(t, "authentik_"+name))
			}
			together := func(do func(i int) bool) {
				var group sync.WaitGroup
				for i := range resources {
					group.Go(func() {
						if !do(i) {
							t.Errorf("part %d is lost", i)
						}
					})
				}
				group.Wait()
			}
			together(func(i int) bool { return !acctest.HasError(resources[i].Apply(configs[i])) })
			if t.Failed() {
				return
			}
			together(func(i int) bool {
				_, changes, _ := resources[i].Plan(configs[i])
				return !acctest.HasError(resources[i].Refresh()) && resources[i].State != nil && len(changes) == 0
			})
			if name == "system_settings" {
				return // nothing is destroyed
			}
			half := len(resources) / 2
			together(func(i int) bool { return i >= half || !acctest.HasError(resources[i].Apply(nil)) })
			together(func(i int) bool {
				return i < half || !acctest.HasError(resources[i].Refresh()) && resources[i].State != nil
			})
		})
	}
}
