package object

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework-validators/int64validator"
	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// Attributes of a data source that are no fields of the API.
const (
	idAttribute          = "id"
	omitSecretsAttribute = "omit_secrets"
)

// dataSourceSchema derives the data source's schema: every field of the answer,
// computed, with the look-ups as arguments.
func (o *Object) dataSourceSchema() schema.Schema {
	history := newHistory(o.Path)
	attributes := computed(o.shown(), "", history)
	attributes[idAttribute] = schema.StringAttribute{
		Optional: true, Computed: true, Validators: []validator.String{o.idValidator()},
		MarkdownDescription: o.idMeaning() + " " + o.exactlyOne(),
	}
	for _, way := range o.Lookups {
		for _, name := range way.all() {
			attributes[name] = o.argument(way, name, history)
		}
	}
	if o.hasSecrets() {
		attributes[omitSecretsAttribute] = o.omitSecrets()
	}
	return schema.Schema{
		MarkdownDescription: "Reads one " + o.Title + ". " + o.Summary + " What the server's release does not return is null. The token's user needs the permission `" + o.Permission("view") + "`.",
		Attributes:          attributes,
	}
}

// idMeaning says what `id` is.
func (o *Object) idMeaning() string {
	if o.Slug != "" {
		return fmt.Sprintf("The `%s` of the %s, by which the API addresses it. Other objects refer to it by `%s`.", o.Slug, o.Title, o.key().Name)
	}
	return fmt.Sprintf("UUID of the %s, in any spelling that authentik takes. What is stored is in lower case with hyphens.", o.Title)
}

func (o *Object) idValidator() validator.String {
	if o.Slug != "" {
		return lookupValidator{}
	}
	return uuidValidator{}
}

// argument is an attribute of a look-up.
func (o *Object) argument(way Lookup, name string, history history) schema.Attribute {
	attribute := o.attribute(name)
	meaning := attribute.describe(attribute.APIName(), history)
	switch {
	case name == way.Narrower:
		meaning += " As an argument beside `" + strings.Join(way.Attributes, "` and `") + "` it tells several apart."
	case attribute.Kind == UUID:
		meaning += " " + o.exactlyOne()
	default:
		meaning += " As an argument it is compared exactly, upper and lower case included. " + o.exactlyOne()
	}
	switch attribute.Kind {
	case Int:
		return schema.Int64Attribute{
			Optional: true, Computed: true, MarkdownDescription: meaning,
			Validators: []validator.Int64{int64validator.AlsoRequires(path.MatchRoot(way.Attributes[0]))},
		}
	case UUID:
		return schema.StringAttribute{Optional: true, Computed: true, MarkdownDescription: meaning, Validators: []validator.String{uuidValidator{}}}
	case Text, Duration, Time, JSON, Bool, Float, List, Set, Nested, Objects:
	}
	return schema.StringAttribute{Optional: true, Computed: true, MarkdownDescription: meaning, Validators: []validator.String{lookupValidator{}}}
}

// shown are the attributes of the data sources: what any release returns.
func (o *Object) shown() []Attribute {
	if !slices.ContainsFunc(o.Attributes, func(attribute Attribute) bool { return attribute.Secret }) {
		return o.Attributes
	}
	return slices.DeleteFunc(slices.Clone(o.Attributes), func(attribute Attribute) bool { return attribute.Secret && !o.isAnswered(&attribute) })
}

// omitSecrets is the argument that keeps secrets out of the state.
func (o *Object) omitSecrets() schema.BoolAttribute {
	return schema.BoolAttribute{
		Optional:            true,
		MarkdownDescription: "Keep secrets out of the state: " + o.secretNames() + " are null then, whatever the server returns. Without it a release that returns secrets puts them into the state, those too that a resource keeps out of it by a write-only argument. Default: `false`.",
	}
}

// exactlyOne is the sentence about the arguments.
func (o *Object) exactlyOne() string {
	ways := []string{"`" + idAttribute + "`"}
	for _, way := range o.Lookups {
		ways = append(ways, "`"+strings.Join(way.Attributes, "` with `")+"`")
	}
	return "Exactly one of " + strings.Join(ways, " and ") + " must be set."
}

// secretNames lists the secrets for a sentence.
func (o *Object) secretNames() string {
	var names []string
	for _, attribute := range o.shown() {
		if attribute.Secret {
			names = append(names, "`"+attribute.Name+"`")
		}
	}
	return strings.Join(names, " and ")
}

// computed makes read-only attributes of a data source.
func computed(attributes []Attribute, prefix string, history history) map[string]schema.Attribute {
	schemas := make(map[string]schema.Attribute, len(attributes))
	for i := range attributes {
		attribute := &attributes[i]
		text := attribute.describe(prefix+attribute.APIName(), history)
		schemas[attribute.Name] = attribute.computed(text, prefix, history)
	}
	return schemas
}

// computed is the read-only attribute of a data source.
func (a *Attribute) computed(text, prefix string, history history) schema.Attribute {
	switch a.Kind {
	case Bool:
		return schema.BoolAttribute{Computed: true, Sensitive: a.Secret, MarkdownDescription: text}
	case Int:
		return schema.Int64Attribute{Computed: true, Sensitive: a.Secret, MarkdownDescription: text}
	case Float:
		return schema.Float64Attribute{Computed: true, Sensitive: a.Secret, MarkdownDescription: text}
	case List:
		return schema.ListAttribute{Computed: true, ElementType: types.StringType, MarkdownDescription: text}
	case Set:
		return schema.SetAttribute{Computed: true, ElementType: types.StringType, MarkdownDescription: text}
	case Nested:
		return schema.SingleNestedAttribute{
			Computed: true, MarkdownDescription: text,
			Attributes: computed(a.Attributes, prefix+a.APIName()+".", history),
		}
	case Objects:
		return schema.ListNestedAttribute{
			Computed: true, MarkdownDescription: text,
			NestedObject: schema.NestedAttributeObject{Attributes: computed(a.Attributes, prefix+a.APIName()+"[].", history)},
		}
	case Text, UUID, Duration, Time, JSON:
	}
	return schema.StringAttribute{Computed: true, Sensitive: a.Secret, MarkdownDescription: text}
}
