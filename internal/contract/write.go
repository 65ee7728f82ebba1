package contract

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

const header = "# Drawn from authentik's API documents by `make contract`; do not edit.\n" +
	"#\n" +
	"# <location> <name> <type> <facts ...> <releases ...>: the releases in which exactly this definition\n" +
	"# holds, as single releases, a..b, or a.. up to the newest. Names: a.b is a key of the object a, a[] an\n" +
	"# item of the array a. A changed field has one line per definition.\n"

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
	fmt.Fprintf(out, "\nobject %s %s\n", c.path, spans(c.releases, c.Releases()))
	for _, constant := range constants(c.path) {
		c.writeConstant(out, constant.word, constant.get)
	}
	for _, location := range locations {
		for _, field := range c.merge(location) {
			for _, dated := range field.Definitions {
				fmt.Fprintf(out, "%s %s %s\n", location, dated.words(), spans(c.releases, dated.Releases))
			}
		}
	}
}

// writeConstant writes a fact of which an object has one per release.
func (c *Contract) writeConstant(out *strings.Builder, word string, of func(View) string) {
	var values []string
	holds := make(map[string][]string)
	for _, release := range c.Releases() {
		value := of(c.views[release])
		if !slices.Contains(values, value) {
			values = append(values, value)
		}
		holds[value] = append(holds[value], release)
	}
	for _, value := range values {
		if value != "" {
			fmt.Fprintf(out, "%s %s %s\n", word, value, spans(c.releases, holds[value]))
		}
	}
}

// escape keeps an enum's value in one word; unescape is its inverse.
var (
	escape   = strings.NewReplacer("%", "%25", " ", "%20", "\t", "%09", "\n", "%0A", "|", "%7C")
	unescape = strings.NewReplacer("%25", "%", "%20", " ", "%09", "\t", "%0A", "\n", "%7C", "|")
)

// words writes the definition without its releases.
func (d Definition) words() string {
	words := []string{d.Name, d.Type}
	if d.Format != "" {
		words = append(words, "format="+d.Format)
	}
	for _, flag := range flagsOf(&d) {
		if *flag.set {
			words = append(words, flag.word)
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
	if d.Enum != nil {
		values := make([]string, 0, len(d.Enum))
		for _, value := range d.Enum {
			values = append(values, escape.Replace(value))
		}
		words = append(words, "enum="+strings.Join(values, "|"))
	}
	return strings.Join(words, " ")
}

// flag is a fact that is stated by a single word.
type flag struct {
	word string
	set  *bool
}

// flagsOf lists the facts that are stated by a single word, in the table's order.
func flagsOf(d *Definition) []flag {
	return []flag{
		{"required", &d.Required},
		{"nullable", &d.Nullable},
		{"read-only", &d.ReadOnly},
		{"write-only", &d.WriteOnly},
	}
}

// spans writes the releases that hold as runs over all releases of the table.
func spans(all, holding []string) string {
	var runs []string
	for start := 0; start < len(all); start++ {
		if !slices.Contains(holding, all[start]) {
			continue
		}
		end := start
		for end+1 < len(all) && slices.Contains(holding, all[end+1]) {
			end++
		}
		switch {
		case end == len(all)-1:
			runs = append(runs, all[start]+"..")
		case end == start:
			runs = append(runs, all[start])
		default:
			runs = append(runs, all[start]+".."+all[end])
		}
		start = end
	}
	return strings.Join(runs, " ")
}

// constant is a fact of which an object has one per release.
type constant struct {
	word string
	get  func(View) string
	set  func(*View, string)
}

// constants lists the facts of which the object with this path has one per release, in the
// table's order.
func constants(path string) []constant {
	return []constant{
		{"path", func(v View) string {
			if v.Path == path {
				return ""
			}
			return v.Path
		}, func(v *View, value string) { v.Path = value }},
		{"methods", func(v View) string {
			names := make([]string, 0, len(v.Methods))
			for _, method := range v.Methods {
				names = append(names, string(method))
			}
			return strings.Join(names, ",")
		}, func(v *View, value string) {
			for name := range strings.SplitSeq(value, ",") {
				v.Methods = append(v.Methods, Method(name))
			}
		}},
		{"paged", func(v View) string {
			if !v.Paged {
				return ""
			}
			return "yes"
		}, func(v *View, value string) { v.Paged = value == "yes" }},
		{"model", func(v View) string { return v.Model }, func(v *View, value string) { v.Model = value }},
		{"list-model", func(v View) string { return v.ListModel }, func(v *View, value string) { v.ListModel = value }},
		{"key", func(v View) string { return v.Key }, func(v *View, value string) { v.Key = value }},
		{"key-type", func(v View) string { return v.KeyType }, func(v *View, value string) { v.KeyType = value }},
		{"key-field", func(v View) string { return v.KeyField }, func(v *View, value string) { v.KeyField = value }},
	}
}
