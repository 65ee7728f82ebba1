package contract

import (
	"cmp"
	"strconv"
	"strings"
)

// version is a release's number taken apart: 2026.5.0-rc1 has the parts 2026, 5, 0 and the
// pre-release "rc1".
type version struct {
	parts [3]int
	pre   string
}

// readVersion reads "year.month.patch" with an optional "-pre" or "+build" at the end; the
// patch may be missing, since authentik itself leaves it out in texts such as "since 2025.12".
func readVersion(text string) (version, bool) {
	text = strings.TrimPrefix(strings.TrimSpace(text), "v")
	text, _, _ = strings.Cut(text, "+")
	numbers, pre, _ := strings.Cut(text, "-")
	parts := strings.Split(numbers, ".")
	if len(parts) < 2 || len(parts) > 3 {
		return version{}, false
	}
	read := version{pre: pre}
	for i, part := range parts {
		number, err := strconv.Atoi(part)
		if err != nil || number < 0 {
			return version{}, false
		}
		read.parts[i] = number
	}
	return read, true
}

// branch tells whether both belong to one line of releases, such as 2025.12.
func (v version) branch(other version) bool {
	return v.parts[0] == other.parts[0] && v.parts[1] == other.parts[1]
}

func (v version) compare(other version) int {
	for i, part := range v.parts {
		if order := cmp.Compare(part, other.parts[i]); order != 0 {
			return order
		}
	}
	switch {
	case v.pre == other.pre:
		return 0
	case v.pre == "":
		return 1
	case other.pre == "":
		return -1
	default:
		return strings.Compare(v.pre, other.pre)
	}
}

// Compare orders two releases by their numbers, so that 2022.10.4 < 2022.12.3 < 2023.4.3; a
// pre-release comes before its release (2026.5.0-rc1 < 2026.5.0). What is no release number
// comes before everything else, ordered as text.
func Compare(a, b string) int {
	left, leftOK := readVersion(a)
	right, rightOK := readVersion(b)
	switch {
	case leftOK && rightOK:
		return left.compare(right)
	case leftOK:
		return 1
	case rightOK:
		return -1
	default:
		return strings.Compare(a, b)
	}
}

// Nearest gives the release of the table that speaks for a server of any version, such as
// "2025.12.9" or "2026.5.0-rc1". Releases of the same branch (year and month) come first: the
// highest at or below the version, else the lowest of the branch. Without one it is the highest
// release below the version, or the oldest when the server is older than the whole table. It is
// false when the version cannot be read.
//
// The branch goes first because fields come with branches: 2026.5.0 still returns the secrets
// that 2026.2.7, a later security release of an older branch, already withholds.
func (t *Table) Nearest(serverVersion string) (string, bool) {
	wanted, ok := readVersion(serverVersion)
	if !ok || len(t.releases) == 0 {
		return "", false
	}
	nearest, branchFirst, branchBelow := t.releases[0], "", ""
	for _, release := range t.releases {
		known, ok := readVersion(release)
		if !ok {
			continue
		}
		below := known.compare(wanted) <= 0
		if below {
			nearest = release
		}
		if !known.branch(wanted) {
			continue
		}
		if branchFirst == "" {
			branchFirst = release
		}
		if below {
			branchBelow = release
		}
	}
	return cmp.Or(branchBelow, branchFirst, nearest), true
}
