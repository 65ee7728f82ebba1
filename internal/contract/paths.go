package contract

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed testdata/paths.txt
var pathsText string

// Path is a path of the newest release's API document.
type Path struct {
	// Path is the path below /api/v3, such as "/core/users/{id}/set_password/".
	Path string
	// Methods lists the HTTP methods, sorted, in capitals.
	Methods []string
	// Object is the collection path of the object in the table that the path is of: that of its list,
	// of a single object, or of something below them, such as an action. It is "" for a path that
	// is of no object.
	Object string
	// Reason says why the table leaves the path out; "" for a path of an object.
	Reason string
}

// Paths lists every path of the newest release's API document, sorted. Each is of an object or has a
// reason, so that a test can account for all of them.
func Paths() []Path {
	var paths []Path
	number := 0
	for words := range lines(pathsText, &number) {
		paths = append(paths, Path{Path: words[0], Methods: strings.Split(words[1], ","), Object: words[2]})
		if words[2] == noObject {
			paths[len(paths)-1].Object = ""
			paths[len(paths)-1].Reason = strings.Join(words[3:], " ")
		}
	}
	return paths
}

// noObject stands where a path that is of no object would have its object.
const noObject = "-"

const pathsHeader = "# Written from the newest of authentik's API documents by `make contract`; do not edit.\n" +
	"#\n" +
	"# <path> <methods> <object in contract.txt>, or - and the reason why the table leaves the path out.\n\n"

// WritePaths writes the paths as text, in the form that [Paths] reads from testdata/paths.txt.
func WritePaths(paths []Path) string {
	var out strings.Builder
	out.WriteString(pathsHeader)
	for _, path := range paths {
		of := path.Object
		if of == "" {
			of = noObject + " " + path.Reason
		}
		fmt.Fprintf(&out, "%s %s %s\n", path.Path, strings.Join(path.Methods, ","), of)
	}
	return out.String()
}
