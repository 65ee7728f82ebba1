package authentiktest

import (
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// values are values of fields, by JSON name.
type values = map[string]any

// computed are fields by JSON name that the server finds out.
type computed = map[string]func(*Server, *row) any

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
	// generated are the fields of a new object whose value is another for every object.
	generated map[string]func(*Server) any
	// touched are the fields with the time of the last write.
	touched []string
	// derived computes read-only fields from other objects, unless a test has set them.
	derived computed
	// shown are fields whose stored value is shown in another way in some releases.
	shown computed
	// bare are nested objects that are shown without their class in the answer to a write whose
	// body holds their key.
	bare map[string]bareness
	// references says where fields with ids of other objects lead to.
	references map[string]reference
	// reversed are the writable fields that other objects store: the groups of a user are those
	// whose users hold it.
	reversed map[string]reversal
	// unique lists values that no two objects may share.
	unique []uniqueness
	// checks are what the server looks at after every field by itself was found right.
	checks []check
	// completes fills in what the body of a write leaves to the server, or changes what it says.
	completes func(*Server, *write)
	// written is done after every write.
	written func(*Server, *row)
	// protected refuses to delete an object, nil when it may go.
	protected func(*Server, *row) *reply
	// formats are rules for texts that the API's documents do not mention.
	formats map[string]format
	// blank are the choices that may be "" in releases before the one given, which the API's
	// documents do not say.
	blank map[string]string
	// resets are the fields that PUT empties when the body leaves them out.
	resets []string
	// included are the nested objects that a parameter of the request leaves out or shows.
	included map[string]inclusion
	// key is a field with the primary key besides pk, or in its place.
	key string
	// sequence names the table whose integer sequence gives the keys; "": they are UUIDs.
	sequence string
	// class is the name in the message about an object that does not exist, "" for the contract's.
	class string
	// aliases are filters whose name is not that of the field they look at.
	aliases map[string]string
	// filters are filters that look at more than a field.
	filters map[string]filter
	// order is the default order of the list, search the fields that ?search= looks at.
	order, search []string
	// unites are the paths of the collections that this one shows together, at last its own.
	unites []string
	// whole: every object of the list is shown with the fields of its own type.
	whole bool
	// stale are nested objects that the answer to a write shows as they were before it, unless the
	// body holds their key, by that key.
	stale map[string]string
	// loose are fields that took any JSON before a release.
	loose map[string]string
	// ownKey is the message about a key in the body that another object has; "": the server makes keys.
	ownKey string
	// unsearchable: the server fails at ?search=, because it looks at a field that is no text.
	unsearchable bool
	// noEmpty are the lists that may not be empty.
	noEmpty []string
	// enterprise objects can be written with a licence only.
	enterprise bool
}

// bareness is what replaces the class of a nested object.
type bareness struct {
	by        string // the field with the object's key; "": it is shown so in every answer
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
	// by is the field that the id stands in, "" for the primary key.
	by string
	// cascades: the object goes with the one it refers to. Otherwise the reference is emptied.
	cascades bool
}

// reversal is where a relation is stored that can be written from both sides.
type reversal struct {
	from  string // path of the collection whose objects store it
	field string // of those objects, that refers to this one
}

// inclusion is a parameter that decides whether nested objects are shown.
type inclusion struct {
	parameter string
	standard  bool   // without the parameter
	since     string // the first release that knows the parameter; before it, standard holds
	before    string // the first release that does not know it any more; "": none
}

// uniqueness is a rule that no two objects may share a value.
type uniqueness struct {
	field, scope string
	message      string // "": the database refuses it, without a message
	since        string // the first release with the rule; "": all
	before       string // the first release without it; "": none
}

// newModels gives the facts by collection path. They are the same for all servers.
var newModels = sync.OnceValue(func() map[string]*model {
	stages := stageModels()
	all := map[string]*model{
		allStages: {
			unites: slices.Sorted(maps.Keys(stages)),
			unique: []uniqueness{{field: "name", scope: "stage"}},
			search: []string{"name"},
		},
	}
	for _, family := range []map[string]*model{
		stages, flowModels(), promptModels(), coreModels(), providerModels(), mappingModels(), sourceModels(), connectionModels(),
		policyModels(), outpostModels(), rbacModels(), eventModels(), systemModels(), endpointModels(), enterpriseModels(),
	} {
		maps.Copy(all, family)
	}
	completeKeys(all)
	for path, known := range all {
		// What is added to a collection that unites others is of no type that the API has.
		if !slices.Contains(known.unites, path) {
			known.unites = append(known.unites, path)
		}
	}
	return all
})

// completeKeys adds what the contract says about keys.
func completeKeys(all map[string]*model) {
	for _, path := range contract.Collections() {
		described, _ := contract.Object(path)
		releases := described.Releases()
		view, _ := described.In(releases[len(releases)-1])
		known := all[path]
		if known == nil {
			known = new(model)
			all[path] = known
		}
		if view.KeyType == "integer" && known.sequence == "" {
			known.sequence = path
		}
		if view.KeyField != "pk" && known.key == "" && (view.KeyType == "uuid" || view.KeyType == "integer") {
			known.key = view.KeyField
		}
	}
}

var noFacts = new(model)

// model gives the facts of a collection; an empty model when there are none.
func (t *table) model(path string) *model {
	if known, ok := t.models[path]; ok {
		return known
	}
	return noFacts
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
		for _, location := range [][]contract.Field{described.Request(), described.Response()} {
			for _, field := range location {
				if topLevel(field.Name) {
					fields[field.Name] = blank(field.Definitions[len(field.Definitions)-1].Definition)
				}
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
	for name := range known.reversed {
		delete(fields, name)
	}
	maps.Copy(fields, copyObject(known.defaults))
	for _, changed := range slices.Backward(known.older) {
		if !s.since(changed.before) {
			maps.Copy(fields, copyObject(changed.values))
		}
	}
	for name, generate := range known.generated {
		fields[name] = generate(s)
	}
	for _, name := range known.touched {
		fields[name] = now(s)
	}
	delete(fields, "pk")
	delete(fields, known.key)
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
		return zero
	case "array":
		return []any{}
	case "object":
		return map[string]any{}
	default:
		return nil
	}
}

// now is the time as the server writes it.
func now(*Server) any { return stamp(time.Now()) }

func stamp(at time.Time) string { return at.UTC().Format("2006-01-02T15:04:05.000000Z") }
