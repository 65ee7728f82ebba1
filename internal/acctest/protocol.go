package acctest

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Provider is the provider over the plugin protocol, in the test process: for tests with
// so many cases that starting Terraform for each would take too long.
type Provider struct {
	t      *testing.T
	server tfprotov6.ProviderServer
	schema *tfprotov6.GetProviderSchemaResponse
}

// NewProvider returns a provider that is not configured yet.
func NewProvider(t *testing.T) *Provider {
	t.Helper()
	for _, factory := range Factories() {
		server, err := factory()
		if err != nil {
			t.Fatal(err)
		}
		schema, err := providerSchema()
		if err != nil {
			t.Fatal(err)
		}
		if len(schema.Diagnostics) > 0 {
			t.Fatal(Describe(schema.Diagnostics))
		}
		return &Provider{t: t, server: server, schema: schema}
	}
	t.Fatal("there is no provider")
	return nil
}

// providerSchema is computed once, because every provider has the same.
var providerSchema = sync.OnceValues(func() (schema *tfprotov6.GetProviderSchemaResponse, err error) {
	for _, factory := range Factories() {
		var server tfprotov6.ProviderServer
		if server, err = factory(); err == nil {
			schema, err = server.GetProviderSchema(context.Background(), &tfprotov6.GetProviderSchemaRequest{})
		}
	}
	return schema, err
})

// Schema is the response to GetProviderSchema.
func (p *Provider) Schema() *tfprotov6.GetProviderSchemaResponse { return p.schema }

// Validate validates the provider's configuration. Values are as
// [tftypes.NewValue] takes them, [tftypes.UnknownValue] included.
func (p *Provider) Validate(configuration map[string]any) []*tfprotov6.Diagnostic {
	p.t.Helper()
	config := p.value(p.schema.Provider, configuration)
	resp, err := p.server.ValidateProviderConfig(p.t.Context(), &tfprotov6.ValidateProviderConfigRequest{Config: config})
	if err != nil {
		p.t.Fatal(err)
	}
	return resp.Diagnostics
}

// Configure validates the provider's configuration and configures the provider.
func (p *Provider) Configure(configuration map[string]any) []*tfprotov6.Diagnostic {
	p.t.Helper()
	if diagnostics := p.Validate(configuration); len(diagnostics) > 0 {
		return diagnostics
	}
	config := p.value(p.schema.Provider, configuration)
	resp, err := p.server.ConfigureProvider(p.t.Context(), &tfprotov6.ConfigureProviderRequest{TerraformVersion: "1.11.0", Config: config})
	if err != nil {
		p.t.Fatal(err)
	}
	return resp.Diagnostics
}

// Read validates a data source's arguments and reads it. The state has a value
// for each attribute, and is nil after an error.
func (p *Provider) Read(dataSource string, arguments map[string]any) (map[string]tftypes.Value, []*tfprotov6.Diagnostic) {
	p.t.Helper()
	schema, ok := p.schema.DataSourceSchemas[dataSource]
	if !ok {
		p.t.Fatalf("there is no data source %s", dataSource)
	}
	config := p.value(schema, arguments)
	validated, err := p.server.ValidateDataResourceConfig(p.t.Context(), &tfprotov6.ValidateDataResourceConfigRequest{TypeName: dataSource, Config: config})
	if err != nil {
		p.t.Fatal(err)
	}
	if len(validated.Diagnostics) > 0 {
		return nil, validated.Diagnostics
	}
	resp, err := p.server.ReadDataSource(p.t.Context(), &tfprotov6.ReadDataSourceRequest{TypeName: dataSource, Config: config})
	if err != nil {
		p.t.Fatal(err)
	}
	for _, diagnostic := range resp.Diagnostics {
		if diagnostic.Severity == tfprotov6.DiagnosticSeverityError {
			// Terraform ignores the state where there is an error.
			return nil, resp.Diagnostics
		}
	}
	state, err := resp.State.Unmarshal(schema.ValueType())
	if err != nil {
		p.t.Fatal(err)
	}
	values := map[string]tftypes.Value{}
	if err := state.As(&values); err != nil {
		p.t.Fatal(err)
	}
	return values, resp.Diagnostics
}

// Stop sends the provider what Terraform sends it at the first Ctrl-C.
func (p *Provider) Stop() {
	p.t.Helper()
	if _, err := p.server.StopProvider(p.t.Context(), &tfprotov6.StopProviderRequest{}); err != nil {
		p.t.Error(err)
	}
}

// value is the arguments as the schema has them, null where one is missing.
func (p *Provider) value(schema *tfprotov6.Schema, arguments map[string]any) *tfprotov6.DynamicValue {
	p.t.Helper()
	objectType, ok := schema.ValueType().(tftypes.Object)
	if !ok {
		p.t.Fatal("the schema is not an object")
	}
	values := make(map[string]tftypes.Value, len(objectType.AttributeTypes))
	for name, attributeType := range objectType.AttributeTypes {
		values[name] = valueOf(attributeType, arguments[name])
	}
	for name := range arguments {
		if _, ok := objectType.AttributeTypes[name]; !ok {
			p.t.Fatalf("the schema has no %s", name)
		}
	}
	value, err := tfprotov6.NewDynamicValue(objectType, tftypes.NewValue(objectType, values))
	if err != nil {
		p.t.Fatal(err)
	}
	return &value
}

// valueOf converts a Go value to a type: scalars, [tftypes.Value], []string, []int, []any
// and map[string]any, at any depth; attributes of an object that are missing are null.
func valueOf(kind tftypes.Type, argument any) tftypes.Value {
	switch given := argument.(type) {
	case nil:
		return tftypes.NewValue(kind, nil)
	case tftypes.Value:
		return given
	case []string:
		return listOf(kind, given)
	case []int:
		return listOf(kind, given)
	case []any:
		return listOf(kind, given)
	case []map[string]any:
		return listOf(kind, given)
	case map[string]any:
		values := make(map[string]tftypes.Value, len(given))
		if object, ok := kind.(tftypes.Object); ok {
			for name, attributeType := range object.AttributeTypes {
				values[name] = valueOf(attributeType, given[name])
			}
			return tftypes.NewValue(kind, values)
		}
		for key, element := range given {
			values[key] = valueOf(tftypes.String, element)
		}
		return tftypes.NewValue(kind, values)
	}
	return tftypes.NewValue(kind, argument)
}

func listOf[T any](kind tftypes.Type, given []T) tftypes.Value {
	elementType := tftypes.Type(tftypes.String)
	switch list := kind.(type) {
	case tftypes.List:
		elementType = list.ElementType
	case tftypes.Set:
		elementType = list.ElementType
	}
	elements := make([]tftypes.Value, 0, len(given))
	for _, element := range given {
		elements = append(elements, valueOf(elementType, element))
	}
	return tftypes.NewValue(kind, elements)
}

// Describe is the text of diagnostics: for each its attribute, title and text.
func Describe(diagnostics []*tfprotov6.Diagnostic) string {
	var lines strings.Builder
	for _, diagnostic := range diagnostics {
		lines.WriteString(diagnostic.Attribute.String() + ": " + diagnostic.Summary + ": " + diagnostic.Detail + "\n")
	}
	return lines.String()
}
