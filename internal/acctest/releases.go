package acctest

import (
	"os"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// AllReleases says whether tests are to run on every release, as they do every night.
func AllReleases() bool { return os.Getenv("AUTHENTIK_TEST_ALL_RELEASES") != "" }

// Ends are the oldest and the newest of the releases, or all where [AllReleases].
func Ends(releases []string) []string {
	if AllReleases() || len(releases) < 2 {
		return releases
	}
	return []string{releases[0], releases[len(releases)-1]}
}

// Distinct are the releases in which an object of one of the collections differs from what
// it was in all releases before, in ascending order, or where [AllReleases] all releases
// that have one.
func Distinct(collections ...string) []string {
	var releases []string
	for _, collection := range collections {
		object, ok := contract.Object(collection)
		if !ok {
			panic("there is no collection " + collection)
		}
		if AllReleases() {
			releases = append(releases, object.Releases()...)
			continue
		}
		for _, group := range object.DistinctViews() {
			releases = append(releases, group.Releases[0])
		}
	}
	slices.SortFunc(releases, contract.Compare)
	return slices.Compact(releases)
}
