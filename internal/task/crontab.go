package task

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// position is one of the five fields of a crontab.
type position struct {
	name     string
	min, max int
	words    []string
}

var positions = []position{
	{"minute", 0, 59, nil},
	{"hour", 0, 23, nil},
	{"day of the month", 1, 31, nil},
	{"month", 1, 12, []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}},
	{"day of the week", 0, 7, []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}},
}

// isCrontab says what is wrong with a crontab, "" for nothing. It allows what the
// server's parser does: numbers, names of months and days, lists, ranges and steps.
func isCrontab(written string) string {
	fields := strings.Fields(written)
	if len(fields) != len(positions) {
		return fmt.Sprintf("A crontab has five fields with spaces between them, got %d.", len(fields))
	}
	for i, field := range fields {
		for part := range strings.SplitSeq(strings.ToLower(field), ",") {
			if !positions[i].accepts(part) {
				return "The field for the " + positions[i].name + " is not one of a crontab."
			}
		}
	}
	return ""
}

func (p position) accepts(part string) bool {
	values, step, stepped := strings.Cut(part, "/")
	if steps, err := strconv.Atoi(step); stepped && (err != nil || steps < 1) {
		return false
	}
	first, last, isRange := strings.Cut(values, "-")
	switch {
	case values == "*":
		return true
	case isRange:
		return p.has(first) && p.has(last)
	}
	return p.has(values)
}

func (p position) has(value string) bool {
	number, err := strconv.Atoi(value)
	return err == nil && number >= p.min && number <= p.max || slices.Contains(p.words, value)
}
