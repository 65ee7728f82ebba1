package server_test

import (
	"context"
	"net/http"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// An apply answers what a framework resource does, and sends the same requests: whether the
// server does what it is asked to, refuses it, answers something else or has lost the
// object.
func TestAppliesAreThoseOfAFrameworkResource(t *testing.T) {
	t.Parallel()
	shared := serve(t, coretest.Thing())
	rapid.Check(t, func(rt *rapid.T) {
		tf := shared.with(rt, aSimpleKind(rt))
		tf.fake.Address = tf.kind.Address().APIName()
		var config, before, planned value.Object
		change := rapid.SampledFrom([]string{"create", "update", "destroy"}).Draw(rt, "change")
		if change != "create" {
			before = few.state(rt, tf.kind)
		}
		if change != "destroy" {
			config = few.config(rt, tf.kind, false)
			planned = tf.planned(config, before)
		}
		outcome := rapid.SampledFrom([]string{"done", "done", "refused", "unreadable", "another", "gone"}).Draw(rt, "outcome")
		objects := func() []coretest.Object {
			if before == nil || outcome == "gone" {
				return nil
			}
			return []coretest.Object{object(tf.kind, before, coretest.FirstID)}
		}
		tf.fake.Intercept = refusing(outcome, http.MethodPost, http.MethodPatch, http.MethodDelete)
		deferral := tf.maybeDeferred(rt)
		req := &tfprotov6.ApplyResourceChangeRequest{
			TypeName: "test_thing", Config: tf.state(config), PriorState: tf.state(before), PlannedState: tf.state(planned),
			PlannedPrivate: aPrivate(rt), PlannedIdentity: tf.anIdentity(rt, before),
		}
		tf.both(change+", "+outcome, objects, deferral, func(of tfprotov6.ProviderServer) answer {
			respell := tf.fake.Written
			tf.fake.Written = func(stored coretest.Object) {
				respell(stored)
				stored["pk"] = coretest.FirstID
				switch {
				case outcome == "unreadable":
					stored["name"] = []any{}
				case outcome == "another" && before != nil:
					stored["pk"] = coretest.SecondID
				}
			}
			resp, err := of.ApplyResourceChange(context.Background(), req)
			if err != nil {
				tf.Fatal(err)
			}
			return answer{}.value(tf, "state", resp.NewState, schema.ResourceType(tf.kind)).identity(tf, resp.NewIdentity).
				private(tf, resp.Private).diagnostics(resp.Diagnostics)
		})
	})
}
