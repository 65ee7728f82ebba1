package acctest

import (
	"maps"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Generate is the configuration that Terraform writes for the state. Like Terraform it
// leaves out what the schema marks as sensitive, or only the provider sets, whatever the
// provider generates.
func (m *Managed) Generate(state map[string]tftypes.Value) map[string]any {
	m.t.Helper()
	resp, err := m.provider.server.GenerateResourceConfig(m.t.Context(), &tfprotov6.GenerateResourceConfigRequest{TypeName: m.name, State: m.encode(state)})
	if err != nil {
		m.t.Fatal(err)
	}
	if len(resp.Diagnostics) > 0 {
		m.t.Fatal(Describe(resp.Diagnostics))
	}
	generated := m.decode(resp.Config)
	config := map[string]any{}
	for _, attribute := range m.schema.Block.Attributes {
		settable := attribute.Optional || attribute.Required
		if of := generated[attribute.Name]; settable && !attribute.Sensitive && !attribute.WriteOnly && !of.IsNull() {
			config[attribute.Name] = of
		}
	}
	return config
}

// Listed is one result of a list.
type Listed struct {
	// Label is what Terraform shows of the object.
	Label string
	// State is the object, which Terraform generates its configuration from.
	State map[string]tftypes.Value
}

// List lists the objects as `terraform query` does.
func (m *Managed) List(filters map[string]any) []Listed {
	m.t.Helper()
	schema := m.provider.schema.ListResourceSchemas[m.name]
	if schema == nil {
		m.t.Fatalf("there is no list of %s", m.name)
	}
	server, ok := m.provider.server.(tfprotov6.ProviderServerWithListResource) //nolint:staticcheck // until it is part of the interface
	if !ok {
		m.t.Fatal("the provider has no lists")
	}
	stream, err := server.ListResource(m.t.Context(), &tfprotov6.ListResourceRequest{
		TypeName: m.name, Config: m.provider.value(schema, maps.Clone(filters)), IncludeResource: true, Limit: 1000,
	})
	if err != nil {
		m.t.Fatal(err)
	}
	var all []Listed
	for result := range stream.Results {
		if len(result.Diagnostics) > 0 {
			m.t.Fatal(Describe(result.Diagnostics))
		}
		all = append(all, Listed{result.DisplayName, m.decode(result.Resource)})
	}
	return all
}

// Check is what Terraform reports of the configuration before anything is sent: the
// validation and, where that finds no error, the plan.
func (m *Managed) Check(config map[string]any) []*tfprotov6.Diagnostic {
	m.t.Helper()
	diagnostics := m.Validate(config)
	if plan := m.plan(config); plan != nil {
		return append(diagnostics, plan.Diagnostics...)
	}
	return diagnostics
}
