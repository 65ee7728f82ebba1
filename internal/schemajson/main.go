// Command schemajson prints the provider's schemas in the format of
// `terraform providers schema -json`, for tfplugindocs. Run it by `make generate`.
//
// tfplugindocs would ask the terraform on PATH, which leaves out what it does not
// know: resource identities before 1.12, list resources before 1.14. Then the
// documentation would depend on which release that is, and a machine without a new
// one could not make it. The provider itself knows all of its schemas.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	tfjson "github.com/hashicorp/terraform-json"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

func main() {
	if err := write(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "schemajson:", err)
		os.Exit(1)
	}
}

func write(ctx context.Context) error {
	schemas, err := Schemas(ctx)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(schemas)
}

// Schemas are the provider's schemas. They stand under the provider's bare name,
// where tfplugindocs looks for them, and not under its address.
func Schemas(ctx context.Context) (*tfjson.ProviderSchemas, error) {
	server := provider.NewServer("dev")
	described, err := server.GetProviderSchema(ctx, &tfprotov6.GetProviderSchemaRequest{})
	if err != nil {
		return nil, err
	}
	identities, err := server.GetResourceIdentitySchemas(ctx, &tfprotov6.GetResourceIdentitySchemasRequest{})
	if err != nil {
		return nil, err
	}
	for _, diagnostic := range slices.Concat(described.Diagnostics, identities.Diagnostics) {
		return nil, errors.New(diagnostic.Summary + ": " + diagnostic.Detail)
	}
	if len(described.ActionSchemas) > 0 {
		return nil, errors.New("actions are not converted yet")
	}
	c := converter{}
	schemas := &tfjson.ProviderSchema{
		ConfigSchema:             c.schema(described.Provider),
		ResourceSchemas:          c.schemas(described.ResourceSchemas),
		DataSourceSchemas:        c.schemas(described.DataSourceSchemas),
		EphemeralResourceSchemas: c.schemas(described.EphemeralResourceSchemas),
		ListResourceSchemas:      c.schemas(described.ListResourceSchemas),
		ResourceIdentitySchemas:  c.identities(identities.IdentitySchemas),
		Functions:                c.functions(described.Functions),
	}
	return &tfjson.ProviderSchemas{FormatVersion: "1.0", Schemas: map[string]*tfjson.ProviderSchema{provider.Name: schemas}}, c.err
}

// converter turns the protocol's schemas into those of the JSON format, and keeps
// what went wrong.
type converter struct{ err error }

func (c *converter) schemas(from map[string]*tfprotov6.Schema) map[string]*tfjson.Schema {
	schemas := make(map[string]*tfjson.Schema, len(from))
	for name, schema := range from {
		schemas[name] = c.schema(schema)
	}
	return schemas
}

func (c *converter) schema(from *tfprotov6.Schema) *tfjson.Schema {
	return &tfjson.Schema{Version: version(from.Version), Block: c.block(from.Block)}
}

func (c *converter) block(from *tfprotov6.SchemaBlock) *tfjson.SchemaBlock {
	block := &tfjson.SchemaBlock{
		Attributes:  c.attributes(from.Attributes),
		Description: from.Description, DescriptionKind: kind(from.DescriptionKind), Deprecated: from.Deprecated,
	}
	for _, nested := range from.BlockTypes {
		if block.NestedBlocks == nil {
			block.NestedBlocks = map[string]*tfjson.SchemaBlockType{}
		}
		block.NestedBlocks[nested.TypeName] = &tfjson.SchemaBlockType{
			NestingMode: nesting(nested.Nesting), Block: c.block(nested.Block), MinItems: version(nested.MinItems), MaxItems: version(nested.MaxItems),
		}
	}
	return block
}

func (c *converter) attributes(from []*tfprotov6.SchemaAttribute) map[string]*tfjson.SchemaAttribute {
	attributes := make(map[string]*tfjson.SchemaAttribute, len(from))
	for _, attribute := range from {
		converted := &tfjson.SchemaAttribute{
			Description: attribute.Description, DescriptionKind: kind(attribute.DescriptionKind), Deprecated: attribute.Deprecated,
			Required: attribute.Required, Optional: attribute.Optional, Computed: attribute.Computed,
			Sensitive: attribute.Sensitive, WriteOnly: attribute.WriteOnly,
		}
		if nested := attribute.NestedType; nested != nil {
			converted.AttributeNestedType = &tfjson.SchemaNestedAttributeType{Attributes: c.attributes(nested.Attributes), NestingMode: nesting(nested.Nesting)}
		} else {
			c.convertType(attribute.Type, converted.AttributeType.UnmarshalJSON)
		}
		attributes[attribute.Name] = converted
	}
	return attributes
}

func (c *converter) identities(from map[string]*tfprotov6.ResourceIdentitySchema) map[string]*tfjson.IdentitySchema {
	schemas := make(map[string]*tfjson.IdentitySchema, len(from))
	for name, schema := range from {
		attributes := make(map[string]*tfjson.IdentityAttribute, len(schema.IdentityAttributes))
		for _, attribute := range schema.IdentityAttributes {
			converted := &tfjson.IdentityAttribute{
				Description: attribute.Description, RequiredForImport: attribute.RequiredForImport, OptionalForImport: attribute.OptionalForImport,
			}
			c.convertType(attribute.Type, converted.IdentityType.UnmarshalJSON)
			attributes[attribute.Name] = converted
		}
		schemas[name] = &tfjson.IdentitySchema{Version: version(schema.Version), Attributes: attributes}
	}
	return schemas
}

func (c *converter) functions(from map[string]*tfprotov6.Function) map[string]*tfjson.FunctionSignature {
	signatures := make(map[string]*tfjson.FunctionSignature, len(from))
	for name, function := range from {
		signature := &tfjson.FunctionSignature{
			Summary: function.Summary, Description: function.Description, DeprecationMessage: function.DeprecationMessage,
		}
		c.convertType(function.Return.Type, signature.ReturnType.UnmarshalJSON)
		for _, parameter := range function.Parameters {
			signature.Parameters = append(signature.Parameters, c.parameter(parameter))
		}
		if function.VariadicParameter != nil {
			signature.VariadicParameter = c.parameter(function.VariadicParameter)
		}
		signatures[name] = signature
	}
	return signatures
}

func (c *converter) parameter(from *tfprotov6.FunctionParameter) *tfjson.FunctionParameter {
	parameter := &tfjson.FunctionParameter{Name: from.Name, Description: from.Description, IsNullable: from.AllowNullValue}
	c.convertType(from.Type, parameter.Type.UnmarshalJSON)
	return parameter
}

// convertType hands a type over as JSON, which is the same on both sides.
func (c *converter) convertType(from json.Marshaler, into func([]byte) error) {
	encoded, err := from.MarshalJSON()
	if err == nil {
		err = into(encoded)
	}
	c.err = errors.Join(c.err, err)
}

func kind(from tfprotov6.StringKind) tfjson.SchemaDescriptionKind {
	if from == tfprotov6.StringKindMarkdown {
		return tfjson.SchemaDescriptionKindMarkdown
	}
	return tfjson.SchemaDescriptionKindPlain
}

// nesting is the mode's name, which is the protocol's in lower case.
func nesting(from fmt.Stringer) tfjson.SchemaNestingMode {
	return tfjson.SchemaNestingMode(strings.ToLower(from.String()))
}

// version converts a number that the protocol has signed and that is never
// negative.
func version(from int64) uint64 { return uint64(max(from, 0)) }
