package server_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// both has ours and the framework's provider answer the same call, each as a new process
// with the same objects on the server, and compares the answers and the requests that the
// server got.
func (tf *terraform) both(call string, objects func() []coretest.Object, deferral bool, answered func(of tfprotov6.ProviderServer) answer) {
	tf.Helper()
	as := func(serve func() tfprotov6.ProviderServer) (answer, []coretest.Request) {
		tf.fake.Remove()
		for _, object := range objects() {
			tf.fake.Add(object)
		}
		tf.fake.Written = respell(tf.kind)
		tf.reconnect()
		tf.fake.Requests()
		a := answered(serve())
		return a, tf.fake.Requests()
	}
	ours, sent := as(func() tfprotov6.ProviderServer { return tf.Server })
	theirs, wanted := as(func() tfprotov6.ProviderServer { return tf.rival(deferral) })
	tf.same(call, ours, theirs)
	if difference := cmp.Diff(wanted, sent); difference != "" {
		tf.Errorf("%s: the framework's resource sends - and we send +:\n%s", call, difference)
	}
}

// reconnect is a new process.
func (tf *terraform) reconnect() {
	tf.Helper()
	if tf.connected.Client == nil {
		return
	}
	address, err := client.ParseURL(tf.connected.Client.URL())
	if err != nil {
		tf.Fatal(err)
	}
	tf.connected = &connection.Connection{Client: client.New(client.Config{URL: address, Token: "t0k3n-S3cr3t", MaxRetries: 1, FirstRetry: 1})}
}

// object is what the server has of a state, as Terraform's objects are sent.
func object(k *kind.Kind, state value.Object, key string) coretest.Object {
	sent := coretest.Object{"pk": key}
	for i := range k.All() {
		field := &k.All()[i]
		if _, has := state[field.Name]; has && field.APIName() != "pk" {
			sent[field.APIName()] = value.Encode(field, state[field.Name], contract.Definition{}, nil)
		}
	}
	return sent
}

// A refresh answers what a framework resource does: whether the object is there as it was,
// in another spelling, changed, gone, or cannot be read.
//
// Of a deferred refresh the framework answers neither identity nor private state, which
// Terraform then loses; ours keeps both.
func TestRefreshesAreThoseOfAFrameworkResource(t *testing.T) {
	t.Parallel()
	shared := serve(t, coretest.Thing())
	rapid.Check(t, func(rt *rapid.T) {
		tf := shared.with(rt, aSimpleKind(rt))
		tf.fake.Address = tf.kind.Address().APIName()
		before := few.state(rt, tf.kind)
		after, changed := before, rapid.SampledFrom([]string{"no", "wholly", "inside", "inside"}).Draw(rt, "changed")
		switch changed {
		case "wholly":
			after = few.state(rt, tf.kind)
		case "inside":
			after = altered(tf.kind, before)
		}
		there := rapid.SampledFrom([]string{"as it is", "as it is", "as it is", "as it is", "gone", "unreadable", "refused", "another"}).Draw(rt, "object")
		key := coretest.FirstID
		if there == "another" {
			key = coretest.SecondID
		}
		tf.fake.Intercept = refusing(there, http.MethodGet)
		objects := func() []coretest.Object {
			of := object(tf.kind, after, key)
			switch there {
			case "gone":
				return nil
			case "unreadable":
				of["name"] = []any{}
			}
			if changed != "inside" {
				respell(tf.kind)(of)
			}
			return []coretest.Object{of}
		}
		deferral := tf.maybeDeferred(rt)
		req := &tfprotov6.ReadResourceRequest{
			TypeName: "test_thing", CurrentState: tf.state(before), Private: aPrivate(rt), CurrentIdentity: tf.anIdentity(rt, before),
			ClientCapabilities: &tfprotov6.ReadResourceClientCapabilities{DeferralAllowed: deferral},
		}
		deferred := deferral && tf.connected.Client == nil
		tf.both(there, objects, deferral, func(of tfprotov6.ProviderServer) answer {
			resp, err := of.ReadResource(context.Background(), req)
			if err != nil {
				tf.Fatal(err)
			}
			if deferred && of != tfprotov6.ProviderServer(tf.Server) {
				resp.Private, resp.NewIdentity = req.Private, req.CurrentIdentity
			}
			return answer{}.value(tf, "state", resp.NewState, schema.ResourceType(tf.kind)).identity(tf, resp.NewIdentity).
				private(tf, resp.Private).diagnostics(resp.Diagnostics).deferral(resp.Deferred)
		})
	})
}

// maybeDeferred draws whether the provider's configuration is known, and says whether
// Terraform can defer what depends on it.
func (tf *terraform) maybeDeferred(t *rapid.T) bool {
	if rapid.IntRange(0, 3).Draw(t, "the provider's configuration is open") == 0 {
		tf.connected = &connection.Connection{Unknown: []string{"url"}}
	}
	return rapid.Bool().Draw(t, "can be deferred")
}

// refusing is a server that answers the method's requests for one object with an error.
func refusing(what string, methods ...string) func(w http.ResponseWriter, r *http.Request, body string) bool {
	return func(w http.ResponseWriter, r *http.Request, _ string) bool {
		w.Header().Set("Connection", "close") // there is a client for each answer
		if what != "refused" || !slices.Contains(methods, r.Method) || strings.Contains(r.URL.Path, "/admin/") {
			return false
		}
		coretest.Respond(w, http.StatusBadRequest, coretest.Object{"name": []string{"Not accepted."}})
		return true
	}
}
