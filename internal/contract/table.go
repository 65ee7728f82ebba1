package contract

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

// Table holds the contracts of all objects over all releases. The zero value is empty.
type Table struct {
	releases []string
	objects  []*Contract
}

// NewTable makes a table of views, keyed by collection path and release. A release in which
// an object does not exist is simply absent from the inner map. The releases may come in any
// order. Errors: a release that is no release number or that is given twice, a view of a
// release that is not listed, and a field defined twice in one view.
func NewTable(releases []string, objects map[string]map[string]View) (*Table, error) {
	table := &Table{releases: slices.SortedFunc(slices.Values(releases), Compare)}
	for i, release := range table.releases {
		if _, ok := readVersion(release); !ok {
			return nil, fmt.Errorf("%q is not a release such as 2025.12.4", release)
		}
		if i > 0 && table.releases[i-1] == release {
			return nil, fmt.Errorf("release %s is given twice", release)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(objects)) {
		contract := &Contract{path: path, releases: table.releases, views: make(map[string]View)}
		for release, view := range objects[path] {
			if !slices.Contains(table.releases, release) {
				return nil, fmt.Errorf("%s: release %s is not in the table", path, release)
			}
			sorted, err := sortView(view)
			if err != nil {
				return nil, fmt.Errorf("%s in %s: %w", path, release, err)
			}
			contract.views[release] = sorted
		}
		table.objects = append(table.objects, contract)
	}
	return table, nil
}

// sortView gives the view with its fields sorted by name; as they are where they are
// sorted already.
func sortView(view View) (View, error) {
	byName := func(a, b Definition) int { return strings.Compare(a.Name, b.Name) }
	for _, location := range locations {
		fields := view.at(location)
		if !slices.IsSortedFunc(fields, byName) {
			fields = slices.SortedFunc(slices.Values(fields), byName)
		}
		for i := range fields {
			if i > 0 && fields[i-1].Name == fields[i].Name {
				return View{}, fmt.Errorf("%s %s is defined twice", location, fields[i].Name)
			}
		}
		view = view.having(location, fields)
	}
	return view, nil
}

// Releases lists the releases of the table, ascending.
func (t *Table) Releases() []string { return slices.Clone(t.releases) }

// Oldest is the first release of the table, "" when it is empty.
func (t *Table) Oldest() string {
	if len(t.releases) == 0 {
		return ""
	}
	return t.releases[0]
}

// Newest is the last release of the table, "" when it is empty.
func (t *Table) Newest() string {
	if len(t.releases) == 0 {
		return ""
	}
	return t.releases[len(t.releases)-1]
}

// Collections lists the paths of the objects, sorted.
func (t *Table) Collections() []string {
	paths := make([]string, 0, len(t.objects))
	for _, object := range t.objects {
		paths = append(paths, object.path)
	}
	return paths
}

// Object gives the contract of the object with this collection path.
func (t *Table) Object(path string) (*Contract, bool) {
	for _, object := range t.objects {
		if object.path == path {
			return object, true
		}
	}
	return nil, false
}

// Contract is what the API says about one object in every release.
type Contract struct {
	path     string
	releases []string
	views    map[string]View

	once   sync.Once
	merged map[Location][]Field // by location, made at the first need
}

// Path is the path of the collection below /api/v3, such as "/stages/authenticator/sms/".
func (c *Contract) Path() string { return c.path }

// Releases lists the releases that have the object, ascending.
func (c *Contract) Releases() []string {
	var releases []string
	for _, release := range c.releases {
		if _, ok := c.views[release]; ok {
			releases = append(releases, release)
		}
	}
	return releases
}

// In gives what one release of the table says about the object; false when that release lacks
// the object or is not in the table. For a server's version, ask [Nearest] first.
func (c *Contract) In(release string) (View, bool) {
	view, ok := c.views[release]
	return view, ok
}

// Response lists the fields of the answers over all releases, sorted by name.
func (c *Contract) Response() []Field { return c.all()[InResponse] }

// Request lists the fields of the bodies of POST and PUT over all releases, sorted by name.
func (c *Contract) Request() []Field { return c.all()[InRequest] }

// Field gives the field of that name and location over all releases.
func (c *Contract) Field(location Location, name string) (Field, bool) {
	for _, field := range c.all()[location] {
		if field.Name == name {
			return field, true
		}
	}
	return Field{}, false
}

// all gives the fields of every location. Callers must not change them.
func (c *Contract) all() map[Location][]Field {
	c.once.Do(func() {
		c.merged = make(map[Location][]Field, len(locations))
		for _, location := range locations {
			c.merged[location] = c.merge(location)
		}
	})
	return c.merged
}

func (c *Contract) merge(location Location) []Field {
	byName := make(map[string]Field)
	for _, release := range c.Releases() {
		for _, definition := range c.views[release].at(location) {
			field, ok := byName[definition.Name]
			if !ok {
				field = Field{Location: location, Name: definition.Name}
			}
			field.Definitions = record(field.Definitions, release, definition)
			field.releases = append(field.releases, release)
			byName[definition.Name] = field
		}
	}
	return slices.SortedFunc(maps.Values(byName), func(a, b Field) int {
		return cmp.Compare(a.Name, b.Name)
	})
}

// record notes that the definition holds in the release.
func record(known []Dated, release string, definition Definition) []Dated {
	for i := range known {
		if known[i].equal(definition) {
			known[i].Releases = append(known[i].Releases, release)
			return known
		}
	}
	return append(known, Dated{Definition: definition, Releases: []string{release}})
}
