package server_test

import (
	"context"
	"net/http"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// A data source for one object or many refuses what a framework data source refuses, and
// reads what it reads.
//
// Left out are values to look for that authentik would take for something else, which are
// checked by rules of our own. Beside an error the framework answers the configuration as
// the state, which Terraform does not look at; ours answers none.
func TestDataSourcesAreThoseOfTheFramework(t *testing.T) {
	t.Parallel()
	shared := serve(t, coretest.Thing())
	rapid.Check(t, func(rt *rapid.T) {
		k := aSimpleKind(rt)
		if k.IsAddressedByName() {
			k.Lookups = append(k.Lookups, kind.By("name"))
		}
		tf := shared.with(rt, k)
		tf.fake.Address = k.Address().APIName()
		typeName, objectType := "test_thing", schema.DataSourceType(k)
		if rapid.Bool().Draw(rt, "many") {
			typeName, objectType = "test_things", schema.PluralType(k)
		}
		config := aDataConfig(rt, k, objectType)
		there := rapid.SampledFrom([]string{"there", "there", "gone", "unreadable", "refused"}).Draw(rt, "object")
		state := few.state(rt, k)
		objects := func() []coretest.Object {
			of := object(k, state, coretest.FirstID)
			switch there {
			case "gone":
				return nil
			case "unreadable":
				of["name"] = []any{}
			}
			return []coretest.Object{of}
		}
		tf.fake.Intercept = refusing(there, http.MethodGet)
		deferral := tf.maybeDeferred(rt)
		encoded := dynamic(tf, objectType, config)
		tf.both(typeName, objects, deferral, func(of tfprotov6.ProviderServer) answer {
			validated, err := of.ValidateDataResourceConfig(context.Background(), &tfprotov6.ValidateDataResourceConfigRequest{TypeName: typeName, Config: encoded})
			if err != nil {
				tf.Fatal(err)
			}
			if a := (answer{}).diagnostics(validated.Diagnostics); a["diagnostics"] != "" {
				return a // Terraform does not read it
			}
			resp, err := of.ReadDataSource(context.Background(), &tfprotov6.ReadDataSourceRequest{
				TypeName: typeName, Config: encoded, ClientCapabilities: &tfprotov6.ReadDataSourceClientCapabilities{DeferralAllowed: deferral},
			})
			if err != nil {
				tf.Fatal(err)
			}
			if len(resp.Diagnostics) > 0 && of != tfprotov6.ProviderServer(tf.Server) {
				resp.State = nil
			}
			return answer{}.value(tf, "state", resp.State, objectType).diagnostics(resp.Diagnostics).deferral(resp.Deferred)
		})
	})
}

// aDataConfig draws a configuration of a data source: what to look for, and sometimes what
// cannot be configured.
func aDataConfig(t *rapid.T, k *kind.Kind, objectType tftypes.Object) value.Object {
	config := value.Object{}
	for _, name := range sortedNames(objectType.AttributeTypes) {
		attributeType := objectType.AttributeTypes[name]
		config[name] = tftypes.NewValue(attributeType, nil)
		candidates := []tftypes.Value{config[name], config[name], tftypes.NewValue(attributeType, tftypes.UnknownValue)}
		switch {
		case name == "id":
			candidates = append(candidates, value.Text(coretest.FirstID), value.Text(coretest.SecondID))
		case name == "name" || name == "slug" || name == "search":
			candidates = append(candidates, value.Text("a"), value.Text("b"))
		case name == schema.OmitSecrets:
			candidates = append(candidates, tftypes.NewValue(tftypes.Bool, true), tftypes.NewValue(tftypes.Bool, false))
		case rapid.IntRange(0, 30).Draw(t, name+" is set") == 0:
			candidates = candidates[2:]
			if field := k.Field(name); field != nil {
				candidates = append(candidates, distinct.value(t, applied(*field), false))
			}
		default:
			continue
		}
		config[name] = rapid.SampledFrom(candidates).Draw(t, name)
	}
	return config
}
