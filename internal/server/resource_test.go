package server_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/connection"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

var (
	mode  = kind.Field{Name: "mode", Type: kind.String, Default: "strict"}
	owner = kind.Field{Name: "owner", Type: kind.UUID, Cascades: true}
	code  = kind.Field{Name: "code", Type: kind.String, Secret: true}
)

// The whole life of a resource over the protocol.
func TestLifeOfAResource(t *testing.T) {
	t.Parallel()
	tf := serve(t, coretest.Thing(mode, code))
	config := tf.config(values{"name": "a", "code_wo": "S3cr3t", "code_wo_version": 1})
	planned := tf.planned(config, nil)
	expect(t, "planned", planned, map[string]string{"id": "unknown", "mode": `"strict"`, "code": "null", "code_wo": "null"})
	state := tf.applied(config, nil)
	expect(t, "created", state, map[string]string{"id": `"00000001-0000-4000-8000-000000000000"`, "mode": `"strict"`, "code_wo": "null"})
	for name, attribute := range tf.planned(config, tf.refreshed(state)) {
		if !attribute.Equal(state[name]) {
			t.Errorf("the second plan changes %s", name)
		}
	}
	state = tf.applied(tf.config(values{"name": "b", "mode": "regex", "code_wo": "S3cr3t", "code_wo_version": 1}), state)
	expect(t, "changed", state, map[string]string{"name": `"b"`, "mode": `"regex"`})
	if state := tf.applied(nil, state); state != nil || len(tf.fake.Objects()) > 0 {
		t.Errorf("destroyed: %v", state)
	}
}

func TestIdentitiesFollowTheObject(t *testing.T) {
	t.Parallel()
	for _, k := range []*kind.Kind{coretest.Thing(owner), coretest.Slugged(owner)} {
		tf := serve(t, k)
		key := func(identity *tfprotov6.ResourceIdentityData) string {
			if identity == nil {
				return ""
			}
			return value.String(tf.object(identity.IdentityData, schema.IdentityType(k))[schema.IdentityAttribute(k)])
		}
		config := values{"name": "a", "owner": coretest.FirstID}
		if k.IsAddressedByName() {
			config["slug"] = "s"
		}
		planned := tf.plan(tf.config(config), nil)
		if planned.PlannedIdentity != nil {
			t.Error("a new object has an identity")
		}
		created, err := tf.ApplyResourceChange(t.Context(), &tfprotov6.ApplyResourceChangeRequest{TypeName: "test_thing", Config: tf.state(tf.config(config)), PriorState: tf.state(nil), PlannedState: planned.PlannedState})
		if err != nil || key(created.NewIdentity) != "00000001-0000-4000-8000-000000000000" {
			t.Errorf("created: %q, %v", key(created.NewIdentity), err)
		}
		read, err := tf.ReadResource(t.Context(), &tfprotov6.ReadResourceRequest{TypeName: "test_thing", CurrentState: created.NewState})
		if err != nil || key(read.NewIdentity) != key(created.NewIdentity) {
			t.Errorf("read: %q, %v", key(read.NewIdentity), err)
		}
		// Where the object may have to be created again, the identity is open.
		for name, of := range map[string]any{"known": coretest.FirstID, "open": unknown} {
			config["owner"] = of
			resp, err := tf.PlanResourceChange(t.Context(), &tfprotov6.PlanResourceChangeRequest{
				TypeName: "test_thing", Config: tf.state(tf.config(config)), PriorState: created.NewState, ProposedNewState: created.NewState, PriorIdentity: created.NewIdentity,
			})
			if err != nil || (resp.PlannedIdentity == nil) != (name == "open") {
				t.Errorf("%s (%s): the identity is %q, %v", k.Address().Name, name, key(resp.PlannedIdentity), err)
			}
		}
		destroyed, err := tf.ApplyResourceChange(t.Context(), &tfprotov6.ApplyResourceChangeRequest{TypeName: "test_thing", Config: tf.state(nil), PriorState: created.NewState, PlannedState: tf.state(nil), PlannedIdentity: created.NewIdentity})
		if err != nil || destroyed.NewIdentity != nil {
			t.Errorf("destroyed: %q, %v", key(destroyed.NewIdentity), err)
		}
	}
}

func TestPlansNameWhatReplaces(t *testing.T) {
	t.Parallel()
	tf := serve(t, coretest.Thing(owner))
	state := tf.refreshed(tf.applied(tf.config(values{"name": "a", "owner": coretest.FirstID}), nil))
	resp := tf.plan(tf.config(values{"name": "a", "owner": coretest.SecondID}), state)
	if len(resp.RequiresReplace) != 1 || resp.RequiresReplace[0].String() != `AttributeName("owner")` {
		t.Errorf("%v", resp.RequiresReplace)
	}
}

func TestDestroyPlansWarn(t *testing.T) {
	t.Parallel()
	k := coretest.Thing()
	k.Deletes = "its parts"
	tf := serve(t, k)
	resp, err := tf.PlanResourceChange(t.Context(), &tfprotov6.PlanResourceChangeRequest{TypeName: "test_thing", Config: tf.state(nil), PriorState: tf.state(tf.config(values{"id": "x"})), ProposedNewState: tf.state(nil)})
	if err != nil || messages(resp.Diagnostics) != "WARNING Deleting the object deletes others: Deleting the thing also deletes its parts. That cannot be undone." || tf.object(resp.PlannedState, schema.ResourceType(k)) != nil {
		t.Errorf("%s, %v", messages(resp.Diagnostics), err)
	}
}

func TestErrorsKeepTheStateAndNameTheAttribute(t *testing.T) {
	t.Parallel()
	tf := serve(t, coretest.Thing(mode))
	state := tf.applied(tf.config(values{"name": "a"}), nil)
	tf.fake.Intercept = func(w http.ResponseWriter, r *http.Request, _ string) bool {
		if r.Method == http.MethodGet && r.URL.Path == "/api/v3/things/" {
			return false
		}
		coretest.Respond(w, http.StatusBadRequest, coretest.Object{"mode": []string{"Not accepted."}})
		return true
	}
	config := tf.config(values{"name": "a", "mode": "x"})
	for name, before := range map[string]value.Object{"create": nil, "update": state, "delete": state} {
		planned := tf.state(nil)
		if name != "delete" {
			planned = tf.plan(config, before).PlannedState
		}
		resp, err := tf.ApplyResourceChange(t.Context(), &tfprotov6.ApplyResourceChangeRequest{TypeName: "test_thing", Config: tf.state(config), PriorState: tf.state(before), PlannedState: planned})
		if err != nil || !strings.HasPrefix(messages(resp.Diagnostics), `AttributeName("mode"): ERROR authentik refused the value of mode`) {
			t.Errorf("%s: %s, %v", name, messages(resp.Diagnostics), err)
		}
		if after := tf.object(resp.NewState, schema.ResourceType(tf.kind)); (after == nil) != (before == nil) {
			t.Errorf("%s: the state is %v", name, after)
		}
	}
	read, err := tf.ReadResource(t.Context(), &tfprotov6.ReadResourceRequest{TypeName: "test_thing", CurrentState: tf.state(state)})
	if err != nil || len(read.Diagnostics) == 0 || tf.object(read.NewState, schema.ResourceType(tf.kind)) == nil {
		t.Errorf("read: %v", err)
	}
}

func TestImportOverTheProtocol(t *testing.T) {
	t.Parallel()
	tf := serve(t, coretest.Thing(mode))
	tf.fake.Add(coretest.Object{"pk": coretest.FirstID, "name": "a", "mode": "x"})
	identity := &tfprotov6.ResourceIdentityData{IdentityData: dynamic(t, schema.IdentityType(tf.kind), value.Object{"id": value.Text(coretest.FirstID)})}
	for name, req := range map[string]*tfprotov6.ImportResourceStateRequest{"by name": {ID: "name=a"}, "by identity": {Identity: identity}} {
		req.TypeName = "test_thing"
		resp, err := tf.ImportResourceState(t.Context(), req)
		if err != nil || len(resp.ImportedResources) != 1 {
			t.Fatalf("%s: %s, %v", name, messages(resp.Diagnostics), err)
		}
		expect(t, name, tf.refreshed(tf.object(resp.ImportedResources[0].State, schema.ResourceType(tf.kind))), map[string]string{"mode": `"x"`})
	}
	resp, err := tf.ImportResourceState(t.Context(), &tfprotov6.ImportResourceStateRequest{TypeName: "test_thing", ID: "x=y"})
	if err != nil || len(resp.ImportedResources) > 0 || !strings.HasPrefix(messages(resp.Diagnostics), "ERROR Invalid import ID") {
		t.Errorf("%s, %v", messages(resp.Diagnostics), err)
	}
}

// Where the provider's configuration is not known yet, everything is deferred if Terraform
// can do that, and otherwise an error or a plan with what is open.
func TestDeferral(t *testing.T) {
	t.Parallel()
	tf := serve(t, coretest.Thing(mode))
	tf.connected = &connection.Connection{Unknown: []string{"url"}}
	state := tf.state(tf.config(values{"id": coretest.FirstID, "name": "a"}))
	config := tf.state(tf.config(values{"name": "b"}))
	for _, allowed := range []bool{true, false} {
		read, err := tf.ReadResource(t.Context(), &tfprotov6.ReadResourceRequest{TypeName: "test_thing", CurrentState: state, ClientCapabilities: &tfprotov6.ReadResourceClientCapabilities{DeferralAllowed: allowed}})
		if err != nil || (read.Deferred != nil) != allowed || (len(read.Diagnostics) == 0) != allowed {
			t.Errorf("read %t: %s, %v", allowed, messages(read.Diagnostics), err)
		}
		plan, err := tf.PlanResourceChange(t.Context(), &tfprotov6.PlanResourceChangeRequest{TypeName: "test_thing", Config: config, PriorState: state, ProposedNewState: config, ClientCapabilities: &tfprotov6.PlanResourceChangeClientCapabilities{DeferralAllowed: allowed}})
		if err != nil || (plan.Deferred != nil) != allowed || len(plan.Diagnostics) > 0 {
			t.Errorf("plan %t: %s, %v", allowed, messages(plan.Diagnostics), err)
		}
		expect(t, "planned", tf.object(plan.PlannedState, schema.ResourceType(tf.kind)), map[string]string{"name": `"b"`, "mode": `"strict"`})
		imported, err := tf.ImportResourceState(t.Context(), &tfprotov6.ImportResourceStateRequest{TypeName: "test_thing", ID: coretest.FirstID, ClientCapabilities: &tfprotov6.ImportResourceStateClientCapabilities{DeferralAllowed: allowed}})
		if err != nil || (imported.Deferred != nil) != allowed || (len(imported.Diagnostics) == 0) != allowed {
			t.Errorf("import %t: %s, %v", allowed, messages(imported.Diagnostics), err)
		}
		if allowed {
			if unknown, err := imported.ImportedResources[0].State.Unmarshal(schema.ResourceType(tf.kind)); err != nil || unknown.IsKnown() {
				t.Errorf("the imported state is known: %v", err)
			}
		}
		data, err := tf.ReadDataSource(t.Context(), &tfprotov6.ReadDataSourceRequest{TypeName: "test_thing", Config: dynamic(t, schema.DataSourceType(tf.kind), coretest.DataConfig(tf.kind, values{"name": "a"})), ClientCapabilities: &tfprotov6.ReadDataSourceClientCapabilities{DeferralAllowed: allowed}})
		if err != nil || (data.Deferred != nil) != allowed || (len(data.Diagnostics) == 0) != allowed {
			t.Errorf("data source %t: %s, %v", allowed, messages(data.Diagnostics), err)
		}
	}
}

func TestValidateOverTheProtocol(t *testing.T) {
	t.Parallel()
	tf := serve(t, coretest.Thing(code))
	tf.connected = nil
	config := tf.state(tf.config(values{"name": "a", "code_wo": "S3cr3t", "code_wo_version": 1}))
	for _, allowed := range []bool{true, false} {
		resp, err := tf.ValidateResourceConfig(t.Context(), &tfprotov6.ValidateResourceConfigRequest{TypeName: "test_thing", Config: config, ClientCapabilities: &tfprotov6.ValidateResourceConfigClientCapabilities{WriteOnlyAttributesAllowed: allowed}})
		if err != nil || (len(resp.Diagnostics) == 0) != allowed {
			t.Errorf("%t: %s, %v", allowed, messages(resp.Diagnostics), err)
		}
	}
}

// A value that does not fit the schema is a bug, of whomever, and no panic.
func TestValuesThatDoNotFitTheSchema(t *testing.T) {
	t.Parallel()
	tf := serve(t, coretest.Thing(mode))
	other := tftypes.Object{AttributeTypes: map[string]tftypes.Type{"x": tftypes.String}}
	wrong := dynamic(t, other, value.Object{"x": value.Text("S3cr3t")})
	identity := &tfprotov6.ResourceIdentityData{IdentityData: wrong}
	validated, _ := tf.ValidateResourceConfig(t.Context(), &tfprotov6.ValidateResourceConfigRequest{TypeName: "test_thing", Config: wrong})
	read, _ := tf.ReadResource(t.Context(), &tfprotov6.ReadResourceRequest{TypeName: "test_thing", CurrentState: wrong})
	planned, _ := tf.PlanResourceChange(t.Context(), &tfprotov6.PlanResourceChangeRequest{TypeName: "test_thing", Config: wrong, PriorState: wrong, ProposedNewState: wrong})
	applied, _ := tf.ApplyResourceChange(t.Context(), &tfprotov6.ApplyResourceChangeRequest{TypeName: "test_thing", Config: wrong, PriorState: wrong, PlannedState: wrong})
	imported, _ := tf.ImportResourceState(t.Context(), &tfprotov6.ImportResourceStateRequest{TypeName: "test_thing", Identity: identity})
	generated, _ := tf.GenerateResourceConfig(t.Context(), &tfprotov6.GenerateResourceConfigRequest{TypeName: "test_thing", State: wrong})
	data, _ := tf.ReadDataSource(t.Context(), &tfprotov6.ReadDataSourceRequest{TypeName: "test_thing", Config: wrong})
	dataValidated, _ := tf.ValidateDataResourceConfig(t.Context(), &tfprotov6.ValidateDataResourceConfigRequest{TypeName: "test_things", Config: wrong})
	listValidated, _ := tf.ValidateListResourceConfig(t.Context(), &tfprotov6.ValidateListResourceConfigRequest{TypeName: "test_thing", Config: wrong})
	for name, diagnostics := range map[string][]*tfprotov6.Diagnostic{
		"validate": validated.Diagnostics, "read": read.Diagnostics, "plan": planned.Diagnostics, "apply": applied.Diagnostics, "import": imported.Diagnostics,
		"generate": generated.Diagnostics, "data source": data.Diagnostics, "validate data source": dataValidated.Diagnostics, "validate list": listValidated.Diagnostics,
	} {
		if got := messages(diagnostics); !strings.HasPrefix(got, "ERROR Bug in the provider: ") || strings.Contains(got, "S3cr3t") {
			t.Errorf("%s: %s", name, got)
		}
	}
}
