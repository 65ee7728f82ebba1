package server_test

import (
	"context"
	"strings"
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

// What Terraform checks of every provider (internal/plans/objchange of its source), over
// the lives of random objects of random kinds: each configuration after the one before,
// with values that are known during the apply only.
func TestPlansAndAppliesKeepTerraformsRules(t *testing.T) {
	t.Parallel()
	shared := serve(t, coretest.Thing())
	rapid.Check(t, func(rt *rapid.T) {
		k := aKind(rt)
		tf := shared.with(rt, k)
		tf.fake.Address = "pk"
		if k.IsAddressedByName() {
			tf.fake.Address = "slug"
		}
		tf.fake.Written = respell(k)
		tf.fake.Hidden = nil
		for _, field := range k.All() {
			if field.Secret && rapid.Bool().Draw(rt, field.Name+" hidden") && !field.Generated {
				tf.fake.Hidden = append(tf.fake.Hidden, field.APIName())
			}
		}
		var state value.Object
		for range rapid.IntRange(1, 4).Draw(rt, "steps") {
			state = tf.step(rt, few.config(rt, k, true), state)
		}
	})
}

// step refreshes, plans, plans again with all values known, and applies.
func (tf *terraform) step(rt *rapid.T, config, state value.Object) value.Object {
	tf.validate(config)
	tf.connected = &connection.Connection{Client: tf.connected.Client} // a new process
	if state != nil {
		tf.unchanged("a refresh right after the apply", tf.refreshed(state), state)
	}
	before := state
	planned, replaces := tf.checkedPlan(config, before)
	if replaces {
		before = nil
		planned, _ = tf.checkedPlan(config, nil)
	}
	tf.connected = &connection.Connection{Client: tf.connected.Client} // the process of the apply
	known := resolved(rt, tf.kind, config)
	final, replacesNow := tf.checkedPlan(known, before)
	if replacesNow && allKnown(config) {
		tf.Fatalf("the plan of the apply replaces")
	}
	tf.compatible("the plan of the apply", planned, final)
	if replacesNow {
		// Terraform refuses that, unless the values that turned out to be others replace.
		return state
	}
	if before != nil && equal(final, before) {
		return state // nothing to apply
	}
	if state != nil && before == nil {
		tf.applied(nil, state)
	}
	resp, err := tf.ApplyResourceChange(context.Background(), &tfprotov6.ApplyResourceChangeRequest{
		TypeName: "test_thing", Config: tf.state(known), PriorState: tf.state(before), PlannedState: tf.state(final),
	})
	if err != nil {
		tf.Fatal(err)
	}
	tf.fine(resp.Diagnostics)
	if strings.Contains(messages(resp.Diagnostics), "S3cr3t") {
		tf.Error("a secret is in a message")
	}
	after := tf.object(resp.NewState, schema.ResourceType(tf.kind))
	tf.compatible("the state after the apply", final, after)
	for name, attribute := range after {
		if !attribute.IsFullyKnown() {
			tf.Errorf("%s is unknown after the apply", name)
		}
		if strings.HasSuffix(name, "_wo") && !attribute.IsNull() {
			tf.Errorf("%s is in the state", name)
		}
	}
	refreshed := tf.refreshed(after)
	tf.unchanged("the refresh", refreshed, after)
	again, _ := tf.checkedPlan(known, refreshed)
	tf.unchanged("the second plan", again, refreshed)
	return refreshed
}

func equal(one, other value.Object) bool {
	for name := range one {
		if !one[name].Equal(other[name]) {
			return false
		}
	}
	return true
}

func allKnown(config value.Object) bool {
	for _, attribute := range config {
		if !attribute.IsFullyKnown() {
			return false
		}
	}
	return true
}

func (tf *terraform) validate(config value.Object) {
	tf.Helper()
	resp, err := tf.ValidateResourceConfig(context.Background(), &tfprotov6.ValidateResourceConfigRequest{
		TypeName: "test_thing", Config: tf.state(config), ClientCapabilities: &tfprotov6.ValidateResourceConfigClientCapabilities{WriteOnlyAttributesAllowed: true},
	})
	if err != nil || len(resp.Diagnostics) > 0 {
		tf.Fatalf("validation: %s, %v", messages(resp.Diagnostics), err)
	}
}

// checkedPlan plans, and checks the plan as Terraform does.
func (tf *terraform) checkedPlan(config, before value.Object) (planned value.Object, replaces bool) {
	tf.Helper()
	resp := tf.plan(config, before)
	tf.fine(resp.Diagnostics)
	planned = tf.object(resp.PlannedState, schema.ResourceType(tf.kind))
	computed := computedAttributes(tf.kind)
	for name, attribute := range planned {
		prior, configured := before[name], config[name]
		switch {
		case strings.HasSuffix(name, "_wo"):
			if !attribute.IsNull() {
				tf.Errorf("%s is planned", name)
			}
		case tf.kind.Field(name) != nil && tf.kind.Field(name).Type == kind.Objects:
			tf.checkObjects(name, attribute, configured, prior)
		case !allowed(attribute, configured, prior, computed[name]):
			tf.Errorf("%s is planned as %s, configured as %s, was %s", name, attribute, configured, prior)
		}
	}
	return planned, len(resp.RequiresReplace) > 0 && before != nil
}

// allowed says whether Terraform accepts the planned value.
func allowed(planned, configured, prior tftypes.Value, computed bool) bool {
	switch {
	case planned.Equal(configured):
		return true
	case prior.Type() != nil && planned.Equal(prior) && !prior.IsNull() && !configured.IsNull():
		return true
	}
	return computed && configured.IsNull()
}

// checkObjects checks planned nested objects one by one.
func (tf *terraform) checkObjects(name string, planned, configured, prior tftypes.Value) {
	tf.Helper()
	if configured.IsNull() || !configured.IsKnown() || planned.Equal(prior) && !prior.IsNull() && len(value.Elements(prior)) == len(value.Elements(configured)) {
		return
	}
	elements, wanted, before := value.Elements(planned), value.Elements(configured), value.Elements(prior)
	if len(elements) != len(wanted) {
		tf.Fatalf("%s is planned with %d elements, configured with %d", name, len(elements), len(wanted))
	}
	for i := range elements {
		attributes, config := value.Attributes(elements[i]), value.Attributes(wanted[i])
		var old value.Object
		if i < len(before) {
			old = value.Attributes(before[i])
		}
		for attribute, of := range attributes {
			if !allowed(of, config[attribute], old[attribute], attribute == "mode") {
				tf.Errorf("%s[%d].%s is planned as %s, configured as %s", name, i, attribute, of, config[attribute])
			}
		}
	}
}

// compatible fails unless what is known in the plan is so afterwards.
func (tf *terraform) compatible(what string, planned, after value.Object) {
	tf.Helper()
	for name, attribute := range planned {
		if !isCompatible(attribute, after[name]) {
			tf.Errorf("%s: %s was planned as %s, is %s", what, name, attribute, after[name])
		}
	}
}

func isCompatible(planned, after tftypes.Value) bool {
	if !planned.IsKnown() || planned.Equal(after) {
		return true
	}
	if planned.IsNull() || after.IsNull() || planned.IsFullyKnown() {
		return false
	}
	if before, now := value.Elements(planned), value.Elements(after); before != nil {
		for i := range before {
			if len(now) != len(before) || !isCompatible(before[i], now[i]) {
				return false
			}
		}
		return len(now) == len(before)
	}
	before, now := value.Attributes(planned), value.Attributes(after)
	for name := range before {
		if !isCompatible(before[name], now[name]) {
			return false
		}
	}
	return true
}

func (tf *terraform) unchanged(what string, one, other value.Object) {
	tf.Helper()
	for name := range one {
		if !one[name].Equal(other[name]) {
			tf.Errorf("%s: %s is %s, was %s", what, name, one[name], other[name])
		}
	}
}
