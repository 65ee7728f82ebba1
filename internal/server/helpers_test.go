package server_test

import (
	"context"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"pgregory.net/rapid"

	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/server"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

type values = coretest.Values

const unknown = coretest.Unknown

// reporter is what a failure is reported to: a test, or one case of a property.
type reporter interface {
	rapid.TB
	Context() context.Context
}

// terraform speaks the protocol with a provider that has one described kind.
type terraform struct {
	reporter
	*server.Server
	kind *kind.Kind
	fake *coretest.Server
	// connected is what the provider is configured with, nil for not yet.
	connected *connection.Connection
}

// serve is a provider with the kind, which is connected to a fake server.
func serve(tb testing.TB, k *kind.Kind) *terraform {
	tb.Helper()
	fake := coretest.New()
	fake.Path = k.API.Path
	if k.API.Address != "" {
		fake.Address = k.API.Address
	}
	return (&terraform{fake: fake, connected: fake.Connect(tb)}).with(tb, k)
}

// with is a new provider with the kind and the same fake server, which is empty.
func (tf *terraform) with(t reporter, k *kind.Kind) *terraform {
	t.Helper()
	tf.fake.Remove()
	renewed := &terraform{reporter: t, kind: k, fake: tf.fake, connected: &connection.Connection{Client: tf.connected.Client}}
	framework, ok := providerserver.NewProtocol6(framework{})().(server.Framework)
	if !ok {
		t.Fatal("the framework's server lists no resources")
	}
	renewed.Server = server.New(framework, "test_", []*kind.Kind{k}, nil, func() *connection.Connection { return renewed.connected })
	return renewed
}

// dynamic is an object on the wire; nil is null.
func dynamic(tb rapid.TB, objectType tftypes.Object, object value.Object) *tfprotov6.DynamicValue {
	tb.Helper()
	whole := tftypes.NewValue(objectType, nil)
	if object != nil {
		whole = tftypes.NewValue(objectType, object)
	}
	encoded, err := tfprotov6.NewDynamicValue(objectType, whole)
	if err != nil {
		tb.Fatal(err)
	}
	return &encoded
}

func (tf *terraform) state(of value.Object) *tfprotov6.DynamicValue {
	tf.Helper()
	return dynamic(tf, schema.ResourceType(tf.kind), of)
}

// object reads a value of the protocol; nil is null.
func (tf *terraform) object(encoded *tfprotov6.DynamicValue, objectType tftypes.Object) value.Object {
	tf.Helper()
	if encoded == nil {
		return nil
	}
	decoded, err := encoded.Unmarshal(objectType)
	if err != nil {
		tf.Fatal(err)
	}
	return value.Attributes(decoded)
}

func (tf *terraform) config(of values) value.Object { return coretest.Config(tf.kind, of) }

// plan plans from the state of before.
func (tf *terraform) plan(config, before value.Object) *tfprotov6.PlanResourceChangeResponse {
	tf.Helper()
	resp, err := tf.PlanResourceChange(context.Background(), &tfprotov6.PlanResourceChangeRequest{
		TypeName: "test_thing", Config: tf.state(config), PriorState: tf.state(before), ProposedNewState: tf.state(config),
	})
	if err != nil {
		tf.Fatal(err)
	}
	return resp
}

// planned is the planned state, which has to work.
func (tf *terraform) planned(config, before value.Object) value.Object {
	tf.Helper()
	resp := tf.plan(config, before)
	tf.fine(resp.Diagnostics)
	return tf.object(resp.PlannedState, schema.ResourceType(tf.kind))
}

// applied plans and applies, which has to work; a nil config destroys.
func (tf *terraform) applied(config, before value.Object) value.Object {
	tf.Helper()
	var planned value.Object
	if config != nil {
		planned = tf.planned(config, before)
	}
	resp, err := tf.ApplyResourceChange(context.Background(), &tfprotov6.ApplyResourceChangeRequest{
		TypeName: "test_thing", Config: tf.state(config), PriorState: tf.state(before), PlannedState: tf.state(planned),
	})
	if err != nil {
		tf.Fatal(err)
	}
	tf.fine(resp.Diagnostics)
	return tf.object(resp.NewState, schema.ResourceType(tf.kind))
}

// refreshed is the state after a refresh, which has to work.
func (tf *terraform) refreshed(before value.Object) value.Object {
	tf.Helper()
	resp, err := tf.ReadResource(context.Background(), &tfprotov6.ReadResourceRequest{TypeName: "test_thing", CurrentState: tf.state(before)})
	if err != nil {
		tf.Fatal(err)
	}
	tf.fine(resp.Diagnostics)
	return tf.object(resp.NewState, schema.ResourceType(tf.kind))
}

func (tf *terraform) fine(diagnostics []*tfprotov6.Diagnostic) {
	tf.Helper()
	for _, one := range diagnostics {
		if one.Severity == tfprotov6.DiagnosticSeverityError {
			tf.Fatal(messages(diagnostics))
		}
	}
}

func messages(diagnostics []*tfprotov6.Diagnostic) string {
	var all []string
	for _, one := range diagnostics {
		at := ""
		if one.Attribute != nil && len(one.Attribute.Steps()) > 0 {
			at = one.Attribute.String() + ": "
		}
		all = append(all, at+one.Severity.String()+" "+one.Summary+": "+one.Detail)
	}
	return strings.Join(all, "\n")
}

// expect compares attributes, as [coretest.Show] shows them.
func expect(tb rapid.TB, name string, got value.Object, want map[string]string) {
	tb.Helper()
	for attribute, of := range want {
		if shown := coretest.Show(got[attribute]); shown != of {
			tb.Errorf("%s: %s is %s, want %s", name, attribute, shown, of)
		}
	}
}
