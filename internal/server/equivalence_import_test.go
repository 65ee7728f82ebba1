package server_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// An import, and the refresh that follows it, answer what a framework resource does: by an
// ID, a look-up or an identity, of an object that is there or not.
func TestImportsAreThoseOfAFrameworkResource(t *testing.T) {
	t.Parallel()
	shared := serve(t, coretest.Thing())
	rapid.Check(t, func(rt *rapid.T) {
		tf := shared.with(rt, aSimpleKind(rt))
		tf.fake.Address = tf.kind.Address().APIName()
		there := rapid.SampledFrom([]string{"there", "there", "gone", "refused"}).Draw(rt, "object")
		state := few.state(rt, tf.kind)
		objects := func() []coretest.Object {
			if there == "gone" {
				return nil
			}
			return []coretest.Object{object(tf.kind, state, coretest.FirstID)}
		}
		tf.fake.Intercept = refusing(there, http.MethodGet)
		deferral := tf.maybeDeferred(rt)
		req := &tfprotov6.ImportResourceStateRequest{TypeName: "test_thing", ClientCapabilities: &tfprotov6.ImportResourceStateClientCapabilities{DeferralAllowed: deferral}}
		if rapid.Bool().Draw(rt, "by identity") {
			key := rapid.SampledFrom([]tftypes.Value{value.Text(coretest.FirstID), value.Text(strings.ToUpper(coretest.FirstID)), value.Text("x"), value.NullString()}).Draw(rt, "identity")
			req.Identity = &tfprotov6.ResourceIdentityData{IdentityData: dynamic(tf, schema.IdentityType(tf.kind), value.Object{schema.IdentityAttribute(tf.kind): key})}
		} else {
			req.ID = rapid.SampledFrom([]string{coretest.FirstID, strings.ToUpper(coretest.FirstID), "name=a", "name=", "a", "x=y", ""}).Draw(rt, "ID")
		}
		tf.both(there, objects, deferral, func(of tfprotov6.ProviderServer) answer {
			resp, err := of.ImportResourceState(context.Background(), req)
			if err != nil {
				tf.Fatal(err)
			}
			a := answer{}
			for _, imported := range resp.ImportedResources {
				a.value(tf, "state", imported.State, schema.ResourceType(tf.kind)).identity(tf, imported.Identity).private(tf, imported.Private)
				a["type"] = imported.TypeName
				if resp.Deferred == nil {
					tf.readAfterImport(of, imported, a)
				}
			}
			return a.diagnostics(resp.Diagnostics).deferral(resp.Deferred)
		})
	})
}

// readAfterImport adds the refresh that follows an import.
func (tf *terraform) readAfterImport(of tfprotov6.ProviderServer, imported *tfprotov6.ImportedResource, a answer) {
	tf.Helper()
	resp, err := of.ReadResource(context.Background(), &tfprotov6.ReadResourceRequest{
		TypeName: imported.TypeName, CurrentState: imported.State, CurrentIdentity: imported.Identity, Private: imported.Private,
	})
	if err != nil {
		tf.Fatal(err)
	}
	read := answer{}.value(tf, "state", resp.NewState, schema.ResourceType(tf.kind)).identity(tf, resp.NewIdentity).private(tf, resp.Private).diagnostics(resp.Diagnostics)
	for part, of := range read {
		a["read "+part] = of
	}
}
