package kind_test

import (
	"slices"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

func groups() *kind.Kind {
	return at("/core/groups/", kind.Field{Name: "name"}, kind.Field{Name: "parents", Formerly: []string{"parent"}}, kind.Field{Name: "attributes"}, kind.Field{Name: "none"})
}

func TestAcceptedNameOfTheRelease(t *testing.T) {
	t.Parallel()
	k := groups()
	for release, want := range map[string]string{"2023.10.7": "parent", "2025.10.4": "parent", "2025.12.4": "parents", "": "parents", "nightly": "parents", "2031.1.0": "parents"} {
		name, definition, ok := k.Accepted(k.Field("parents"), release)
		if name != want || !ok || (definition.Type == "array") != (want == "parents") {
			t.Errorf("%q: %s, %+v, %t", release, name, definition, ok)
		}
	}
	if name, _, ok := k.Accepted(k.Field("none"), contract.Newest()); ok || name != "none" {
		t.Error("a field of no release is accepted")
	}
	other := at("/things/", kind.Field{Name: "x"})
	if name, _, ok := other.Accepted(other.Field("x"), "2025.12.4"); !ok || name != "x" {
		t.Error("without a contract everything is accepted")
	}
	if !k.Varies(k.Field("parents")) || k.Varies(k.Field("name")) || other.Varies(other.Field("x")) {
		t.Error("Varies")
	}
	if !k.Returns(k.Field("parents")) || k.Returns(k.Field("none")) || !other.Returns(other.Field("x")) {
		t.Error("Returns")
	}
	if !k.RequiresSomewhere(k.Field("name")) || k.RequiresSomewhere(k.Field("attributes")) || other.RequiresSomewhere(other.Field("x")) {
		t.Error("RequiresSomewhere")
	}
}

func TestFiltersOfTheNewestRelease(t *testing.T) {
	t.Parallel()
	k := groups()
	if !k.HasFilter(k.Field("name")) || k.HasFilter(k.Field("parents")) || !k.HasFilter(&kind.Field{Name: "x", Filter: "search"}) {
		t.Error("HasFilter")
	}
	if !at("/things/").HasFilter(&kind.Field{Name: "x"}) || !at("/things/").HasParameter(kind.Parameter{Name: "x"}, "2025.12.4") {
		t.Error("without a contract every filter is there")
	}
	if !k.HasParameter(kind.Parameter{Name: "x", API: "members_by_pk"}, "2025.12.4") || k.HasParameter(kind.Parameter{Name: "x"}, "2025.12.4") {
		t.Error("HasParameter")
	}
}

func TestKindsThatNotEveryReleaseHas(t *testing.T) {
	t.Parallel()
	redirect := at("/stages/redirect/")
	if !redirect.IsNew() || groups().IsNew() || at("/things/").IsNew() {
		t.Error("IsNew")
	}
	for release, want := range map[string]string{"2023.10.7": "authentik 2023.10.7 has no things", "2024.12.5": "", "2031.1.0": "", "nightly": "", "": ""} {
		if summary, _ := redirect.Missing(release); summary != want {
			t.Errorf("%q: %q", release, summary)
		}
	}
	if summary, _ := at("/things/").Missing("2023.10.7"); summary != "" {
		t.Error("without a contract nothing is missing")
	}
}

func TestAvailability(t *testing.T) {
	t.Parallel()
	k := at("/providers/oauth2/", kind.Field{Name: "name"}, kind.Field{Name: "backchannel_logout_uri"}, kind.Field{Name: "jwks_sources"}, kind.Field{Name: "logout_method"}, kind.Field{Name: "none"})
	for name, want := range map[string]string{
		"name": "since authentik 2022.10", "backchannel_logout_uri": "in authentik 2025.8 only", "jwks_sources": "up to authentik 2024.10", "logout_method": "since authentik 2025.10", "none": "in no release",
	} {
		if got := k.Availability(k.Field(name)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	if got := at("/things/").Availability(&kind.Field{Name: "x"}); got != "" {
		t.Error(got)
	}
}

// Some collections moved to another path.
func TestPathOfTheRelease(t *testing.T) {
	t.Parallel()
	for _, k := range []*kind.Kind{groups(), at("/things/")} {
		if k.Moves() || k.Path("2023.10.7") != k.API.Path || k.KeyIn("2023.10.7") != "pk" {
			t.Errorf("%s moves", k.API.Path)
		}
	}
}

func TestValuesOfTheRelease(t *testing.T) {
	t.Parallel()
	classes := kind.Field{Name: "device_classes"}
	k := at("/stages/authenticator/validate/", classes, kind.Field{Name: "name"})
	all := []string{"totp", "email"}
	if !k.HasNewValues(&classes, all) || k.HasNewValues(&classes, all[:1]) || k.HasNewValues(&classes, nil) || at("/things/").HasNewValues(&classes, all) {
		t.Error("HasNewValues")
	}
	if got := k.KnownValues(&classes, all, "2023.10.7"); !slices.Equal(got, all[:1]) {
		t.Errorf("2023.10.7 knows %v", got)
	}
	for _, release := range []string{"2025.12.4", ""} {
		if got := k.KnownValues(&classes, all, release); !slices.Equal(got, all) {
			t.Errorf("%q knows %v", release, got)
		}
	}
	if got := k.KnownValues(k.Field("name"), all, "2023.10.7"); !slices.Equal(got, all) {
		t.Errorf("without an enum: %v", got)
	}
}

func TestNumbersAndEmptyStrings(t *testing.T) {
	t.Parallel()
	deny := at("/stages/deny/", kind.Field{Name: "name"}, kind.Field{Name: "deny_message"})
	if !deny.AcceptsEmpty(deny.Field("deny_message")) || deny.AcceptsEmpty(deny.Field("name")) {
		t.Error("AcceptsEmpty")
	}
	oauth := at("/providers/oauth2/", kind.Field{Name: "client_type"}, kind.Field{Name: "name"})
	if oauth.AcceptsEmpty(oauth.Field("client_type")) {
		t.Error("a choice accepts the empty string")
	}
	if oauth.WasNumber(oauth.Field("name")) || at("/things/").WasNumber(&kind.Field{Name: "x"}) {
		t.Error("WasNumber")
	}
}
