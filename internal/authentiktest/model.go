package authentiktest

import (
	"maps"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// values are values of fields, by JSON name.
type values = map[string]any

// model holds what the contract table does not say about the objects of a collection: facts of
// the server's code. A collection without one works too, as plainly as possible.
type model struct {
	// constants are read-only fields that have one value for all objects.
	constants values
	// defaults are the values of a new object's fields that are neither null nor empty, in the
	// newest release.
	defaults values
	// older are defaults that differed before a release.
	older []older
	// derived computes read-only fields from other objects, unless a test has set them.
	derived map[string]func(*Server, *row) any
	// shown are fields whose stored value is shown in another way in some releases.
	shown map[string]func(*Server, *row) any
	// bare are nested objects that are shown without their class in the answer to a write whose
	// body holds their key.
	bare map[string]bareness
	// references says where fields with ids of other objects lead to.
	references map[string]reference
	// unique lists values that no two objects may share.
	unique []uniqueness
	// checks are what the server looks at after every field by itself was found right.
	checks []check
	// formats are rules for texts that the API's documents do not mention.
	formats map[string]format
	// address is the field by which an object is addressed; "" is the primary key.
	address string
	// key is a field with the primary key besides pk, or in its place.
	key string
	// aliases are filters whose name is not that of the field they look at.
	aliases map[string]string
	// order is the default order of the list, search the fields that ?search= looks at.
	order, search []string
	// unites are the paths of the collections that this one shows together.
	unites []string
	// noEmpty are the lists that may not be empty.
	noEmpty []string
	// undeletable objects come with the server.
	undeletable bool
	// enterprise objects can be written with a licence only.
	enterprise bool
}

// bareness is what replaces the class of a nested object.
type bareness struct {
	by        string // the field with the object's key
	constants values
}

// older is what held up to a release.
type older struct {
	before string
	values values   // defaults
	order  []string // of the list
}

// reference is where the id of another object leads to.
type reference struct {
	to string // path of the collection
	// cascades: the object goes with the one it refers to. Otherwise the reference is emptied.
	cascades bool
}

// uniqueness is a rule that no two objects may share a text.
type uniqueness struct {
	field, scope string
	message      string
	since        string // the first release with the rule; "": all
}

// newModels gives the facts by collection path.
func newModels() map[string]*model {
	stages := stageModels()
	all := map[string]*model{
		allStages: {
			unites: slices.Sorted(maps.Keys(stages)),
			unique: []uniqueness{{field: "name", scope: "stage"}},
			search: []string{"name"},
		},
	}
	for _, family := range []map[string]*model{stages, flowModels(), promptModels()} {
		maps.Copy(all, family)
	}
	return all
}

// model gives the facts of a collection; an empty model when there are none.
func (t *table) model(path string) *model {
	if known, ok := t.models[path]; ok {
		return known
	}
	return &model{}
}

// members lists the collections that a path shows: itself, or those that it unites.
func (t *table) members(path string) []string {
	if unites := t.model(path).unites; unites != nil {
		return unites
	}
	return []string{path}
}

// newFields are the fields of a new object in the release, before anything is set. The
// definitions are those that the release has of the collection.
func (s *Server) newFields(path string, request contract.Definitions) values {
	known := s.model(path)
	fields := make(values)
	described, ok := contract.Object(path)
	if ok {
		for _, field := range slices.Concat(described.Request(), described.Response()) {
			if topLevel(field.Name) {
				fields[field.Name] = blank(field.Definitions[len(field.Definitions)-1].Definition)
			}
		}
	}
	for _, definition := range request {
		if topLevel(definition.Name) {
			fields[definition.Name] = blank(definition)
		}
	}
	for name := range known.derived {
		delete(fields, name)
	}
	for name := range known.constants {
		delete(fields, name)
	}
	maps.Copy(fields, copyObject(known.defaults))
	for _, changed := range slices.Backward(known.older) {
		if !s.since(changed.before) {
			maps.Copy(fields, copyObject(changed.values))
		}
	}
	delete(fields, "pk")
	return fields
}

// blank is the value of a field that nobody set.
func blank(definition contract.Definition) any {
	if definition.Nullable {
		return nil
	}
	switch definition.Type {
	case "string":
		return ""
	case "boolean":
		return false
	case "integer", "number":
		return float64(0)
	case "array":
		return []any{}
	case "object":
		return map[string]any{}
	default:
		return nil
	}
}
