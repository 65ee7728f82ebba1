// Package contract says what authentik's REST API has for an object in which release: paths,
// methods, fields and filters.
//
// The facts come from the API documents (OpenAPI) of every supported release: the program in ./draw
// reads them and writes testdata/contract.txt, which is embedded. The text is meant to be read and
// compared: one line per definition of a field, followed by the releases in which exactly that
// definition holds. A definition that holds up to the newest release is written open-ended, so that
// a new release without changes alters nothing but the list of releases.
//
// Tests compare the descriptions of objects with this table, the fake server of
// internal/authentiktest answers by it, and the provider finds in it which release brought a field.
// Nothing is parsed before it is needed: the list of releases is read by itself, and an object when
// somebody asks for its facts.
package contract

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed testdata/contract.txt
var text string

// releases are those of the embedded table, which are read without looking at the objects.
var releases = sync.OnceValue(func() []string {
	_, line, _ := strings.Cut(text, "\nreleases ")
	line, _, _ = strings.Cut(line, "\n")
	return strings.Fields(line)
})

// embedded is the index of the embedded table, or an empty one when there is something wrong with
// it. A test checks the committed file, so that the empty table never leaves a working copy.
var embedded = sync.OnceValue(func() *Table {
	table, err := Index(text)
	if err != nil {
		return &Table{}
	}
	return table
})

// Releases lists the releases of the embedded table, ascending.
func Releases() []string { return slices.Clone(releases()) }

// Oldest is the first release of the embedded table.
func Oldest() string { return first(releases()) }

// Newest is the last release of the embedded table.
func Newest() string { return last(releases()) }

// Nearest gives the release of the embedded table that speaks for a server's version; see
// [Table.Nearest]. It is asked for each field of an object, so the few versions that the servers
// of a process have are remembered.
func Nearest(version string) (string, bool) {
	if slices.Contains(releases(), version) {
		return version, true
	}
	if known, ok := remembered.Load(version); ok {
		release, ok := known.(string)
		return release, ok && release != ""
	}
	release, ok := nearest(releases(), version)
	remembered.Store(version, release)
	return release, ok
}

// remembered are the releases that [Nearest] found, by the version; "" for none.
var remembered sync.Map

// Collections lists the paths of the embedded table's objects, sorted, such as
// "/stages/authenticator/sms/".
func Collections() []string { return embedded().Collections() }

// Object gives the contract of the object with this path in the embedded table; see [Table.Object].
func Object(path string) (*Contract, bool) { return embedded().Object(path) }

// ObjectAt gives the contract of the object that has this path in the release; see
// [Table.ObjectAt].
func ObjectAt(release, path string) (*Contract, bool) { return embedded().ObjectAt(release, path) }

// first is the first string, "" when there is none.
func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// last is the last string, "" when there is none.
func last(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[len(list)-1]
}
