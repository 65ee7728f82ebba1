package authentiktest_test

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// made asks for something and gives one field of the answer.
func made(t *testing.T, server *authentiktest.Server, method, path, body, field string) string {
	t.Helper()
	got := ask(t, server, method, path, body)
	if got.status > http.StatusCreated || got.body[field] == nil {
		t.Fatalf("%s %s: %d %s", method, path, got.status, got.text)
	}
	return fmt.Sprint(got.body[field])
}

// reader makes a user with a token who gets the permissions by the group above its own, and
// gives the user and the key.
func reader(t *testing.T, server *authentiktest.Server, permissions string) (user, key string) {
	t.Helper()
	role := made(t, server, "POST", "/rbac/roles/", `{"name": "reader"}`, "pk")
	if got := ask(t, server, "POST", "/rbac/permissions/assigned_by_roles/"+role+"/assign/", `{"permissions": [`+permissions+`]}`); got.status != http.StatusOK {
		t.Fatal(got)
	}
	user = made(t, server, "POST", "/core/users/", `{"username": "reader", "name": "Reader"}`, "pk")
	parent := made(t, server, "POST", "/core/groups/", `{"name": "above", "roles": ["`+role+`"]}`, "pk")
	made(t, server, "POST", "/core/groups/", `{"name": "readers", "parents": ["`+parent+`"], "users": [`+user+`]}`, "pk")
	made(t, server, "POST", "/core/tokens/", `{"identifier": "reader", "intent": "api", "expiring": false, "user": `+user+`}`, "pk")
	return user, made(t, server, "GET", "/core/tokens/reader/view_key/", "", "key")
}

// A token that the API has made lets its user in, with what the roles of its groups give.
func TestMadeTokensLetIn(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	_, key := reader(t, server, `"authentik_core.view_group", "authentik_rbac.view_system_settings", "authentik_flows.view_stage"`)
	for path, status := range map[string]int{
		"/core/groups/": http.StatusOK, "/admin/settings/": http.StatusOK, "/stages/all/": http.StatusOK,
		"/core/users/": http.StatusForbidden, "/stages/dummy/": http.StatusForbidden,
	} {
		if got := askAs(t, server, key, "GET", path, ""); got.status != status {
			t.Errorf("%s: %d %s", path, got.status, got.text)
		}
	}
	if got := askAs(t, server, key, "POST", "/core/groups/", `{"name": "mine"}`); got.status != http.StatusForbidden {
		t.Errorf("a reader creates a group: %d %s", got.status, got.text)
	}
}

// It does not when it has expired, is no API token, or its user is inactive.
func TestMadeTokensEnd(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	user, key := reader(t, server, `"authentik_core.view_group"`)
	token := made(t, server, "GET", "/core/tokens/reader/", "", "pk")
	for _, change := range []struct {
		path, pk string
		fields   map[string]any
		status   int
	}{
		{"/core/tokens/", token, map[string]any{"expiring": true, "expires": "2020-01-01T00:00:00Z"}, http.StatusForbidden},
		{"/core/tokens/", token, map[string]any{"expiring": false}, http.StatusOK},
		{"/core/tokens/", token, map[string]any{"intent": "app_password"}, http.StatusForbidden},
		{"/core/tokens/", token, map[string]any{"intent": "api"}, http.StatusOK},
		{"/core/users/", user, map[string]any{"is_active": false}, http.StatusForbidden},
	} {
		if err := server.Change(change.path, change.pk, change.fields); err != nil {
			t.Fatal(err)
		}
		if got := askAs(t, server, key, "GET", "/core/groups/", ""); got.status != change.status {
			t.Errorf("%v: %d %s", change.fields, got.status, got.text)
		}
	}
}
