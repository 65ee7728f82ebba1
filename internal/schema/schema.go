// Package schema derives Terraform's schemas, and the texts in them, from the description
// of a kind.
//
// They are schemas of the protocol, not of the framework: internal/server answers for
// described kinds without the framework.
package schema

import (
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
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
	return identityOf(IdentityAttribute(k), IDWord(k)+" of the "+k.Title+".")
}

func identityOf(attribute, description string) *tfprotov6.ResourceIdentitySchema {
	return &tfprotov6.ResourceIdentitySchema{IdentityAttributes: []*tfprotov6.ResourceIdentitySchemaAttribute{{
		Name: attribute, Type: tftypes.String, RequiredForImport: true, Description: description,
	}}}
}

// IdentityAttribute is the name of the identity's only attribute.
func IdentityAttribute(k *kind.Kind) string {
	if k.IsAddressedByName() {
		return k.Key().Name
	}
	return lookup.ID
}

// List is the schema of the list resource, for `terraform query`.
func List(k *kind.Kind) *tfprotov6.Schema {
	return assemble("Finds "+k.Plurals()+" to import, with `terraform query -generate-config-out=...`. "+k.Summary+needs(k)+leftOut(k), filters(k))
}

func assemble(description string, attributes []*tfprotov6.SchemaAttribute) *tfprotov6.Schema {
	return &tfprotov6.Schema{Block: &tfprotov6.SchemaBlock{
		Attributes: ordered(attributes), Description: description, DescriptionKind: tfprotov6.StringKindMarkdown,
	}}
}

// ordered sorts attributes by name, as Terraform shows them.
func ordered(attributes []*tfprotov6.SchemaAttribute) []*tfprotov6.SchemaAttribute {
	slices.SortFunc(attributes, func(a, b *tfprotov6.SchemaAttribute) int { return strings.Compare(a.Name, b.Name) })
	for _, attribute := range attributes {
		if attribute.DescriptionKind != tfprotov6.StringKindMarkdown { // else it may be shared
			attribute.DescriptionKind = tfprotov6.StringKindMarkdown
		}
	}
	return attributes
}

func stringList() tftypes.Type { return tftypes.List{ElementType: tftypes.String} }
