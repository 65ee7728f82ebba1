package server_test

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/datasourcevalidator"
	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/datasource"
	frameworkschema "github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	described "github.com/authentik-iac/terraform-provider-authentik/internal/datasource"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// dataThing is the framework's data source for one object or many. It reads by the same
// functions as ours.
type dataThing struct {
	framework
	many bool
}

var _ datasource.DataSourceWithConfigValidators = dataThing{}

func (d dataThing) Metadata(_ context.Context, _ datasource.MetadataRequest, resp *datasource.MetadataResponse) {
	resp.TypeName = "test_thing"
	if d.many {
		resp.TypeName = "test_things"
	}
}

func (d dataThing) Schema(_ context.Context, _ datasource.SchemaRequest, resp *datasource.SchemaResponse) {
	of := schema.DataSource(d.kind)
	if d.many {
		of = schema.Plural(d.kind)
	}
	resp.Schema = frameworkschema.Schema{Attributes: dataAttributes(of.Block.Attributes)}
}

// ConfigValidators has exactly one way to find the object.
func (d dataThing) ConfigValidators(context.Context) []datasource.ConfigValidator {
	if d.many {
		return nil
	}
	ways := []path.Expression{path.MatchRoot("id")}
	for _, way := range d.kind.Lookups {
		ways = append(ways, path.MatchRoot(way.Fields[0]))
	}
	return []datasource.ConfigValidator{datasourcevalidator.ExactlyOneOf(ways...)}
}

func (d dataThing) Read(ctx context.Context, req datasource.ReadRequest, resp *datasource.ReadResponse) {
	source := &described.DataSource{Kind: d.kind, Connection: d.connected}
	read, objectType := source.Read, schema.DataSourceType(d.kind)
	if d.many {
		read, objectType = source.ReadMany, schema.PluralType(d.kind)
	}
	state, failures := read(ctx, value.Attributes(req.Config.Raw))
	resp.Diagnostics.Append(failures...)
	if !failures.HasError() {
		resp.State.Raw = tftypes.NewValue(objectType, state)
	}
}

// dataAttributes are attributes of the protocol in the framework's form.
func dataAttributes(of []*tfprotov6.SchemaAttribute) map[string]frameworkschema.Attribute {
	attributes := map[string]frameworkschema.Attribute{}
	for _, one := range of {
		attributes[one.Name] = dataAttribute(one)
	}
	return attributes
}

func dataAttribute(of *tfprotov6.SchemaAttribute) frameworkschema.Attribute {
	switch nested := of.NestedType; {
	case nested != nil && nested.Nesting == tfprotov6.SchemaObjectNestingModeList:
		return frameworkschema.ListNestedAttribute{
			Required: of.Required, Optional: of.Optional, Computed: of.Computed, NestedObject: frameworkschema.NestedAttributeObject{Attributes: dataAttributes(nested.Attributes)},
		}
	case nested != nil:
		return frameworkschema.SingleNestedAttribute{Required: of.Required, Optional: of.Optional, Computed: of.Computed, Attributes: dataAttributes(nested.Attributes)}
	case of.Type.Is(tftypes.Bool):
		return frameworkschema.BoolAttribute{Required: of.Required, Optional: of.Optional, Computed: of.Computed}
	case of.Type.Is(tftypes.Number):
		return frameworkschema.NumberAttribute{Required: of.Required, Optional: of.Optional, Computed: of.Computed}
	case of.Type.Is(tftypes.String):
		return frameworkschema.StringAttribute{Required: of.Required, Optional: of.Optional, Computed: of.Computed, Sensitive: of.Sensitive}
	}
	var element attr.Type = types.StringType
	if of.Type.Equal(tftypes.List{ElementType: tftypes.Number}) {
		element = types.NumberType
	}
	return frameworkschema.ListAttribute{Required: of.Required, Optional: of.Optional, Computed: of.Computed, ElementType: element}
}
