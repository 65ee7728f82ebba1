package contract

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"sync"
)

// Contract is what the API says about one object in every release. It is safe for concurrent use;
// its facts are parsed when the first of them is asked for.
type Contract struct {
	path     string
	releases []string // of the table
	load     func() (*facts, error)

	once   sync.Once
	loaded *facts
	err    error
}

// facts is what has been parsed of an object.
type facts struct {
	releases  []string // of the table
	in        set      // the releases that have the object
	constants []datedConstant
	fields    map[Location][]Field // sorted by name

	mu    sync.Mutex
	views map[int]View // by the place of the release, created when they are asked for
}

// datedConstant is a fact of which an object has one per release, with the releases in which it has
// this value.
type datedConstant struct {
	constant
	value string
	in    set
}

// facts parses the object at the first call. What cannot be parsed has no releases; a test checks
// the committed table.
func (c *Contract) facts() (*facts, error) {
	c.once.Do(func() {
		if c.loaded, c.err = c.load(); c.err != nil {
			c.loaded = &facts{}
		}
	})
	return c.loaded, c.err
}

// known is what has been parsed of the object.
func (c *Contract) known() *facts {
	known, _ := c.facts()
	return known
}

// Collection is the object's path below /api/v3 in the newest release that has it, such as
// "/stages/authenticator/sms/"; it identifies the object in the table.
func (c *Contract) Collection() string { return c.path }

// Path is the path of the collection in a release of the table, which differs from
// [Contract.Collection] in releases before a rename; "" when the release lacks the object.
func (c *Contract) Path(release string) string {
	place := slices.Index(c.releases, release)
	if !c.known().in.has(place) {
		return ""
	}
	for _, dated := range c.known().constants {
		if dated.word == pathWord && dated.in.has(place) {
			return dated.value
		}
	}
	return c.path
}

// Releases lists the releases that have the object, ascending. Callers must not change them.
func (c *Contract) Releases() []string { return c.known().in.of(c.releases) }

// Has tells whether a release of the table has the object.
func (c *Contract) Has(release string) bool {
	return c.known().in.has(slices.Index(c.releases, release))
}

// In gives what one release of the table says about the object; false when that release lacks
// the object or is not in the table. For a server's version, ask [Nearest] first.
func (c *Contract) In(release string) (View, bool) {
	known, place := c.known(), slices.Index(c.releases, release)
	if !known.in.has(place) {
		return View{}, false
	}
	known.mu.Lock()
	defer known.mu.Unlock()
	view, ok := known.views[place]
	if !ok {
		view = known.view(c.path, place)
		known.views[place] = view
	}
	return view, true
}

// view puts the view of a release together.
func (f *facts) view(path string, place int) View {
	view := View{Path: path}
	for _, dated := range f.constants {
		if dated.in.has(place) {
			_ = dated.set(&view, dated.value) // parsed once already
		}
	}
	for _, location := range locations {
		for _, field := range f.fields[location] {
			for i := range field.Definitions {
				if field.Definitions[i].in.has(place) {
					view = view.with(location, field.Definitions[i].Definition)
				}
			}
		}
	}
	return view
}

// Fields lists the fields of a location over all releases, sorted by name. Callers must not change
// them.
func (c *Contract) Fields(location Location) []Field { return c.known().fields[location] }

// Response lists the fields of the answers over all releases, sorted by name.
func (c *Contract) Response() []Field { return c.Fields(InResponse) }

// Request lists the fields of the bodies of POST and PUT over all releases, sorted by name.
func (c *Contract) Request() []Field { return c.Fields(InRequest) }

// Field gives the field of that name and location over all releases.
func (c *Contract) Field(location Location, name string) (Field, bool) {
	fields := c.Fields(location)
	// By places, because a function of package slices is given copies of fields, which are large.
	place, found := sort.Find(len(fields), func(i int) int { return strings.Compare(name, fields[i].Name) })
	if !found {
		return Field{}, false
	}
	return fields[place], true
}

// Group is a set of releases whose views of an object are the same.
type Group struct {
	// Releases lists them, ascending. They need not be neighbours: a security release of an older
	// branch changes what the next branch does not have yet.
	Releases []string
	// View is what each of them says.
	View View
}

// DistinctViews groups the releases that have the object by what they say about it: fields of
// answer and request, filters, methods, paths and key. The groups are in the order of their first
// release. What holds in one release of a group holds in all, as far as the API documents go, so
// that a test needs to run once for each group.
func (c *Contract) DistinctViews() []Group {
	known := c.known()
	if known.in == 0 {
		return nil
	}
	blocks := []set{known.in}
	divide := func(by set) {
		for _, block := range slices.Clip(blocks) {
			if inside, outside := block&by, block&^by; inside != 0 && outside != 0 {
				blocks[slices.Index(blocks, block)] = inside
				blocks = append(blocks, outside)
			}
		}
	}
	for _, dated := range known.constants {
		divide(dated.in)
	}
	for _, location := range locations {
		for _, field := range known.fields[location] {
			for i := range field.Definitions {
				divide(field.Definitions[i].in)
			}
		}
	}
	slices.SortFunc(blocks, func(a, b set) int { return cmp.Compare(a.first(), b.first()) })
	groups := make([]Group, 0, len(blocks))
	for _, block := range blocks {
		same := block.of(c.releases)
		view, _ := c.In(same[0])
		groups = append(groups, Group{Releases: slices.Clone(same), View: view})
	}
	return groups
}
