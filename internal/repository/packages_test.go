package repository_test

import (
	"path"
	"strings"
	"testing"
)

// Every package has its place in the picture, a family by its last name: families are the
// packages that the lists of kinds and of plain types import.
func TestEveryPackageIsInTheArchitecture(t *testing.T) {
	t.Parallel()
	picture, kinds := read(t, "ARCHITECTURE.md"), read(t, "internal/provider/kinds.go")+read(t, "internal/provider/plain.go")
	for _, file := range find(t, "internal", ".go") {
		name := path.Dir(file)
		family := strings.Contains(kinds, "/"+name+`"`) && strings.Contains(picture, "`"+path.Base(name)+"`")
		if !strings.Contains(picture, name) && !family {
			t.Errorf("%s is not in ARCHITECTURE.md.", name)
		}
	}
}
