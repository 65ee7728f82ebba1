package contract

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// types are the words that may stand as a field's type.
var types = []string{"any", "array", "boolean", "integer", "number", "object", "string"}

// enumWord marks a field whose legal values differ between releases, and begins the lines with them.
const enumWord = "enum"

// parser holds what has been read of an object.
type parser struct {
	section string
	known   *facts
	fields  map[Location][]parsedField // sorted by name
}

// parsedField is a field before its legal values are put into the definitions.
type parsedField struct {
	name        string
	definitions []Dated
	varying     set         // the releases in which the values are on lines of their own
	values      []someLegal // these lines
}

// someLegal are legal values of an enumeration, and the releases that have them.
type someLegal struct {
	values []string
	in     set
}

// parseObject parses the section of an object, without the word "object" that begins it; its first
// line has this number.
func parseObject(section string, start int, releases []string) (*facts, error) {
	reading := parser{section: section, fields: make(map[Location][]parsedField, len(locations))}
	number := start - 1
	for words := range lines(section, &number) {
		var err error
		if reading.known == nil {
			err = reading.readHead(words[1:], releases)
		} else {
			err = reading.line(words[0], words[1:])
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
	}
	for location, all := range reading.fields {
		fields := make([]Field, 0, len(all))
		for i := range all {
			field, err := all[i].field(location)
			if err != nil {
				return nil, fmt.Errorf("line %d: %w", number, err)
			}
			fields = append(fields, field)
		}
		reading.known.fields[location] = finish(releases, fields)
	}
	return reading.known, nil
}

func (p *parser) readHead(words, releases []string) error {
	in, err := readSpans(releases, words)
	p.known = newFacts(releases, in)
	return err
}

func (p *parser) line(word string, rest []string) error {
	for _, constant := range constants {
		if constant.word == word {
			return p.readConstant(constant, rest)
		}
	}
	switch {
	case word == "releases":
		return errors.New("a second line with releases")
	case word == enumWord:
		return p.readValues(rest)
	case slices.Contains(locations, Location(word)):
		return p.readField(Location(word), rest)
	default:
		return fmt.Errorf("unknown word %q", word)
	}
}

// split divides the words of a line into facts and releases, in all of which the object has to exist.
func (p *parser) split(words []string) ([]string, set, error) {
	end := slices.IndexFunc(words, startsSpan)
	if end < 0 {
		end = len(words)
	}
	in, err := readSpans(p.known.releases, words[end:])
	if missing := in &^ p.known.in; err == nil && missing != 0 {
		err = fmt.Errorf("the object does not exist in %s", p.known.releases[missing.first()])
	}
	return words[:end], in, err
}

func (p *parser) readConstant(constant constant, words []string) error {
	words, in, err := p.split(words)
	if err != nil {
		return err
	}
	value := strings.Join(words, " ")
	if value == "" {
		return errors.New("no value")
	}
	if err := constant.set(new(View), value); err != nil {
		return err
	}
	for _, before := range p.known.constants {
		if both := before.in & in; both != 0 && before.word == constant.word {
			return fmt.Errorf("%s has a value already, %s", p.known.releases[both.first()], before.value)
		}
	}
	p.known.constants = append(p.known.constants, datedConstant{constant, value, in})
	return nil
}

func (p *parser) readField(location Location, words []string) error {
	words, in, err := p.split(words)
	if err != nil {
		return err
	}
	if len(words) < 2 {
		return errors.New("a field needs a name and a type")
	}
	name, kind := words[0], words[1]
	if !slices.Contains(types, kind) {
		return fmt.Errorf("%q is not a type", kind)
	}
	field := p.field(location, name)
	for _, before := range field.definitions {
		if both := before.in & in; both != 0 {
			return fmt.Errorf("%s has a definition of %s %s already", p.known.releases[both.first()], location, name)
		}
	}
	field.definitions = append(field.definitions, Dated{Definition: Definition{Name: name, Type: kind}, in: in})
	definition := &field.definitions[len(field.definitions)-1].Definition
	for _, word := range words[2:] {
		if word == enumWord {
			field.varying |= in
			continue
		}
		if err := readFact(definition, word); err != nil {
			return err
		}
	}
	return nil
}

// field is the field of that name, a new one if no line before is about it. It moves with the next
// new one.
func (p *parser) field(location Location, name string) *parsedField {
	fields := p.fields[location]
	if fields == nil {
		fields = make([]parsedField, 0, strings.Count(p.section, "\n"+string(location)+" "))
	}
	place, found := slices.BinarySearchFunc(fields, name, func(field parsedField, name string) int {
		return strings.Compare(field.name, name)
	})
	if !found {
		fields = slices.Insert(fields, place, parsedField{name: name})
		p.fields[location] = fields
	}
	return &fields[place]
}

// readValues reads a line with legal values of a field that has other values in other releases.
func (p *parser) readValues(words []string) error {
	words, in, err := p.split(words)
	if err != nil {
		return err
	}
	if len(words) != 2 || !slices.Contains(locations, Location(words[0])) || !strings.Contains(words[1], "=") {
		return errors.New("an enum needs a location, a name and values")
	}
	name, values, _ := strings.Cut(words[1], "=")
	field := p.field(Location(words[0]), name)
	field.values = append(field.values, someLegal{readEnum(values), in})
	return nil
}

// byValues are the definitions of an enum, one for each different list of values.
func (f *parsedField) byValues(dated Dated) []Dated {
	different := []Dated{{Definition: dated.Definition, in: dated.in}}
	for _, some := range f.values {
		for i := range slices.Clip(different) {
			one := &different[i]
			inside, outside := one.in&some.in, one.in&^some.in
			if inside == 0 {
				continue
			}
			if outside != 0 {
				rest := *one
				rest.in, rest.Enum = outside, slices.Clone(one.Enum)
				different = append(different, rest)
				one = &different[i]
			}
			one.in, one.Enum = inside, append(one.Enum, some.values...)
		}
	}
	for i := range different {
		slices.Sort(different[i].Enum)
	}
	return different
}

// field puts the legal values into the definitions: one for each different list of values.
func (f *parsedField) field(location Location) (Field, error) {
	field := Field{Location: location, Name: f.name}
	if f.varying == 0 && len(f.values) == 0 {
		field.Definitions = f.definitions
		for i := range f.definitions {
			field.in |= f.definitions[i].in
		}
		return field, nil
	}
	for _, dated := range f.definitions {
		field.in |= dated.in
		if dated.in&f.varying == 0 {
			field.Definitions = append(field.Definitions, dated)
			continue
		}
		field.Definitions = append(field.Definitions, f.byValues(dated)...)
	}
	for _, some := range f.values {
		if some.in&^f.varying != 0 {
			return field, fmt.Errorf("%s %s has values where it is no enum", location, f.name)
		}
	}
	return field, nil
}
