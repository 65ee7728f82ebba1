package provider_test

import (
	"fmt"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/stage"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// BenchmarkSchema is what a provider does first, in each of its processes. The first
// round also reads the contract table, which is once for a process.
func BenchmarkSchema(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		resp, err := provider.NewServer("test").GetProviderSchema(b.Context(), &tfprotov6.GetProviderSchemaRequest{})
		if err != nil || len(resp.Diagnostics) > 0 {
			b.Fatal(err, resp)
		}
	}
}

// benchObjects is how many objects the benchmarks read over and over: few enough for one
// page of a list.
const benchObjects = 50

// benched is a configured provider, and a server with SMS stages.
type benched struct {
	*testing.B
	tfprotov6.ProviderServer
}

func newBenched(b *testing.B) *benched {
	b.Helper()
	server := authentiktest.New(b, authentiktest.WithSteadyAnswers())
	for i := range benchObjects {
		server.Add(stagePath, map[string]any{"pk": stageID(i), "name": fmt.Sprintf("stage %d", i), "provider": "generic", "from_number": "0", "account_sid": "https://sms.example.com/send", "auth": "user", "auth_password": "password", "verify_only": false})
	}
	started := &benched{b, provider.NewServer("test")}
	resp, err := started.GetProviderSchema(b.Context(), &tfprotov6.GetProviderSchemaRequest{})
	started.fine(err, nil)
	configType := resp.Provider.ValueType()
	attributes := map[string]tftypes.Value{}
	objectType, _ := configType.(tftypes.Object)
	for name, attributeType := range objectType.AttributeTypes {
		attributes[name] = tftypes.NewValue(attributeType, nil)
	}
	attributes["url"], attributes["token"] = value.Text(server.URL()), value.Text(server.Token())
	configured, err := started.ConfigureProvider(b.Context(), &tfprotov6.ConfigureProviderRequest{Config: started.dynamic(configType, attributes)})
	started.fine(err, configured.Diagnostics)
	return started
}

func (b *benched) fine(err error, diagnostics []*tfprotov6.Diagnostic) {
	b.Helper()
	if err != nil || len(diagnostics) > 0 {
		b.Fatal(err, acctest.Describe(diagnostics))
	}
}

func (b *benched) dynamic(of tftypes.Type, attributes map[string]tftypes.Value) *tfprotov6.DynamicValue {
	b.Helper()
	encoded, err := tfprotov6.NewDynamicValue(of, tftypes.NewValue(of, attributes))
	b.fine(err, nil)
	return &encoded
}

// BenchmarkRefresh is what Terraform asks of a provider for one resource of a plan without
// changes, from a state as it is stored.
func BenchmarkRefresh(b *testing.B) {
	tf := newBenched(b)
	k := &stage.AuthenticatorSMS
	configs := make([]*tfprotov6.DynamicValue, benchObjects)
	states := make([][]byte, benchObjects)
	for i := range benchObjects {
		configs[i] = tf.dynamic(schema.ResourceType(k), coretest.Config(k, coretest.Values{
			"name": fmt.Sprintf("stage %d", i), "sms_provider": "generic", "from_number": "0", "account_sid": "https://sms.example.com/send", "auth": "user", "auth_password": "password",
		}))
		states[i] = fmt.Appendf(nil, `{"account_sid":"https://sms.example.com/send","auth":"user","auth_password":"password","auth_password_wo":null,"auth_password_wo_version":null,`+
			`"auth_type":"basic","auth_wo":null,"auth_wo_version":null,"configure_flow":null,"friendly_name":null,"from_number":"0","id":%q,"mapping":null,`+
			`"name":"stage %d","sms_provider":"generic","verify_only":false}`, stageID(i), i)
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i = (i + 1) % benchObjects
		tf.refresh(configs[i], states[i])
	}
}

// refresh does what a plan does for one resource.
func (b *benched) refresh(config *tfprotov6.DynamicValue, state []byte) {
	b.Helper()
	for range 2 { // Terraform validates before it plans, and while it plans
		valid, err := b.ValidateResourceConfig(b.Context(), &tfprotov6.ValidateResourceConfigRequest{TypeName: stageType, Config: config})
		b.fine(err, valid.Diagnostics)
	}
	upgraded, err := b.UpgradeResourceState(b.Context(), &tfprotov6.UpgradeResourceStateRequest{TypeName: stageType, RawState: &tfprotov6.RawState{JSON: state}})
	b.fine(err, upgraded.Diagnostics)
	// Terraform decodes the state and sends it as MessagePack.
	objectType := schema.ResourceType(&stage.AuthenticatorSMS)
	b.StopTimer()
	decoded, err := upgraded.UpgradedState.Unmarshal(objectType)
	b.fine(err, nil)
	current := b.dynamic(objectType, value.Attributes(decoded))
	b.StartTimer()
	read, err := b.ReadResource(b.Context(), &tfprotov6.ReadResourceRequest{TypeName: stageType, CurrentState: current})
	b.fine(err, read.Diagnostics)
	planned, err := b.PlanResourceChange(b.Context(), &tfprotov6.PlanResourceChangeRequest{TypeName: stageType, Config: config, PriorState: read.NewState, ProposedNewState: read.NewState, PriorIdentity: read.NewIdentity})
	b.fine(err, planned.Diagnostics)
}

// BenchmarkDataSource reads one object by its ID.
func BenchmarkDataSource(b *testing.B) {
	tf := newBenched(b)
	k := &stage.AuthenticatorSMS
	configs := make([]*tfprotov6.DynamicValue, benchObjects)
	for i := range benchObjects {
		configs[i] = tf.dynamic(schema.DataSourceType(k), coretest.DataConfig(k, coretest.Values{"id": stageID(i)}))
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i = (i + 1) % benchObjects
		valid, err := tf.ValidateDataResourceConfig(b.Context(), &tfprotov6.ValidateDataResourceConfigRequest{TypeName: stageType, Config: configs[i]})
		tf.fine(err, valid.Diagnostics)
		read, err := tf.ReadDataSource(b.Context(), &tfprotov6.ReadDataSourceRequest{TypeName: stageType, Config: configs[i]})
		tf.fine(err, read.Diagnostics)
	}
}
