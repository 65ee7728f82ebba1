package acctest

import (
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Open validates an ephemeral resource's arguments and opens it. The result has a value
// for each attribute, and is nil after an error.
func (p *Provider) Open(name string, arguments map[string]any) (map[string]tftypes.Value, []*tfprotov6.Diagnostic) {
	p.t.Helper()
	schema, ok := p.schema.EphemeralResourceSchemas[name]
	if !ok {
		p.t.Fatalf("there is no ephemeral resource %s", name)
	}
	config := p.value(schema, arguments)
	validated, err := p.server.ValidateEphemeralResourceConfig(p.t.Context(), &tfprotov6.ValidateEphemeralResourceConfigRequest{TypeName: name, Config: config})
	if err != nil {
		p.t.Fatal(err)
	}
	if HasError(validated.Diagnostics) {
		return nil, validated.Diagnostics
	}
	resp, err := p.server.OpenEphemeralResource(p.t.Context(), &tfprotov6.OpenEphemeralResourceRequest{TypeName: name, Config: config})
	if err != nil {
		p.t.Fatal(err)
	}
	if HasError(resp.Diagnostics) {
		return nil, resp.Diagnostics
	}
	result, err := resp.Result.Unmarshal(schema.ValueType())
	if err != nil {
		p.t.Fatal(err)
	}
	values := map[string]tftypes.Value{}
	if err := result.As(&values); err != nil {
		p.t.Fatal(err)
	}
	return values, resp.Diagnostics
}
