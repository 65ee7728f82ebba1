package repository_test

import (
	"path"
	"strings"
	"testing"
)

// Every package has its place in the picture. One line stands for all packages of
// descriptions, which are those that the list of objects imports.
func TestEveryPackageIsInTheArchitecture(t *testing.T) {
	t.Parallel()
	picture, objects := read(t, "ARCHITECTURE.md"), read(t, "internal/provider/objects.go")
	for _, file := range find(t, "internal", ".go") {
		name := path.Dir(file)
		if !strings.Contains(picture, name) && !strings.Contains(objects, "/"+name+`"`) {
			t.Errorf("%s is not in ARCHITECTURE.md.", name)
		}
	}
}
