package core_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// What a user is changed to leaves the groups and roles alone that somebody else manages;
// configured, they are managed as a whole.
func TestUserKeepsMemberships(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2022.10.4", "2023.4.3", "2023.10.7", "2025.12.4", contract.Newest()} {
		server, provider := serve(t, release)
		group := server.Add(groupsPath, map[string]any{"name": "group"})
		user := provider.Resource(t, "authentik_user")
		must(t, user.Apply(map[string]any{"username": "ada"}))
		pk := stored(t, server, usersPath, "username", "ada")["pk"]
		if err := server.Change(groupsPath, group, map[string]any{"users": []any{pk}}); err != nil {
			t.Fatal(err)
		}
		members := func() []any {
			list, _ := stored(t, server, groupsPath, "pk", group)["users"].([]any)
			return list
		}
		must(t, user.Refresh())
		must(t, user.Apply(map[string]any{"username": "ada", "name": "Ada"}))
		if len(members()) != 1 {
			t.Errorf("%s: a change of the name took the user out of the group", release)
		}
		must(t, user.Apply(map[string]any{"username": "ada", "name": "Ada", "groups": []string{}}))
		if len(members()) != 0 {
			t.Errorf("%s: the user is still in the group", release)
		}
	}
}

// A password is sent once and again when it changes, is in no state by its write-only
// form, stays when it is not set any more, and taints a user that it cannot be set for.
func TestUserPassword(t *testing.T) {
	t.Parallel()
	server, provider := serve(t, "2025.12.4")
	user := provider.Resource(t, "authentik_user")
	base := func(more ...any) map[string]any {
		config := map[string]any{"username": "ada"}
		for pair := range slices.Chunk(more, 2) {
			config[fmt.Sprint(pair[0])] = pair[1]
		}
		return config
	}
	sent := func(times int, last string) {
		t.Helper()
		requests := bodies(server, http.MethodPost, "/set_password/")
		if len(requests) != times || requests[times-1]["password"] != last {
			t.Errorf("%d passwords were sent, expected %d", len(requests), times)
		}
	}
	must(t, user.Apply(base("password_wo", "secret-1", "password_wo_version", 1)))
	sent(1, "secret-1")
	must(t, user.Apply(base("password_wo", "secret-2", "password_wo_version", 1, "name", "Ada")))
	sent(1, "secret-1")
	must(t, user.Apply(base("password_wo", "secret-2", "password_wo_version", 2)))
	sent(2, "secret-2")
	for name, value := range user.State {
		if strings.Contains(value.String(), "secret-") {
			t.Errorf("%s of the state has the password", name)
		}
	}
	must(t, user.Apply(base()))
	sent(2, "secret-2")
	must(t, user.Apply(base("password", "secret-3")))
	sent(3, "secret-3")
	must(t, user.Refresh())
	if _, changes, _ := user.Plan(base("password", "secret-3")); len(changes) > 0 {
		t.Errorf("the next plan changes %v", changes)
	}

	server.RespondFirst(1, authentiktest.Matching(http.MethodPost, "/set_password/"), authentiktest.Status(http.StatusBadRequest, `{"password":["secret-4 is too weak"]}`))
	other := provider.Resource(t, "authentik_user")
	expectError(t, other.Apply(map[string]any{"username": "grace", "password": "secret-4"}), "password")
	if other.State == nil {
		t.Error("the user is not in the state after its password was refused")
	}
}

// The password of a user that is not managed here.
func TestPasswordOfAnotherUser(t *testing.T) {
	t.Parallel()
	server, provider := serve(t, "2022.10.4")
	ada := number(t, server.Add(usersPath, map[string]any{"username": "ada"}))
	password := provider.Resource(t, "authentik_user_password")
	must(t, password.Apply(map[string]any{"user": ada, "password_wo": "secret-1", "password_wo_version": 1}))
	must(t, password.Refresh())
	must(t, password.Apply(map[string]any{"user": ada, "password_wo": "secret-2", "password_wo_version": 1}))
	must(t, password.Apply(map[string]any{"user": ada, "password_wo": "secret-3", "password_wo_version": 2}))
	if sent := bodies(server, http.MethodPost, "/set_password/"); len(sent) != 2 || sent[1]["password"] != "secret-3" {
		t.Errorf("%d passwords were sent", len(sent))
	}
	must(t, password.Apply(nil))
	expectError(t, provider.Resource(t, "authentik_user_password").Apply(map[string]any{"user": 4711, "password_wo": "secret-4"}), "User not found")
	expectError(t, provider.Resource(t, "authentik_user_password").Validate(map[string]any{"user": ada, "password_wo": ""}), "empty")
	must(t, password.Apply(map[string]any{"user": ada, "password_wo": "secret-5"}))
	if err := server.Remove(usersPath, stringID(ada)); err != nil {
		t.Fatal(err)
	}
	must(t, password.Refresh())
	if password.State != nil {
		t.Error("the password of a deleted user is still in the state")
	}
}

// What the configuration of a user, a group or a token must not have.
func TestDirectoryRefuses(t *testing.T) {
	t.Parallel()
	server, provider := serve(t, "2025.12.4")
	for words, config := range map[string]map[string]any{
		"refuses to create or change": {"username": "ada", "type": "internal_service_account"},
		"150":                         {"username": strings.Repeat("a", 151)},
		"object":                      {"username": "ada", "attributes": `["a"]`},
		"no slash at either end":      {"username": "ada", "path": "users/"},
		"no empty folder":             {"username": "ada", "path": "users//sales"},
		"password that is not empty":  {"username": "ada", "password": ""},
		"Only one of":                 {"username": "ada", "password": "secret-1", "password_wo": "secret-1", "password_wo_version": 1},
	} {
		expectError(t, provider.Resource(t, "authentik_user").Validate(config), words)
	}
	for words, config := range map[string]map[string]any{
		"letters, digits": {"identifier": "my token", "user": 1},
		"creates tokens":  {"identifier": "token", "user": 1, "intent": "recovery"},
		"Invalid":         {"identifier": "token", "user": 1, "intent": "app_password", "expires": "tomorrow"},
	} {
		expectError(t, provider.Resource(t, "authentik_token").Validate(config), words)
	}
	if len(bodies(server, http.MethodPost, "")) > 0 {
		t.Error("something was created")
	}

	// Two users whose names differ in case are two users.
	first, second := provider.Resource(t, "authentik_user"), provider.Resource(t, "authentik_user")
	must(t, first.Apply(map[string]any{"username": "ada"}))
	must(t, second.Apply(map[string]any{"username": "Ada"}))
	imported := provider.Resource(t, "authentik_user")
	must(t, imported.Import("username=Ada"))
	if !imported.State["id"].Equal(second.State["id"]) {
		t.Error("the import by name found another user")
	}
	expectError(t, provider.Resource(t, "authentik_user").Apply(map[string]any{"username": "ada"}), "username")

	// A group that is its own parent.
	group := provider.Resource(t, "authentik_group")
	must(t, group.Apply(map[string]any{"name": "group"}))
	var id string
	if err := group.State["id"].As(&id); err != nil {
		t.Fatal(err)
	}
	server.RespondFirst(1, authentiktest.Matching(http.MethodPatch, groupsPath), authentiktest.Status(http.StatusBadRequest, `{"parents":["Cannot set group as parent of itself."]}`))
	expectError(t, group.Apply(map[string]any{"name": "group", "parents": []string{id}}), "parents")
	if !group.State["parents"].Equal(tftypes.NewValue(group.State["parents"].Type(), []tftypes.Value{})) {
		t.Error("a refused parent is in the state")
	}
}
