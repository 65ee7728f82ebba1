package acctest

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Managed is one resource of a [Provider]. It does what Terraform does between the
// configuration and the plugin protocol.
type Managed struct {
	// State are the attributes' values, nil where there is no object.
	State map[string]tftypes.Value
	// Replaces lets plans replace the object: an apply deletes it and creates another.
	Replaces bool
	// Between runs between plan and apply, nil for nothing.
	Between func()

	// private is what the provider keeps beside the attributes.
	private  []byte
	t        *testing.T
	provider *Provider
	name     string
	schema   *tfprotov6.Schema
}

// Resource returns a resource without a state.
func (p *Provider) Resource(t *testing.T, name string) *Managed {
	t.Helper()
	schema, ok := p.schema.ResourceSchemas[name]
	if !ok {
		t.Fatalf("there is no resource %s", name)
	}
	return &Managed{t: t, provider: p, name: name, schema: schema}
}

// Plan validates the configuration and plans it. It returns the planned values and
// the names of those that would change; none is an empty plan. A nil configuration
// plans the deletion.
func (m *Managed) Plan(config map[string]any) (planned map[string]tftypes.Value, changes []string, diagnostics []*tfprotov6.Diagnostic) {
	m.t.Helper()
	resp := m.plan(config)
	if resp == nil || HasError(resp.Diagnostics) {
		if resp == nil {
			return nil, nil, m.Validate(config)
		}
		return nil, nil, resp.Diagnostics
	}
	if len(resp.RequiresReplace) > 0 && !m.Replaces {
		m.t.Errorf("%s is to be replaced for %v", m.name, resp.RequiresReplace)
	}
	planned = m.decode(resp.PlannedState)
	for name := range m.objectType().AttributeTypes {
		if planned == nil || m.State == nil || !planned[name].Equal(m.State[name]) {
			changes = append(changes, name)
		}
	}
	return planned, changes, resp.Diagnostics
}

// Apply plans the configuration and applies the plan. The state becomes what the
// provider returned, even with an error. The test fails where Terraform would report a
// bug of the provider.
func (m *Managed) Apply(config map[string]any) []*tfprotov6.Diagnostic {
	m.t.Helper()
	plan := m.plan(config)
	if plan == nil {
		return m.Validate(config)
	}
	if HasError(plan.Diagnostics) {
		return plan.Diagnostics
	}
	if m.Replaces && len(plan.RequiresReplace) > 0 {
		if diagnostics := m.Apply(nil); HasError(diagnostics) {
			return diagnostics
		}
		return m.Apply(config)
	}
	if m.Between != nil {
		m.Between()
	}
	if m.Replaces && plan.PlannedState != nil && m.isState(plan.PlannedState) {
		return plan.Diagnostics // as Terraform does; what can only be replaced cannot be written again
	}
	if len(plan.RequiresReplace) > 0 && m.Replaces {
		if diagnostics := m.Apply(nil); HasError(diagnostics) {
			return diagnostics
		}
		return m.Apply(config)
	}
	resp, err := m.provider.server.ApplyResourceChange(m.t.Context(), &tfprotov6.ApplyResourceChangeRequest{
		TypeName: m.name, PriorState: m.encode(m.State), PlannedState: plan.PlannedState, PlannedPrivate: plan.PlannedPrivate,
		Config: m.config(config),
	})
	if err != nil {
		m.t.Fatal(err)
	}
	planned := m.decode(plan.PlannedState)
	m.State, m.private = m.decode(resp.NewState), resp.Private
	if !HasError(resp.Diagnostics) {
		m.checkConsistency(planned)
	}
	return append(plan.Diagnostics, resp.Diagnostics...)
}

// isState says whether a planned state is the state that there is.
func (m *Managed) isState(planned *tfprotov6.DynamicValue) bool {
	decoded := m.decode(planned)
	if decoded == nil || m.State == nil {
		return false
	}
	for name, of := range decoded {
		if !of.Equal(m.State[name]) {
			return false
		}
	}
	return true
}

// Refresh reads the object.
func (m *Managed) Refresh() []*tfprotov6.Diagnostic {
	m.t.Helper()
	resp, err := m.provider.server.ReadResource(m.t.Context(), &tfprotov6.ReadResourceRequest{TypeName: m.name, CurrentState: m.encode(m.State), Private: m.private})
	if err != nil {
		m.t.Fatal(err)
	}
	if !HasError(resp.Diagnostics) {
		m.State, m.private = m.decode(resp.NewState), resp.Private
	}
	return resp.Diagnostics
}

// Import imports the object by the id and reads it.
func (m *Managed) Import(id string) []*tfprotov6.Diagnostic {
	m.t.Helper()
	resp, err := m.provider.server.ImportResourceState(m.t.Context(), &tfprotov6.ImportResourceStateRequest{TypeName: m.name, ID: id})
	if err != nil {
		m.t.Fatal(err)
	}
	if HasError(resp.Diagnostics) {
		return resp.Diagnostics
	}
	m.State, m.private = m.decode(resp.ImportedResources[0].State), resp.ImportedResources[0].Private
	diagnostics := m.Refresh()
	if HasError(diagnostics) {
		m.State = nil // Terraform drops it
	}
	return diagnostics
}

// Upgrade takes a state as it stands in a state file, which another provider may have
// written, and reads the object.
func (m *Managed) Upgrade(state map[string]any) []*tfprotov6.Diagnostic {
	m.t.Helper()
	text, err := json.Marshal(state)
	if err != nil {
		m.t.Fatal(err)
	}
	resp, err := m.provider.server.UpgradeResourceState(m.t.Context(), &tfprotov6.UpgradeResourceStateRequest{TypeName: m.name, RawState: &tfprotov6.RawState{JSON: text}})
	if err != nil {
		m.t.Fatal(err)
	}
	if HasError(resp.Diagnostics) {
		return resp.Diagnostics
	}
	m.State, m.private = m.decode(resp.UpgradedState), nil
	return m.Refresh()
}

// checkConsistency is Terraform's own check: the new state must be as planned and
// wholly known.
func (m *Managed) checkConsistency(planned map[string]tftypes.Value) {
	m.t.Helper()
	for name, value := range m.State {
		if !value.IsFullyKnown() {
			m.t.Errorf("%s: %s is unknown after apply", m.name, name)
		}
		if planned != nil && planned[name].IsFullyKnown() && !planned[name].Equal(value) {
			m.t.Errorf("%s: %s differs from the plan", m.name, name)
		}
		if strings.HasSuffix(name, "_wo") && !value.IsNull() {
			m.t.Errorf("%s: the write-only %s is in the state", m.name, name)
		}
	}
}

func (m *Managed) objectType() tftypes.Object {
	m.t.Helper()
	objectType, ok := m.schema.ValueType().(tftypes.Object)
	if !ok {
		m.t.Fatal("the schema is not an object")
	}
	return objectType
}

// Validate validates the configuration.
func (m *Managed) Validate(config map[string]any) []*tfprotov6.Diagnostic {
	m.t.Helper()
	resp, err := m.provider.server.ValidateResourceConfig(m.t.Context(), &tfprotov6.ValidateResourceConfigRequest{
		TypeName: m.name, Config: m.config(config),
		ClientCapabilities: &tfprotov6.ValidateResourceConfigClientCapabilities{WriteOnlyAttributesAllowed: true},
	})
	if err != nil {
		m.t.Fatal(err)
	}
	return resp.Diagnostics
}

// plan is nil where the configuration is not valid.
func (m *Managed) plan(config map[string]any) *tfprotov6.PlanResourceChangeResponse {
	m.t.Helper()
	if config != nil && HasError(m.Validate(config)) {
		return nil
	}
	resp, err := m.provider.server.PlanResourceChange(m.t.Context(), &tfprotov6.PlanResourceChangeRequest{
		TypeName: m.name, PriorState: m.encode(m.State), ProposedNewState: m.proposed(config), Config: m.config(config), PriorPrivate: m.private,
	})
	if err != nil {
		m.t.Fatal(err)
	}
	return resp
}

// proposed merges configuration and state as Terraform does: computed attributes that
// are not configured keep their values, and write-only values stay in the configuration
// alone.
func (m *Managed) proposed(config map[string]any) *tfprotov6.DynamicValue {
	m.t.Helper()
	if config == nil {
		return m.encode(nil)
	}
	values := make(map[string]tftypes.Value, len(m.schema.Block.Attributes))
	for _, attribute := range m.schema.Block.Attributes {
		switch written, ok := config[attribute.Name]; {
		case attribute.WriteOnly:
			values[attribute.Name] = tftypes.NewValue(attribute.ValueType(), nil)
		case ok && written != nil:
			values[attribute.Name] = valueOf(attribute.ValueType(), written)
		case attribute.Computed && m.State != nil:
			values[attribute.Name] = m.State[attribute.Name]
		default:
			values[attribute.Name] = tftypes.NewValue(attribute.ValueType(), nil)
		}
	}
	return m.encode(values)
}

func (m *Managed) config(config map[string]any) *tfprotov6.DynamicValue {
	m.t.Helper()
	if config == nil {
		return m.encode(nil)
	}
	return m.provider.value(m.schema, config)
}

func (m *Managed) encode(values map[string]tftypes.Value) *tfprotov6.DynamicValue {
	m.t.Helper()
	objectType := m.objectType()
	raw := tftypes.NewValue(objectType, nil)
	if values != nil {
		raw = tftypes.NewValue(objectType, values)
	}
	value, err := tfprotov6.NewDynamicValue(objectType, raw)
	if err != nil {
		m.t.Fatal(err)
	}
	return &value
}

func (m *Managed) decode(value *tfprotov6.DynamicValue) map[string]tftypes.Value {
	m.t.Helper()
	raw, err := value.Unmarshal(m.objectType())
	if err != nil {
		m.t.Fatal(err)
	}
	if raw.IsNull() {
		return nil
	}
	values := map[string]tftypes.Value{}
	if err := raw.As(&values); err != nil {
		m.t.Fatal(err)
	}
	return values
}

// HasError reports whether one of the diagnostics is an error.
func HasError(diagnostics []*tfprotov6.Diagnostic) bool {
	for _, diagnostic := range diagnostics {
		if diagnostic.Severity == tfprotov6.DiagnosticSeverityError {
			return true
		}
	}
	return false
}
