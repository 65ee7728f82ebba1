package examples

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"

	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// Folder is a folder or file of examples/.
func Folder(elements ...string) string {
	return filepath.Join(append([]string{localbuild.Root(), "examples"}, elements...)...)
}

// Block is a block with two labels, such as `resource "authentik_flow" "enrolment"`.
type Block struct {
	// Kind is resource, data or list.
	Kind string
	// Type is the type without the provider's name.
	Type string
	// Label is the second label.
	Label string
	// Source is the block as it was written.
	Source string

	body *hclsyntax.Body
}

// Blocks are the blocks of this provider's types in a file, in their order.
func Blocks(file string) ([]Block, error) {
	text, err := os.ReadFile(filepath.Clean(file))
	if err != nil {
		return nil, err
	}
	return Parse(file, text)
}

// Parse is [Blocks] of a text; the name is for errors.
func Parse(name string, text []byte) ([]Block, error) {
	parsed, diagnostics := hclsyntax.ParseConfig(text, name, hcl.InitialPos)
	if diagnostics.HasErrors() {
		return nil, diagnostics
	}
	body, ok := parsed.Body.(*hclsyntax.Body)
	if !ok {
		return nil, fmt.Errorf("%s is not in Terraform's language", name)
	}
	var blocks []Block
	for _, block := range body.Blocks {
		if len(block.Labels) != 2 {
			continue
		}
		if kind, ok := strings.CutPrefix(block.Labels[0], provider.Name+"_"); ok {
			blocks = append(blocks, Block{
				Kind: block.Type, Type: kind, Label: block.Labels[1], Source: string(block.Range().SliceBytes(text)), body: block.Body,
			})
		}
	}
	return blocks, nil
}

// Find is the first block of the kind and type, and of the label unless that is empty.
func Find(blocks []Block, kind, typeName, label string) (Block, bool) {
	i := slices.IndexFunc(blocks, func(b Block) bool {
		return b.Kind == kind && b.Type == typeName && b.Label == cmp.Or(label, b.Label)
	})
	if i < 0 {
		return Block{}, false
	}
	return blocks[i], true
}

// Address is what the block is called in a configuration.
func (b Block) Address() string {
	address := provider.Name + "_" + b.Type + "." + b.Label
	if b.Kind == "data" {
		return "data." + address
	}
	return address
}

// Literal is the value that an argument has in the file, as text; false where it has
// none, or one that has to be computed.
func (b Block) Literal(argument string) (string, bool) {
	written, ok := b.body.Attributes[argument]
	if !ok {
		return "", false
	}
	value, diagnostics := written.Expr.Value(nil)
	if diagnostics.HasErrors() || value.IsNull() {
		return "", false
	}
	text, err := convert.Convert(value, cty.String)
	if err != nil {
		return "", false
	}
	return text.AsString(), true
}

// Refers is the block among these that an argument takes its value from.
func (b Block) Refers(argument string, blocks []Block) (Block, bool) {
	written, ok := b.body.Attributes[argument]
	if !ok {
		return Block{}, false
	}
	for _, traversal := range written.Expr.Variables() {
		var names []string
		for _, step := range traversal {
			switch step := step.(type) {
			case hcl.TraverseRoot:
				names = append(names, step.Name)
			case hcl.TraverseAttr:
				names = append(names, step.Name)
			}
		}
		for _, block := range blocks {
			if strings.HasPrefix(strings.Join(names, ".")+".", block.Address()+".") {
				return block, true
			}
		}
	}
	return Block{}, false
}
