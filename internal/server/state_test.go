package server_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// stored is a kind whose states have every type.
func storedKind() *kind.Kind {
	return coretest.Thing(
		kind.Field{Name: "size", Type: kind.Int}, kind.Field{Name: "title", Type: kind.String}, kind.Field{Name: "on", Type: kind.Bool},
		kind.Field{Name: "tags", Type: kind.Set, Of: kind.String},
		kind.Field{Name: "rows", Type: kind.Objects, Fields: []kind.Field{{Name: "url", Type: kind.String}, {Name: "mode", Type: kind.String}}},
	)
}

// upgrade upgrades a state, as it is stored.
func (tf *terraform) upgrade(raw *tfprotov6.RawState) (value.Object, string) {
	tf.Helper()
	resp, err := tf.UpgradeResourceState(tf.Context(), &tfprotov6.UpgradeResourceStateRequest{TypeName: "test_thing", RawState: raw})
	if err != nil {
		tf.Fatal(err)
	}
	return tf.object(resp.UpgradedState, schema.ResourceType(tf.kind)), messages(resp.Diagnostics)
}

func TestUpgradeOfStates(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		state string
		want  map[string]string
	}{
		"the current form": {
			`{"id":"x","name":"a","size":9007199254740993,"title":null,"on":true,"tags":["b","a"],"rows":[{"url":"u","mode":null}]}`,
			map[string]string{"id": `"x"`, "size": "9007199254740993", "title": "null", "on": "true", "tags": `["b" "a"]`},
		},
		"attributes of another provider": {`{"id":"x","name":"a","else":{"a":[1]},"timeouts":null}`, map[string]string{"id": `"x"`, "name": `"a"`, "size": "null", "tags": "null", "rows": "null"}},
		"numbers as strings":             {`{"id":12,"size":"9007199254740993","title":5,"on":null}`, map[string]string{"id": `"12"`, "size": "9007199254740993", "title": `"5"`}},
		"an empty string as a number":    {`{"id":"x","size":""}`, map[string]string{"size": "null"}},
		"a bool as a string":             {`{"id":"x","title":true}`, map[string]string{"title": `"true"`}},
		"elements with fewer keys":       {`{"id":"x","rows":[{"url":"u"}]}`, map[string]string{"rows": `[tftypes.Object["mode":tftypes.String, "url":tftypes.String]<"mode":tftypes.String<null>, "url":tftypes.String<"u">>]`}},
		"elements with more keys":        {`{"id":"x","rows":[{"url":"u","mode":"m","else":1}]}`, map[string]string{"rows": `[tftypes.Object["mode":tftypes.String, "url":tftypes.String]<"mode":tftypes.String<"m">, "url":tftypes.String<"u">>]`}},
	} {
		tf := serve(t, storedKind())
		state, failed := tf.upgrade(&tfprotov6.RawState{JSON: []byte(test.state)})
		if failed != "" {
			t.Errorf("%s: %s", name, failed)
			continue
		}
		expect(t, name, state, test.want)
	}
}

func TestUpgradeOfStatesThatCannotBeRead(t *testing.T) {
	t.Parallel()
	for name, raw := range map[string]*tfprotov6.RawState{
		"none": nil, "no JSON": {Flatmap: map[string]string{"id": "x"}}, "half": {JSON: []byte(`{"id":"S3cr3t"`)}, "an array": {JSON: []byte(`["S3cr3t"]`)},
		"a list for a string": {JSON: []byte(`{"id":"x","tags":"S3cr3t"}`)}, "a word for a number": {JSON: []byte(`{"size":"S3cr3t"}`)}, "a string for a bool": {JSON: []byte(`{"on":"S3cr3t"}`)},
	} {
		tf := serve(t, storedKind())
		if state, failed := tf.upgrade(raw); state != nil || failed == "" || strings.Contains(failed, "S3cr3t") {
			t.Errorf("%s: %v, %s", name, state, failed)
		}
	}
	tf := serve(t, coretest.Thing(kind.Field{Name: "tags", Type: kind.Set, Of: kind.String}, kind.Field{Name: "sizes", Type: kind.List, Of: kind.Int}))
	for _, lists := range []string{`"tags":[["S3cr3t"]],"sizes":[]`, `"tags":["a",{}],"sizes":[]`, `"tags":[],"sizes":["S3cr3t"]`, `"tags":[],"sizes":[true]`} {
		if state, failed := tf.upgrade(&tfprotov6.RawState{JSON: []byte(`{"id":"x","name":"a",` + lists + `}`)}); state != nil || failed == "" || strings.Contains(failed, "S3cr3t") {
			t.Errorf("%s: %v, %s", lists, state, failed)
		}
	}
	tf = serve(t, storedKind())
	if state, failed := tf.upgrade(&tfprotov6.RawState{JSON: []byte("null")}); state != nil || failed != "" {
		t.Errorf("null: %v, %s", state, failed)
	}
}

func TestMoveOfStates(t *testing.T) {
	t.Parallel()
	tf := serve(t, storedKind())
	move := func(from, state string) (value.Object, string) {
		resp, err := tf.MoveResourceState(t.Context(), &tfprotov6.MoveResourceStateRequest{TargetTypeName: "test_thing", SourceTypeName: from, SourceState: &tfprotov6.RawState{JSON: []byte(state)}, SourcePrivate: []byte("x")})
		if err != nil {
			t.Fatal(err)
		}
		return tf.object(resp.TargetState, schema.ResourceType(tf.kind)), messages(resp.Diagnostics)
	}
	state, failed := move("test_thing", `{"id":"x","size":"3","else":1}`)
	if failed != "" {
		t.Fatal(failed)
	}
	expect(t, "moved", state, map[string]string{"id": `"x"`, "size": "3"})
	for _, from := range []string{"test_other", "null_resource"} {
		if state, failed := move(from, `{"id":"x"}`); state != nil || !strings.HasPrefix(failed, "ERROR Cannot move the resource: A "+from+" cannot become a test_thing.") {
			t.Error(failed)
		}
	}
	if state, failed := move("test_thing", `[]`); state != nil || failed == "" {
		t.Error("an array is a state")
	}
}

func TestUpgradeOfIdentities(t *testing.T) {
	t.Parallel()
	tf := serve(t, storedKind())
	for raw, want := range map[string]string{`{"id":"x"}`: "x", `{"id":"x","else":1}`: "x", `{"id":[]}`: "", "": ""} {
		req := &tfprotov6.UpgradeResourceIdentityRequest{TypeName: "test_thing"}
		if raw != "" {
			req.RawIdentity = &tfprotov6.RawState{JSON: []byte(raw)}
		}
		resp, err := tf.UpgradeResourceIdentity(t.Context(), req)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if resp.UpgradedIdentity != nil {
			got = value.String(tf.object(resp.UpgradedIdentity.IdentityData, schema.IdentityType(tf.kind))["id"])
		}
		if got != want || (len(resp.Diagnostics) > 0) != strings.Contains(raw, "[]") {
			t.Errorf("%s: %q, %s", raw, got, messages(resp.Diagnostics))
		}
	}
}

// A generated configuration plans nothing.
func TestGeneratedConfiguration(t *testing.T) {
	t.Parallel()
	tf := serve(t, coretest.Thing(mode, code, kind.Field{Name: "title", Type: kind.String}, kind.Field{Name: "tags", Type: kind.Set, Of: kind.String}))
	tf.fake.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "mode": "strict", "title": "x", "tags": []string{}, "code": nil})
	imported, err := tf.ImportResourceState(t.Context(), &tfprotov6.ImportResourceStateRequest{TypeName: "test_thing", ID: coretest.FirstID})
	if err != nil {
		t.Fatal(err)
	}
	state := tf.refreshed(tf.object(imported.ImportedResources[0].State, schema.ResourceType(tf.kind)))
	resp, err := tf.GenerateResourceConfig(t.Context(), &tfprotov6.GenerateResourceConfigRequest{TypeName: "test_thing", State: tf.state(state)})
	if err != nil {
		t.Fatal(err)
	}
	config := tf.object(resp.Config, schema.ResourceType(tf.kind))
	expect(t, "generated", config, map[string]string{"id": "null", "name": `"a"`, "mode": "null", "title": `"x"`, "tags": "null", "code": "null"})
	for name, planned := range tf.planned(config, state) {
		if !planned.Equal(state[name]) {
			t.Errorf("%s is planned as %s", name, planned)
		}
	}
}
