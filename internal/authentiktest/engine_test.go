package authentiktest_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const (
	groupPath   = "/core/groups/"
	userPath    = "/core/users/"
	oauth2Path  = "/providers/oauth2/"
	appPath     = "/core/applications/"
	rolePath    = "/rbac/roles/"
	invitations = "/stages/invitation/invitations/"
)

// Free JSON keeps integers that float64 would round, in answers, in Objects and in Requests.
func TestIntegersAreExact(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	const big = "9007199254740993" // 2^53 + 1
	created := ask(t, server, http.MethodPost, groupPath, `{"name": "a", "attributes": {"n": `+big+`, "f": 0.1, "e": 1e2}}`)
	if !strings.Contains(created.text, `"n":`+big) || !strings.Contains(created.text, `"e":100.0`) {
		t.Errorf("Created: %s", created.text)
	}
	for _, group := range server.Objects(groupPath) {
		attributes, _ := group["attributes"].(map[string]any)
		if group["name"] == "a" && (attributes["n"] != json.Number(big) || attributes["f"] != 0.1) {
			t.Errorf("Objects gives %#v.", attributes)
		}
	}
	requests := server.Requests()
	sent, _ := requests[len(requests)-1].Body["attributes"].(map[string]any)
	if sent["n"] != json.Number(big) || sent["e"] != 100.0 {
		t.Errorf("The request was recorded as %#v.", sent)
	}
}

// From 2024.8 on the server takes an integer outside 64 bits and then fails at every read.
func TestIntegersOutside64Bits(t *testing.T) {
	t.Parallel()
	const body = `{"name": "a", "fixed_data": {"n": 100000000000000000000}}`
	for release, status := range map[string]int{"2024.6.5": http.StatusOK, "2024.8.6": http.StatusInternalServerError} {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		created := ask(t, server, http.MethodPost, invitations, body)
		if created.status != http.StatusCreated {
			t.Fatalf("%s: create: %d %s", release, created.status, created.text)
		}
		pk, _ := created.body["pk"].(string)
		for _, path := range []string{invitations + pk + "/", invitations} {
			if got := ask(t, server, http.MethodGet, path, ""); got.status != status {
				t.Errorf("%s: GET %s: %d", release, path, got.status)
			}
		}
		if got := ask(t, server, http.MethodDelete, invitations+pk+"/", ""); got.status != http.StatusNoContent {
			t.Errorf("%s: delete: %d", release, got.status)
		}
	}
}

// The type of redirect URIs changed in patch releases, and an upgrade makes lines strict.
func TestRedirectURIsByRelease(t *testing.T) {
	t.Parallel()
	for release, asText := range map[string]bool{
		"2024.8.4": true, "2024.8.5": false, "2024.10.0": true, "2024.10.2": true, "2024.10.3": false, "2026.8.5": false, "2023.10.7": true,
	} {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		flow := server.Add(flowPath, map[string]any{"slug": "f"})
		uris := `[{"matching_mode": "strict", "url": "https://a.example.com"}]`
		if asText {
			uris = `"https://a.example.com\n.*"`
		}
		created := ask(t, server, http.MethodPost, oauth2Path,
			`{"name": "a", "authorization_flow": "`+flow+`", "invalidation_flow": "`+flow+`", "redirect_uris": `+uris+`}`)
		_, isText := created.body["redirect_uris"].(string)
		if created.status != http.StatusCreated || isText != asText {
			t.Errorf("%s: %d %s", release, created.status, created.text)
		}
		if !asText {
			continue
		}
		if err := server.SetRelease("2025.2.4"); err != nil {
			t.Fatal(err)
		}
		listed := ask(t, server, http.MethodGet, oauth2Path, "")
		if !strings.Contains(listed.text, `"matching_mode":"strict","url":"https://a.example.com"`) ||
			!strings.Contains(listed.text, `"matching_mode":"regex","url":".*"`) {
			t.Errorf("%s, upgraded: %s", release, listed.text)
		}
	}
}

// One sequence gives the keys of all providers, and the list of OAuth2 providers has proxies in it.
func TestProvidersShareATable(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	first := server.Add(oauth2Path, map[string]any{"name": "a"})
	second := server.Add("/providers/proxy/", map[string]any{"name": "b", "external_host": "https://b.example.com"})
	third := server.Add("/providers/ldap/", map[string]any{"name": "c"})
	if first != "1" || second != "2" || third != "3" {
		t.Errorf("The keys are %s, %s, %s.", first, second, third)
	}
	for path, want := range map[string]string{oauth2Path: `"count":2,`, "/providers/proxy/": `"count":1,`, "/providers/all/": `"count":3,`} {
		if got := ask(t, server, http.MethodGet, path, ""); !strings.Contains(got.text, want) {
			t.Errorf("%s: %s", path, got.text)
		}
	}
	flow := server.Add(flowPath, map[string]any{"slug": "f"})
	taken := ask(t, server, http.MethodPost, "/providers/ldap/", `{"name": "a", "authorization_flow": "`+flow+`", "invalidation_flow": "`+flow+`"}`)
	if taken.status != http.StatusBadRequest {
		t.Errorf("A name that a provider of another type has: %d %s", taken.status, taken.text)
	}
}

// Groups and users are one relation, which both sides can write.
func TestMembershipFromBothSides(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	group := server.Add(groupPath, map[string]any{"name": "a"})
	user := server.Add(userPath, map[string]any{"username": "u", "groups": []string{group}})
	members := func() string {
		return fmt.Sprint(ask(t, server, http.MethodGet, groupPath+group+"/", "").body["users"])
	}
	if members() != "["+user+"]" {
		t.Errorf("Added with the user: %s", members())
	}
	ask(t, server, http.MethodPatch, userPath+user+"/", `{"groups": []}`)
	if members() != "[]" {
		t.Errorf("Taken out by the user: %s", members())
	}
	ask(t, server, http.MethodPost, groupPath+group+"/add_user/", `{"pk": `+user+`}`)
	ask(t, server, http.MethodPut, groupPath+group+"/", `{"name": "b"}`)
	if members() != "[]" {
		t.Errorf("PUT without users keeps %s", members())
	}
}

// A permission for an object that does not exist is granted for all objects.
func TestGrantForMissingObjectIsGlobal(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	role := server.Add(rolePath, map[string]any{"name": "r"})
	order := `{"permissions": ["authentik_core.view_group"], "model": "authentik_core.group", "object_pk": "` + someID + `"}`
	given := ask(t, server, http.MethodPost, "/rbac/permissions/assigned_by_roles/"+role+"/assign/", order)
	global := ask(t, server, http.MethodGet, "/rbac/permissions/?role="+role, "")
	if given.status != http.StatusOK || !strings.Contains(global.text, "view_group") {
		t.Errorf("%d %s: %s", given.status, given.text, global.text)
	}
	server.Add(groupPath, map[string]any{"pk": someID, "name": "now it exists"})
	ask(t, server, http.MethodPost, "/rbac/permissions/assigned_by_roles/"+role+"/assign/", order)
	if got := ask(t, server, http.MethodGet, "/rbac/permissions/roles/?uuid="+role, ""); !strings.Contains(got.text, someID) {
		t.Errorf("The grant for the object: %s", got.text)
	}
}

// The list of applications is kept by user and page, whatever the filters, unless a superuser asks
// for all.
func TestApplicationsThatOneMayUse(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add(appPath, map[string]any{"name": "a", "slug": "a"})
	server.Add(appPath, map[string]any{"name": "b", "slug": "b"})
	ask(t, server, http.MethodGet, appPath, "")
	kept := ask(t, server, http.MethodGet, appPath+"?slug=b", "")
	if !strings.Contains(kept.text, `"count":1,`) || len(items(kept.body["results"])) != 2 {
		t.Errorf("With a filter: %s", kept.text)
	}
	full := ask(t, server, http.MethodGet, appPath+"?slug=b&superuser_full_list=true", "")
	if len(items(full.body["results"])) != 1 {
		t.Errorf("The full list: %s", full.text)
	}
	server.Add(appPath, map[string]any{"name": "c", "slug": "c"})
	if fresh := ask(t, server, http.MethodGet, appPath+"?slug=b", ""); len(items(fresh.body["results"])) != 1 {
		t.Errorf("After a change: %s", fresh.text)
	}
}

// A token without a user in a PATCH goes to the caller; a certificate's deletion takes along what
// cannot be without it.
func TestTokensAndCascades(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	user := server.Add(userPath, map[string]any{"username": "u"})
	ask(t, server, http.MethodPost, "/core/tokens/", `{"identifier": "t", "user": `+user+`, "intent": "app_password"}`)
	patched := ask(t, server, http.MethodPatch, "/core/tokens/t/", `{"description": "d"}`)
	if patched.body["user"] != 3.0 || patched.body["intent"] != "api" {
		t.Errorf("Patched: %s", patched.text)
	}
	certificate := server.Add("/crypto/certificatekeypairs/", map[string]any{"name": "c"})
	signing := server.Add(oauth2Path, map[string]any{"name": "o", "signing_key": certificate})
	server.Add("/providers/ssf/", map[string]any{"name": "s", "signing_key": certificate})
	if err := server.Remove("/crypto/certificatekeypairs/", certificate); err != nil {
		t.Fatal(err)
	}
	left := ask(t, server, http.MethodGet, oauth2Path+signing+"/", "")
	if left.body["signing_key"] != nil || len(server.Objects("/providers/ssf/")) != 0 {
		t.Errorf("%s, %v", left.text, server.Objects("/providers/ssf/"))
	}
	if err := server.Remove(userPath, user); err != nil {
		t.Error(err)
	}
}
