package schema

import (
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// typed sets the type of an attribute; nested attributes are computed or, with arguments,
// as their fields say.
func typed(attribute *tfprotov6.SchemaAttribute, field *kind.Field, texts *texts, prefix string, arguments bool) *tfprotov6.SchemaAttribute {
	if field.Type != kind.Object && field.Type != kind.Objects {
		attribute.Type = value.Type(field)
		return attribute
	}
	nesting := tfprotov6.SchemaObjectNestingModeSingle
	inner := prefix + field.APIName() + "."
	if field.Type == kind.Objects {
		nesting, inner = tfprotov6.SchemaObjectNestingModeList, prefix+field.APIName()+"[]."
	}
	var attributes []*tfprotov6.SchemaAttribute
	for i := range field.Fields {
		if arguments && field.Fields[i].IsArgument() {
			attributes = append(attributes, innerArgument(&field.Fields[i], texts, inner))
		} else {
			attributes = append(attributes, computed(&field.Fields[i], texts, inner))
		}
	}
	attribute.NestedType = &tfprotov6.SchemaObject{Nesting: nesting, Attributes: ordered(attributes)}
	return attribute
}

// computed is a read-only attribute.
func computed(field *kind.Field, texts *texts, prefix string) *tfprotov6.SchemaAttribute {
	return typed(&tfprotov6.SchemaAttribute{
		Name: field.Name, Computed: true, Sensitive: field.Secret || field.Confidential, Description: texts.field(field, prefix),
	}, field, texts, prefix, false)
}

// argument is an attribute that a configuration sets. All that may be left out are
// computed as well: the plan decides between null, the default and what is in the state.
func argument(field *kind.Field, texts *texts) *tfprotov6.SchemaAttribute {
	required := field.MustBeSet()
	return typed(&tfprotov6.SchemaAttribute{
		Name: field.Name, Required: required, Optional: !required, Computed: !required, Sensitive: field.IsHidden(), Description: texts.argument(field, ""),
	}, field, texts, "", true)
}

func innerArgument(field *kind.Field, texts *texts, prefix string) *tfprotov6.SchemaAttribute {
	required := field.MustBeSet()
	return typed(&tfprotov6.SchemaAttribute{
		Name: field.Name, Required: required, Optional: !required, Computed: !required && field.Default != nil, Sensitive: field.IsHidden(), Description: texts.argument(field, prefix),
	}, field, texts, prefix, true)
}
