package rbac_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const usersPath = "/core/users/"

// One role of a user is given and taken beside others, imported, and created again after
// somebody took it away.
func TestRoleMembership(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2025.12.4", "2026.8.5"} {
		server, provider := start(t, release)
		role, other := server.Add(rolesPath, map[string]any{"name": "role"}), server.Add(rolesPath, map[string]any{"name": "other"})
		user := server.Add(usersPath, map[string]any{"username": "ada", "roles": []any{other}})
		config := map[string]any{"role": role, "user": atoi(t, user)}
		resource := provider.Resource(t, "authentik_rbac_role_membership")
		ok(t, resource.Apply(config))
		if roles := object(t, server, usersPath, user)["roles"]; !holds(roles, role) || !holds(roles, other) {
			t.Errorf("the user has the roles %v", roles)
		}
		imported := provider.Resource(t, "authentik_rbac_role_membership")
		ok(t, imported.Import(strings.ToUpper(role)+":"+user))
		ok(t, imported.Import("role:ada"))
		if _, changes, _ := imported.Plan(config); len(changes) > 0 {
			t.Errorf("after the import the plan changes %v", changes)
		}
		if err := server.Change(usersPath, user, map[string]any{"roles": []any{other}}); err != nil {
			t.Fatal(err)
		}
		ok(t, resource.Refresh())
		if resource.State != nil {
			t.Error("a role that was taken away is still in the state")
		}
		ok(t, resource.Apply(config))
		ok(t, resource.Apply(nil))
		if roles := object(t, server, usersPath, user)["roles"]; holds(roles, role) || !holds(roles, other) {
			t.Errorf("after the destroy the user has the roles %v", roles)
		}
	}
}

func TestMembershipsRefuse(t *testing.T) {
	t.Parallel()
	server, provider := start(t, "2025.12.4")
	role := server.Add(rolesPath, map[string]any{"name": "role"})
	membership := provider.Resource(t, "authentik_rbac_role_membership")
	refused(t, membership.Apply(map[string]any{"role": role, "user": 4711}), "no user with the ID `4711`")
	refused(t, membership.Apply(map[string]any{"role": "role", "user": 1}), "UUID")
	refused(t, membership.Import(role), "not of this form")
	_, older := start(t, "2025.10.4")
	refused(t, older.Resource(t, "authentik_rbac_role_membership").Apply(map[string]any{"role": role, "user": 1}), "it needs authentik 2025.12 or later")
	_, oldest := start(t, "2023.8.7")
	refused(t, oldest.Resource(t, "authentik_rbac_group_role").Apply(map[string]any{"group": role, "role": role}), "it needs authentik 2023.10 or later")
}

// One role of a group is given and taken beside others; the group's members stay.
func TestGroupRole(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2023.10.7", "2025.12.4", "2026.8.5"} {
		server, provider := start(t, release)
		role, other := server.Add(rolesPath, map[string]any{"name": "role"}), server.Add(rolesPath, map[string]any{"name": "other"})
		user := server.Add(usersPath, map[string]any{"username": "ada"})
		group := server.Add(groupsPath, map[string]any{"name": "group", "roles": []any{other}, "users": []any{atoi(t, user)}})
		config := map[string]any{"group": group, "role": role}
		resource := provider.Resource(t, "authentik_rbac_group_role")
		ok(t, resource.Apply(config))
		ok(t, resource.Refresh())
		held := object(t, server, groupsPath, group)
		if !holds(held["roles"], role) || !holds(held["roles"], other) || len(fmt.Sprint(held["users"])) < len("[1]") {
			t.Errorf("the group has the roles %v and the users %v", held["roles"], held["users"])
		}
		ok(t, resource.Apply(nil))
		if held := object(t, server, groupsPath, group); holds(held["roles"], role) || !holds(held["roles"], other) {
			t.Errorf("after the destroy the group has the roles %v", held["roles"])
		}
	}
}

// What another program writes at the same time, without the role, is noticed: the role is
// given again or, should that go on, reported.
func TestGroupRoleThatIsUndone(t *testing.T) {
	t.Parallel()
	for undone, words := range map[int]string{1: "", 9: "", 10: "Lost update"} {
		server, provider := start(t, "2025.12.4")
		role, group := server.Add(rolesPath, map[string]any{"name": "role"}), server.Add(groupsPath, map[string]any{"name": "group"})
		server.RespondFirst(undone, authentiktest.Matching(http.MethodPatch, groupsPath), func(w http.ResponseWriter, r *http.Request) {
			recorder := httptest.NewRecorder()
			server.Answer(recorder, r)
			if err := server.Change(groupsPath, group, map[string]any{"roles": []any{}}); err != nil {
				t.Error(err)
			}
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write(recorder.Body.Bytes())
		})
		diagnostics := provider.Resource(t, "authentik_rbac_group_role").Apply(map[string]any{"group": group, "role": role})
		if words == "" {
			ok(t, diagnostics)
		} else {
			refused(t, diagnostics, words)
		}
	}
}
