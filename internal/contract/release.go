package contract

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	goversion "github.com/hashicorp/go-version"
)

// recorded are the releases whose real servers were recorded; the tests compare with what they
// answered.
var recorded = []string{"2023.10.7", "2025.12.4", "2026.5.0-rc1"}

// Recorded lists the releases whose real servers were recorded, ascending.
func Recorded() []string { return slices.Clone(recorded) }

// readRelease reads "year.month.patch" with an optional "-pre" or "+build" at the end; the patch may
// be missing, since authentik itself leaves it out in texts such as "since 2025.12".
func readRelease(text string) (*goversion.Version, bool) {
	if known := knownReleases()[text]; known != nil {
		return known, true
	}
	return parseRelease(text)
}

// knownReleases holds the parsed releases that Knows knows: they are compared for every field, and
// parsing takes a regular expression.
var knownReleases = sync.OnceValue(func() map[string]*goversion.Version {
	known := make(map[string]*goversion.Version)
	for _, release := range slices.Concat(releases(), recorded) {
		if parsed, ok := parseRelease(release); ok {
			known[release] = parsed
		}
	}
	return known
})

func parseRelease(text string) (*goversion.Version, bool) {
	text = strings.TrimSpace(text)
	numbers, _, _ := strings.Cut(text, "-")
	if dots := strings.Count(numbers, "."); dots < 1 || dots > 2 {
		return nil, false
	}
	read, err := goversion.NewVersion(text)
	return read, err == nil
}

// Compare orders two releases by their numbers, so that 2022.10.4 < 2022.12.3 < 2023.4.3; a
// pre-release comes before its release (2026.5.0-rc1 < 2026.5.0), and pre-releases are ordered as
// semantic versioning has it. What is no release number comes before everything else, ordered as
// strings.
func Compare(a, b string) int {
	if a == b {
		return 0
	}
	left, leftOK := readRelease(a)
	right, rightOK := readRelease(b)
	switch {
	case leftOK && rightOK:
		return left.Compare(right)
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
// that 2026.2.7, a later security release of an older branch, already withholds. A pre-release
// belongs to its branch too: 2026.5.0-rc1 is nearest to 2026.5.6, the lowest 2026.5 of the table,
// although it is closer in number to 2026.2.7.
func (t *Table) Nearest(serverVersion string) (string, bool) {
	return nearest(t.releases, serverVersion)
}

func nearest(releases []string, serverVersion string) (string, bool) {
	if slices.Contains(releases, serverVersion) {
		return serverVersion, true
	}
	wanted, ok := readRelease(serverVersion)
	if !ok || len(releases) == 0 {
		return "", false
	}
	best, branchFirst, branchBelow := releases[0], "", ""
	for _, release := range releases {
		known, ok := readRelease(release)
		if !ok {
			continue
		}
		below := known.LessThanOrEqual(wanted)
		if below {
			best = release
		}
		if !slices.Equal(known.Segments()[:2], wanted.Segments()[:2]) {
			continue
		}
		if branchFirst == "" {
			branchFirst = release
		}
		if below {
			branchBelow = release
		}
	}
	return cmp.Or(branchBelow, branchFirst, best), true
}

// Knows tells whether the tests know exactly this release: it is one of the embedded table's, or
// that of a recorded server. Anything else lies between two of them, see [Around].
func Knows(release string) bool {
	same := func(known string) bool { return Compare(known, release) == 0 }
	return slices.ContainsFunc(releases(), same) || slices.ContainsFunc(recorded, same)
}

// Around gives the two releases that [Knows] knows and that a release lies between: the highest
// below it and the lowest above it, each "" when there is none. Both are "" for what is no release.
func Around(release string) (below, above string) {
	if _, ok := readRelease(release); !ok {
		return "", ""
	}
	known := slices.Concat(releases(), recorded)
	slices.SortFunc(known, Compare)
	for _, one := range known {
		switch order := Compare(one, release); {
		case order < 0:
			below = one
		case order > 0 && above == "":
			above = one
		}
	}
	return below, above
}
