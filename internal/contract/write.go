package contract

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

const header = "# Written from authentik's API documents by `make contract`; do not edit.\n" +
	"#\n" +
	"# <location> <name> <type> <facts ...> <releases ...>: the releases in which exactly this definition\n" +
	"# holds, as single releases, a..b, or a.. up to the newest. Names: a.b is a key of the object a, a[] an\n" +
	"# item of the array a. A changed field has one line per definition. Where only the legal values change,\n" +
	"# the line says enum, and lines that begin with enum have the values by release.\n" +
	"# key: the parameter of the path of a single object, its type, the field that holds it.\n"

// WriteTo writes the table as text, in the form that [Parse] reads. The same table always
// gives the same text.
func (t *Table) WriteTo(w io.Writer) (int64, error) {
	var out strings.Builder
	out.WriteString(header)
	fmt.Fprintf(&out, "\nreleases %s\n", strings.Join(t.releases, " "))
	for _, object := range t.objects {
		object.write(&out)
	}
	written, err := io.WriteString(w, out.String())
	return int64(written), err
}

func (c *Contract) write(out *strings.Builder) {
	known := c.known()
	fmt.Fprintf(out, "\nobject %s %s\n", c.path, known.in.spans(c.releases))
	for _, dated := range known.constants {
		fmt.Fprintf(out, "%s %s %s\n", dated.word, dated.value, dated.in.spans(c.releases))
	}
	for _, location := range locations {
		for _, field := range known.fields[location] {
			field.write(out, c.releases)
		}
	}
}

// write writes a line per definition of a field. Definitions that differ in their legal values alone
// share a line, and the values follow.
func (f Field) write(out *strings.Builder, releases []string) {
	varies := slices.ContainsFunc(f.Definitions, func(d Dated) bool {
		return d.Enum != nil && !slices.Equal(d.Enum, f.Enum())
	})
	var lines []string
	in := make(map[string]set)
	for i := range f.Definitions {
		words := f.Definitions[i].words(varies)
		if in[words] == 0 {
			lines = append(lines, words)
		}
		in[words] |= f.Definitions[i].in
	}
	for _, words := range lines {
		fmt.Fprintf(out, "%s %s %s\n", f.Location, words, in[words].spans(releases))
	}
	if !varies {
		return
	}
	var sets []set
	values := make(map[set][]string)
	for _, value := range f.Enum() {
		var has set
		for i := range f.Definitions {
			if slices.Contains(f.Definitions[i].Enum, value) {
				has |= f.Definitions[i].in
			}
		}
		if values[has] == nil {
			sets = append(sets, has)
		}
		values[has] = append(values[has], value)
	}
	slices.SortStableFunc(sets, func(a, b set) int { return cmp.Compare(a.first(), b.first()) })
	for _, has := range sets {
		fmt.Fprintf(out, "%s %s %s=%s %s\n", enumWord, f.Location, f.Name, writeEnum(values[has]), has.spans(releases))
	}
}

// escape keeps an enum's value in one word; unescape is its inverse.
var (
	escape   = strings.NewReplacer("%", "%25", " ", "%20", "\t", "%09", "\n", "%0A", "|", "%7C")
	unescape = strings.NewReplacer("%25", "%", "%20", " ", "%09", "\t", "%0A", "\n", "%7C", "|")
)

// words writes the definition without its releases, and without the legal values when they are on
// lines of their own.
func (d Definition) words(valuesApart bool) string {
	words := []string{d.Name, d.Type}
	if d.Format != "" {
		words = append(words, "format="+d.Format)
	}
	for _, word := range flags {
		if *flag(&d, word) {
			words = append(words, word)
		}
	}
	if d.MinLength > 0 {
		words = append(words, "min-length="+strconv.FormatUint(d.MinLength, 10))
	}
	if d.MaxLength > 0 {
		words = append(words, "max-length="+strconv.FormatUint(d.MaxLength, 10))
	}
	if d.Minimum != nil {
		words = append(words, "min="+strconv.FormatInt(*d.Minimum, 10))
	}
	if d.Maximum != nil {
		words = append(words, "max="+strconv.FormatInt(*d.Maximum, 10))
	}
	if d.Pattern != "" {
		words = append(words, "pattern="+escape.Replace(d.Pattern))
	}
	if d.Default != "" {
		words = append(words, "default="+escape.Replace(d.Default))
	}
	switch {
	case d.Enum == nil:
	case valuesApart:
		words = append(words, enumWord)
	default:
		words = append(words, enumWord+"="+writeEnum(d.Enum))
	}
	return strings.Join(words, " ")
}

func writeEnum(values []string) string {
	words := make([]string, 0, len(values))
	for _, value := range values {
		words = append(words, escape.Replace(value))
	}
	return strings.Join(words, "|")
}

// flags are the words of the facts that are stated by a single word, in the table's order.
var flags = []string{"required", "nullable", "read-only", "write-only"}

// flag is the fact of the definition that is stated by the word alone, nil for none.
func flag(d *Definition, word string) *bool {
	switch word {
	case "required":
		return &d.Required
	case "nullable":
		return &d.Nullable
	case "read-only":
		return &d.ReadOnly
	case "write-only":
		return &d.WriteOnly
	}
	return nil
}
