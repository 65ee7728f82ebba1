package system

import (
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	resourceschema "github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/plain"
	texts "github.com/authentik-iac/terraform-provider-authentik/internal/schema"
)

// shown is the attribute of a data source with a field of an answer, and what the
// documentation says of it.
func shown(field *kind.Field, text string) schema.Attribute {
	switch field.Type {
	case kind.Bool:
		return schema.BoolAttribute{Computed: true, MarkdownDescription: text}
	case kind.Int:
		return schema.Int64Attribute{Computed: true, MarkdownDescription: text}
	case kind.Float:
		return schema.Float64Attribute{Computed: true, MarkdownDescription: text}
	case kind.Object, kind.Objects:
		inner := map[string]schema.Attribute{}
		for i := range field.Fields {
			inner[field.Fields[i].Name] = shown(&field.Fields[i], field.Fields[i].Description)
		}
		if field.Type == kind.Object {
			return schema.SingleNestedAttribute{Computed: true, MarkdownDescription: text, Attributes: inner}
		}
		return schema.ListNestedAttribute{Computed: true, MarkdownDescription: text, NestedObject: schema.NestedAttributeObject{Attributes: inner}}
	case kind.List, kind.Set:
		return schema.ListAttribute{Computed: true, ElementType: types.StringType, MarkdownDescription: text}
	case kind.FromContract, kind.String, kind.UUID, kind.Duration, kind.Time, kind.JSON:
	}
	return schema.StringAttribute{Computed: true, MarkdownDescription: text}
}

// managed is the argument of a resource that leaves alone what is not set.
func managed(k *kind.Kind, field *kind.Field) resourceschema.Attribute {
	text := texts.Setting(k, field)
	strict := *field
	strict.Required = true // authentik refuses "" everywhere
	switch field.Type {
	case kind.Bool:
		return resourceschema.BoolAttribute{Optional: true, Computed: true, MarkdownDescription: text}
	case kind.Int:
		return resourceschema.Int64Attribute{Optional: true, Computed: true, MarkdownDescription: text, Validators: []validator.Int64{plain.Int64(field)}}
	case kind.Objects:
		inner := map[string]resourceschema.Attribute{}
		for i := range field.Fields {
			part := field.Fields[i]
			checked := part
			checked.Required = true
			inner[part.Name] = resourceschema.StringAttribute{
				Required: part.Required, Optional: !part.Required, MarkdownDescription: part.Description, Validators: []validator.String{plain.String(&checked)},
			}
		}
		return resourceschema.ListNestedAttribute{Optional: true, Computed: true, MarkdownDescription: text, NestedObject: resourceschema.NestedAttributeObject{Attributes: inner}}
	case kind.FromContract, kind.String, kind.UUID, kind.Duration, kind.Time, kind.JSON, kind.Float, kind.Object, kind.List, kind.Set:
	}
	return resourceschema.StringAttribute{Optional: true, Computed: true, MarkdownDescription: text, Validators: []validator.String{plain.String(&strict)}}
}
