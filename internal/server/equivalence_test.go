package server_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Where the meaning is meant to be the same, a plan is what terraform-plugin-framework
// plans for a resource with such a schema.
func TestPlansAreThoseOfAFrameworkResource(t *testing.T) {
	t.Parallel()
	shared := serve(t, coretest.Thing())
	rapid.Check(t, func(rt *rapid.T) {
		k := aSimpleKind(rt)
		tf := shared.with(rt, k)
		theirs := framework(rt, k)
		config := aConfig(rt, k, true)
		var before value.Object
		if rapid.Bool().Draw(rt, "update") {
			before = aState(rt, k)
			tf.connected = nil // as before a refresh is known of: nothing is asked
		}
		ours := tf.plan(config, before)
		tf.fine(ours.Diagnostics)
		resp, err := theirs.PlanResourceChange(context.Background(), &tfprotov6.PlanResourceChangeRequest{
			TypeName: "test_thing", Config: tf.state(config), PriorState: tf.state(before), ProposedNewState: tf.state(proposed(k, config, before)),
		})
		if err != nil {
			rt.Fatal(err)
		}
		tf.fine(resp.Diagnostics)
		mine, other := tf.object(ours.PlannedState, schema.ResourceType(k)), tf.object(resp.PlannedState, schema.ResourceType(k))
		for _, name := range slices.Sorted(maps.Keys(other)) {
			if !mine[name].Equal(other[name]) {
				rt.Errorf("%s is planned as %s, the framework plans %s; configured as %s, was %s", name, mine[name], other[name], config[name], before[name])
			}
		}
		if got, want := paths(ours.RequiresReplace), paths(resp.RequiresReplace); !slices.Equal(got, want) {
			rt.Errorf("replaced because of %v, by the framework of %v", got, want)
		}
	})
}

func paths(of []*tftypes.AttributePath) []string {
	var all []string
	for _, one := range of {
		all = append(all, one.String())
	}
	slices.Sort(all)
	return all
}

// aSimpleKind draws a kind without what the framework has no like of: values with several
// spellings, arguments that are managed only if they are configured, and secrets that the
// server generates.
func aSimpleKind(t *rapid.T) *kind.Kind {
	var fields []kind.Field
	for i := range rapid.IntRange(0, 6).Draw(t, "fields") {
		field := kind.Field{Name: fmt.Sprint("f", i), Of: kind.String}
		field.Type = rapid.SampledFrom([]kind.Type{kind.String, kind.Bool, kind.Int, kind.Float, kind.List}).Draw(t, field.Name+" type")
		switch rapid.SampledFrom([]string{"required", "default", "computed", "optional"}).Draw(t, field.Name+" option") {
		case "required":
			field.Required = true
		case "default":
			field.Default = few[field.Type][0]
		case "computed":
			field.Computed = true
		default:
			field.Nullable, field.NoDefault = true, true
		}
		field.Replaces = rapid.IntRange(0, 3).Draw(t, field.Name+" replaces") == 0
		fields = append(fields, field)
	}
	if rapid.Bool().Draw(t, "secret") {
		fields = append(fields, kind.Field{Name: "code", Type: kind.String, Secret: true, WriteOnly: true})
	}
	return coretest.Thing(append(fields,
		kind.Field{Name: "seen", Type: kind.String, ReadOnly: true, Exposed: true}, kind.Field{Name: "stable", Type: kind.String, ReadOnly: true, Stable: true})...)
}

// aState draws a state as an apply leaves it.
func aState(t *rapid.T, k *kind.Kind) value.Object {
	state := value.Object{}
	for name, attributeType := range schema.ResourceType(k).AttributeTypes {
		state[name] = tftypes.NewValue(attributeType, nil)
	}
	fields := k.All()
	for i := range fields {
		one := fields[i]
		name := one.Name
		one.Name = "state of " + name
		switch {
		case !one.InResource():
		case one.Secret:
			state[name+"_wo_version"] = tftypes.NewValue(tftypes.Number, rapid.IntRange(1, 2).Draw(t, one.Name))
		default:
			one.Required = one.Default != nil || one.Computed || one.Required || one.ReadOnly
			one.Default, one.Computed, one.ReadOnly = nil, false, false
			state[name] = aValue(t, &one, false)
		}
	}
	state["id"] = value.Text(coretest.FirstID)
	return state
}

// proposed is what Terraform proposes: what is configured or, of computed attributes that
// are not, the state's value, and unknown for a new object.
func proposed(k *kind.Kind, config, before value.Object) value.Object {
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
// is null by default is not.
func frameworkComputes(k *kind.Kind, name string, computed bool) bool {
	field := k.Field(name)
	return computed && (field == nil || !field.Nullable)
}
