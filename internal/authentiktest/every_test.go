package authentiktest_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// In every release every collection of the contract is listed, read and deleted, with exactly the
// fields that the release has.
func TestEveryCollectionOfEveryRelease(t *testing.T) {
	t.Parallel()
	for _, release := range contract.Releases() {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release), authentiktest.WithSteadyAnswers())
			for _, collection := range contract.Collections() {
				described, _ := contract.Object(collection)
				view, ok := described.In(release)
				if !ok {
					continue
				}
				if view.Can(contract.List) {
					if got := ask(t, server, http.MethodGet, view.Path, ""); got.status != http.StatusOK && !needsParameter[collection] {
						t.Errorf("GET %s: %d %s", view.Path, got.status, got.text)
					}
				}
				if view.Can(contract.Retrieve) && !needsParameter[collection] {
					lifeOf(t, server, collection, view)
				}
			}
		})
	}
}

// needsParameter are lists of one role or class.
var needsParameter = map[string]bool{
	"/rbac/permissions/assigned_by_roles/": true, "/rbac/permissions/roles/": true,
	"/rbac/permissions/assigned_by_users/": true, "/rbac/permissions/users/": true,
}

// lifeOf reads an object of a collection, and deletes it where the API can.
func lifeOf(t *testing.T, server *authentiktest.Server, collection string, view contract.View) {
	t.Helper()
	address := view.Path
	if view.Key != "" {
		fields := map[string]any{"name": "every " + collection, "slug": "every", "identifier": "every", "username": "every"}
		if view.KeyType == "string" && view.KeyField == "id" {
			fields["id"] = "every"
		}
		pk := server.Add(collection, fields)
		if view.KeyType == "string" && view.KeyField != "id" && view.KeyField != "pk" {
			pk = "every"
		}
		address += pk + "/"
	}
	got := ask(t, server, http.MethodGet, address, "")
	if got.status != http.StatusOK {
		t.Errorf("GET %s: %d %.200s", address, got.status, got.text)
		return
	}
	if view.Key == "" {
		return // what is there once has no model behind it
	}
	for name := range got.body {
		if !view.Response.Has(name) {
			t.Errorf("%s: %s is no field of the release.", collection, name)
		}
	}
	for _, field := range view.Response {
		if _, ok := got.body[field.Name]; !ok && field.Required && !strings.ContainsAny(field.Name, ".[") && !sometimes[field.Name] {
			t.Errorf("%s: %s is missing.", collection, field.Name)
		}
	}
	if view.Can(contract.Delete) {
		if gone := ask(t, server, http.MethodDelete, address, ""); gone.status != http.StatusNoContent {
			t.Errorf("DELETE %s: %d %s", address, gone.status, gone.text)
		}
	}
}

// sometimes are fields that recorded answers lack, too.
var sometimes = map[string]bool{
	"assigned_backchannel_application_slug": true, "assigned_backchannel_application_name": true, "icon": true, "parent_name": true, "source_obj": true,
}
