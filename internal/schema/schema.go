// Package schema derives Terraform's schemas, and the texts in them, from the description
// of a kind.
//
// They are schemas of the protocol, not of the framework: internal/server answers for
// described kinds without the framework.
package schema

import (
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

// Attributes of data sources that are not fields of the API.
const (
	// OmitSecrets keeps secrets out of the state.
	OmitSecrets = "omit_secrets"
	// Objects holds what a plural data source found.
	Objects = "objects"
	// IDs holds the IDs of what a plural data source found.
	IDs = "ids"
	// ManagedList are values of `managed` whose IDs a data source finds.
	ManagedList = "managed_list"
	// Ordering is the field that goauthentik/authentik's data sources for many sort by.
	Ordering = "ordering"
	// Search is a list's filter by part of the name.
	Search = "search"
)

// Resource is the schema of the resource: the arguments, what never changes, and the ID.
// What only the server sets is left to the data source; in a resource it would be "known
// after apply" in every plan.
func Resource(k *kind.Kind) *tfprotov6.Schema {
	texts := newTexts(k)
	attributes := []*tfprotov6.SchemaAttribute{{Name: lookup.ID, Type: tftypes.String, Computed: true, Description: resourceID(k)}}
	fields := k.All()
	for i := range fields {
		field := &fields[i]
		switch {
		case !field.InResource():
		case field.ReadOnly && field.Reveal.Path != "":
			attributes = append(attributes, revealed(field)...)
		case field.ReadOnly:
			attributes = append(attributes, computed(field, texts, ""))
		case field.Secret:
			attributes = append(attributes, secret(k, field, texts)...)
		default:
			attributes = append(attributes, argument(field, texts))
		}
	}
	return assemble(manages(k), attributes)
}

// Identity is the schema of the resource's identity: the primary key, which never
// changes.
func Identity(k *kind.Kind) *tfprotov6.ResourceIdentitySchema {
	return &tfprotov6.ResourceIdentitySchema{IdentityAttributes: []*tfprotov6.ResourceIdentitySchemaAttribute{{
		Name: IdentityAttribute(k), Type: tftypes.String, RequiredForImport: true, Description: IDWord(k) + " of the " + k.Title + ".",
	}}}
}

// IdentityAttribute is the name of the identity's only attribute.
func IdentityAttribute(k *kind.Kind) string {
	if k.IsAddressedByName() {
		return k.Key().Name
	}
	return lookup.ID
}

// DataSource is the schema of the data source for one object: every field of the answer,
// with the look-ups as arguments.
func DataSource(k *kind.Kind) *tfprotov6.Schema {
	attributes := []*tfprotov6.SchemaAttribute{{Name: lookup.ID, Type: tftypes.String, Optional: true, Computed: true, Description: dataSourceID(k)}}
	for _, attribute := range shownAttributes(k) {
		if meaning := lookupMeaning(k, k.Field(attribute.Name)); meaning != "" {
			argument := *attribute
			argument.Optional = true
			argument.Description += " " + meaning
			attribute = &argument
		}
		attributes = append(attributes, attribute)
	}
	if k.ManagedList {
		attributes = append(attributes,
			&tfprotov6.SchemaAttribute{
				Name: ManagedList, Type: stringList(), Optional: true,
				Description: "Values of `managed`, of which `ids` has the IDs in the same order. Every one must exist.",
			},
			&tfprotov6.SchemaAttribute{Name: IDs, Type: stringList(), Computed: true, Description: "The IDs of `managed_list`; null without it."})
	}
	if len(k.Secrets()) > 0 {
		attributes = append(attributes, omitSecrets(k))
	}
	attributes = append(attributes, includes(k)...)
	for _, field := range k.Fetched() {
		attributes = append(attributes, fetched(&field, newTexts(k))...)
	}
	return assemble("Reads "+k.A()+". "+k.About()+needs(k)+" Fields that the server's release does not return are null. The token's user needs the permission `"+k.Permission("view")+"`.", attributes)
}

// shownAttributes are the read-only attributes of the data sources, computed once for the
// two of a kind. They must not be changed.
func shownAttributes(k *kind.Kind) []*tfprotov6.SchemaAttribute {
	if cached, ok := shownCache.Load(k); ok {
		if attributes, ok := cached.([]*tfprotov6.SchemaAttribute); ok {
			return attributes
		}
	}
	texts, fields := newTexts(k), k.All()
	attributes := make([]*tfprotov6.SchemaAttribute, 0, len(fields))
	for i := range fields {
		if k.Shows(&fields[i]) {
			attributes = append(attributes, computed(&fields[i], texts, ""))
		}
	}
	shownCache.Store(k, ordered(attributes))
	return attributes
}

var shownCache sync.Map

// List is the schema of the list resource, for `terraform query`.
func List(k *kind.Kind) *tfprotov6.Schema {
	return assemble("Finds "+k.Plurals()+" to import, with `terraform query -generate-config-out=...`. "+k.Summary+needs(k), filters(k))
}

// fetched are the attributes of a field that the data source reads by a request of its
// own.
func fetched(field *kind.Field, texts *texts) []*tfprotov6.SchemaAttribute {
	attribute := computed(field, texts, "")
	attribute.Description = field.Description + " Null unless `" + field.Fetch.Switch + "` is true."
	incumbent := ""
	if field.Fetch.Incumbent {
		incumbent = ", or `true` with the provider's `defaults = \"goauthentik\"`"
	}
	return []*tfprotov6.SchemaAttribute{attribute, {
		Name: field.Fetch.Switch, Type: tftypes.Bool, Optional: true,
		Description: "Whether `" + field.Name + "` is read and kept in the state. authentik logs that as an event, at every refresh, and wants the permission `" + field.Fetch.Permission() + "`. Default: `false`" + incumbent + ".",
	}}
}

func stringList() tftypes.Type { return tftypes.List{ElementType: tftypes.String} }

func assemble(description string, attributes []*tfprotov6.SchemaAttribute) *tfprotov6.Schema {
	return &tfprotov6.Schema{Block: &tfprotov6.SchemaBlock{
		Attributes: ordered(attributes), Description: description, DescriptionKind: tfprotov6.StringKindMarkdown,
	}}
}

// ordered sorts attributes by name, as Terraform shows them.
func ordered(attributes []*tfprotov6.SchemaAttribute) []*tfprotov6.SchemaAttribute {
	slices.SortFunc(attributes, func(a, b *tfprotov6.SchemaAttribute) int { return strings.Compare(a.Name, b.Name) })
	for _, attribute := range attributes {
		attribute.DescriptionKind = tfprotov6.StringKindMarkdown
	}
	return attributes
}

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
		Name: field.Name, Required: required, Optional: !required, Computed: !required && field.Default != nil, Description: texts.argument(field, prefix),
	}, field, texts, prefix, true)
}

// secret are the attributes of a secret: `x`, which is kept in the state; `x_wo`, which
// is in the configuration only; and `x_wo_version`, a number that is changed to send
// `x_wo` again.
func secret(k *kind.Kind, field *kind.Field, texts *texts) []*tfprotov6.SchemaAttribute {
	plain := &tfprotov6.SchemaAttribute{
		Name: field.Name, Type: tftypes.String, Optional: true, Computed: !field.Required, Sensitive: true,
		Description: secretText(k, field, texts),
	}
	writeOnly := &tfprotov6.SchemaAttribute{
		Name: field.Name + diagnostic.WriteOnlySuffix, Type: tftypes.String, Optional: true, Sensitive: true, WriteOnly: true,
		Description: writeOnlyText(field),
	}
	version := &tfprotov6.SchemaAttribute{
		Name: field.Name + diagnostic.VersionSuffix, Type: tftypes.Number, Optional: true,
		Description: versionText(field),
	}
	switch {
	case field.Reveal.Path != "":
		return append(revealed(field), writeOnly, version)
	case field.WriteOnly:
		return []*tfprotov6.SchemaAttribute{writeOnly, version}
	}
	return []*tfprotov6.SchemaAttribute{plain, writeOnly, version}
}

// revealed are the attributes of a secret that is read on request.
func revealed(field *kind.Field) []*tfprotov6.SchemaAttribute {
	reveal := field.Reveal
	return []*tfprotov6.SchemaAttribute{
		{Name: field.Name, Type: tftypes.String, Computed: true, Sensitive: true, Description: reveal.Description + " Null unless `" + reveal.Switch + "` is true; kept in the state then."},
		{
			Name: reveal.Switch, Type: tftypes.Bool, Optional: true, Computed: true,
			Description: "Whether `" + field.Name + "` is read at every refresh and kept in the state, where whoever can read the state can read it. An ephemeral resource keeps it out. Default: `false`.",
		},
	}
}

func omitSecrets(k *kind.Kind) *tfprotov6.SchemaAttribute {
	return &tfprotov6.SchemaAttribute{
		Name: OmitSecrets, Type: tftypes.Bool, Optional: true,
		Description: "Whether secrets are kept out of the state, so that " + names(k.Secrets()) + " " + verb(k.Secrets()) + " null. Otherwise the state contains the secrets that the server returns, including those that a resource keeps out of it by a write-only argument. Default: `false`.",
	}
}

// verb is "is" for one and "are" for several.
func verb(all []string) string {
	if len(all) == 1 {
		return "is"
	}
	return "are"
}
