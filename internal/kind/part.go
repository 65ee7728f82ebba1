package kind

// Include is a bool parameter of GET requests, and the argument of the same name with
// which a data source sets it.
type Include struct {
	Parameter string
	// Incumbent is goauthentik/authentik's default of the argument, false by itself.
	Incumbent bool
}

// Fetch is a request for a part of an object that no other answer has: GET
// `<object>/<Path>`, with the value under Key of the answer. The zero value is none.
type Fetch struct {
	// Path is relative to the object's address and ends in a slash: `view_certificate/`.
	Path string
	// Key is the key of the value in the answer.
	Key string
	// Switch is the data source's bool argument without which the request is not sent.
	Switch string
	// Incumbent is goauthentik/authentik's default of Switch, which is false by itself.
	Incumbent bool
	// Model is `app.model` of which the request needs the permission to view it.
	Model string
}

// Permission is the full name of the permission that the request needs.
func (f Fetch) Permission() string { return (&Kind{Model: f.Model}).Permission("view") }

// Reveal is a request that reads a secret: GET `<object>/<Path>`, with the secret under
// Key of the answer. The resource gets the computed attribute of the field's name and the
// argument Switch, a bool that is false by default; only where it is true is the secret
// read and kept in the state. The zero value is none.
type Reveal struct {
	Path, Key, Switch string
	// Description is the meaning of the computed attribute.
	Description string
}

// Action is a request for a part of an object: POST to `<object>/<Path>` with the value
// under Key. The zero value is none.
type Action struct {
	// Collection is the path of another collection that has the object under the same
	// address and takes the request; empty for the kind's own.
	Collection string
	// Path is relative to the object's address and ends in a slash: `set_password/`.
	Path string
	// Key is the key of the value in the body.
	Key string
	// Clear is the path that removes the value, by a form with `clear` set to true; empty
	// where the empty value under Key does.
	Clear string
}

// Reference says how objects of another kind are found by name.
type Reference struct {
	// Path is the collection's path. Filter is the parameter of its list, and the field
	// of its objects, with the name.
	Path, Filter string
	// Key is the field with the ID, empty for `pk`.
	Key string
	// Title is what one of the objects is called in sentences.
	Title string
	// Attribute is the attribute of that kind's resource that holds the ID: `id` or `uuid`.
	Attribute string
}
