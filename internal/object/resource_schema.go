package object

import (
	"context"
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework-validators/listvalidator"
	"github.com/hashicorp/terraform-plugin-framework-validators/setvalidator"
	"github.com/hashicorp/terraform-plugin-framework/attr"
	"github.com/hashicorp/terraform-plugin-framework/resource/identityschema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/booldefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/float64default"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/int64default"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/listdefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/setdefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringdefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// resourceSchema derives the resource's schema: the fields that can be written,
// and the id. What the server alone sets is left to the data source, where it
// cannot show up as "known after apply" in every plan.
func (o *Object) resourceSchema() schema.Schema {
	history := newHistory(o.Path)
	attributes := map[string]schema.Attribute{idAttribute: o.managedID()}
	for i := range o.Attributes {
		attribute := &o.Attributes[i]
		switch {
		case !attribute.inResource():
		case attribute.ReadOnly:
			attributes[attribute.Name] = schema.StringAttribute{
				Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
				MarkdownDescription: attribute.describe(attribute.APIName(), history),
			}
		case attribute.Secret:
			o.addSecret(attribute, attributes, history)
		default:
			attributes[attribute.Name] = attribute.managed(history, o.takesBlank(attribute))
		}
	}
	return schema.Schema{MarkdownDescription: o.manages(), Attributes: attributes}
}

// managedID is the resource's id. A slug changes with its attribute, which the plan
// tells.
func (o *Object) managedID() schema.StringAttribute {
	if o.Slug != "" {
		return schema.StringAttribute{Computed: true, MarkdownDescription: o.idMeaning()}
	}
	return schema.StringAttribute{
		Computed: true, PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
		MarkdownDescription: fmt.Sprintf("UUID of the %s, by which other objects refer to it.", o.Title),
	}
}

// manages is the resource's first paragraph.
func (o *Object) manages() string {
	text := "Manages one " + o.Title + ". " + o.Summary
	if o.Enterprise {
		text += "\n\n-> **Enterprise:** authentik makes and changes it with an enterprise licence only. Reading and deleting needs none."
	}
	if o.Deletes != "" {
		text += "\n\n~> **Deleting it** takes " + o.Deletes + " with it. " + o.deletion()
	}
	return text
}

// deletion says when Terraform deletes the object.
func (o *Object) deletion() string {
	var names []string
	for i := range o.Attributes {
		if o.Attributes[i].Cascades {
			names = append(names, "`"+o.Attributes[i].Name+"`")
		}
	}
	if len(names) > 0 {
		return "Another " + strings.Join(names, " or ") + " deletes it and makes a new one; every other change of an argument is an update in place."
	}
	return "Nothing but `terraform destroy`, or taking the resource out of the configuration, deletes it: every change of an argument is an update in place."
}

// identityAttribute is the name of the identity's one attribute: what never changes.
func (o *Object) identityAttribute() string {
	if o.Slug != "" {
		return o.key().Name
	}
	return idAttribute
}

// identitySchema is the resource's identity, by which Terraform 1.12 and later can
// import it.
func (o *Object) identitySchema() identityschema.Schema {
	return identityschema.Schema{Attributes: map[string]identityschema.Attribute{
		o.identityAttribute(): identityschema.StringAttribute{RequiredForImport: true, Description: "UUID of the " + o.Title + "."},
	}}
}

// managed is the attribute of a field that can be written. blank says whether the
// server takes an empty text for it.
func (a *Attribute) managed(history history, blank bool) schema.Attribute {
	text := a.describeArgument(history)
	optional := !a.Required || a.Default != nil
	computed := a.Default != nil || a.Computed
	switch a.Kind {
	case Bool:
		attribute := schema.BoolAttribute{Required: !optional, Optional: optional, Computed: computed, MarkdownDescription: text}
		if value, ok := a.Default.(bool); ok {
			attribute.Default = booldefault.StaticBool(value)
		}
		return attribute
	case Int:
		attribute := schema.Int64Attribute{Required: !optional, Optional: optional, Computed: computed, MarkdownDescription: text}
		if value, ok := a.Default.(int); ok {
			attribute.Default = int64default.StaticInt64(int64(value))
		}
		attribute.Validators = []validator.Int64{int64validator.AtLeast(int64(a.Min))}
		if a.Max > 0 {
			attribute.Validators = []validator.Int64{int64validator.Between(int64(a.Min), int64(a.Max))}
		}
		return attribute
	case Float:
		attribute := schema.Float64Attribute{Required: !optional, Optional: optional, Computed: computed, MarkdownDescription: text}
		if value, ok := a.Default.(float64); ok {
			attribute.Default = float64default.StaticFloat64(value)
		}
		return attribute
	case List:
		attribute := schema.ListAttribute{
			Required: !optional, Optional: optional, Computed: computed, MarkdownDescription: text, ElementType: types.StringType,
			Validators: []validator.List{listvalidator.NoNullValues(), listvalidator.ValueStringsAre(a.elementValidators()...)},
		}
		if value, ok := a.Default.([]string); ok {
			attribute.Default = listdefault.StaticValue(types.ListValueMust(types.StringType, stringValues(value)))
		}
		return attribute
	case Set:
		attribute := schema.SetAttribute{
			Required: !optional, Optional: optional, Computed: computed, MarkdownDescription: text, ElementType: types.StringType,
			Validators: []validator.Set{setvalidator.NoNullValues(), setvalidator.ValueStringsAre(a.elementValidators()...)},
		}
		if value, ok := a.Default.([]string); ok {
			attribute.Default = setdefault.StaticValue(types.SetValueMust(types.StringType, stringValues(value)))
		}
		return attribute
	case Text, UUID, Duration, Time, JSON, Nested, Objects:
	}
	attribute := schema.StringAttribute{Required: !optional, Optional: optional, Computed: computed, MarkdownDescription: text, Validators: a.textValidators(blank)}
	if a.Cascades {
		attribute.PlanModifiers = []planmodifier.String{a.replacing()}
		attribute.MarkdownDescription += " Another one replaces the object, which authentik would delete along with what it refers to."
	}
	if value, ok := a.Default.(string); ok {
		attribute.Default = stringdefault.StaticString(value)
	}
	return attribute
}

// replacing plans a replacement for another value, not for another spelling. A value
// that is not known yet is that of an object that is made anew.
func (a *Attribute) replacing() planmodifier.String {
	const meaning = "Another object to refer to replaces this one."
	return stringplanmodifier.RequiresReplaceIf(
		func(_ context.Context, req planmodifier.StringRequest, resp *stringplanmodifier.RequiresReplaceIfFuncResponse) {
			resp.RequiresReplace = req.PlanValue.IsUnknown() || !a.Means(req.PlanValue.ValueString(), req.StateValue.ValueString())
		}, meaning, meaning)
}

func stringValues(texts []string) []attr.Value {
	found := make([]attr.Value, 0, len(texts))
	for _, text := range texts {
		found = append(found, types.StringValue(text))
	}
	return found
}

func (a *Attribute) elementValidators() []validator.String {
	element := Attribute{Kind: a.Of, Values: a.Values}
	return element.textValidators(false)
}

func (a *Attribute) textValidators(blank bool) []validator.String {
	switch {
	case a.Kind == UUID:
		return []validator.String{uuidValidator{}}
	case a.Kind == Duration:
		return []validator.String{durationValidator{}}
	case a.Kind == Time:
		return []validator.String{timeValidator{}}
	case a.Kind == JSON:
		return []validator.String{jsonValidator{}}
	case len(a.Values) > 0:
		return []validator.String{valuesValidator{values: a.Values}}
	}
	return []validator.String{textValidator{required: !blank, trimmed: a.Trimmed}}
}

// takesBlank says whether the server takes an empty text for the attribute, in the
// newest release.
func (o *Object) takesBlank(attribute *Attribute) bool {
	definition, ok := o.requestOf(contract.Newest()).Get(attribute.APIName())
	return !attribute.Required && (!ok || definition.MinLength == 0)
}
