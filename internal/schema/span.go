package schema

import (
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// span says which releases have the field, "" where all have that have the kind.
func (t *texts) span(location contract.Location, field *kind.Field, prefix string) string {
	if t.table == nil {
		return ""
	}
	has := t.releasesOf(location, field, prefix)
	if len(has) == 0 || len(has) == len(t.releases) {
		return ""
	}
	first, last := has[0], has[len(has)-1]
	newest := t.releases[len(t.releases)-1]
	if kind.Branch(first) == kind.Branch(last) && last != newest {
		return "In authentik " + kind.Branch(first) + " only."
	}
	var parts []string
	if first != t.releases[0] {
		parts = append(parts, "since authentik "+kind.Branch(first))
	}
	if last != newest {
		if field.Secret {
			return "authentik returns it " + untilPatch(has, t.releases) + "; later releases do not, and it is null."
		}
		parts = append(parts, "up to authentik "+kind.Branch(last))
	}
	if len(parts) == 0 {
		return ""
	}
	text := strings.Join(parts, " and ")
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// releasesOf are the releases that have the field under any of its names, ascending.
func (t *texts) releasesOf(location contract.Location, field *kind.Field, prefix string) []string {
	found, _ := t.table.Field(location, prefix+field.APIName())
	if len(field.Formerly) == 0 {
		return found.Releases()
	}
	var has []string
	for _, release := range t.releases {
		if slices.ContainsFunc(field.APINames(), func(name string) bool {
			found, _ := t.table.Field(location, prefix+name)
			return found.In(release)
		}) {
			has = append(has, release)
		}
	}
	return has
}

// untilPatch says up to which releases a secret is returned: the release itself of a
// branch that stops returning it in a patch, so that the last release of each such
// branch is named.
func untilPatch(has, all []string) string {
	var last []string
	for i, release := range all {
		if !slices.Contains(has, release) {
			continue
		}
		if i+1 < len(all) && !slices.Contains(has, all[i+1]) {
			last = append(last, release)
		}
	}
	return "up to authentik " + enumerate(last, "and")
}

// needs says which releases have the kind, with a space before it; "" where all have.
func needs(k *kind.Kind) string {
	table, ok := k.Table()
	if !ok {
		return ""
	}
	releases := table.Releases()
	switch first, last := kind.Branch(releases[0]), kind.Branch(releases[len(releases)-1]); {
	case last != kind.Branch(contract.Newest()):
		return " Only authentik " + first + " to " + last + " has " + k.Plurals() + "."
	case releases[0] != contract.Oldest():
		return " Needs authentik " + first + " or later."
	}
	return ""
}
