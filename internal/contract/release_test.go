package contract_test

import (
	"slices"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

func TestCompare(t *testing.T) {
	t.Parallel()
	ascending := []string{
		"", "main", "2022.10.4", "2022.12.3", "2023.4.3", "2023.10.7", "2025.12", "2025.12.4", "2026.5.0-rc1", "2026.5.0-rc2", "2026.5.0",
	}
	shuffled := []string{
		"2026.5.0", "2025.12.4", "main", "2023.10.7", "2026.5.0-rc2", "2022.12.3", "", "2022.10.4", "2026.5.0-rc1", "2023.4.3", "2025.12",
	}
	slices.SortFunc(shuffled, contract.Compare)
	if !slices.Equal(shuffled, ascending) {
		t.Errorf("The order is %q.", shuffled)
	}
	if contract.Compare("v2025.12", "2025.12.0+build") != 0 {
		t.Error("A missing patch is not 0, or v or build count.")
	}
}

func TestNearest(t *testing.T) {
	t.Parallel()
	for version, want := range map[string]string{
		"2025.12.4":    "2025.12.4",
		"2025.12.9":    "2025.12.4",
		"2025.12.1":    "2025.12.4", // fields come with the branch
		"2026.5":       "2026.5.6",
		"2026.5.0-rc1": "2026.5.6", // and so does the secret that 2026.2.7 withholds
		"2026.5.7":     "2026.5.6",
		"2026.2.6":     "2026.2.2",
		"2023.5.1":     "2023.4.3",
		"2021.10.1":    "2022.10.4",
		"2030.2.0":     contract.Newest(),
		"v2025.12.4":   "2025.12.4",
	} {
		for range 2 { // the second answer is remembered
			if got, ok := contract.Nearest(version); !ok || got != want {
				t.Errorf("%s is spoken for by %s, not %s.", version, got, want)
			}
		}
	}
	for _, version := range []string{"", "main", "2025", "2025.x.1", "1.2.3.4", "-1.2.3"} {
		for range 2 {
			if got, ok := contract.Nearest(version); ok {
				t.Errorf("%q is spoken for by %s.", version, got)
			}
		}
	}
	if got, ok := new(contract.Table).Nearest("2025.12.4"); ok {
		t.Errorf("The empty table has %s.", got)
	}
}

func TestKnows(t *testing.T) {
	t.Parallel()
	for release, want := range map[string]bool{
		"2023.10.7": true, "2025.12.4": true, "2026.5.0-rc1": true, "2022.10.4": true, contract.Newest(): true, "v2025.12.4": true,
		"2026.5.0": false, "2026.5.0-rc2": false, "2025.12": false, "2025.12.3": false, "2030.2.0": false, "": false, "main": false,
	} {
		if contract.Knows(release) != want {
			t.Errorf("%q is known: %t.", release, !want)
		}
	}
}

func TestAround(t *testing.T) {
	t.Parallel()
	for release, want := range map[string][2]string{
		"2025.12.9":    {"2025.12.4", "2026.2.2"},
		"2026.5.0":     {"2026.5.0-rc1", "2026.5.6"},
		"2026.5.0-rc1": {"2026.2.7", "2026.5.6"},
		"2026.5.0-rc0": {"2026.2.7", "2026.5.0-rc1"},
		"2021.10.1":    {"", "2022.10.4"},
		"2030.2.0":     {contract.Newest(), ""},
		"main":         {"", ""},
	} {
		if below, above := contract.Around(release); [2]string{below, above} != want {
			t.Errorf("%s lies between %q and %q, not %v.", release, below, above, want)
		}
	}
}
