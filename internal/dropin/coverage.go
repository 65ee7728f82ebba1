package dropin

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// metaArguments are Terraform's own arguments of a block.
var metaArguments = []string{"count", "depends_on", "for_each", "provider"}

// Coverage is what a configuration uses of the provider.
type Coverage struct {
	// Blocks are the resources and data sources of the provider.
	Blocks int
	// Findings are what this provider does not have, with file and line.
	Findings []string

	schemas *tfprotov6.GetProviderSchemaResponse
}

// Check reads every .tf file of a folder and those below it, such as the modules in
// .terraform/modules, and finds the resources, data sources, arguments and attributes that
// the schemas do not have. It changes nothing and asks no server. JSON configurations
// (.tf.json) are a finding, because they are not read.
func Check(folder fs.FS, schemas *tfprotov6.GetProviderSchemaResponse) (*Coverage, error) {
	coverage := &Coverage{schemas: schemas}
	err := fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			return nil
		case strings.HasSuffix(name, ".tf.json"):
			coverage.found(hcl.Range{Filename: name, Start: hcl.InitialPos}, "JSON configurations are not read")
		case path.Ext(name) == ".tf":
			return coverage.file(folder, name)
		}
		return nil
	})
	return coverage, err
}

func (c *Coverage) found(at hcl.Range, format string, arguments ...any) {
	finding := fmt.Sprintf("%s:%d: ", at.Filename, at.Start.Line) + fmt.Sprintf(format, arguments...)
	if !slices.Contains(c.Findings, finding) {
		c.Findings = append(c.Findings, finding)
	}
}

func (c *Coverage) file(folder fs.FS, name string) error {
	source, err := fs.ReadFile(folder, name)
	if err != nil {
		return err
	}
	parsed, diagnostics := hclsyntax.ParseConfig(source, name, hcl.InitialPos)
	if diagnostics.HasErrors() {
		return diagnostics
	}
	body, ok := parsed.Body.(*hclsyntax.Body)
	if !ok {
		return fmt.Errorf("%s is no configuration", name)
	}
	for _, block := range body.Blocks {
		if len(block.Labels) == 2 && strings.HasPrefix(block.Labels[0], "authentik_") {
			c.block(block)
		}
	}
	for _, diagnostic := range hclsyntax.VisitAll(body, func(node hclsyntax.Node) hcl.Diagnostics {
		if expression, ok := node.(*hclsyntax.ScopeTraversalExpr); ok {
			c.reference(expression)
		}
		return nil
	}) {
		return diagnostic
	}
	return nil
}

// block checks a resource or a data source.
func (c *Coverage) block(block *hclsyntax.Block) {
	schema := c.schema(block.Type, block.Labels[0])
	c.Blocks++
	at := block.DefRange()
	if schema == nil {
		c.found(at, "%s %s is not here%s", strings.ReplaceAll(block.Type, "data", "data source"), block.Labels[0], instead(block.Labels[0]))
		return
	}
	for _, name := range sortedNames(block.Body.Attributes) {
		attribute := attributeOf(schema, name)
		switch {
		case slices.Contains(metaArguments, name):
		case attribute == nil, !attribute.Required && !attribute.Optional:
			c.found(block.Body.Attributes[name].SrcRange, "%s has no argument %s%s", block.Labels[0], name, instead(block.Labels[0]+"."+name))
		}
	}
	for _, attribute := range schema.Block.Attributes {
		if _, written := block.Body.Attributes[attribute.Name]; attribute.Required && !written {
			c.found(at, "%s needs the argument %s", block.Labels[0], attribute.Name)
		}
	}
}

// reference checks that what an expression reads of a resource or data source exists.
func (c *Coverage) reference(expression *hclsyntax.ScopeTraversalExpr) {
	steps, mode := expression.Traversal, "resource"
	names := attributeNames(steps)
	if len(names) > 0 && names[0] == "data" {
		names, mode = names[1:], "data"
	}
	if len(names) < 3 || !strings.HasPrefix(names[0], "authentik_") {
		return
	}
	if schema := c.schema(mode, names[0]); schema != nil && attributeOf(schema, names[2]) == nil {
		c.found(expression.SrcRange, "%s has no attribute %s%s", names[0], names[2], instead(names[0]+"."+names[2]))
	}
}

// instead is what to write in place of a resource, an argument or an attribute, empty where
// there is nothing to say.
func instead(of string) string {
	of = strings.TrimPrefix(of, "authentik_")
	if advice := cmp.Or(Instead[of], LeftOut[of]); advice != "" {
		return ": " + advice
	}
	return ""
}

// attributeNames are the names in a traversal, without indices.
func attributeNames(steps hcl.Traversal) []string {
	var names []string
	for _, step := range steps {
		switch step := step.(type) {
		case hcl.TraverseRoot:
			names = append(names, step.Name)
		case hcl.TraverseAttr:
			names = append(names, step.Name)
		}
	}
	return names
}

func (c *Coverage) schema(mode, name string) *tfprotov6.Schema {
	switch mode {
	case "resource":
		return c.schemas.ResourceSchemas[name]
	case "data":
		return c.schemas.DataSourceSchemas[name]
	case "ephemeral":
		return c.schemas.EphemeralResourceSchemas[name]
	}
	return nil
}

func attributeOf(schema *tfprotov6.Schema, name string) *tfprotov6.SchemaAttribute {
	for _, attribute := range schema.Block.Attributes {
		if attribute.Name == name {
			return attribute
		}
	}
	return nil
}

func sortedNames(attributes hclsyntax.Attributes) []string {
	names := make([]string, 0, len(attributes))
	for name := range attributes {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
