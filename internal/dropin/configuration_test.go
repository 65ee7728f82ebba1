package dropin_test

import (
	"encoding/json"
	"io/fs"
	"math/big"
	"strconv"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
	ctyjson "github.com/zclconf/go-cty/cty/json"
)

// stateFile is a Terraform state.
type stateFile struct {
	Resources []struct {
		Mode      string
		Type      string
		Name      string
		Instances []struct {
			Attributes json.RawMessage
		}
	}
}

func readState(t *testing.T, states fs.FS, file string) *stateFile {
	t.Helper()
	state := &stateFile{}
	read(t, states, file, state)
	return state
}

// attributes are the state's attributes of a resource.
func (s *stateFile) attributes(mode string, block block) map[string]any {
	for _, resource := range s.Resources {
		if resource.Mode == mode && resource.Type == block.kind && resource.Name == block.name && len(resource.Instances) > 0 {
			attributes := map[string]any{}
			if json.Unmarshal(resource.Instances[0].Attributes, &attributes) == nil {
				return attributes
			}
		}
	}
	return nil
}

// scope has the state's values under the names by which a configuration refers to them.
func (s *stateFile) scope(t *testing.T) map[string]cty.Value {
	t.Helper()
	managed, data := map[string]map[string]cty.Value{}, map[string]map[string]cty.Value{}
	for _, resource := range s.Resources {
		into := managed
		if resource.Mode == "data" {
			into = data
		}
		if into[resource.Type] == nil {
			into[resource.Type] = map[string]cty.Value{}
		}
		for _, instance := range resource.Instances {
			implied, err := ctyjson.ImpliedType(instance.Attributes)
			if err != nil {
				t.Fatal(err)
			}
			value, err := ctyjson.Unmarshal(instance.Attributes, implied)
			if err != nil {
				t.Fatal(err)
			}
			into[resource.Type][resource.Name] = value
		}
	}
	scope := map[string]cty.Value{}
	for kind, named := range managed {
		scope[kind] = cty.ObjectVal(named)
	}
	kinds := map[string]cty.Value{}
	for kind, named := range data {
		kinds[kind] = cty.ObjectVal(named)
	}
	scope["data"] = cty.ObjectVal(kinds)
	return scope
}

// block is a resource of a configuration, with its arguments evaluated.
type block struct {
	kind, name string
	arguments  map[string]cty.Value
	// ignored are the arguments of `ignore_changes`.
	ignored []string
}

// readConfiguration evaluates the resources, or with the mode "data" the data sources, of
// a configuration with the values of a state.
func readConfiguration(t *testing.T, states fs.FS, file, mode string, state *stateFile) []block {
	t.Helper()
	source, err := fs.ReadFile(states, file)
	if err != nil {
		t.Fatal(err)
	}
	parsed, diagnostics := hclsyntax.ParseConfig(source, file, hcl.InitialPos)
	if diagnostics.HasErrors() {
		t.Fatal(diagnostics)
	}
	body, ok := parsed.Body.(*hclsyntax.Body)
	if !ok {
		t.Fatal("the file is not HCL")
	}
	evaluation := &hcl.EvalContext{Variables: state.scope(t), Functions: map[string]function.Function{
		"jsonencode": stdlib.JSONEncodeFunc, "sort": stdlib.SortFunc, "reverse": stdlib.ReverseListFunc,
		"trimspace": stdlib.TrimSpaceFunc, "chomp": stdlib.ChompFunc,
	}}
	var blocks []block
	for _, found := range body.Blocks {
		if found.Type != mode {
			continue
		}
		one := block{kind: found.Labels[0], name: found.Labels[1], arguments: map[string]cty.Value{}}
		for name, attribute := range found.Body.Attributes {
			if name == "depends_on" {
				continue
			}
			value, diagnostics := attribute.Expr.Value(evaluation)
			if diagnostics.HasErrors() {
				t.Fatal(diagnostics)
			}
			one.arguments[name] = value
		}
		one.ignored = ignoredChanges(found.Body)
		if state.attributes(modes[mode], one) != nil {
			blocks = append(blocks, one)
		}
	}
	return blocks
}

// modes are the modes of a state by the type of a block.
var modes = map[string]string{"resource": "managed", "data": "data"}

// ignoredChanges are the arguments whose changes a block's `lifecycle` ignores.
func ignoredChanges(body *hclsyntax.Body) []string {
	var ignored []string
	for _, inner := range body.Blocks {
		attribute, ok := inner.Body.Attributes["ignore_changes"]
		if inner.Type != "lifecycle" || !ok {
			continue
		}
		for _, traversal := range attribute.Expr.Variables() {
			ignored = append(ignored, traversal.RootName())
		}
	}
	return ignored
}

// coerceAll converts arguments to the schema's types, as Terraform does.
func coerceAll(schema *tfprotov6.Schema, arguments map[string]cty.Value) map[string]any {
	converted := map[string]any{}
	for _, attribute := range schema.Block.Attributes {
		if argument, ok := arguments[attribute.Name]; ok {
			converted[attribute.Name] = coerce(attribute.ValueType(), argument)
		}
	}
	return converted
}

func coerce(kind tftypes.Type, value cty.Value) any {
	if value.IsNull() {
		return nil
	}
	switch {
	case kind.Is(tftypes.String):
		return asString(value)
	case kind.Is(tftypes.Number):
		if value.Type() == cty.String {
			number, _, _ := big.ParseFloat(value.AsString(), 10, 512, big.ToNearestEven)
			return number
		}
		return value.AsBigFloat()
	case kind.Is(tftypes.Bool):
		if value.Type() == cty.String {
			return value.AsString() == "true"
		}
		return value.True()
	}
	switch kind := kind.(type) {
	case tftypes.List:
		elements := []any{}
		for _, element := range value.AsValueSlice() {
			elements = append(elements, coerce(kind.ElementType, element))
		}
		return elements
	case tftypes.Object:
		attributes := map[string]any{}
		for name, attribute := range value.AsValueMap() {
			if attributeType, ok := kind.AttributeTypes[name]; ok {
				attributes[name] = coerce(attributeType, attribute)
			}
		}
		return attributes
	}
	return nil
}

func asString(value cty.Value) string {
	switch value.Type() {
	case cty.Number:
		return value.AsBigFloat().Text('f', -1)
	case cty.Bool:
		return strconv.FormatBool(value.True())
	}
	return value.AsString()
}
