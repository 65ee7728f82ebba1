package repository_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// read reads a file of the repository.
func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(localbuild.Root(), filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// find lists the repository's files with one of the endings, without those that are
// made or recorded.
func find(t *testing.T, folder string, endings ...string) []string {
	t.Helper()
	var found []string
	root := localbuild.Root()
	err := filepath.WalkDir(filepath.Join(root, filepath.FromSlash(folder)), func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && slices.Contains([]string{".git", "bin", "dist", "testdata", ".terraform"}, entry.Name()) {
			return fs.SkipDir
		}
		if !entry.IsDir() && slices.Contains(endings, filepath.Ext(file)) {
			name, err := filepath.Rel(root, file)
			found = append(found, filepath.ToSlash(name))
			return err
		}
		return nil
	})
	if err != nil || len(found) == 0 {
		t.Fatalf("%s has no files %v: %v", folder, endings, err)
	}
	return found
}

var (
	fence    = regexp.MustCompile("(?ms)^ *```.*?^ *```$")
	code     = regexp.MustCompile("`[^`\n]*`")
	link     = regexp.MustCompile(`\]\(([^()\s]+)\)`)
	outside  = regexp.MustCompile(`^[a-z]+:`)
	heading  = regexp.MustCompile(`(?m)^#{1,6} +(.+)$`)
	anchor   = regexp.MustCompile(`<a (?:id|name)="([^"]+)"`)
	noAnchor = regexp.MustCompile(`[^\p{L}\p{N}_ -]`)
)

// Every link from one document to another leads to a file and to a heading of it.
//
// Between the pages of docs/ a link is the path of the file with its ending .md:
// that works on a code host, and the registry takes the ending off. Out of docs/ no
// relative link may lead, because the registry has nothing else.
func TestLinksResolve(t *testing.T) {
	t.Parallel()
	for _, page := range find(t, "", ".md") {
		for _, found := range link.FindAllStringSubmatch(code.ReplaceAllString(fence.ReplaceAllString(read(t, page), ""), ""), -1) {
			if target := found[1]; !outside.MatchString(target) {
				if err := resolve(t, page, target); err != nil {
					t.Errorf("%s: %s: %v", page, target, err)
				}
			}
		}
	}
}

// placeholder is one of a template; GitHub's own have a dollar sign before them.
var placeholder = regexp.MustCompile(`(^|[^$])(\{\{.*)`)

// What a template should have filled in is left over nowhere.
func TestNoPlaceholderIsLeft(t *testing.T) {
	t.Parallel()
	for _, page := range find(t, "", ".md") {
		for line := range strings.Lines(read(t, page)) {
			if found := placeholder.FindStringSubmatch(line); found != nil {
				t.Errorf("%s has a placeholder: %s", page, found[2])
			}
		}
	}
}

// resolve follows a link of the page.
func resolve(t *testing.T, page, target string) error {
	t.Helper()
	name, fragment, _ := strings.Cut(target, "#")
	file := page
	if name != "" {
		file = filepath.ToSlash(filepath.Join(filepath.Dir(page), name))
	}
	info, err := os.Stat(filepath.Join(localbuild.Root(), filepath.FromSlash(file)))
	if err != nil {
		return err
	}
	if strings.HasPrefix(page, "docs/") && (!strings.HasPrefix(file, "docs/") || filepath.Ext(file) != ".md") {
		return fmt.Errorf("the registry has no page %s", file)
	}
	if fragment == "" {
		return nil
	}
	if info.IsDir() || !slices.Contains(anchors(read(t, file)), fragment) {
		return fmt.Errorf("%s has no heading #%s", file, fragment)
	}
	return nil
}

// anchors are what a link can lead to within a document: its headings, as code hosts
// and the registry name them, and what is marked as an anchor.
func anchors(text string) []string {
	var found []string
	seen := map[string]int{}
	for _, title := range heading.FindAllStringSubmatch(fence.ReplaceAllString(text, ""), -1) {
		name := strings.ReplaceAll(noAnchor.ReplaceAllString(strings.ToLower(strings.TrimSpace(title[1])), ""), " ", "-")
		if seen[name]++; seen[name] > 1 {
			name = fmt.Sprintf("%s-%d", name, seen[name]-1)
		}
		found = append(found, name)
	}
	for _, marked := range anchor.FindAllStringSubmatch(text, -1) {
		found = append(found, marked[1])
	}
	return found
}
