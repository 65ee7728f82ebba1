package resource_test

import (
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// The server deletes an object along with what it refers to. Where the plan left the ID
// open for that, the update creates it again.
func TestUpdateCreatesAgainWhatTheServerDeletedAlong(t *testing.T) {
	t.Parallel()
	for name, k := range map[string]*kind.Kind{"by key": coretest.Thing(owner, serial), "by slug": coretest.Slugged(owner, serial)} {
		w := manage(t, k)
		config := values{"name": "a", "owner": coretest.FirstID, "serial": "x"}
		if k.IsAddressedByName() {
			config["slug"] = "s"
		}
		before := w.applied(config, nil)
		w.server.Remove()
		config["owner"] = coretest.SecondID
		state := w.applied(config, before) // planned without a refresh, as during an apply
		expect(t, name, state, map[string]string{"owner": `"` + coretest.SecondID + `"`, "serial": `"x"`})
		identity := "id"
		if k.IsAddressedByName() {
			identity = "uuid"
		}
		if coretest.Show(state[identity]) == coretest.Show(before[identity]) || len(w.server.Objects()) != 1 {
			t.Errorf("%s: %s, %v", name, coretest.Show(state[identity]), w.server.Objects())
		}
	}
}

// Other resources have a generated secret from the plan by the time that the object is
// created again, so it is created with that.
func TestAnObjectThatIsCreatedAgainKeepsItsGeneratedSecret(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(owner, generated))
	before := w.applied(values{"name": "a", "owner": coretest.FirstID}, nil)
	before["code"] = value.Text("S3cr3t-first") // as if generated when it was created
	w.server.Remove()
	state := w.applied(values{"name": "a", "owner": coretest.SecondID}, before)
	expect(t, "created again", state, map[string]string{"code": `"S3cr3t-first"`})
	if objects := w.server.Objects(); len(objects) != 1 || objects[0]["code"] != "S3cr3t-first" {
		t.Errorf("the server has %v", objects)
	}
}

// A secret that the server generates anew is not in the plan of an update that may have to
// create the object again, and neither is what the server sets by itself.
func TestAPlanLeavesOpenWhatAnObjectThatIsCreatedAgainHasOfItsOwn(t *testing.T) {
	t.Parallel()
	ruled := kind.Field{Name: "expires", Type: kind.String, Computed: true, Overruled: func(kind.Arguments) bool { return true }}
	w := manage(t, coretest.Thing(owner, token, ruled))
	prior := values{"id": coretest.FirstID, "name": "a", "owner": coretest.FirstID, "retrieve_key": true, "key": "S3cr3t", "expires": "then"}
	for name, test := range map[string]struct {
		config values
		want   map[string]string
	}{
		"may be created again": {values{"owner": unknown, "retrieve_key": true}, map[string]string{"key": "unknown", "expires": "unknown", "id": "unknown"}},
		"not asked for":        {values{"owner": unknown}, map[string]string{"key": "null"}},
		"stays":                {values{"owner": coretest.FirstID, "retrieve_key": true}, map[string]string{"key": `"S3cr3t"`, "expires": `"then"`}},
	} {
		test.config["name"] = "a"
		expect(t, name, w.plan(test.config, prior).State, test.want)
	}
}

// The ID is a string to Terraform, also where the server has a number.
func TestNumbersAsKeys(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(mode)
	k.Fields[0].Type = kind.Int
	w := manage(t, k, func(s *coretest.Server) { s.Written = func(object coretest.Object) { object["pk"] = 7 } })
	result, diagnostics := w.apply(values{"name": "a"}, nil)
	if diagnostics.HasError() || result.Identity != "7" {
		t.Fatalf("identity %q: %s", result.Identity, messages(diagnostics))
	}
	for _, state := range []map[string]valueOf{result.State, w.refreshed(result.State), w.applied(values{"name": "b"}, result.State)} {
		expect(t, "state", state, map[string]string{"id": `"7"`})
	}
}

func TestUpdateOfAnObjectThatIsGoneFails(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing())
	state := w.applied(values{"name": "a"}, nil)
	w.server.Remove()
	_, diagnostics := w.apply(values{"name": "b"}, state)
	wantError(t, diagnostics, "id: Thing not found")
	if len(w.server.Objects()) > 0 {
		t.Error("it was created")
	}
}

func TestAnObjectThatTheServerHasByItselfIsAdopted(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(mode, serial)
	k.API.Adopted = true
	w := manage(t, k)
	_, diagnostics := w.apply(values{"name": "a", "mode": "regex"}, nil)
	wantError(t, diagnostics, "name: Thing not found")
	w.server.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "mode": "strict", "serial": "x"})
	w.server.Requests()
	state := w.applied(values{"name": "a", "mode": "regex"}, nil)
	expect(t, "adopted", state, map[string]string{"id": `"` + coretest.FirstID + `"`, "mode": `"regex"`, "serial": `"x"`})
	if got := strings.Join(w.sent(), "; "); got != `PATCH /things/`+coretest.FirstID+`/ {"mode":"regex","name":"a","serial":"x"}` {
		t.Error(got)
	}
	w.server.Add(coretest.Object{"pk": coretest.SecondID, "name": "a", "mode": "strict"})
	_, diagnostics = w.apply(values{"name": "a"}, nil)
	wantError(t, diagnostics, "name: More than one match")
}
