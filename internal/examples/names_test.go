package examples_test

import (
	"io/fs"
	"os"
	"regexp"
	"testing"
)

var (
	label     = regexp.MustCompile(`(?m)^(?:data|ephemeral|list|resource) "\w+" "([^"]*)"`)
	snakeCase = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
)

// Examples name blocks as the style guide of Terraform does, in lower case.
func TestExamplesNameBlocksInSnakeCase(t *testing.T) {
	t.Parallel()
	labels, examples := 0, os.DirFS(folder())
	if err := fs.WalkDir(examples, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(examples, file)
		for _, found := range label.FindAllStringSubmatch(string(text), -1) {
			labels++
			if !snakeCase.MatchString(found[1]) {
				t.Errorf("%s: %s", file, found[0])
			}
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if labels < 1000 {
		t.Errorf("there are only %d blocks", labels)
	}
}
