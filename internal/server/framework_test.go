package server_test

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
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
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringdefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/types"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// thing is the framework's resource.
type thing struct{ kind *kind.Kind }

func (thing) Metadata(_ context.Context, _ resource.MetadataRequest, resp *resource.MetadataResponse) {
	resp.TypeName = "test_thing"
}
func (thing) Create(context.Context, resource.CreateRequest, *resource.CreateResponse) {}
func (thing) Read(context.Context, resource.ReadRequest, *resource.ReadResponse)       {}
func (thing) Update(context.Context, resource.UpdateRequest, *resource.UpdateResponse) {}
func (thing) Delete(context.Context, resource.DeleteRequest, *resource.DeleteResponse) {}

func (r thing) Schema(_ context.Context, _ resource.SchemaRequest, resp *resource.SchemaResponse) {
	attributes := map[string]frameworkschema.Attribute{
		"id": frameworkschema.StringAttribute{Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()}},
	}
	fields := r.kind.All()
	for i := range fields {
		switch field := &fields[i]; {
		case !field.InResource():
		case field.Secret:
			attributes[field.Name+"_wo"] = frameworkschema.StringAttribute{Optional: true, WriteOnly: true}
			attributes[field.Name+"_wo_version"] = frameworkschema.NumberAttribute{Optional: true}
		default:
			attributes[field.Name] = attributeOf(field)
		}
	}
	resp.Schema = frameworkschema.Schema{Attributes: attributes}
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
	case kind.List:
		of := frameworkschema.ListAttribute{Required: required, Optional: optional, Computed: computed, ElementType: types.StringType}
		if standard, ok := field.Default.([]string); ok {
			elements := []attr.Value{}
			for _, element := range standard {
				elements = append(elements, types.StringValue(element))
			}
			of.Default = listdefault.StaticValue(types.ListValueMust(types.StringType, elements))
		}
		of.PlanModifiers = modifiers(keeps, field.Replaces, listplanmodifier.UseStateForUnknown(), listplanmodifier.RequiresReplace())
		return of
	default:
		of := frameworkschema.StringAttribute{Required: required, Optional: optional, Computed: computed}
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

// framework is the framework's provider with the resource.
func framework(t reporter, k *kind.Kind) tfprotov6.ProviderServer {
	t.Helper()
	return providerserver.NewProtocol6(none{resources: []func() resource.Resource{func() resource.Resource { return thing{k} }}})()
}
