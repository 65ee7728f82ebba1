package core_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

func stringID(id int) string { return strconv.Itoa(id) }

func isNull(resource *acctest.Managed, name string) bool { return resource.State[name].IsNull() }

// Every body has user and intent: without them the server would hand the token to the
// caller and make it an API token. An expiry that the server changes by itself is no diff.
func TestTokenKeepsItsUser(t *testing.T) {
	t.Parallel()
	for _, release := range contract.Releases() {
		server, provider := serve(t, release)
		ada := number(t, server.Add(usersPath, map[string]any{"username": "ada"}))
		token := provider.Resource(t, "authentik_token")
		for _, intent := range []string{"api", "app_password"} {
			for _, description := range []string{"one", "two"} {
				config := map[string]any{"identifier": "token", "user": ada, "intent": intent, "description": description}
				must(t, token.Apply(config))
				must(t, token.Refresh())
				if _, changes, _ := token.Plan(config); len(changes) > 0 {
					t.Errorf("%s: the next plan changes %v", release, changes)
				}
			}
		}
		for _, method := range []string{http.MethodPost, http.MethodPatch} {
			for _, body := range bodies(server, method, tokensPath) {
				if body["user"] == nil || body["intent"] == nil {
					t.Errorf("%s: a %s has no user or no intent", release, method)
				}
			}
		}
		if held := stored(t, server, tokensPath, "identifier", "token"); fmt.Sprint(held["user"]) != stringID(ada) || held["intent"] != "app_password" {
			t.Errorf("%s: the token is of user %v for %v", release, held["user"], held["intent"])
		}
	}
}

// An expiry of an API token has no effect, is said to have none where it is not the
// server's anyway, and is no diff for ever.
func TestExpiryOfAnAPIToken(t *testing.T) {
	t.Parallel()
	server, provider := serve(t, "2025.12.4")
	ada := number(t, server.Add(usersPath, map[string]any{"username": "ada"}))
	config := map[string]any{"identifier": "token", "user": ada, "expires": "2030-01-02T03:04:05Z"}
	token := provider.Resource(t, "authentik_token")
	if told := token.Validate(config); len(told) > 0 {
		t.Errorf("the validation says %s", acctest.Describe(told))
	}
	if _, _, told := token.Plan(config); len(told) != 1 || told[0].Summary != "Argument without effect" {
		t.Errorf("the plan says %s", acctest.Describe(told))
	}
	must(t, token.Apply(config))
	must(t, token.Refresh())
	generated := maps.Clone(config)
	var expires string
	if err := token.State["expires"].As(&expires); err != nil {
		t.Fatal(err)
	}
	generated["expires"] = expires
	if _, changes, told := token.Plan(generated); len(changes)+len(told) > 0 {
		t.Errorf("the plan of a generated configuration changes %v and says %s", changes, acctest.Describe(told))
	}
	if _, changes, _ := token.Plan(config); len(changes) > 0 {
		t.Errorf("the next plan changes %v", changes)
	}
}

// The key is in the state only where it is asked for, follows a key that is set, and is
// read by the ephemeral resource otherwise.
func TestTokenKey(t *testing.T) {
	t.Parallel()
	server, provider := serve(t, "2025.12.4")
	ada := number(t, server.Add(usersPath, map[string]any{"username": "ada"}))
	token := provider.Resource(t, "authentik_token")
	must(t, token.Apply(map[string]any{"identifier": "token", "user": ada}))
	must(t, token.Refresh())
	if !isNull(token, "key") || len(bodies(server, http.MethodGet, "/view_key/")) > 0 {
		t.Error("the key was read although nobody asked for it")
	}
	key := func() tftypes.Value {
		return tftypes.NewValue(tftypes.String, stored(t, server, tokensPath, "identifier", "token")["key"])
	}
	revealing := map[string]any{"identifier": "token", "user": ada, "retrieve_key": true}
	must(t, token.Apply(revealing))
	must(t, token.Refresh())
	if !token.State["key"].Equal(key()) {
		t.Error("the state does not have the key")
	}
	if _, changes, _ := token.Plan(revealing); len(changes) > 0 {
		t.Errorf("the next plan changes %v", changes)
	}
	revealing["key_wo"], revealing["key_wo_version"] = "secret-1", 1
	must(t, token.Apply(revealing))
	if !token.State["key"].Equal(tftypes.NewValue(tftypes.String, "secret-1")) {
		t.Error("the state does not have the key that was set")
	}
	must(t, token.Apply(map[string]any{"identifier": "token", "user": ada, "key_wo": "secret-1", "key_wo_version": 1}))
	if !isNull(token, "key") {
		t.Error("the key is still in the state")
	}
	opened, diagnostics := provider.Open("authentik_token_key", map[string]any{"identifier": "token"})
	must(t, diagnostics)
	if !opened["key"].Equal(key()) {
		t.Error("the ephemeral resource has another key")
	}
	_, diagnostics = provider.Open("authentik_token_key", map[string]any{"identifier": "token", "pk": token.State["pk"]})
	must(t, diagnostics)
	_, diagnostics = provider.Open("authentik_token_key", map[string]any{"identifier": "token", "pk": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c"})
	expectError(t, diagnostics, "`pk` differs")
	_, diagnostics = provider.Open("authentik_token_key", map[string]any{"identifier": "missing"})
	expectError(t, diagnostics, `identifier "missing"`)
	// Terraform opens it before it renames the token.
	opened, diagnostics = provider.Open("authentik_token_key", map[string]any{"identifier": "renamed", "pk": token.State["pk"]})
	must(t, diagnostics)
	if !opened["key"].Equal(key()) {
		t.Error("the key is not that of the token that is about to be renamed")
	}
	_, diagnostics = provider.Open("authentik_token_key", map[string]any{"identifier": "renamed", "pk": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c"})
	expectError(t, diagnostics, `identifier "renamed"`)
}

// A token goes with its user, and the next apply says that the user is gone.
func TestTokenWhoseUserGoes(t *testing.T) {
	t.Parallel()
	server, provider := serve(t, "2025.12.4")
	ada := number(t, server.Add(usersPath, map[string]any{"username": "ada"}))
	token := provider.Resource(t, "authentik_token")
	config := map[string]any{"identifier": "token", "user": ada}
	must(t, token.Apply(config))
	if err := server.Remove(usersPath, stringID(ada)); err != nil {
		t.Fatal(err)
	}
	must(t, token.Refresh())
	if token.State != nil {
		t.Error("the token of a deleted user is still in the state")
	}
	expectError(t, token.Apply(config), "user")
}

// User, app password and group are created by one request, found again, and deleted; the
// app password is in no state.
func TestServiceAccount(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2022.10.4", "2023.4.3", "2023.10.7", "2025.12.4", contract.Newest()} {
		server, provider := serve(t, release)
		config := map[string]any{"name": "deploy", "create_group": true, "expiring": release == "2022.10.4"}
		account := provider.Resource(t, "authentik_service_account")
		must(t, account.Apply(config))
		must(t, account.Refresh())
		if _, changes, _ := account.Plan(config); len(changes) > 0 || isNull(account, "group") || isNull(account, "token_identifier") {
			t.Errorf("%s: the next plan changes %v of %v", release, changes, account.State)
		}
		var identifier string
		if err := account.State["token_identifier"].As(&identifier); err != nil {
			t.Fatal(err)
		}
		secret := fmt.Sprint(stored(t, server, tokensPath, "identifier", identifier)["key"])
		for name, value := range account.State {
			if strings.Contains(value.String(), secret) {
				t.Errorf("%s of the state has the app password", name)
			}
		}
		_, diagnostics := provider.Open("authentik_token_key", map[string]any{"identifier": identifier})
		must(t, diagnostics)
		for _, id := range []string{"name=deploy", fmt.Sprint(stored(t, server, usersPath, "username", "deploy")["pk"])} {
			imported := provider.Resource(t, "authentik_service_account")
			must(t, imported.Import(id))
			if _, changes, _ := imported.Plan(config); len(changes) > 0 {
				t.Errorf("%s: after the import by %s the plan changes %v", release, id, changes)
			}
		}
		expectError(t, provider.Resource(t, "authentik_service_account").Apply(config), "terraform import <address> 'name=deploy'")
		if group := stored(t, server, groupsPath, "name", "deploy"); server.Change(groupsPath, fmt.Sprint(group["pk"]), map[string]any{"users": []any{}}) != nil {
			t.Error("the group is gone")
		}
		must(t, account.Refresh())
		must(t, account.Apply(nil))
		if slices.ContainsFunc(server.Objects(usersPath), func(user map[string]any) bool { return user["username"] == "deploy" }) ||
			slices.ContainsFunc(server.Objects(groupsPath), func(group map[string]any) bool { return group["name"] == "deploy" }) {
			t.Errorf("%s: the user or the group is left", release)
		}
	}
	_, provider := serve(t, "2022.10.4")
	expectError(t, provider.Resource(t, "authentik_service_account").Apply(map[string]any{"name": "deploy", "expiring": false}), "expires only")
}

// A service account whose answer was lost is found by its name.
func TestServiceAccountWhoseAnswerWasLost(t *testing.T) {
	t.Parallel()
	server, provider := serve(t, "2025.12.4")
	server.RespondFirst(1, authentiktest.Matching(http.MethodPost, "/service_account/"), func(w http.ResponseWriter, r *http.Request) {
		server.Answer(httptest.NewRecorder(), r)
		authentiktest.Drop(w, r)
	})
	account := provider.Resource(t, "authentik_service_account")
	must(t, account.Apply(map[string]any{"name": "deploy"}))
	if id := json.Number(fmt.Sprint(stored(t, server, usersPath, "username", "deploy")["pk"])); !account.State["id"].Equal(tftypes.NewValue(tftypes.String, id.String())) {
		t.Errorf("the state has the ID %v", account.State["id"])
	}
}

// A group that cannot be deleted is not forgotten: the user, by whom the service account is
// found, is deleted last.
func TestServiceAccountWhoseGroupStays(t *testing.T) {
	t.Parallel()
	server, provider := serve(t, "2025.12.4")
	account := provider.Resource(t, "authentik_service_account")
	must(t, account.Apply(map[string]any{"name": "deploy", "create_group": true}))
	server.RespondFirst(1, authentiktest.Matching(http.MethodDelete, groupsPath), authentiktest.Status(http.StatusForbidden, `{"detail":"No."}`))
	expectError(t, account.Apply(nil), "Access denied")
	must(t, account.Refresh())
	must(t, account.Apply(nil))
	for path, name := range map[string]string{groupsPath: "name", usersPath: "username"} {
		for _, left := range server.Objects(path) {
			if left[name] == "deploy" {
				t.Errorf("%v is left", left)
			}
		}
	}
}
