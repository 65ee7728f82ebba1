package schema

import (
	"fmt"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
)

// Prepared reads what [Set.Prepare] wrote. Its texts are parts of the text. An error
// names the line.
func Prepared(text string) (*Set, error) {
	r := reader{rest: text}
	set := newSet()
	for r.next() {
		word, name, _ := strings.Cut(r.words, " ")
		if r.depth != 0 {
			return nil, r.wrong("an attribute outside a schema")
		}
		var schemas map[string]*tfprotov6.Schema
		switch word {
		case resourceWord:
			schemas = set.Resources
		case dataSourceWord:
			schemas = set.DataSources
		case listWord:
			schemas = set.Lists
		case identityWord:
			name, attribute, _ := strings.Cut(name, " ")
			set.Identities[name] = identityOf(attribute, r.description)
			continue
		default:
			return nil, r.wrong("no schema begins so")
		}
		block := &tfprotov6.SchemaBlock{Description: r.description, DescriptionKind: tfprotov6.StringKindMarkdown}
		var err error
		if block.Attributes, err = r.attributes(1); err != nil {
			return nil, err
		}
		schemas[name] = &tfprotov6.Schema{Block: block}
	}
	return set, nil
}

// reader reads lines.
type reader struct {
	rest   string
	number int
	again  bool // the line is to be read once more

	depth              int
	words, description string

	slab []tfprotov6.SchemaAttribute // attributes that are not used yet
}

// next reads a line; false at the end.
func (r *reader) next() bool {
	if r.again {
		r.again = false
		return true
	}
	if r.rest == "" {
		return false
	}
	var line string
	line, r.rest, _ = strings.Cut(r.rest, "\n")
	r.number++
	words := strings.TrimLeft(line, "\t")
	r.depth = len(line) - len(words)
	r.words, r.description, _ = strings.Cut(words, "\t")
	if strings.Contains(r.description, `\`) { // few have any, and a replacer copies
		r.description = unescape.Replace(r.description)
	}
	return true
}

func (r *reader) wrong(what string) error {
	return fmt.Errorf("line %d of the prepared schemas: %s: %q", r.number, what, r.words)
}

// attributes reads the lines that are indented so far.
func (r *reader) attributes(depth int) ([]*tfprotov6.SchemaAttribute, error) {
	var all []*tfprotov6.SchemaAttribute
	for r.next() {
		if r.depth < depth {
			r.again = true
			break
		}
		attribute, err := r.attribute(depth)
		if err != nil {
			return nil, err
		}
		all = append(all, attribute)
	}
	return all, nil
}

// attribute reads an attribute, the line of which is the current one.
func (r *reader) attribute(depth int) (*tfprotov6.SchemaAttribute, error) {
	const many = 256
	if len(r.slab) == 0 {
		r.slab = make([]tfprotov6.SchemaAttribute, many)
	}
	attribute := &r.slab[0]
	r.slab = r.slab[1:]
	name, words, _ := strings.Cut(r.words, " ")
	word, set, _ := strings.Cut(words, " ")
	attribute.Name, attribute.Description, attribute.DescriptionKind = name, r.description, tfprotov6.StringKindMarkdown
	if r.depth != depth || !mark(attribute, set) {
		return nil, r.wrong("no attribute looks so")
	}
	if known, ok := preparedTypes[word]; ok {
		attribute.Type = known
		return attribute, nil
	}
	nesting, ok := nestings[word]
	if !ok {
		return nil, r.wrong("no type is called so")
	}
	nested, err := r.attributes(depth + 1)
	attribute.NestedType = &tfprotov6.SchemaObject{Nesting: nesting, Attributes: nested}
	return attribute, err
}

// mark sets the flags that the letters stand for, and says whether there are such.
func mark(attribute *tfprotov6.SchemaAttribute, letters string) bool {
	for i := range len(letters) {
		set := flag(attribute, letters[i])
		if set == nil {
			return false
		}
		*set = true
	}
	return true
}
