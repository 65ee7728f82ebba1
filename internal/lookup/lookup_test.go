package lookup_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

func bound() *kind.Kind {
	k := coretest.Thing(
		kind.Field{Name: "target", Type: kind.UUID}, kind.Field{Name: "position", API: "order", Type: kind.Int},
		kind.Field{Name: "user", Type: kind.Int}, kind.Field{Name: "title", Type: kind.String, Filter: "title__iexact"},
	)
	k.Lookups = []kind.Lookup{{Fields: []string{"target", "position"}, Narrower: "user"}}
	return k
}

func TestTermsOfALookup(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		given                    coretest.Values
		want, importID, sentence string
	}{
		"all": {
			coretest.Values{"target": strings.ToUpper(coretest.FirstID), "position": 1, "user": 7},
			"order=1&target=" + coretest.FirstID + "&user=7",
			"target=" + coretest.FirstID + ",position=1,user=7", `target "` + coretest.FirstID + `" and the position "1" and the user "7"`,
		},
		"without the narrower": {coretest.Values{"target": coretest.FirstID, "position": 0}, "order=0&target=" + coretest.FirstID, "target=" + coretest.FirstID + ",position=0", `target "` + coretest.FirstID + `" and the position "0"`},
		"unknown":              {coretest.Values{"target": coretest.Unknown, "position": 1}, "order=1", "position=1", `position "1"`},
		"nothing":              {coretest.Values{"id": coretest.SecondID}, "pk=" + coretest.SecondID, coretest.SecondID, `ID "` + coretest.SecondID + `"`},
	} {
		k := bound()
		terms := lookup.First(k, coretest.Config(k, test.given))
		if got := terms.Query(k).Encode(); got != test.want {
			t.Errorf("%s: query %s", name, got)
		}
		if terms.ImportID() != test.importID || terms.String() != test.sentence {
			t.Errorf("%s: %s; %s", name, terms.ImportID(), terms)
		}
	}
	k := bound()
	k.Lookups = nil
	if terms := lookup.First(k, value.Object{"id": value.Text("x")}); !terms.IsByID() || terms.Value() != "x" || terms.Path().String() != "id" {
		t.Error(terms)
	}
}

func TestQueryUsesTheFilterOfTheField(t *testing.T) {
	t.Parallel()
	k := bound()
	terms := lookup.Terms{{Attribute: "title", Value: "a"}, {Attribute: "none", Value: "b"}}
	if got := terms.Query(k).Encode(); got != "title__iexact=a" {
		t.Error(got)
	}
}

func TestMismatchComparesByMeaning(t *testing.T) {
	t.Parallel()
	k := bound()
	decoded := value.Object{"pk": value.Text(coretest.FirstID), "target": value.Text(coretest.FirstID), "position": tftypes.NewValue(tftypes.Number, 1), "title": value.Text("A")}
	for want, terms := range map[string]lookup.Terms{
		"":         {{Attribute: "target", Value: strings.ToUpper(coretest.FirstID)}, {Attribute: "position", Value: "1"}},
		"position": {{Attribute: "target", Value: coretest.FirstID}, {Attribute: "position", Value: "2"}},
		"title":    {{Attribute: "title", Value: "a"}},
		"id":       {{Attribute: "id", Value: coretest.SecondID}},
		"none":     {{Attribute: "none", Value: ""}},
	} {
		if got := terms.Mismatch(k, decoded); got != want {
			t.Errorf("%v: %q, want %q", terms, got, want)
		}
	}
	if got := lookup.ByID(coretest.FirstID).Mismatch(k, decoded); got != "" {
		t.Error(got)
	}
}

func TestIsAddress(t *testing.T) {
	t.Parallel()
	slug := lookup.Terms{{Attribute: "slug", Value: "a"}}
	if !lookup.ByID("x").IsAddress(coretest.Thing()) || lookup.ByID("x").IsAddress(coretest.Slugged()) || !slug.IsAddress(coretest.Slugged()) || slug.IsAddress(coretest.Thing()) {
		t.Error("the ID stands in the URL, or the slug does")
	}
	if got := lookup.Whole(coretest.Thing()).String(); got != `type "thing"` {
		t.Error(got)
	}
}

// A release that lacks the field finds nothing by it, which is no sign that there is none.
func TestUnansweredFieldsOfOlderReleases(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(kind.Field{Name: "backchannel_logout_uri"}, kind.Field{Name: "issuer_mode"})
	k.API.Path = "/providers/oauth2/"
	answer := value.Fields{"name": json.RawMessage(`"a"`)}
	if got := (lookup.Terms{{Attribute: "backchannel_logout_uri", Value: "x"}}).Unanswered(k, answer); got == nil || got.Name != "backchannel_logout_uri" {
		t.Errorf("a field of newer releases: %v", got)
	}
	for _, attribute := range []string{"name", "issuer_mode", "none"} {
		if got := (lookup.Terms{{Attribute: attribute, Value: "x"}}).Unanswered(k, answer); got != nil {
			t.Errorf("%s: %v", attribute, got.Name)
		}
	}
	if got := (lookup.Terms{{Attribute: "title", Value: "x"}}).Unanswered(bound(), answer); got != nil {
		t.Errorf("without a contract: %v", got.Name)
	}
}
