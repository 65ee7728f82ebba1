package examples_test

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// The tests that the README names exist.
func TestReadmeNamesTestsThatExist(t *testing.T) {
	t.Parallel()
	var code strings.Builder
	err := filepath.WalkDir(filepath.Join(localbuild.Root(), "internal"), func(file string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(file, "_test.go") {
			code.WriteString(read(t, file))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("`(Test[A-Za-z]+)`").FindAllStringSubmatch(read(t, filepath.Join(localbuild.Root(), "README.md")), -1)
	if len(named) == 0 {
		t.Error("The README names no test.")
	}
	for _, name := range named {
		if !strings.Contains(code.String(), "\nfunc "+name[1]+"(t *testing.T) {\n") {
			t.Errorf("There is no test %s.", name[1])
		}
	}
}
