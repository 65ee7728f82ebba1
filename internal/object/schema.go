package object

import (
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-framework/datasource/schema"
	"github.com/hashicorp/terraform-plugin-framework/schema/validator"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// Attributes of a data source that are no fields of the API.
const (
	idAttribute          = "id"
	omitSecretsAttribute = "omit_secrets"
	keyAttribute         = "pk"
)

// secretNote says where a secret can be read.
const secretNote = "authentik returns it up to 2026.2.6, 2026.5.6 and 2026.8.1; from 2026.2.7, 2026.5.7 and 2026.8.2 on this is null."

// dataSourceSchema derives the data source's schema: every field of the answer,
// computed, with the look-ups as arguments.
func (o *Object) dataSourceSchema() schema.Schema {
	history := newHistory(o.Path)
	attributes := computed(o.Attributes, "", history)
	attributes[idAttribute] = schema.StringAttribute{
		Optional:   true,
		Computed:   true,
		Validators: []validator.String{uuidValidator{}},
		MarkdownDescription: fmt.Sprintf("UUID of the %s, in any spelling that authentik takes. What is stored is in lower case with hyphens. %s",
			o.Title, o.exactlyOne()),
	}
	for _, name := range o.Lookups {
		attribute := o.attribute(name)
		attributes[name] = schema.StringAttribute{
			Optional:   true,
			Computed:   true,
			Validators: []validator.String{lookupValidator{}},
			MarkdownDescription: attribute.describe(name, history) +
				" As an argument it is compared exactly, upper and lower case included. " + o.exactlyOne(),
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

// omitSecrets is the argument that keeps secrets out of the state.
func (o *Object) omitSecrets() schema.BoolAttribute {
	return schema.BoolAttribute{
		Optional:            true,
		MarkdownDescription: "Keep secrets out of the state: " + o.secretNames() + " are null then, whatever the server returns. Without it a release that returns secrets puts them into the state, those too that a resource keeps out of it by a write-only argument. Default: `false`.",
	}
}

// arguments are the attributes of which exactly one says what to read.
func (o *Object) arguments() []string {
	return append([]string{idAttribute}, o.Lookups...)
}

// exactlyOne is the sentence about the arguments.
func (o *Object) exactlyOne() string {
	return "Exactly one of `" + strings.Join(o.arguments(), "` and `") + "` must be set."
}

// secretNames lists the secrets for a sentence.
func (o *Object) secretNames() string {
	var names []string
	for i := range o.Attributes {
		if o.Attributes[i].Secret {
			names = append(names, "`"+o.Attributes[i].Name+"`")
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
		switch attribute.Kind {
		case Bool:
			schemas[attribute.Name] = schema.BoolAttribute{Computed: true, Sensitive: attribute.Secret, MarkdownDescription: text}
		case Int:
			schemas[attribute.Name] = schema.Int64Attribute{Computed: true, Sensitive: attribute.Secret, MarkdownDescription: text}
		case Objects:
			schemas[attribute.Name] = schema.ListNestedAttribute{
				Computed: true, Sensitive: attribute.Secret, MarkdownDescription: text,
				NestedObject: schema.NestedAttributeObject{
					Attributes: computed(attribute.Attributes, prefix+attribute.APIName()+"[].", history),
				},
			}
		case Text, UUID:
			schemas[attribute.Name] = schema.StringAttribute{Computed: true, Sensitive: attribute.Secret, MarkdownDescription: text}
		}
	}
	return schemas
}

// describe completes the description by what is known of the values and of the
// releases that have the field. field is its name in the contract table.
func (a *Attribute) describe(field string, history history) string {
	sentences := []string{a.Description}
	if len(a.Values) > 0 {
		sentences = append(sentences, "One of `"+strings.Join(a.Values, "`, `")+"`, or what a newer server knows.")
	}
	switch {
	case a.EmptyIsNull:
		sentences = append(sentences, "Where it was never set it is empty or null, as the release has it.")
	case a.Default == "" || a.Required:
		// What an empty text means is the description's to say; what is required
		// has a default in the resource only.
	case a.Default != nil:
		sentences = append(sentences, fmt.Sprintf("authentik's default is `%v`.", a.Default))
	case a.Nullable:
		sentences = append(sentences, "Null where it is not set.")
	}
	if a.Secret {
		sentences = append(sentences, secretNote)
	} else if span := history[field]; span != "" {
		sentences = append(sentences, span)
	}
	return strings.Join(sentences, " ")
}

// describeArgument is the description for the resource.
func (a *Attribute) describeArgument(field string, history history) string {
	sentences := []string{a.Description}
	if len(a.Values) > 0 {
		sentences = append(sentences, "One of `"+strings.Join(a.Values, "`, `")+"`; another value is sent with a warning.")
	}
	if a.Kind == Int && a.Max > 0 {
		sentences = append(sentences, fmt.Sprintf("From %d to %d.", a.Min, a.Max))
	}
	switch {
	case a.Default == "":
		sentences = append(sentences, "Default: empty.")
	case a.Default != nil:
		sentences = append(sentences, fmt.Sprintf("Default: `%v`.", a.Default))
	case a.Nullable:
		sentences = append(sentences, "Left out or null, it is cleared.")
	}
	if span := history[field]; span != "" && !a.Secret {
		sentences = append(sentences, span)
	}
	return strings.Join(sentences, " ")
}

// history holds, for the fields that not every release of the contract table
// returns, the sentence that says which ones do.
type history map[string]string

func newHistory(path string) history {
	spans := history{}
	table, ok := contract.Object(path)
	if !ok {
		return spans
	}
	releases := table.Releases()
	for _, field := range table.Response() {
		first, last := field.First(), field.Last()
		var parts []string
		if first != releases[0] {
			parts = append(parts, "since authentik "+branch(first))
		}
		if last != releases[len(releases)-1] {
			parts = append(parts, "up to authentik "+branch(last))
		}
		if len(parts) > 0 {
			text := strings.Join(parts, " and ")
			spans[field.Name] = strings.ToUpper(text[:1]) + text[1:] + "."
		}
	}
	return spans
}

// branch is the year and month of a release.
func branch(release string) string {
	if parts := strings.SplitN(release, ".", 3); len(parts) == 3 {
		return parts[0] + "." + parts[1]
	}
	return release
}
