package client

import (
	"bytes"
	"encoding/json"
	"maps"
	"net/url"
	"slices"
)

const primaryKey = "pk"

// Collection says how one kind of object is read and listed.
type Collection struct {
	// Path is the collection's path below /api/v3, with slashes at both ends.
	Path string
	// Key is the field of a response whose value identifies the object in its URL,
	// such as `slug`. Empty means `pk`.
	Key string
	// Ordering is the field that the pages of the list are sorted by, so that each
	// object is on exactly one of them. Empty means `pk`, which every list accepts
	// unless known otherwise (before 2025.8.4 `/flows/bindings/` accepts `order` only).
	Ordering string
	// Query is sent with every retrieve and list of the collection, such as
	// `include_users=false`.
	Query url.Values
	// Keep says whether an item of the list is an object of the collection. Some lists
	// contain other kinds: /providers/oauth2/ has proxy providers too. Nil keeps all.
	Keep func(Object) bool
	// Plain is a list that is a JSON array, without pages (such as /admin/file/).
	Plain bool
	// Uncounted is a list whose `pagination.count` is not the number of its items,
	// because the server leaves out some of them afterwards. Then whether the list is
	// complete cannot be checked.
	Uncounted bool
	// ReadAhead says that the items of the list are the bodies of the retrieve
	// endpoint, key by key. Without it the collection is never listed for a read.
	ReadAhead bool
}

// ID returns what identifies the object in its URL: the value of [Collection.Key], a
// string as it is and a number in its decimal form. It is empty where the object has
// no such value.
func (c Collection) ID(object Object) string { return keyString(object[c.key()]) }

func (c Collection) key() string {
	if c.Key != "" {
		return c.Key
	}
	return primaryKey
}

func (c Collection) ordering() string {
	if c.Ordering != "" {
		return c.Ordering
	}
	return primaryKey
}

// query is the collection's own query with more added, which wins.
func (c Collection) query(more url.Values) url.Values {
	query := url.Values{}
	maps.Copy(query, c.Query)
	maps.Copy(query, more)
	return query
}

// kept are the objects that belong to the collection.
func (c Collection) kept(objects []Object) []Object {
	if c.Keep == nil {
		return objects
	}
	return slices.DeleteFunc(objects, func(object Object) bool { return !c.Keep(object) })
}

// listID identifies the list: what one collection listed serves another one with the
// same list. Keep is applied to each object that is served.
func (c Collection) listID() string { return c.Path + "?" + c.Query.Encode() + "#" + c.key() }

// objectPath is the path of one object.
func objectPath(path, id string) string { return path + url.PathEscape(id) + "/" }

// keyString is a key as it appears in a URL: a string, or a number as it is written.
func keyString(value json.RawMessage) string {
	var text string
	switch {
	case len(value) == 0 || bytes.Equal(value, []byte("null")):
		return ""
	case json.Unmarshal(value, &text) == nil:
		return text
	}
	return string(value)
}

// findKey returns the key in an object's body, empty where there is none. It decodes no
// more than it needs: most bodies begin with their key.
func findKey(body json.RawMessage, key string) string {
	decoder := json.NewDecoder(bytes.NewReader(body))
	if token, err := decoder.Token(); err != nil || token != json.Delim('{') {
		return ""
	}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return ""
		}
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return ""
		}
		if name == key {
			return keyString(value)
		}
	}
	return ""
}
