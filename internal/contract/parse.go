package contract

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Parse reads a table in the form that [Table.WriteTo] writes, with all its objects; empty lines and
// lines that begin with # are skipped. An error names the line.
func Parse(text string) (*Table, error) {
	table, err := Index(text)
	if err != nil {
		return nil, err
	}
	return table, table.Check()
}

// Index finds the objects of a table, and parses each only when one of its facts is asked for; see
// [Table.Check] for errors in them. Index gives those of the lines before and of the paths.
func Index(text string) (*Table, error) {
	const objectLine = "\nobject "
	if strings.HasPrefix(text, objectLine[1:]) {
		return nil, errors.New("line 1: an object before the line with the releases")
	}
	head, rest, more := strings.Cut(text, objectLine)
	releases, err := readReleases(head)
	if err != nil {
		return nil, err
	}
	table := &Table{releases: releases}
	start := strings.Count(head, "\n") + 2
	for more {
		var section string
		section, rest, more = strings.Cut(rest, objectLine)
		if err := table.addSection(section, start); err != nil {
			return nil, fmt.Errorf("line %d: %w", start, err)
		}
		start += strings.Count(section, "\n") + 1
	}
	return table, nil
}

// readReleases reads what stands before the first object.
func readReleases(head string) ([]string, error) {
	var releases []string
	number := 0
	for words := range lines(head, &number) {
		switch {
		case words[0] == "releases" && releases == nil && len(words) > 1:
			releases = slices.Clone(words[1:])
		case words[0] == "releases" && releases == nil:
			return nil, fmt.Errorf("line %d: no releases", number)
		case words[0] == "releases":
			return nil, fmt.Errorf("line %d: a second line with releases", number)
		case releases == nil:
			return nil, fmt.Errorf("line %d: %q before the line with the releases", number, words[0])
		default:
			return nil, fmt.Errorf("line %d: %q before the line with its object", number, words[0])
		}
	}
	if releases == nil {
		return nil, errors.New("no line with the releases")
	}
	if len(releases) > mostReleases {
		return nil, fmt.Errorf("%d releases are more than the %d that a table can have", len(releases), mostReleases)
	}
	return releases, nil
}

// addSection adds the object of a section of the text, which begins with the object's path on the
// line with this number.
func (t *Table) addSection(section string, start int) error {
	path, _, _ := strings.Cut(section, "\n")
	path, _, _ = strings.Cut(path, " ")
	if !strings.HasPrefix(path, "/") || !strings.HasSuffix(path, "/") {
		return fmt.Errorf("the path %q does not begin and end with a slash", path)
	}
	if len(t.objects) > 0 {
		switch before := t.objects[len(t.objects)-1].path; {
		case before == path:
			return errors.New("a second object " + path)
		case before > path:
			return fmt.Errorf("the object %s does not come after %s", path, before)
		}
	}
	var earlier []string
	for rest := section; ; {
		_, after, more := strings.Cut(rest, "\n"+pathWord+" ")
		if !more {
			break
		}
		rest = after
		name, _, _ := strings.Cut(after, " ")
		earlier = append(earlier, name)
	}
	releases := t.releases
	t.add(&Contract{path: path, releases: releases, load: func() (*facts, error) {
		return parseObject(section, start, releases)
	}}, earlier)
	return nil
}

// lines gives the words of each line that is neither empty nor a comment, in a slice that is used
// again for the next line. The number grows by one with each line.
func lines(text string, number *int) func(yield func([]string) bool) {
	return func(yield func([]string) bool) {
		var words []string
		for text = strings.TrimSuffix(text, "\n"); text != ""; {
			var line string
			line, text, _ = strings.Cut(text, "\n")
			*number++
			words = appendWords(words[:0], line)
			if len(words) == 0 || words[0][0] == '#' {
				continue
			}
			if !yield(words) {
				return
			}
		}
	}
}

// appendWords appends the words of a line. The iterators of package strings allocate for each line,
// which is a fifth of all that reading the table allocates.
func appendWords(words []string, line string) []string {
	for line != "" {
		word, rest, _ := strings.Cut(line, " ")
		if word != "" {
			words = append(words, word)
		}
		line = rest
	}
	return words
}
