package stage_test

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

const (
	invitationPath = "/stages/invitation/invitations/"
	invitationType = "authentik_invitation"
)

// Up to 2024.2 every invitation expires, and the server sets the time where none is
// sent; since then it can be without one, and taking it out of the configuration does that.
func TestInvitationExpiry(t *testing.T) {
	t.Parallel()
	for _, release := range contract.Releases() {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			clears := contract.Compare(release, "2024.4") >= 0
			invitation := configured(t, server, nil).Resource(t, invitationType)
			apply := func(more map[string]any) {
				t.Helper()
				arguments := map[string]any{"name": "invitation"}
				maps.Copy(arguments, more)
				ok(t, invitation.Apply(arguments))
				state := invitation.State["expires"]
				ok(t, invitation.Refresh())
				if !invitation.State["expires"].Equal(state) {
					t.Errorf("%v: a refresh changes the expiry from %v to %v", more, state, invitation.State["expires"])
				}
				if _, changes, _ := invitation.Plan(arguments); len(changes) > 0 {
					t.Errorf("%v: the next plan changes %v", more, changes)
				}
			}
			apply(nil)
			if invitation.State["expires"].IsNull() != clears {
				t.Errorf("left out it is %v", invitation.State["expires"])
			}
			apply(map[string]any{"single_use": true})
			apply(map[string]any{"expires": "2031-12-31T23:59:59+02:00"})
			if got := plain(t, invitation.State["expires"]); got != "2031-12-31T23:59:59+02:00" {
				t.Errorf("the state has %v", got)
			}
			apply(nil)
			if invitation.State["expires"].IsNull() != clears {
				t.Errorf("taken out it is %v", invitation.State["expires"])
			}
			if stored := server.Objects(invitationPath)[0]["expires"]; (stored == nil) != clears {
				t.Errorf("taken out the server has %v", stored)
			}
		})
	}
}

// Data is compared by its meaning: order of keys, blanks and spelling of numbers are no
// change, another value is.
func TestInvitationData(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	invitation := configured(t, server, nil).Resource(t, invitationType)
	const spelling = `{ "name": "A <b> & c", "attributes": { "z": [1, 2.50, 1e3, null], "a": {} } }`
	written := map[string]any{"name": "invitation", "fixed_data": spelling}
	ok(t, invitation.Apply(written))
	ok(t, invitation.Refresh())
	for data, change := range map[string]bool{
		spelling: false,
		`{"attributes":{"a":{},"z":[1,2.5,1000.0,null]},"name":"A <b> & c"}`:   false,
		`{"attributes":{"a":{},"z":[1,2.5,1000.0,false]},"name":"A <b> & c"}`:  true,
		`{"attributes":{"a":{},"z":[2.5,1,1000.0,null]},"name":"A <b> & c"}`:   true,
		`{"attributes":{"a":[],"z":[1,2.5,1000.0,null]},"name":"A <b> & c"}`:   true,
		`{"attributes":{"a":{},"z":["1",2.5,1000.0,null]},"name":"A <b> & c"}`: true,
		`{"attributes":{"a":{},"z":[1,2.5,1000.0]},"name":"A <b> & c"}`:        true,
		`{"attributes":{"z":[1,2.5,1000.0,null]},"name":"A <b> & c"}`:          true,
		`{}`: true,
	} {
		_, changes, _ := invitation.Plan(map[string]any{"name": "invitation", "fixed_data": data})
		if slices.Contains(changes, "fixed_data") != change {
			t.Errorf("%s changes %v", data, changes)
		}
	}
	delete(written, "fixed_data")
	ok(t, invitation.Apply(written))
	if stored, _ := server.Objects(invitationPath)[0]["fixed_data"].(map[string]any); len(stored) != 0 {
		t.Errorf("left out the server has %v", stored)
	}
	expectText(t, invitation.Validate(map[string]any{"name": "invitation", "fixed_data": "{"}), "Invalid JSON")
}

// Several invitations may have one name. Each is made and managed; by the name none is
// found, and the message says so.
func TestInvitationsOfOneName(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := configured(t, server, nil)
	first, second := provider.Resource(t, invitationType), provider.Resource(t, invitationType)
	arguments := map[string]any{"name": "invitation"}
	ok(t, first.Apply(arguments))
	ok(t, provider.Resource(t, invitationType).Import("name=invitation"))
	ok(t, second.Apply(arguments))
	if first.State["id"].Equal(second.State["id"]) {
		t.Error("the second is the first")
	}
	_, diagnostics := provider.Read(invitationType, map[string]any{"name": "invitation"})
	expectText(t, diagnostics, "More than one match")
	expectText(t, provider.Resource(t, invitationType).Import("name=invitation"), "More than one match")
	id := textOf(t, second.State["id"])
	ok(t, provider.Resource(t, invitationType).Import(id))
	many, diagnostics := provider.Read("authentik_invitations", map[string]any{"name": "invitation"})
	ok(t, diagnostics)
	var found []tftypes.Value
	if err := many["objects"].As(&found); err != nil || len(found) != 2 {
		t.Errorf("%d are found: %v", len(found), err)
	}
	ok(t, second.Apply(nil))
	if left := server.Objects(invitationPath); len(left) != 1 || left[0]["pk"] == id {
		t.Errorf("%v is left", left)
	}
}

// The user who made it is shown by what does not change with its use.
func TestInvitationShowsWhoMadeIt(t *testing.T) {
	t.Parallel()
	for _, release := range contract.Releases() {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		provider := configured(t, server, nil)
		invitation := provider.Resource(t, invitationType)
		ok(t, invitation.Apply(map[string]any{"name": "invitation"}))
		state, diagnostics := provider.Read(invitationType, map[string]any{"name": "invitation"})
		ok(t, diagnostics)
		var user map[string]tftypes.Value
		if err := state["created_by"].As(&user); err != nil {
			t.Fatal(err)
		}
		if got := plain(t, user["username"]); got != "akadmin" {
			t.Errorf("%s: made by %v", release, got)
		}
		for name := range user {
			if strings.HasPrefix(name, "last_") || name == "attributes" {
				t.Errorf("%s is shown", name)
			}
		}
		if text := acctest.Describe(diagnostics); text != "" {
			t.Error(text)
		}
	}
}

// Two invitations may have one name, so a create whose answer was lost is not sent
// again: a slow server would make a second link.
func TestLostInvitationsAreNotMadeTwice(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Respond(authentiktest.Matching(http.MethodPost, "/invitations/"), authentiktest.Drop)
	invitation := configured(t, server, map[string]any{"max_retries": 3}).Resource(t, "authentik_invitation")
	diagnostics := invitation.Apply(map[string]any{"name": "link"})
	if len(diagnostics) != 1 || !strings.Contains(diagnostics[0].Detail, "may still create it") {
		t.Errorf("got %s", acctest.Describe(diagnostics))
	}
	posts := 0
	for _, request := range server.Requests() {
		if request.Method == http.MethodPost {
			posts++
		}
	}
	if posts != 1 {
		t.Errorf("%d attempts to create it", posts)
	}
}
