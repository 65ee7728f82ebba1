package server_test

import (
	"context"
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Where the meaning is meant to be the same, a plan is what terraform-plugin-framework
// plans for a resource with such a schema: of a create, an update or a deletion, and
// where the provider's configuration is not known yet.
func TestPlansAreThoseOfAFrameworkResource(t *testing.T) {
	t.Parallel()
	shared := serve(t, coretest.Thing())
	rapid.Check(t, func(rt *rapid.T) {
		tf := shared.with(rt, aSimpleKind(rt))
		var config, before value.Object
		change := rapid.SampledFrom([]string{"create", "update", "destroy"}).Draw(rt, "change")
		if change != "destroy" {
			config = opened(rt, tf.kind, distinct.config(rt, tf.kind, true), kind.List, kind.Set, kind.Objects)
		}
		if change != "create" {
			before = distinct.state(rt, tf.kind)
		}
		tf.connected = nil // as before a refresh is known of: nothing is asked
		if rapid.Bool().Draw(rt, "the provider's configuration is open") {
			tf.connected = &connection.Connection{Unknown: []string{"url"}}
		}
		deferral := rapid.Bool().Draw(rt, "can be deferred")
		identified := before
		if change == "create" {
			identified = distinct.state(rt, tf.kind) // of the object that the new one replaces
		}
		req := &tfprotov6.PlanResourceChangeRequest{
			TypeName: "test_thing", Config: tf.state(config), PriorState: tf.state(before), ProposedNewState: tf.state(proposed(tf.kind, config, before)),
			PriorPrivate: aPrivate(rt), PriorIdentity: tf.anIdentity(rt, identified),
			ClientCapabilities: &tfprotov6.PlanResourceChangeClientCapabilities{DeferralAllowed: deferral},
		}
		tf.same(change, tf.planAnswer(tf.Server, req), tf.planAnswer(tf.rival(deferral), req))
	})
}

func (tf *terraform) planAnswer(of tfprotov6.ProviderServer, req *tfprotov6.PlanResourceChangeRequest) answer {
	tf.Helper()
	resp, err := of.PlanResourceChange(context.Background(), req)
	if err != nil {
		tf.Fatal(err)
	}
	a := answer{"replaces": ""}
	for _, name := range paths(resp.RequiresReplace) {
		a["replaces"] += name
	}
	return a.value(tf, "state", resp.PlannedState, schema.ResourceType(tf.kind)).identity(tf, resp.PlannedIdentity).
		private(tf, resp.PlannedPrivate).diagnostics(resp.Diagnostics).deferral(resp.Deferred)
}

// anIdentity draws the identity that Terraform has beside a state: none in a state of
// Terraform before 1.12.
func (tf *terraform) anIdentity(t *rapid.T, state value.Object) *tfprotov6.ResourceIdentityData {
	if state == nil || rapid.Bool().Draw(t, "no identity") {
		return nil
	}
	return tf.identity(value.String(state[schema.IdentityAttribute(tf.kind)]))
}

func (tf *terraform) identity(key string) *tfprotov6.ResourceIdentityData {
	tf.Helper()
	return &tfprotov6.ResourceIdentityData{IdentityData: dynamic(tf, schema.IdentityType(tf.kind), value.Object{schema.IdentityAttribute(tf.kind): value.Text(key)})}
}

func paths(of []*tftypes.AttributePath) []string {
	var all []string
	for _, one := range of {
		all = append(all, one.String())
	}
	slices.Sort(all)
	return all
}

// proposed is what Terraform proposes: what is configured or, of computed attributes that
// are not, the state's value, and unknown for a new object.
func proposed(k *kind.Kind, config, before value.Object) value.Object {
	if config == nil {
		return nil
	}
	computed := computedAttributes(k)
	merged := value.Object{}
	for name, attribute := range config {
		switch {
		case !attribute.IsNull() || !frameworkComputes(k, name, computed[name]):
			merged[name] = attribute
		case before == nil:
			merged[name] = tftypes.NewValue(attribute.Type(), tftypes.UnknownValue)
		default:
			merged[name] = before[name]
		}
	}
	return merged
}

// frameworkComputes says whether the attribute is computed in the framework's schema: what
// is null by default, and a secret, is not.
func frameworkComputes(k *kind.Kind, name string, computed bool) bool {
	field := k.Field(name)
	return computed && (field == nil || !field.Nullable && !field.Secret)
}
