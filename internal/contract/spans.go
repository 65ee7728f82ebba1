package contract

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strings"
)

// set is a set of releases, one bit for each by its place in the table.
type set uint64

// mostReleases is how many releases a set can hold.
const mostReleases = 64

// has tells whether the release in this place is in the set.
func (s set) has(place int) bool { return place >= 0 && s&(1<<place) != 0 }

// first is the place of the first release, 64 for the empty set.
func (s set) first() int { return bits.TrailingZeros64(uint64(s)) }

// of lists the releases in the set. Runs share the memory of all; callers must not change them.
func (s set) of(all []string) []string {
	if s == 0 {
		return nil
	}
	start, end := s.first(), bits.Len64(uint64(s))
	if bits.OnesCount64(uint64(s)) == end-start {
		return all[start:end:end]
	}
	var listed []string
	for place := start; place < end; place++ {
		if s.has(place) {
			listed = append(listed, all[place])
		}
	}
	return listed
}

// spans writes the set as runs over all releases of the table.
func (s set) spans(all []string) string {
	var runs []string
	for start := 0; start < len(all); start++ {
		if !s.has(start) {
			continue
		}
		end := start
		for s.has(end + 1) {
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

// startsSpan tells a span from a fact: only releases begin with a digit.
func startsSpan(word string) bool { return word[0] >= '0' && word[0] <= '9' }

// readSpans gives the releases that the spans name.
func readSpans(all, words []string) (set, error) {
	if len(words) == 0 {
		return 0, errors.New("no releases at the end of the line")
	}
	var named set
	for _, word := range words {
		from, to, isRange := strings.Cut(word, "..")
		start, end := slices.Index(all, from), len(all)-1
		switch {
		case !isRange:
			end = start
		case to != "":
			end = slices.Index(all, to)
		}
		switch {
		case start < 0:
			return 0, fmt.Errorf("release %q is not in the table", from)
		case end < 0:
			return 0, fmt.Errorf("release %q is not in the table", to)
		case end < start:
			return 0, fmt.Errorf("the span %s ends before it begins", word)
		}
		named |= (1<<(end+1) - 1) &^ (1<<start - 1)
	}
	return named, nil
}
