package contract

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Table holds the contracts of all objects over all releases. The zero value is empty.
type Table struct {
	releases []string
	objects  []*Contract            // sorted by path
	earlier  map[string][]*Contract // by the paths of releases before a rename
}

// NewTable creates a table of views, keyed by the object's path and the release. A release in which
// an object does not exist is simply absent from the inner map. The releases may come in any order.
// Errors: a release that is no release number or that is given twice, more than 64 releases, a view
// of a release that is not listed, an object without views, and a field defined twice in one view.
func NewTable(releases []string, objects map[string]map[string]View) (*Table, error) {
	table := &Table{releases: slices.SortedFunc(slices.Values(releases), Compare)}
	if err := checkReleases(table.releases); err != nil {
		return nil, err
	}
	for _, path := range slices.Sorted(maps.Keys(objects)) {
		if len(objects[path]) == 0 {
			return nil, fmt.Errorf("%s exists in no release", path)
		}
		for release := range objects[path] {
			if !slices.Contains(table.releases, release) {
				return nil, fmt.Errorf("%s: release %s is not in the table", path, release)
			}
		}
		known, err := factsOf(path, table.releases, objects[path])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		table.add(&Contract{path: path, releases: table.releases, load: func() (*facts, error) { return known, nil }}, known.earlierPaths())
	}
	return table, nil
}

// checkReleases makes sure that the sorted releases are release numbers, each there once.
func checkReleases(releases []string) error {
	if len(releases) > mostReleases {
		return fmt.Errorf("%d releases are more than the %d that a table can have", len(releases), mostReleases)
	}
	for i, release := range releases {
		if _, ok := readRelease(release); !ok {
			return fmt.Errorf("%q is not a release such as 2025.12.4", release)
		}
		if i > 0 && Compare(releases[i-1], release) >= 0 {
			return fmt.Errorf("release %s does not come after %s", release, releases[i-1])
		}
	}
	return nil
}

// add adds an object, which has to come after all others by its path.
func (t *Table) add(object *Contract, earlierPaths []string) {
	t.objects = append(t.objects, object)
	for _, path := range earlierPaths {
		if t.earlier == nil {
			t.earlier = make(map[string][]*Contract)
		}
		t.earlier[path] = append(t.earlier[path], object)
	}
}

// Releases lists the releases of the table, ascending.
func (t *Table) Releases() []string { return slices.Clone(t.releases) }

// Newest is the last release of the table, "" when it is empty.
func (t *Table) Newest() string { return last(t.releases) }

// Collections lists the paths of the objects, sorted.
func (t *Table) Collections() []string {
	paths := make([]string, 0, len(t.objects))
	for _, object := range t.objects {
		paths = append(paths, object.path)
	}
	return paths
}

// Object gives the contract of the object with this path, which is the one of the newest release
// that has the object: "/core/brands/", although it was /core/tenants/ up to 2023.10.
func (t *Table) Object(path string) (*Contract, bool) {
	place, found := slices.BinarySearchFunc(t.objects, path, func(object *Contract, path string) int {
		return strings.Compare(object.path, path)
	})
	if !found {
		return nil, false
	}
	return t.objects[place], true
}

// ObjectAt gives the contract of the object that has this path in the release: /core/tenants/ is
// that of "/core/brands/" in 2023.10.7 and nothing in 2024.2.4.
func (t *Table) ObjectAt(release, path string) (*Contract, bool) {
	candidates := t.earlier[path]
	if object, ok := t.Object(path); ok {
		candidates = append(slices.Clip(candidates), object)
	}
	for _, object := range candidates {
		if object.Path(release) == path {
			return object, true
		}
	}
	return nil, false
}

// Check parses every object of the table, and gives the first error, which names the line.
func (t *Table) Check() error {
	if err := checkReleases(t.releases); err != nil {
		return fmt.Errorf("releases: %w", err)
	}
	for _, object := range t.objects {
		if _, err := object.facts(); err != nil {
			return err
		}
	}
	return nil
}
