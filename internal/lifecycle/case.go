// Package lifecycle holds the arguments with which tests create and change one object of
// each kind. Its own tests lead every kind through create, update, import, drift, loss and
// delete; those of other packages use the same arguments with the real Terraform.
package lifecycle

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// Case has the arguments for one kind, by their names in Terraform: string, bool, int,
// float64, []string, []int or []map[string]any.
type Case struct {
	// Type is the object's, see [kind.Kind].
	Type string
	// Minimal are the required arguments only, Full every one, with another value
	// than the default wherever there is one.
	Minimal, Full map[string]any
	// Unset are arguments that Full cannot have, because they exclude others.
	Unset []string
	// Drift is a change of one field outside of Terraform, by the API's name; nil for
	// another name.
	Drift map[string]any
	// Others are objects that must be there, by the path of their collection, beyond those
	// that fields with [kind.Field.Refers] refer to.
	Others map[string][]map[string]any
}

// All are the cases of every kind of object that can be managed.
func All() []Case {
	var all []Case
	for _, family := range []func() []Case{
		core,
		outposts,
		samlAndSync,
		flows,
		authenticators,
		stages,
		userStages,
		mappings,
		sources,
		propertyMappings,
		policies,
		certificates,
		directory,
		events,
		systems,
		governance,
	} {
		all = append(all, family()...)
	}
	return all
}

// Of is the sample of one kind, a zero one where there is none.
func Of(kind string) Case {
	for _, sample := range All() {
		if sample.Type == kind {
			return sample
		}
	}
	return Case{}
}

// Object is the description of the kind, nil where the provider has none.
func (l Case) Object() *kind.Kind {
	for _, described := range provider.Kinds() {
		if described.Type == l.Type {
			return described
		}
	}
	return nil
}

// Resource is the full name of the resource type.
func (l Case) Resource() string { return provider.Name + "_" + l.Type }

// On leaves out the arguments that the release lacks, but for those that have to be
// written whatever the release.
func (l Case) On(release string, arguments map[string]any) map[string]any {
	described := l.Object()
	table, _ := contract.Object(described.API.Path)
	view, _ := table.In(release)
	kept := maps.Clone(arguments)
	for i := range described.All() {
		attribute := &described.All()[i]
		if !attribute.MustBeSet() && !accepts(view, attribute) {
			delete(kept, attribute.Name)
		}
	}
	return kept
}

// Fields are an object of the kind as the server has it, made with the least, the
// provider's defaults included; by the API's names. A zero sample has none.
func (l Case) Fields() map[string]any {
	fields := map[string]any{}
	if l.Type == "" {
		return fields
	}
	for i := range l.Object().All() {
		attribute := &l.Object().All()[i]
		if attribute.Default != nil && attribute.Default != "" {
			fields[attribute.APIName()] = stored(attribute, attribute.Default)
		}
		if value, ok := l.Minimal[attribute.Name]; ok {
			fields[attribute.APIName()] = stored(attribute, value)
		}
	}
	return fields
}

// stored is a value as the server has it: JSON is no text there.
func stored(field *kind.Field, value any) any {
	var decoded any
	if text, ok := value.(string); ok && field.Type == kind.JSON && json.Unmarshal([]byte(text), &decoded) == nil {
		return decoded
	}
	return value
}

// Lacks says whether the release has no field of the attribute, so that it keeps
// nothing of what is written for it.
func (l Case) Lacks(release, name string) bool {
	described := l.Object()
	table, _ := contract.Object(described.API.Path)
	view, _ := table.In(release)
	for i := range described.All() {
		if described.All()[i].Name == name {
			return !accepts(view, &described.All()[i])
		}
	}
	return false
}

// accepts says whether a release has the field, under any of its names or by a request
// of its own.
func accepts(view contract.View, field *kind.Field) bool {
	return field.Via.Path != "" || field.Local || slices.ContainsFunc(field.APINames(), view.Request.Has)
}
