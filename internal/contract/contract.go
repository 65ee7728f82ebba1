// Package contract says which fields authentik's REST API has for an object in which release.
//
// The facts are drawn from the API documents (OpenAPI) of every supported release by the
// program in ./draw and kept in testdata/contract.txt, which is embedded. The text is made to
// be read and compared: one line per definition of a field, followed by the releases in which
// exactly that definition holds. A definition that holds up to the newest release is written
// open-ended, so that a new release without changes alters nothing but the list of releases.
//
// Tests compare the descriptions of objects with this table, the stand-in server of
// internal/authentiktest answers by it, and the provider tells from it which release brought
// a field.
package contract

import (
	"bytes"
	_ "embed"
	"sync"
)

//go:embed testdata/contract.txt
var text []byte

// Load gives the embedded table. It is parsed once, at the first call; the error, which names
// a line of testdata/contract.txt, is the same for every call.
var Load = sync.OnceValues(func() (*Table, error) {
	return Parse(bytes.NewReader(text))
})

// loaded is the embedded table, or an empty one when it cannot be parsed. A test parses the
// committed file, so that the empty table never leaves a working copy.
func loaded() *Table {
	table, err := Load()
	if err != nil {
		return &Table{}
	}
	return table
}

// Releases lists the releases of the embedded table, ascending.
func Releases() []string { return loaded().Releases() }

// Oldest is the first release of the embedded table.
func Oldest() string { return loaded().Oldest() }

// Newest is the last release of the embedded table.
func Newest() string { return loaded().Newest() }

// Collections lists the paths of the embedded table's objects, sorted, such as
// "/stages/authenticator/sms/".
func Collections() []string { return loaded().Collections() }

// Object gives the contract of the object with this collection path, in the embedded table.
func Object(path string) (*Contract, bool) { return loaded().Object(path) }

// Nearest gives the release of the embedded table that speaks for a server's version; see
// [Table.Nearest].
func Nearest(version string) (string, bool) { return loaded().Nearest(version) }
