package examples_test

import (
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// The tests that CONTRIBUTING.md and the pages about failures and performance name exist.
func TestPagesNameTestsThatExist(t *testing.T) {
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
	for _, page := range []string{"CONTRIBUTING.md", "docs/guides/failure.md", "docs/guides/performance.md"} {
		named := regexp.MustCompile("`(Test[A-Za-z0-9]+)`").FindAllStringSubmatch(read(t, filepath.Join(localbuild.Root(), filepath.FromSlash(page))), -1)
		if len(named) == 0 {
			t.Errorf("%s names no test.", page)
		}
		for _, name := range named {
			if !strings.Contains(code.String(), "\nfunc "+name[1]+"(t *testing.T) {\n") {
				t.Errorf("%s: there is no test %s.", page, name[1])
			}
		}
	}
}
