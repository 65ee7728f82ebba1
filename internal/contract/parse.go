package contract

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// types are the words that may stand as a field's type.
var types = []string{"any", "array", "boolean", "integer", "number", "object", "string"}

// Parse reads a table in the form that [Table.WriteTo] writes; empty lines and lines that begin
// with # are skipped. An error names the line.
func Parse(r io.Reader) (*Table, error) {
	reading := parser{objects: make(map[string]map[string]View)}
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, 1<<20) // an enum of all permissions or event names makes a long line
	number := 0
	for scanner.Scan() {
		number++
		words := strings.Fields(scanner.Text())
		if len(words) == 0 || strings.HasPrefix(words[0], "#") {
			continue
		}
		if err := reading.line(words); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	if err := scanner.Err(); err != nil {
		return nil, fmt.Errorf("after line %d: %w", number, err)
	}
	return NewTable(reading.releases, reading.objects)
}

// parser holds what has been read so far.
type parser struct {
	releases []string
	path     string
	objects  map[string]map[string]View
}

func (p *parser) line(words []string) error {
	word, rest := words[0], words[1:]
	if word == "releases" {
		return p.readReleases(rest)
	}
	if p.releases == nil {
		return fmt.Errorf("%q before the line with the releases", word)
	}
	if word == "object" {
		return p.readObject(rest)
	}
	if p.path == "" {
		return fmt.Errorf("%q before the line with its object", word)
	}
	for _, constant := range constants(p.path) {
		if constant.word == word {
			return p.readConstant(rest, constant)
		}
	}
	if slices.Contains(locations, Location(word)) {
		return p.readField(Location(word), rest)
	}
	return fmt.Errorf("unknown word %q", word)
}

func (p *parser) readReleases(words []string) error {
	if p.releases != nil {
		return errors.New("a second line with releases")
	}
	if len(words) == 0 {
		return errors.New("no releases")
	}
	for i, word := range words {
		if _, ok := readVersion(word); !ok {
			return fmt.Errorf("%q is not a release such as 2025.12.4", word)
		}
		if i > 0 && Compare(words[i-1], word) >= 0 {
			return fmt.Errorf("release %s does not come after %s", word, words[i-1])
		}
	}
	p.releases = words
	return nil
}

func (p *parser) readObject(words []string) error {
	if len(words) == 0 {
		return errors.New("an object without a path")
	}
	path := words[0]
	if !strings.HasPrefix(path, "/") || !strings.HasSuffix(path, "/") {
		return fmt.Errorf("the path %q does not begin and end with a slash", path)
	}
	if _, ok := p.objects[path]; ok {
		return fmt.Errorf("a second object %s", path)
	}
	releases, err := p.readSpans(words[1:])
	if err != nil {
		return err
	}
	p.path, p.objects[path] = path, make(map[string]View)
	for _, release := range releases {
		p.objects[path][release] = View{Path: path}
	}
	return nil
}

func (p *parser) readConstant(words []string, constant constant) error {
	if len(words) == 0 {
		return errors.New("no value")
	}
	return p.change(words[1:], func(view *View) error {
		if value := constant.get(*view); value != "" {
			return fmt.Errorf("has a value already, %s", value)
		}
		constant.set(view, words[0])
		return nil
	})
}

func (p *parser) readField(location Location, words []string) error {
	if len(words) < 2 {
		return errors.New("a field needs a name and a type")
	}
	definition := Definition{Name: words[0], Type: words[1]}
	if !slices.Contains(types, definition.Type) {
		return fmt.Errorf("%q is not a type", definition.Type)
	}
	rest := words[2:]
	for len(rest) > 0 && !startsSpan(rest[0]) {
		if err := readFact(&definition, rest[0]); err != nil {
			return err
		}
		rest = rest[1:]
	}
	return p.change(rest, func(view *View) error {
		// Two that are not neighbours are found when the view is sorted.
		if before := view.at(location); len(before) > 0 && before[len(before)-1].Name == definition.Name {
			return fmt.Errorf("has a definition of %s %s already", location, definition.Name)
		}
		*view = view.with(location, definition)
		return nil
	})
}

// readFact reads one word about a field.
func readFact(d *Definition, word string) error {
	for _, flag := range flagsOf(d) {
		if flag.word == word {
			*flag.set = true
			return nil
		}
	}
	name, value, _ := strings.Cut(word, "=")
	switch name {
	case "format":
		d.Format = value
		return nil
	case "min-length":
		return readLength(&d.MinLength, value)
	case "max-length":
		return readLength(&d.MaxLength, value)
	case "min":
		return readLimit(&d.Minimum, value)
	case "max":
		return readLimit(&d.Maximum, value)
	case "pattern":
		d.Pattern = unescape.Replace(value)
		return nil
	case "default":
		d.Default = unescape.Replace(value)
		return nil
	case "enum":
		d.Enum = strings.Split(value, "|")
		for i := range d.Enum {
			d.Enum[i] = unescape.Replace(d.Enum[i])
		}
		return nil
	default:
		return fmt.Errorf("unknown fact %q", word)
	}
}

func readLength(length *uint64, value string) (err error) {
	if *length, err = strconv.ParseUint(value, 10, 64); err != nil {
		return fmt.Errorf("%q is not a length", value)
	}
	return nil
}

func readLimit(limit **int64, value string) error {
	number, err := strconv.ParseInt(value, 10, 64)
	if err != nil {
		return fmt.Errorf("%q is not a limit", value)
	}
	*limit = &number
	return nil
}

// change applies a change to the object's view in every release of the spans.
func (p *parser) change(words []string, apply func(*View) error) error {
	releases, err := p.readSpans(words)
	if err != nil {
		return err
	}
	for _, release := range releases {
		view, ok := p.objects[p.path][release]
		if !ok {
			return fmt.Errorf("%s does not exist in %s", p.path, release)
		}
		if err := apply(&view); err != nil {
			return fmt.Errorf("%s %w", release, err)
		}
		p.objects[p.path][release] = view
	}
	return nil
}

// startsSpan tells a span from a fact: only releases begin with a digit.
func startsSpan(word string) bool { return word[0] >= '0' && word[0] <= '9' }

// readSpans gives the releases that the spans name.
func (p *parser) readSpans(words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, errors.New("no releases at the end of the line")
	}
	var named []string
	for _, word := range words {
		from, to, isRange := strings.Cut(word, "..")
		switch {
		case !isRange:
			to = from
		case to == "":
			to = p.releases[len(p.releases)-1]
		}
		first, last := slices.Index(p.releases, from), slices.Index(p.releases, to)
		switch {
		case first < 0:
			return nil, fmt.Errorf("release %q is not in the table", from)
		case last < 0:
			return nil, fmt.Errorf("release %q is not in the table", to)
		case last < first:
			return nil, fmt.Errorf("the span %s ends before it begins", word)
		}
		named = append(named, p.releases[first:last+1]...)
	}
	return named, nil
}
