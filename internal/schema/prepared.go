package schema

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// A set is prepared as text, so that a released provider need not compute it: Terraform
// asks for all schemas in each of its commands, and reads the texts in none but
// `terraform providers schema`. A line is a schema, or an attribute, indented by tabs:
//
//	resource authentik_stage_deny	Manages a deny stage. ...
//		deny_message string oc	Message that users see; ...
//		rules list oc	Nested attributes follow.
//			name string r	...
//	identity authentik_stage_deny id	ID of the deny stage.

// A description is on one line.
var (
	escape   = strings.NewReplacer(`\`, `\\`, "\n", `\n`)
	unescape = strings.NewReplacer(`\\`, `\`, `\n`, "\n")
)

// The words that a schema's line begins with.
const (
	resourceWord   = "resource"
	dataSourceWord = "data-source"
	listWord       = "list"
	identityWord   = "identity"
)

// nestings are the words for nested attributes in place of a type.
var nestings = map[string]tfprotov6.SchemaObjectNestingMode{
	"single{}": tfprotov6.SchemaObjectNestingModeSingle,
	"list{}":   tfprotov6.SchemaObjectNestingModeList,
}

// preparedTypes are the types that attributes have.
var preparedTypes = map[string]tftypes.Type{
	"string": tftypes.String, "bool": tftypes.Bool, "number": tftypes.Number,
	"list(string)": tftypes.List{ElementType: tftypes.String}, "list(number)": tftypes.List{ElementType: tftypes.Number},
	"set(string)": tftypes.Set{ElementType: tftypes.String}, "set(number)": tftypes.Set{ElementType: tftypes.Number},
}

// flags are the letters for what an attribute is.
const flags = "rocsw"

// flag is what the letter stands for, nil for none.
func flag(of *tfprotov6.SchemaAttribute, letter byte) *bool {
	switch letter {
	case 'r':
		return &of.Required
	case 'o':
		return &of.Optional
	case 'c':
		return &of.Computed
	case 's':
		return &of.Sensitive
	case 'w':
		return &of.WriteOnly
	}
	return nil
}

// Prepare writes the set as text. It fails at what the text has no form for.
func (s *Set) Prepare(w io.Writer) error {
	p := preparer{}
	for _, group := range []struct {
		word    string
		schemas map[string]*tfprotov6.Schema
	}{{resourceWord, s.Resources}, {dataSourceWord, s.DataSources}, {listWord, s.Lists}} {
		for _, name := range slices.Sorted(maps.Keys(group.schemas)) {
			block := group.schemas[name].Block
			p.line(0, block.Description, group.word, name)
			p.attributes(1, block.Attributes)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.Identities)) {
		attribute := s.Identities[name].IdentityAttributes[0]
		p.line(0, attribute.Description, identityWord, name, attribute.Name)
	}
	if p.err != nil {
		return p.err
	}
	_, err := io.WriteString(w, p.text.String())
	return err
}

// preparer writes the text, and keeps the first error.
type preparer struct {
	text strings.Builder
	err  error
}

func (p *preparer) line(depth int, description string, words ...string) {
	fmt.Fprintf(&p.text, "%s%s\t%s\n", strings.Repeat("\t", depth), strings.Join(words, " "), escape.Replace(description))
}

func (p *preparer) attributes(depth int, all []*tfprotov6.SchemaAttribute) {
	for _, one := range all {
		var set []byte
		for i := range len(flags) {
			if *flag(one, flags[i]) {
				set = append(set, flags[i])
			}
		}
		p.line(depth, one.Description, one.Name, p.wordOf(one), string(set))
		if one.NestedType != nil {
			p.attributes(depth+1, one.NestedType.Attributes)
		}
	}
}

// wordOf is the word for the type of an attribute.
func (p *preparer) wordOf(attribute *tfprotov6.SchemaAttribute) string {
	if nested := attribute.NestedType; nested != nil {
		for word, nesting := range nestings {
			if nesting == nested.Nesting {
				return word
			}
		}
	} else {
		for word, known := range preparedTypes {
			if known.Equal(attribute.Type) {
				return word
			}
		}
	}
	p.err = fmt.Errorf("there is no word for the type of %s", attribute.Name)
	return ""
}
