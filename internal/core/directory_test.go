package core_test

import (
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

const (
	usersPath  = "/core/users/"
	groupsPath = "/core/groups/"
	tokensPath = "/core/tokens/"
)

// serve is a server of the release with a provider.
func serve(t *testing.T, release string) (*authentiktest.Server, *acctest.Provider) {
	t.Helper()
	server := authentiktest.New(t, authentiktest.WithRelease(release))
	return server, connect(t, server)
}

// expectError fails the test unless there is an error with the words, and none with the
// secret.
func expectError(t *testing.T, diagnostics []*tfprotov6.Diagnostic, words string) {
	t.Helper()
	if !acctest.HasError(diagnostics) || !strings.Contains(acctest.Describe(diagnostics), words) {
		t.Errorf("expected an error with %q, got %s", words, acctest.Describe(diagnostics))
	}
	if strings.Contains(acctest.Describe(diagnostics), "secret-") {
		t.Error("the message has the secret")
	}
}

// stored is the server's object with the key, by the field of the name.
func stored(t *testing.T, server *authentiktest.Server, path, field, key string) map[string]any {
	t.Helper()
	for _, object := range server.Objects(path) {
		if text := fmt.Sprint(object[field]); text == key {
			return object
		}
	}
	t.Fatalf("%s has no %s %s", path, field, key)
	return nil
}

// bodies are those of requests with the method whose path contains the part.
func bodies(server *authentiktest.Server, method, part string) []map[string]any {
	var sent []map[string]any
	for _, request := range server.Requests() {
		if request.Method == method && strings.Contains(request.Path, part) {
			sent = append(sent, request.Body)
		}
	}
	return sent
}

// A single member is added and removed beside others, also where the server has no
// request for that, and by many at once.
func TestGroupMembership(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2022.10.4", "2022.12.3", "2025.12.4", contract.Newest()} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server, provider := serve(t, release)
			other := server.Add(usersPath, map[string]any{"username": "synchronized"})
			user := server.Add(usersPath, map[string]any{"username": "ada"})
			groups := make([]string, 5)
			var memberships [5]*acctest.Managed
			for i := range groups {
				groups[i] = server.Add(groupsPath, map[string]any{"name": fmt.Sprint("group ", i), "users": []any{number(t, other)}})
				memberships[i] = provider.Resource(t, "authentik_group_membership")
			}
			members := func(group string) string {
				return fmt.Sprint(stored(t, server, groupsPath, "pk", group)["users"])
			}
			parallel(len(groups), func(i int) {
				must(t, memberships[i].Apply(map[string]any{"group": groups[i], "user": number(t, user)}))
			})
			for i, group := range groups {
				must(t, memberships[i].Refresh())
				if held := members(group); !strings.Contains(held, other) || !strings.Contains(held, user) || memberships[i].State == nil {
					t.Errorf("the group has the members %s", held)
				}
			}
			imported := provider.Resource(t, "authentik_group_membership")
			must(t, imported.Import(groups[0]+":"+user))
			if _, changes, _ := imported.Plan(map[string]any{"group": groups[0], "user": number(t, user)}); len(changes) > 0 {
				t.Errorf("after the import the plan changes %v", changes)
			}
			parallel(len(groups), func(i int) { must(t, memberships[i].Apply(nil)) })
			for _, group := range groups {
				if held := members(group); !strings.Contains(held, other) || strings.Contains(held, user) {
					t.Errorf("after the destroy the group has the members %s", held)
				}
			}
			expectError(t, provider.Resource(t, "authentik_group_membership").Apply(map[string]any{"group": groups[0], "user": 4711}), "no user with the ID `4711`")
			expectError(t, provider.Resource(t, "authentik_group_membership").Apply(map[string]any{"group": "group 0", "user": 1}), "UUID")
		})
	}
}

// parallel runs a function several times at once.
func parallel(times int, run func(i int)) {
	var group sync.WaitGroup
	for i := range times {
		group.Go(func() { run(i) })
	}
	group.Wait()
}

// A user that is gone has no membership; destroying that is no error.
func TestGroupMembershipOfADeletedUser(t *testing.T) {
	t.Parallel()
	server, provider := serve(t, "2025.12.4")
	user, group := server.Add(usersPath, map[string]any{"username": "ada"}), server.Add(groupsPath, map[string]any{"name": "group"})
	refreshed, destroyed := provider.Resource(t, "authentik_group_membership"), provider.Resource(t, "authentik_group_membership")
	config := map[string]any{"group": group, "user": number(t, user)}
	must(t, refreshed.Apply(config))
	must(t, destroyed.Apply(config))
	if err := server.Remove(usersPath, user); err != nil {
		t.Fatal(err)
	}
	must(t, refreshed.Refresh())
	must(t, destroyed.Apply(nil))
	if refreshed.State != nil {
		t.Error("the membership of a deleted user is still in the state")
	}
}

func TestUserMe(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2022.10.4", "2023.10.7", "2025.12.4", contract.Newest()} {
		_, provider := serve(t, release)
		read, diagnostics := provider.Read("authentik_user_me", nil)
		must(t, diagnostics)
		var id string
		if err := read["id"].As(&id); err != nil {
			t.Fatal(err)
		}
		if _, err := strconv.Atoi(id); err != nil || !read["username"].IsKnown() || read["username"].IsNull() {
			t.Errorf("%s: read %v", release, read)
		}
	}
}

func TestUserPaths(t *testing.T) {
	t.Parallel()
	server, provider := serve(t, "2025.12.4")
	server.Add(usersPath, map[string]any{"username": "ada", "path": "users/sales"})
	read, diagnostics := provider.Read("authentik_user_paths", nil)
	must(t, diagnostics)
	if !strings.Contains(read["paths"].String(), "users/sales") {
		t.Errorf("read %v", read)
	}
}

// The server's filters of lists; one that the release lacks is no list of everybody.
func TestFiltersOfTheDirectory(t *testing.T) {
	t.Parallel()
	server, provider := serve(t, "2025.12.4")
	role := server.Add("/rbac/roles/", map[string]any{"name": "role"})
	ada := server.Add(usersPath, map[string]any{"username": "ada", "path": "users/sales", "attributes": map[string]any{"department": "sales"}, "roles": []any{role}})
	server.Add(usersPath, map[string]any{"username": "Ada", "path": "users/it"})
	group := server.Add(groupsPath, map[string]any{"name": "group", "users": []any{number(t, ada)}})
	for _, filter := range []struct {
		source string
		by     map[string]any
		wanted string
	}{
		{"users", map[string]any{"username": "ada"}, ada},
		{"users", map[string]any{"groups_by_name": []string{"group"}}, ada},
		{"users", map[string]any{"groups_by_pk": []string{group}}, ada},
		{"users", map[string]any{"roles_by_pk": []string{role}}, ada},
		{"users", map[string]any{"attributes": `{"department":"sales"}`}, ada},
		{"users", map[string]any{"path_startswith": "users/sa"}, ada},
		{"groups", map[string]any{"members_by_pk": []int{number(t, ada)}}, group},
		{"groups", map[string]any{"members_by_username": []string{"ada"}}, group},
		{"rbac_roles", map[string]any{"users": number(t, ada)}, role},
	} {
		read, diagnostics := provider.Read("authentik_"+filter.source, filter.by)
		must(t, diagnostics)
		if ids := read["ids"].String(); strings.Count(ids, "tftypes.String<") != 1 || !strings.Contains(ids, `"`+filter.wanted+`"`) {
			t.Errorf("%s by %v are %s, expected %s", filter.source, filter.by, ids, filter.wanted)
		}
	}
	_, older := serve(t, "2025.10.4")
	_, diagnostics := older.Read("authentik_rbac_roles", map[string]any{"users": 1})
	expectError(t, diagnostics, "would return all of them")
	for _, request := range server.Requests() {
		if request.Method == http.MethodGet && strings.HasPrefix(request.Path, "/api/v3"+usersPath) && request.Query.Get("include_groups") != "false" && !slices.Contains([]string{"me/"}, request.Path) {
			t.Errorf("%s loads the groups of all users", request)
		}
	}
}

// A set that one resource manages as the whole and another by one element is said to be,
// whichever is planned first.
func TestMembersThatAreManagedTwice(t *testing.T) {
	t.Parallel()
	for _, wholeFirst := range []bool{true, false} {
		server, provider := serve(t, "2025.12.4")
		ada := number(t, server.Add(usersPath, map[string]any{"username": "ada"}))
		group := provider.Resource(t, "authentik_group")
		must(t, group.Apply(map[string]any{"name": "group"}))
		var id string
		if err := group.State["id"].As(&id); err != nil {
			t.Fatal(err)
		}
		plans := []func() []*tfprotov6.Diagnostic{
			func() []*tfprotov6.Diagnostic {
				_, _, diagnostics := group.Plan(map[string]any{"name": "group", "users": []int{}})
				return diagnostics
			},
			func() []*tfprotov6.Diagnostic {
				_, _, diagnostics := provider.Resource(t, "authentik_group_membership").Plan(map[string]any{"group": id, "user": ada})
				return diagnostics
			},
		}
		if !wholeFirst {
			slices.Reverse(plans)
		}
		if first := plans[0](); len(first) > 0 {
			t.Errorf("the first plan warns: %s", acctest.Describe(first))
		}
		if second := acctest.Describe(plans[1]()); !strings.Contains(second, "Managed twice") {
			t.Errorf("the second plan says %q", second)
		}
	}
}
