package contract

import "slices"

// View is what one release says about an object.
type View struct {
	// Model is the name of the object's schema, which is the server's class name as it appears
	// in messages: "No AuthenticatorSMSStage matches the given query."
	Model string
	// Path is the path of the collection in this release, which differs from the object's in
	// releases before a rename.
	Path string
	// Methods lists what the API can do with the object, in the order of [Methods].
	Methods []Method
	// Paged means that a list comes in pages; otherwise it is a plain array without paging.
	Paged bool
	// ListModel is the name of the schema of a list's items where it is not Model: an item has
	// other fields than the object. Answers to an update have these too.
	ListModel string
	// Key is the name of the parameter in the path of a single object, such as stage_uuid; ""
	// for an object that has no such path.
	Key string
	// KeyType is "uuid", "integer" or "string".
	KeyType string
	// KeyField is the key of an answer that holds what stands in the path, such as pk.
	KeyField string
	// Response, Request, Filters and Parameters are the fields by location; Parameters are those of
	// a retrieve.
	Response, Request, Filters, Parameters Definitions
}

// Method is what the API can do with an object.
type Method string

// The methods of an object.
const (
	// List is GET on the collection.
	List Method = "list"
	// Create is POST on the collection.
	Create Method = "create"
	// Retrieve is GET on a single object; on the path itself where there is only one object.
	Retrieve Method = "retrieve"
	// Update is PATCH on a single object.
	Update Method = "update"
	// Replace is PUT on a single object.
	Replace Method = "replace"
	// Delete is DELETE on a single object; on the collection where a query parameter has the key.
	Delete Method = "delete"
)

// Methods lists all methods in the order in which [View.Methods] has them.
func Methods() []Method { return []Method{List, Create, Retrieve, Update, Replace, Delete} }

// Can tells whether the release has the method.
func (v View) Can(method Method) bool { return slices.Contains(v.Methods, method) }

// at gives the fields of one location.
func (v View) at(location Location) Definitions {
	switch location {
	case InResponse:
		return v.Response
	case InRequest:
		return v.Request
	case InFilter:
		return v.Filters
	case InRetrieve:
		return v.Parameters
	default:
		return nil
	}
}

// with gives the view with one more field.
func (v View) with(location Location, definition Definition) View {
	switch location {
	case InResponse:
		v.Response = append(v.Response, definition)
	case InRequest:
		v.Request = append(v.Request, definition)
	case InFilter:
		v.Filters = append(v.Filters, definition)
	case InRetrieve:
		v.Parameters = append(v.Parameters, definition)
	}
	return v
}

// WriteOnly tells whether a key is accepted in a request and never answered, whatever the document's
// writeOnly says; secrets are, in most releases.
func (v View) WriteOnly(name string) bool { return v.Request.Has(name) && !v.Response.Has(name) }
