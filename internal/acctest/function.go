package acctest

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Call calls a provider-defined function with strings. It returns the attributes of the
// resulting object or, where the function fails, the message.
func (p *Provider) Call(t *testing.T, function string, arguments ...string) (result map[string]tftypes.Value, failure string) {
	t.Helper()
	definition, ok := p.schema.Functions[function]
	if !ok {
		t.Fatalf("there is no function %s", function)
	}
	request := &tfprotov6.CallFunctionRequest{Name: function}
	for _, argument := range arguments {
		value, err := tfprotov6.NewDynamicValue(tftypes.String, tftypes.NewValue(tftypes.String, argument))
		if err != nil {
			t.Fatal(err)
		}
		request.Arguments = append(request.Arguments, &value)
	}
	resp, err := p.server.CallFunction(t.Context(), request)
	if err != nil {
		t.Fatal(err)
	}
	if resp.Error != nil {
		return nil, resp.Error.Text
	}
	value, err := resp.Result.Unmarshal(definition.Return.Type)
	if err != nil {
		t.Fatal(err)
	}
	result = map[string]tftypes.Value{}
	if err := value.As(&result); err != nil {
		t.Fatal(err)
	}
	return result, ""
}
