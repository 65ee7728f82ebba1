package kind

import "encoding/json"

// Unmanaged are objects that no resource can manage, because the server lets nobody change
// them or the arguments do not describe them.
type Unmanaged struct {
	// Is says by an answer whether the object is one of them.
	Is func(answer map[string]json.RawMessage) bool
	// Are says which they are and why they cannot be managed, in a part of a sentence: "users
	// of the type ..., which ...".
	Are string
}
