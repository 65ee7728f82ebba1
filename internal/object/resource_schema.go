package object

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework-validators/stringvalidator"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource/identityschema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/booldefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/int64default"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringdefault"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
)

// resourceSchema derives the resource's schema: the fields that can be written,
// and the id. What the server alone sets is left to the data source, where it
// cannot show up as "known after apply" in every plan.
func (o *Object) resourceSchema() schema.Schema {
	history := newHistory(o.Path)
	attributes := map[string]schema.Attribute{
		idAttribute: schema.StringAttribute{
			Computed:            true,
			PlanModifiers:       []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
			MarkdownDescription: fmt.Sprintf("UUID of the %s, by which other objects refer to it.", o.Title),
		},
	}
	for i := range o.Attributes {
		attribute := &o.Attributes[i]
		switch {
		case attribute.ReadOnly:
		case attribute.Secret:
			attribute.addSecret(attributes, history)
		default:
			attributes[attribute.Name] = attribute.managed(history)
		}
	}
	return schema.Schema{MarkdownDescription: o.manages(), Attributes: attributes}
}

// manages is the resource's first paragraph.
func (o *Object) manages() string {
	text := "Manages one " + o.Title + ". " + o.Summary
	if o.Deletes != "" {
		text += "\n\n~> **Deleting it** takes " + o.Deletes + " with it. Nothing but `terraform destroy`, or taking the resource out of the configuration, deletes it: every change of an argument is an update in place."
	}
	return text
}

// identitySchema is the resource's identity, by which Terraform 1.12 and later can
// import it.
func (o *Object) identitySchema() identityschema.Schema {
	return identityschema.Schema{Attributes: map[string]identityschema.Attribute{
		idAttribute: identityschema.StringAttribute{RequiredForImport: true, Description: "UUID of the " + o.Title + "."},
	}}
}

// managed is the attribute of a field that can be written.
func (a *Attribute) managed(history history) schema.Attribute {
	text := a.describeArgument(a.APIName(), history)
	optional := !a.Required || a.Default != nil
	switch a.Kind {
	case Bool:
		attribute := schema.BoolAttribute{Required: !optional, Optional: optional, MarkdownDescription: text}
		if value, ok := a.Default.(bool); ok {
			attribute.Computed, attribute.Default = true, booldefault.StaticBool(value)
		}
		return attribute
	case Int:
		attribute := schema.Int64Attribute{Required: !optional, Optional: optional, MarkdownDescription: text}
		if value, ok := a.Default.(int); ok {
			attribute.Computed, attribute.Default = true, int64default.StaticInt64(int64(value))
		}
		if a.Max > 0 {
			attribute.Validators = []validator.Int64{int64validator.Between(int64(a.Min), int64(a.Max))}
		} else {
			attribute.Validators = []validator.Int64{int64validator.AtLeast(int64(a.Min))}
		}
		return attribute
	case Text, UUID, Objects:
	}
	attribute := schema.StringAttribute{Required: !optional, Optional: optional, MarkdownDescription: text, Validators: a.textValidators()}
	if value, ok := a.Default.(string); ok {
		attribute.Computed, attribute.Default = true, stringdefault.StaticString(value)
	}
	return attribute
}

func (a *Attribute) textValidators() []validator.String {
	switch {
	case a.Kind == UUID:
		return []validator.String{uuidValidator{}}
	case len(a.Values) > 0:
		return []validator.String{valuesValidator{values: a.Values}}
	}
	return []validator.String{textValidator{required: a.Required}}
}

// addSecret adds the three attributes of a secret.
func (a *Attribute) addSecret(attributes map[string]schema.Attribute, history history) {
	plain, writeOnly, version := a.Name, a.Name+writeOnlySuffix, a.Name+versionSuffix
	one := stringvalidator.ConflictsWith(path.MatchRoot(writeOnly))
	rule := fmt.Sprintf("At most one of `%s` and `%s` may be set.", plain, writeOnly)
	if a.Required {
		one = stringvalidator.ExactlyOneOf(path.MatchRoot(plain), path.MatchRoot(writeOnly))
		rule = fmt.Sprintf("Exactly one of `%s` and `%s` must be set.", plain, writeOnly)
	}
	required := " Without it the secret is sent when the object is made, or when it takes the place of `" + plain + "`, and never again."
	if !a.Required {
		required = " Required with it, so that the secret can be cleared when it is removed."
	}
	meaning := a.describeArgument(a.APIName(), history)
	attributes[plain] = schema.StringAttribute{
		// Computed where it may be left out, so that an empty text in the state of
		// another provider can stay; see unsetSecret.
		Optional: true, Computed: !a.Required, Sensitive: true, Validators: []validator.String{one, textValidator{required: a.Required}},
		MarkdownDescription: meaning + " It is kept in the state. " + rule + " Where authentik returns it (up to 2026.2.6, 2026.5.6 and 2026.8.1), a change on the server is seen; later releases do not, and the state keeps what was written last.",
	}
	attributes[writeOnly] = schema.StringAttribute{
		Optional: true, Sensitive: true, WriteOnly: true, Validators: a.writeOnlyValidators(),
		MarkdownDescription: fmt.Sprintf("As `%s`, but kept neither in the plan nor in the state. %s It is sent when the object is made and whenever `%s` changes. Needs Terraform 1.11 or later.", plain, rule, version),
	}
	attributes[version] = schema.Int64Attribute{
		Optional: true, Validators: []validator.Int64{int64validator.AlsoRequires(path.MatchRoot(writeOnly))},
		MarkdownDescription: fmt.Sprintf("Any number, to be changed to send `%s` again. Nothing else tells Terraform that the secret changed, or that an imported object is to get it.%s", writeOnly, required),
	}
}

// writeOnlyValidators make the version required where the secret may be left out:
// nothing else is in the state to tell that it was there and is to be cleared.
func (a *Attribute) writeOnlyValidators() []validator.String {
	validators := []validator.String{textValidator{required: a.Required}}
	if !a.Required {
		validators = append(validators, stringvalidator.AlsoRequires(path.MatchRoot(a.Name+versionSuffix)))
	}
	return validators
}

// textValidator refuses what the server would store as something else: it takes
// the blanks off both ends of every text.
type textValidator struct{ required bool }

func (textValidator) Description(context.Context) string { return "must have no blanks at its ends" }

func (v textValidator) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v textValidator) ValidateString(_ context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() {
		return
	}
	switch value := req.ConfigValue.ValueString(); {
	case v.required && trim(value) == "":
		resp.Diagnostics.AddAttributeError(req.Path, "Empty value", "The value is empty or blank, which authentik refuses.")
	case trim(value) != value:
		resp.Diagnostics.AddAttributeError(req.Path, "Blanks at the ends of the value",
			"The value has blanks or line ends at its ends. authentik takes them off before it stores the value, so the next plan would show a change that never ends. `trimspace()` or `chomp()` removes them.")
	case strings.ContainsRune(value, 0):
		resp.Diagnostics.AddAttributeError(req.Path, "Invalid character", "The value has a NUL character, which authentik refuses.")
	}
}

// valuesValidator warns of a value that is not known today: a newer server may
// know it, and the server has the last word.
type valuesValidator struct{ values []string }

func (v valuesValidator) Description(context.Context) string {
	return "should be one of " + strings.Join(v.values, ", ")
}

func (v valuesValidator) MarkdownDescription(ctx context.Context) string { return v.Description(ctx) }

func (v valuesValidator) ValidateString(ctx context.Context, req validator.StringRequest, resp *validator.StringResponse) {
	textValidator{required: true}.ValidateString(ctx, req, resp)
	if req.ConfigValue.IsNull() || req.ConfigValue.IsUnknown() || resp.Diagnostics.HasError() {
		return
	}
	if !slices.Contains(v.values, req.ConfigValue.ValueString()) {
		resp.Diagnostics.AddAttributeWarning(req.Path, "Value not known to the provider",
			"No authentik release that this provider was checked against takes this value; known are "+strings.Join(v.values, ", ")+". It is sent as it is, and the server decides.")
	}
}
