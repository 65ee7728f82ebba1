package schema

import (
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// Set are the schemas of all kinds, by the names of their types.
type Set struct {
	Resources, DataSources, Lists map[string]*tfprotov6.Schema
	Identities                    map[string]*tfprotov6.ResourceIdentitySchema
}

func newSet() *Set {
	return &Set{
		Resources: map[string]*tfprotov6.Schema{}, DataSources: map[string]*tfprotov6.Schema{}, Lists: map[string]*tfprotov6.Schema{},
		Identities: map[string]*tfprotov6.ResourceIdentitySchema{},
	}
}

// SetOf computes the schemas of the kinds. The prefix is the provider's name with an
// underscore.
func SetOf(prefix string, kinds []*kind.Kind) *Set {
	set := newSet()
	for _, k := range kinds {
		name := prefix + k.Type
		set.DataSources[name] = DataSource(k)
		if k.Plural != "" {
			set.DataSources[prefix+k.Plural] = Plural(k)
		}
		if !k.ReadOnly {
			set.Resources[name], set.Lists[name], set.Identities[name] = Resource(k), List(k), Identity(k)
		}
	}
	return set
}
