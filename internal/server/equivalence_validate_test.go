package server_test

import (
	"context"
	"maps"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// A configuration is refused where the framework refuses it: what is required and null,
// what only the server sets, null elements, write-only arguments without the Terraform for
// them, and the arguments of secrets that exclude or need each other.
//
// Left out are strings that authentik would refuse or change, which are checked by rules of
// our own, and nested objects that are wholly unknown, of which the framework takes the
// attributes for null (terraform-plugin-framework issue 186).
func TestValidationIsThatOfAFrameworkResource(t *testing.T) {
	t.Parallel()
	shared := serve(t, coretest.Thing())
	rapid.Check(t, func(rt *rapid.T) {
		tf := shared.with(rt, aSimpleKind(rt))
		config := spoiled(rt, tf.kind, opened(rt, tf.kind, distinct.config(rt, tf.kind, true), kind.List, kind.Set))
		req := &tfprotov6.ValidateResourceConfigRequest{TypeName: "test_thing", Config: tf.state(config)}
		if rapid.IntRange(0, 9).Draw(rt, "of another type") == 0 {
			name := rapid.SampledFrom(sortedNames(config)).Draw(rt, "attribute of another type")
			req.Config = otherwise(rt, schema.ResourceType(tf.kind), config, name)
		}
		if rapid.Bool().Draw(rt, "capabilities are known") {
			req.ClientCapabilities = &tfprotov6.ValidateResourceConfigClientCapabilities{WriteOnlyAttributesAllowed: rapid.Bool().Draw(rt, "write-only")}
		}
		tf.same("validation", tf.validation(tf.Server, req), tf.validation(tf.rival(false), req))
	})
}

// otherwise encodes an object whose attribute of the name is of another type.
func otherwise(t *rapid.T, objectType tftypes.Object, object value.Object, name string) *tfprotov6.DynamicValue {
	types, other := maps.Clone(objectType.AttributeTypes), maps.Clone(object)
	types[name] = tftypes.List{ElementType: tftypes.List{ElementType: tftypes.Bool}}
	other[name] = tftypes.NewValue(types[name], []tftypes.Value{tftypes.NewValue(tftypes.List{ElementType: tftypes.Bool}, []tftypes.Value{})})
	return dynamic(t, tftypes.Object{AttributeTypes: types}, other)
}

func (tf *terraform) validation(of tfprotov6.ProviderServer, req *tfprotov6.ValidateResourceConfigRequest) answer {
	tf.Helper()
	resp, err := of.ValidateResourceConfig(context.Background(), req)
	if err != nil {
		tf.Fatal(err)
	}
	return answer{}.diagnostics(resp.Diagnostics)
}

// spoiled makes some of a configuration wrong.
func spoiled(t *rapid.T, k *kind.Kind, config value.Object) value.Object {
	for i := range k.All() {
		field := &k.All()[i]
		switch {
		case !field.InResource() || rapid.IntRange(0, 3).Draw(t, field.Name+" is wrong") > 0 && !field.Secret:
		case field.ReadOnly:
			config[field.Name] = value.Text("set")
		case field.Secret:
			spoiledSecret(t, field, config)
		case field.MustBeSet() && rapid.Bool().Draw(t, field.Name+" is missing"):
			config[field.Name] = value.Null(field)
		default:
			config[field.Name] = withNull(t, field.Name, config[field.Name])
		}
	}
	if rapid.IntRange(0, 3).Draw(t, "id is set") == 0 {
		config["id"] = value.Text("set")
	}
	return config
}

// spoiledSecret draws the attributes of a secret independently of each other.
func spoiledSecret(t *rapid.T, field *kind.Field, config value.Object) {
	unknown := tftypes.NewValue(tftypes.String, tftypes.UnknownValue)
	forms := []tftypes.Value{value.NullString(), value.Text("S3cr3t1"), unknown}
	config[field.Name+"_wo"] = rapid.SampledFrom(forms).Draw(t, field.Name+" as write-only")
	if !field.WriteOnly {
		config[field.Name] = rapid.SampledFrom(forms).Draw(t, field.Name+" as plain")
	}
	version := tftypes.NewValue(tftypes.Number, nil)
	switch rapid.SampledFrom([]string{"none", "known", "unknown"}).Draw(t, field.Name+" version") {
	case "known":
		version = tftypes.NewValue(tftypes.Number, 1)
	case "unknown":
		version = tftypes.NewValue(tftypes.Number, tftypes.UnknownValue)
	}
	config[field.Name+"_wo_version"] = version
}

// withNull puts null in the place of an element, or of an inner attribute.
func withNull(t *rapid.T, name string, of tftypes.Value) tftypes.Value {
	if elements := value.Elements(of); len(elements) > 0 {
		at := rapid.IntRange(0, len(elements)-1).Draw(t, name+" null at")
		if value.Attributes(elements[at]) != nil && rapid.Bool().Draw(t, name+" null inside") {
			elements[at] = withNull(t, name, elements[at])
		} else {
			elements[at] = tftypes.NewValue(elements[at].Type(), nil)
		}
		return tftypes.NewValue(of.Type(), elements)
	}
	attributes := value.Attributes(of)
	if attributes == nil {
		return of
	}
	if rapid.Bool().Draw(t, name+" without url") {
		attributes["url"] = value.NullString()
	} else {
		attributes["tags"] = withNull(t, name+".tags", attributes["tags"])
	}
	return tftypes.NewValue(of.Type(), attributes)
}
