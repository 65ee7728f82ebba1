// Package lifecycle holds what tests need to know of each kind of object to lead one
// through its life: the arguments with which it is made and changed. Its own tests
// lead every kind through its life on every release; those of other packages use the
// same arguments with the real Terraform.
package lifecycle

import (
	"maps"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// Life is what a life-cycle test needs to know of a kind of object. The arguments are
// by their names in Terraform: string, bool, int, float64 or []string.
type Life struct {
	// Type is the object's, see [object.Object].
	Type string
	// Minimal are the required arguments only, Full every one, with another value
	// than the default wherever there is one.
	Minimal, Full map[string]any
	// Drift is a change of one field by somebody else, by the API's name; nil for
	// another name.
	Drift map[string]any
	// Others are the objects that the arguments refer to and that must be there, by the
	// path of their collection; nil where the stand-in takes any reference.
	Others map[string][]map[string]any
}

// All are the lives of every kind of object that can be managed.
func All() []Life {
	return slices.Concat(flows(), authenticators(), stages(), userStages(), mappings())
}

// Of is the life of one kind, a zero one where there is none.
func Of(kind string) Life {
	for _, life := range All() {
		if life.Type == kind {
			return life
		}
	}
	return Life{}
}

// Object is the description of the kind, nil where the provider has none.
func (l Life) Object() *object.Object {
	for _, described := range provider.Objects() {
		if described.Type == l.Type {
			return described
		}
	}
	return nil
}

// Resource is the full name of the resource type.
func (l Life) Resource() string { return provider.Name + "_" + l.Type }

// On leaves out the arguments that the release lacks, but for those that have to be
// written whatever the release.
func (l Life) On(release string, arguments map[string]any) map[string]any {
	described := l.Object()
	table, _ := contract.Object(described.Path)
	view, _ := table.In(release)
	kept := maps.Clone(arguments)
	for i := range described.Attributes {
		attribute := &described.Attributes[i]
		if mustBeWritten := attribute.Required && attribute.Default == nil; !mustBeWritten && !view.Request.Has(attribute.APIName()) {
			delete(kept, attribute.Name)
		}
	}
	return kept
}

// Fields are an object of the kind as the server has it, made with the least, the
// provider's defaults included; by the API's names.
func (l Life) Fields() map[string]any {
	fields := map[string]any{}
	for i := range l.Object().Attributes {
		attribute := &l.Object().Attributes[i]
		if attribute.Default != nil && attribute.Default != "" {
			fields[attribute.APIName()] = attribute.Default
		}
		if value, ok := l.Minimal[attribute.Name]; ok {
			fields[attribute.APIName()] = value
		}
	}
	return fields
}

// Lacks says whether the release has no field of the attribute, so that it keeps
// nothing of what is written for it.
func (l Life) Lacks(release, name string) bool {
	described := l.Object()
	table, _ := contract.Object(described.Path)
	view, _ := table.In(release)
	for i := range described.Attributes {
		if described.Attributes[i].Name == name {
			return !view.Request.Has(described.Attributes[i].APIName())
		}
	}
	return false
}
