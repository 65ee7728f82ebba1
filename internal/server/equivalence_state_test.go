package server_test

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// A stored state is read as the framework reads it, whatever is in it.
//
// Left out are no state at all, which Terraform does not send; what follows the state's
// JSON, which the framework does not look at; and an empty string for a number, which is
// null to us, because the SDK of goauthentik/authentik wrote it so.
func TestStatesAreReadAsByAFrameworkResource(t *testing.T) {
	t.Parallel()
	shared := serve(t, coretest.Thing())
	rapid.Check(t, func(rt *rapid.T) {
		tf := shared.with(rt, aSimpleKind(rt))
		req := &tfprotov6.UpgradeResourceStateRequest{TypeName: "test_thing", RawState: &tfprotov6.RawState{JSON: tf.aStoredState(rt)}}
		read := func(of tfprotov6.ProviderServer) answer {
			resp, err := of.UpgradeResourceState(context.Background(), req)
			if err != nil {
				tf.Fatal(err)
			}
			return answer{}.value(tf, "state", resp.UpgradedState, schema.ResourceType(tf.kind)).diagnostics(resp.Diagnostics)
		}
		tf.same(string(req.RawState.JSON), read(tf.Server), read(tf.rival(false)))
	})
}

// A state is moved from the type of the same name, with its private data, and without the
// values of write-only arguments. From any other type it is not.
func TestStatesAreMovedAsByAFrameworkResource(t *testing.T) {
	t.Parallel()
	shared := serve(t, coretest.Thing())
	rapid.Check(t, func(rt *rapid.T) {
		tf := shared.with(rt, aSimpleKind(rt))
		req := &tfprotov6.MoveResourceStateRequest{
			TargetTypeName: "test_thing", SourceProviderAddress: "registry.terraform.io/goauthentik/authentik", SourcePrivate: aPrivate(rt),
			SourceTypeName: rapid.SampledFrom([]string{"test_thing", "test_thing", "test_other"}).Draw(rt, "from"), SourceState: &tfprotov6.RawState{JSON: tf.aStoredState(rt)},
		}
		move := func(of tfprotov6.ProviderServer) answer {
			resp, err := of.MoveResourceState(context.Background(), req)
			if err != nil {
				tf.Fatal(err)
			}
			return answer{}.value(tf, "state", resp.TargetState, schema.ResourceType(tf.kind)).identity(tf, resp.TargetIdentity).private(tf, resp.TargetPrivate).diagnostics(resp.Diagnostics)
		}
		tf.same(req.SourceTypeName+" "+string(req.SourceState.JSON), move(tf.Server), move(tf.rival(false)))
	})
}

// A stored identity is read as by a framework resource with an upgrader. Of today's version
// Terraform does not ask for that, and the framework refuses it; ours reads any version.
func TestIdentitiesAreReadAsByAFrameworkResource(t *testing.T) {
	t.Parallel()
	shared := serve(t, coretest.Thing())
	rapid.Check(t, func(rt *rapid.T) {
		tf := shared.with(rt, aSimpleKind(rt))
		stored := map[string]any{schema.IdentityAttribute(tf.kind): rapid.SampledFrom([]any{"x", 1, true, nil, []string{"x"}, map[string]any{"x": 1}}).Draw(rt, "key")}
		if rapid.Bool().Draw(rt, "more") {
			stored["more"] = []any{map[string]any{"a": 1}}
		}
		if rapid.IntRange(0, 3).Draw(rt, "less") == 0 {
			delete(stored, schema.IdentityAttribute(tf.kind))
		}
		raw := broken(rt, stored)
		req := &tfprotov6.UpgradeResourceIdentityRequest{TypeName: "test_thing", Version: 1, RawIdentity: &tfprotov6.RawState{JSON: raw}}
		read := func(of tfprotov6.ProviderServer) answer {
			resp, err := of.UpgradeResourceIdentity(context.Background(), req)
			if err != nil {
				tf.Fatal(err)
			}
			return answer{}.identity(tf, resp.UpgradedIdentity).diagnostics(resp.Diagnostics)
		}
		tf.same(string(raw), read(tf.Server), read(tf.rival(false)))
	})
}

// broken writes JSON that is sometimes cut off, null or of another form.
func broken(t *rapid.T, of any) []byte {
	raw, err := json.Marshal(of)
	if err != nil {
		t.Fatal(err)
	}
	switch rapid.IntRange(0, 5).Draw(t, "broken") {
	case 0:
		return raw[:rapid.IntRange(1, len(raw)-1).Draw(t, "cut off")]
	case 1:
		return []byte(rapid.SampledFrom([]string{"null", "[]", "{}", "3"}).Draw(t, "instead"))
	}
	return raw
}

// aStoredState draws a state as JSON, with attributes that are missing, are of another type
// or have no schema, at any depth.
func (tf *terraform) aStoredState(t *rapid.T) []byte {
	tf.Helper()
	stored := map[string]any{}
	for name, attribute := range distinct.state(t, tf.kind) {
		stored[name] = plainJSON(attribute)
	}
	if _, has := stored["code_wo"]; has && rapid.Bool().Draw(t, "write-only value") {
		stored["code_wo"] = "S3cr3t1" // of a provider that keeps it
	}
	rate := rapid.SampledFrom([]int{0, 0, 10, 30}).Draw(t, "rate of distortions")
	return broken(t, distorted(t, rate, "", stored))
}

// distorted changes values, of a hundred as many as the rate says, and lists more often.
func distorted(t *rapid.T, rate int, at string, of any) any {
	if at != "" && rapid.IntRange(0, 99).Draw(t, at+" is distorted") < rate/2 {
		return rapid.SampledFrom([]any{nil, "text", "7", "true", 7, 1.5, true, []any{}, []any{"x", 1, nil}, []any{[]any{}}, []any{map[string]any{}}, map[string]any{}}).Draw(t, at+" instead")
	}
	switch of := of.(type) {
	case map[string]any:
		changed := map[string]any{}
		for _, name := range sortedNames(of) {
			if rapid.IntRange(0, 99).Draw(t, at+"."+name+" is missing") >= rate/2 {
				changed[name] = distorted(t, rate, at+"."+name, of[name])
			}
		}
		if rapid.IntRange(0, 5).Draw(t, at+" has more") == 0 {
			changed["more"] = map[string]any{"a": []any{1, "b"}}
		}
		return changed
	case []any:
		changed := []any{}
		for i := range of {
			changed = append(changed, distorted(t, rate, at+"[]", of[i]))
		}
		if rapid.Bool().Draw(t, at+" has another element") {
			changed = append(changed, rapid.SampledFrom([]any{nil, 7, []any{}, map[string]any{}}).Draw(t, at+" element"))
		}
		return changed
	}
	return of
}

// plainJSON is a value as Terraform stores it.
func plainJSON(of tftypes.Value) any {
	switch {
	case !value.IsSet(of):
		return nil
	case of.Type().Is(tftypes.Bool):
		return value.Bool(of)
	case of.Type().Is(tftypes.Number):
		return json.Number(value.Plain(of))
	case of.Type().Is(tftypes.String):
		return value.String(of)
	case of.Type().Is(tftypes.Object{}):
		object := map[string]any{}
		for name, attribute := range value.Attributes(of) {
			object[name] = plainJSON(attribute)
		}
		return object
	}
	elements := []any{}
	for _, element := range value.Elements(of) {
		elements = append(elements, plainJSON(element))
	}
	return elements
}
