package server_test

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework-validators/listvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/numbervalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	frameworkschema "github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/booldefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/boolplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/float64default"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/float64planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/int64default"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/int64planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/listdefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/listplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/objectplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringdefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Schema is what a provider author would write for the kind.
func (r thing) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	attributes := map[string]frameworkschema.Attribute{
		"id": frameworkschema.StringAttribute{Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()}},
	}
	fields := r.kind.All()
	for i := range fields {
		switch field := &fields[i]; {
		case !field.InResource():
		case field.Secret:
			secretAttributes(field, attributes)
		default:
			attributes[field.Name] = attributeOf(field)
		}
	}
	resp.Schema = frameworkschema.Schema{Attributes: attributes}
}

// ConfigValidators are the rules across arguments.
func (r thing) ConfigValidators(context.Context) []resource.ConfigValidator { return r.rules }

// secretAttributes are those of a secret: `x` and `x_wo` exclude each other, and the latter
// and its version need each other where the secret can be removed again. Whether a required
// one is missing is decided by the plan: an object that is imported may be without.
func secretAttributes(field *kind.Field, attributes map[string]frameworkschema.Attribute) {
	plain, writeOnly, version := path.MatchRoot(field.Name), path.MatchRoot(field.Name+"_wo"), path.MatchRoot(field.Name+"_wo_version")
	attributes[field.Name+"_wo_version"] = frameworkschema.NumberAttribute{Optional: true, Validators: []validator.Number{numbervalidator.AlsoRequires(writeOnly)}}
	if field.WriteOnly {
		attributes[field.Name+"_wo"] = frameworkschema.StringAttribute{Optional: true, WriteOnly: true}
		return
	}
	forWriteOnly := []validator.String{stringvalidator.ConflictsWith(plain)}
	if !field.Required {
		forWriteOnly = append(forWriteOnly, stringvalidator.AlsoRequires(version))
	}
	attributes[field.Name] = frameworkschema.StringAttribute{Optional: true, Sensitive: true}
	attributes[field.Name+"_wo"] = frameworkschema.StringAttribute{Optional: true, WriteOnly: true, Validators: forWriteOnly}
}

func nested(fields []kind.Field) map[string]frameworkschema.Attribute {
	attributes := map[string]frameworkschema.Attribute{}
	for i := range fields {
		attributes[fields[i].Name] = attributeOf(&fields[i])
	}
	return attributes
}

func attributeOf(field *kind.Field) frameworkschema.Attribute {
	required, optional := field.MustBeSet(), !field.MustBeSet() && !field.ReadOnly
	computed := field.ReadOnly || optional && !field.Nullable
	keeps := field.Computed || field.Stable
	switch field.Type {
	case kind.Bool:
		of := frameworkschema.BoolAttribute{Required: required, Optional: optional, Computed: computed}
		if standard, ok := field.Default.(bool); ok {
			of.Default = booldefault.StaticBool(standard)
		}
		of.PlanModifiers = modifiers(keeps, field.Replaces, boolplanmodifier.UseStateForUnknown(), boolplanmodifier.RequiresReplace())
		return of
	case kind.Int:
		of := frameworkschema.Int64Attribute{Required: required, Optional: optional, Computed: computed}
		if standard, ok := field.Default.(int); ok {
			of.Default = int64default.StaticInt64(int64(standard))
		}
		of.PlanModifiers = modifiers(keeps, field.Replaces, int64planmodifier.UseStateForUnknown(), int64planmodifier.RequiresReplace())
		return of
	case kind.Float:
		of := frameworkschema.Float64Attribute{Required: required, Optional: optional, Computed: computed}
		if standard, ok := field.Default.(float64); ok {
			of.Default = float64default.StaticFloat64(standard)
		}
		of.PlanModifiers = modifiers(keeps, field.Replaces, float64planmodifier.UseStateForUnknown(), float64planmodifier.RequiresReplace())
		return of
	case kind.List, kind.Set:
		of := frameworkschema.ListAttribute{
			Required: required, Optional: optional, Computed: computed, ElementType: types.StringType, Validators: []validator.List{listvalidator.NoNullValues()},
		}
		if field.Type == kind.Set {
			of.CustomType = unorderedType
		}
		if standard, ok := field.Default.([]string); ok {
			elements := []attr.Value{}
			for _, element := range standard {
				elements = append(elements, types.StringValue(element))
			}
			of.Default = listdefault.StaticValue(types.ListValueMust(types.StringType, elements))
		}
		of.PlanModifiers = modifiers(keeps, field.Replaces, listplanmodifier.UseStateForUnknown(), listplanmodifier.RequiresReplace())
		return of
	case kind.Objects:
		of := frameworkschema.ListNestedAttribute{
			Required: required, Optional: optional, Computed: computed, Validators: []validator.List{listvalidator.NoNullValues()},
			NestedObject: frameworkschema.NestedAttributeObject{Attributes: nested(field.Fields)},
		}
		of.PlanModifiers = modifiers(keeps, field.Replaces, listplanmodifier.UseStateForUnknown(), listplanmodifier.RequiresReplace())
		return of
	case kind.Object:
		of := frameworkschema.SingleNestedAttribute{Required: required, Optional: optional, Computed: computed, Attributes: nested(field.Fields)}
		of.PlanModifiers = modifiers(keeps, field.Replaces, objectplanmodifier.UseStateForUnknown(), objectplanmodifier.RequiresReplace())
		return of
	default:
		of := frameworkschema.StringAttribute{Required: required, Optional: optional, Computed: computed}
		if field.Type != kind.String {
			of.CustomType = spelled{field: field}
		}
		if standard, ok := field.Default.(string); ok {
			of.Default = stringdefault.StaticString(standard)
		}
		of.PlanModifiers = modifiers(keeps, field.Replaces, stringplanmodifier.UseStateForUnknown(), stringplanmodifier.RequiresReplace())
		return of
	}
}

func modifiers[Modifier any](keeps, replaces bool, keep, replace Modifier) []Modifier {
	var all []Modifier
	if keeps {
		all = append(all, keep)
	}
	if replaces {
		all = append(all, replace)
	}
	return all
}
