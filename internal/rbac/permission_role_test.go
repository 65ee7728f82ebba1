package rbac_test

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

const (
	rolesPath  = "/rbac/roles/"
	groupsPath = "/core/groups/"
)

// grants are what roles may do, as `<object or *>`, sorted.
func grants(server *authentiktest.Server) []string {
	held := []string{}
	for _, grant := range server.Objects("grants") {
		on := fmt.Sprint(grant["object_pk"])
		if on == "" {
			on = "*"
		}
		held = append(held, on)
	}
	slices.Sort(held)
	return held
}

// releases are those that have roles.
func releases() []string {
	return slices.DeleteFunc(contract.Releases(), func(release string) bool { return contract.Compare(release, "2023.10.0") < 0 })
}

func onGroup(role, group string) map[string]any {
	return map[string]any{"role": role, "permission": "authentik_core.change_group", "model": "authentik_core.group", "object_id": group}
}

// A permission on all objects, or on one, is assigned, seen, imported and unassigned, in
// every release that has roles.
func TestPermissionOfRole(t *testing.T) {
	t.Parallel()
	for _, release := range releases() {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server, provider := start(t, release)
			role, group := server.Add(rolesPath, map[string]any{"name": "role"}), server.Add(groupsPath, map[string]any{"name": "group"})
			for on, config := range map[string]map[string]any{
				"*": {"role": strings.ToUpper(role), "permission": "authentik_core.view_user"}, group: onGroup(role, group),
			} {
				resource := provider.Resource(t, "authentik_rbac_permission_role")
				ok(t, resource.Apply(config))
				if held := grants(server); !slices.Equal(held, []string{on}) {
					t.Fatalf("the role has %v, expected %s", held, on)
				}
				ok(t, resource.Refresh())
				if _, changes, _ := resource.Plan(config); len(changes) > 0 {
					t.Errorf("the next plan changes %v", changes)
				}
				var id string
				if err := resource.State["id"].As(&id); err != nil {
					t.Fatal(err)
				}
				imported := provider.Resource(t, "authentik_rbac_permission_role")
				ok(t, imported.Import(id))
				named := provider.Resource(t, "authentik_rbac_permission_role")
				ok(t, named.Import(strings.NewReplacer(role, "role", group, "group").Replace(id)))
				if !named.State["id"].Equal(resource.State["id"]) {
					t.Errorf("imported %v by names", named.State)
				}
				if imported.State == nil || !imported.State["object_id"].Equal(resource.State["object_id"]) || !imported.State["permission"].Equal(resource.State["permission"]) {
					t.Errorf("imported %v", imported.State)
				}
				ok(t, resource.Apply(nil))
				if held := grants(server); len(held) > 0 {
					t.Errorf("the role still has %v", held)
				}
			}
		})
	}
}

// What the server would make a permission on all objects: an object that is deleted
// before the apply, or between the look and the assignment.
func TestPermissionOnADeletedObject(t *testing.T) {
	t.Parallel()
	for _, release := range releases() {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server, provider := start(t, release)
			role := server.Add(rolesPath, map[string]any{"name": "role"})
			remove := func(group string) {
				if err := server.Remove(groupsPath, group); err != nil {
					t.Error(err)
				}
			}

			early := server.Add(groupsPath, map[string]any{"name": "early"})
			resource := provider.Resource(t, "authentik_rbac_permission_role")
			resource.Between = func() { remove(early) }
			refused(t, resource.Apply(onGroup(role, early)), "Nothing was assigned")

			late := server.Add(groupsPath, map[string]any{"name": "late"})
			server.RespondFirst(1, authentiktest.Matching(http.MethodPost, "/assign/"), func(w http.ResponseWriter, r *http.Request) {
				remove(late)
				server.Answer(w, r)
			})
			resource = provider.Resource(t, "authentik_rbac_permission_role")
			refused(t, resource.Apply(onGroup(role, late)), "taken back")
			if held := grants(server); len(held) > 0 {
				t.Errorf("the role has %v", held)
			}
		})
	}
}

// The permission on all objects stays when that on an object goes that was deleted before
// or meanwhile; and a permission on an object that is gone is no permission.
func TestPermissionOnAllObjectsStays(t *testing.T) {
	t.Parallel()
	for _, release := range releases() {
		for name, when := range map[string]string{"before": "", "meanwhile": "/unassign/"} {
			t.Run(release+"/"+name, func(t *testing.T) {
				t.Parallel()
				server, provider := start(t, release)
				role, group := server.Add(rolesPath, map[string]any{"name": "role"}), server.Add(groupsPath, map[string]any{"name": "group"})
				all, one := provider.Resource(t, "authentik_rbac_permission_role"), provider.Resource(t, "authentik_rbac_permission_role")
				ok(t, all.Apply(map[string]any{"role": role, "permission": "authentik_core.change_group"}))
				ok(t, one.Apply(onGroup(role, group)))
				remove := func() {
					if err := server.Remove(groupsPath, group); err != nil {
						t.Error(err)
					}
				}
				if when == "" {
					remove()
				} else {
					server.RespondFirst(1, authentiktest.Matching(http.MethodPatch, when), func(w http.ResponseWriter, r *http.Request) {
						remove()
						server.Answer(w, r)
					})
				}
				ok(t, one.Apply(nil))
				if !slices.Contains(grants(server), "*") {
					t.Errorf("the role has %v: the permission on all objects is gone", grants(server))
				}
			})
		}
	}
	server, provider := start(t, contract.Newest())
	role, group := server.Add(rolesPath, map[string]any{"name": "role"}), server.Add(groupsPath, map[string]any{"name": "group"})
	resource := provider.Resource(t, "authentik_rbac_permission_role")
	ok(t, resource.Apply(onGroup(role, group)))
	if err := server.Remove(groupsPath, group); err != nil {
		t.Fatal(err)
	}
	ok(t, resource.Refresh())
	if resource.State != nil {
		t.Error("the permission on a deleted object is still in the state")
	}
}

func TestPermissionOfRoleRefuses(t *testing.T) {
	t.Parallel()
	server, provider := start(t, "2025.12.4")
	role := server.Add(rolesPath, map[string]any{"name": "role"})
	for words, config := range map[string]map[string]any{
		"no permission `authentik_core.fly`":              {"role": role, "permission": "authentik_core.fly"},
		"Expected `<app>.<codename>`":                     {"role": role, "permission": "view_user"},
		"`object_id` must be set together with `model`":   {"role": role, "permission": "authentik_core.view_user", "model": "authentik_core.user"},
		"`model` must be set together with `object_id`":   {"role": role, "permission": "authentik_core.view_user", "object_id": "1"},
		"for objects of the model `authentik_core.group`": {"role": role, "permission": "authentik_core.view_user", "model": "authentik_core.group", "object_id": role},
		"primary key `4711`":                              {"role": role, "permission": "authentik_core.view_user", "model": "authentik_core.user", "object_id": "4711"},
	} {
		refused(t, provider.Resource(t, "authentik_rbac_permission_role").Apply(config), words)
	}
	refused(t, provider.Resource(t, "authentik_rbac_permission_role").Import(role+":view_user"), "not of this form")
	if held := grants(server); len(held) > 0 {
		t.Errorf("the role has %v", held)
	}
	old, oldProvider := start(t, "2023.8.7")
	refused(t, oldProvider.Resource(t, "authentik_rbac_permission_role").Apply(map[string]any{"role": role, "permission": "authentik_core.view_user"}), "it needs authentik 2023.10 or later")
	if len(old.Objects("grants")) > 0 {
		t.Error("something was assigned")
	}
}

// A role that is deleted takes its permissions along.
func TestPermissionOfADeletedRole(t *testing.T) {
	t.Parallel()
	server, provider := start(t, "2025.12.4")
	role := server.Add(rolesPath, map[string]any{"name": "role"})
	config := map[string]any{"role": role, "permission": "authentik_core.view_user"}
	refreshed, deleted := provider.Resource(t, "authentik_rbac_permission_role"), provider.Resource(t, "authentik_rbac_permission_role")
	ok(t, refreshed.Apply(config))
	ok(t, deleted.Apply(config))
	if err := server.Remove(rolesPath, role); err != nil {
		t.Fatal(err)
	}
	ok(t, refreshed.Refresh())
	ok(t, deleted.Apply(nil))
	if refreshed.State != nil {
		t.Error("the permission of a deleted role is still in the state")
	}
}

// A state of goauthentik/authentik has the server's number as the ID; a refresh makes it
// ours, and nothing is planned.
func TestPermissionOfRoleOfAnotherProvider(t *testing.T) {
	t.Parallel()
	server, provider := start(t, "2025.12.4")
	role, group := server.Add(rolesPath, map[string]any{"name": "role"}), server.Add(groupsPath, map[string]any{"name": "group"})
	config := onGroup(role, group)
	ok(t, provider.Resource(t, "authentik_rbac_permission_role").Apply(config))
	resource := provider.Resource(t, "authentik_rbac_permission_role")
	state := map[string]any{"id": "29"}
	maps.Copy(state, config)
	ok(t, resource.Upgrade(state))
	if _, changes, _ := resource.Plan(config); len(changes) > 0 || strings.Contains(resource.State["id"].String(), `"29"`) {
		t.Errorf("the plan changes %v of %v", changes, resource.State)
	}
}

// A state that lost the object of a permission never takes the one on all objects.
func TestHalfOfAnObjectIsNotAllObjects(t *testing.T) {
	t.Parallel()
	server, provider := start(t, "2025.12.4")
	role, group := server.Add(rolesPath, map[string]any{"name": "role"}), server.Add(groupsPath, map[string]any{"name": "group"})
	ok(t, provider.Resource(t, "authentik_rbac_permission_role").Apply(map[string]any{"role": role, "permission": "authentik_core.view_group"}))
	for _, lost := range []string{"model", "object_id"} {
		resource := provider.Resource(t, "authentik_rbac_permission_role")
		ok(t, resource.Apply(onGroup(role, group)))
		before := len(grants(server))
		resource.State[lost] = tftypes.NewValue(tftypes.String, nil)
		refused(t, resource.Refresh(), "Incomplete object")
		refused(t, resource.Apply(nil), "Incomplete object")
		if len(grants(server)) != before {
			t.Errorf("without %s the role has %v", lost, grants(server))
		}
	}
}
