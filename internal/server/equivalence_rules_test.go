package server_test

import (
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework-validators/resourcevalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// A rule across arguments refuses what the framework's validator refuses, and waits for what
// is not known yet as that does. The attribute that is named differs: ours is the one to
// change.
//
// Left out is the empty string, which ours takes for an argument that is not set.
func TestRulesAreThoseOfAFrameworkResource(t *testing.T) {
	t.Parallel()
	shared := serve(t, coretest.Thing())
	rapid.Check(t, func(rt *rapid.T) {
		var fields []kind.Field
		names := []string{"a", "b", "c"}
		for _, name := range names {
			fields = append(fields, kind.Field{Name: name, Type: kind.String, Nullable: true, NoDefault: true})
		}
		k := coretest.Thing(fields...)
		theirs := framework{kind: k}
		all := []path.Expression{path.MatchRoot("a"), path.MatchRoot("b"), path.MatchRoot("c")}
		k.Rules, theirs.rules = []kind.Rule{kind.ExactlyOneOf(names...)}, []resource.ConfigValidator{resourcevalidator.ExactlyOneOf(all...)}
		tf := shared.with(rt, k)
		config := tf.config(values{"name": "a"})
		for _, name := range names {
			config[name] = rapid.SampledFrom([]tftypes.Value{value.NullString(), value.Text("x"), tftypes.NewValue(tftypes.String, tftypes.UnknownValue)}).Draw(rt, name)
		}
		req := &tfprotov6.ValidateResourceConfigRequest{TypeName: "test_thing", Config: tf.state(config)}
		refused := func(of tfprotov6.ProviderServer) answer {
			if found := tf.validation(of, req)["diagnostics"]; strings.Contains(found, "ERROR") {
				return answer{"refused": "yes"}
			}
			return answer{"refused": "no"}
		}
		tf.same("rule", refused(tf.Server), refused(tf.configured(theirs, false)))
	})
}
