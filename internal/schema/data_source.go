package schema

import (
	"sync"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
)

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
				Description: "Values of `managed`. `ids` has the IDs of these objects in the same order; each object must exist.",
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

// fetched are the attributes of a field that the data source reads by a request of its
// own.
func fetched(field *kind.Field, texts *texts) []*tfprotov6.SchemaAttribute {
	attribute := computed(field, texts, "")
	attribute.Description = field.Description + " Null unless `" + field.Fetch.Switch + "` is true."
	return []*tfprotov6.SchemaAttribute{attribute, {
		Name: field.Fetch.Switch, Type: tftypes.Bool, Optional: true,
		Description: "Whether `" + field.Name + "` is read and kept in the state. authentik logs that as an event, at every refresh, and requires the permission `" + field.Fetch.Permission() + "`. " + falseBut(field.Fetch.Incumbent),
	}}
}

func omitSecrets(k *kind.Kind) *tfprotov6.SchemaAttribute {
	return &tfprotov6.SchemaAttribute{
		Name: OmitSecrets, Type: tftypes.Bool, Optional: true,
		Description: "Whether secrets are kept out of the state, so that " + names(k.Secrets()) + " " + verb(k.Secrets()) + " null. Otherwise the state contains the secrets that the server returns, including those that a resource keeps out of it by a write-only argument. Default: `false`.",
	}
}
