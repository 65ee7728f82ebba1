package kind_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// at is a kind at a path, with these fields besides its key.
func at(path string, fields ...kind.Field) *kind.Kind {
	return &kind.Kind{
		Type: "thing", Title: "thing", Model: "authentik_things.thing", API: kind.Endpoint{Path: path},
		Fields: append([]kind.Field{{Name: "pk"}}, fields...),
	}
}

func oauth2() *kind.Kind {
	return at("/providers/oauth2/",
		kind.Field{Name: "name"}, kind.Field{Name: "authorization_flow"}, kind.Field{Name: "client_type"}, kind.Field{Name: "client_secret", Secret: true},
		kind.Field{Name: "property_mappings"}, kind.Field{Name: "include_claims_in_id_token", Default: true}, kind.Field{Name: "issuer_mode", FreeForm: true},
		kind.Field{Name: "allowed", API: "redirect_uris", Fields: []kind.Field{{Name: "url"}, {Name: "matching_mode"}}}, kind.Field{Name: "assigned_application_slug"},
	)
}

// What the contract knows need not be repeated.
func TestTheContractCompletesFields(t *testing.T) {
	t.Parallel()
	k := oauth2()
	for name, want := range map[string]kind.Type{
		"pk": kind.Int, "name": kind.String, "authorization_flow": kind.UUID, "client_type": kind.String, "property_mappings": kind.Set,
		"include_claims_in_id_token": kind.Bool, "allowed": kind.Objects, "assigned_application_slug": kind.String,
	} {
		if got := k.Field(name).Type; got != want {
			t.Errorf("%s is of type %d, want %d", name, got, want)
		}
	}
	for name, want := range map[string]bool{"pk": true, "assigned_application_slug": true, "name": false, "client_secret": false} {
		if got := k.Field(name).ReadOnly; got != want {
			t.Errorf("%s: read-only is %v", name, got)
		}
	}
	for name, want := range map[string]bool{"name": true, "client_type": false, "authorization_flow": true, "include_claims_in_id_token": false} {
		if got := k.Field(name).MustBeSet(); got != want {
			t.Errorf("%s: required is %v", name, got)
		}
	}
}

func TestTheContractCompletesEnumsAndElements(t *testing.T) {
	t.Parallel()
	k := oauth2()
	if got := k.Field("client_type").Values; !slices.Contains(got, "confidential") || slices.Contains(got, "") {
		t.Errorf("values: %v", got)
	}
	if got := k.Field("issuer_mode").Values; got != nil {
		t.Errorf("free form: %v", got)
	}
	if field := k.Field("property_mappings"); field.Of != kind.UUID || !cmp.Equal(field.Default, []string{}) {
		t.Errorf("%+v", field)
	}
	if inner := k.Field("allowed").Fields; len(inner) != 2 || inner[1].Type != kind.String || !slices.Contains(inner[1].Values, "strict") {
		t.Errorf("inner fields: %+v", inner)
	}
	if k.Fields[1].Type != kind.FromContract || k.Fields[8].Fields[0].Type != kind.FromContract {
		t.Error("the description itself was changed")
	}
}

func TestDefaultsThatATypeHasByItself(t *testing.T) {
	t.Parallel()
	k := at("/things/",
		kind.Field{Name: "plain"}, kind.Field{Name: "nullable", Nullable: true}, kind.Field{Name: "span", Type: kind.Duration}, kind.Field{Name: "nullable_span", Type: kind.Duration, Nullable: true},
		kind.Field{Name: "numbers", Type: kind.Set, Of: kind.Int}, kind.Field{Name: "words", Type: kind.List}, kind.Field{Name: "free", Type: kind.JSON}, kind.Field{Name: "nullable_free", Type: kind.JSON, Nullable: true},
		kind.Field{Name: "none", NoDefault: true}, kind.Field{Name: "required", Required: true}, kind.Field{Name: "computed", Computed: true}, kind.Field{Name: "members", Type: kind.Set, IfConfigured: true},
		kind.Field{Name: "secret", Secret: true}, kind.Field{Name: "seen", ReadOnly: true}, kind.Field{Name: "on", Type: kind.Bool}, kind.Field{Name: "mode", Default: "x"},
	)
	for name, want := range map[string]any{
		"plain": "", "nullable": nil, "span": "", "nullable_span": nil, "numbers": []int{}, "words": []string{}, "free": "{}", "nullable_free": nil,
		"none": nil, "required": nil, "computed": nil, "members": nil, "secret": nil, "seen": nil, "on": nil, "mode": "x",
	} {
		if got := k.Field(name).Default; !cmp.Equal(got, want) {
			t.Errorf("%s: %#v, want %#v", name, got, want)
		}
	}
	if k.Field("words").Of != kind.String || k.Field("plain").Type != kind.String || k.Field("nothing") != nil || k.ByAPI("nothing") != nil {
		t.Error("types")
	}
}

func TestVerbs(t *testing.T) {
	t.Parallel()
	for want, k := range map[string]*kind.Kind{
		"[view]":                   {ReadOnly: true},
		"[view add change delete]": {},
		"[view change]":            {API: kind.Endpoint{Adopted: true, Kept: true}},
		"[view add delete]":        {API: kind.Endpoint{Immutable: true}},
	} {
		if got := fmt.Sprint(k.Verbs()); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestNamesOfFields(t *testing.T) {
	t.Parallel()
	field := kind.Field{Name: "target", API: "target_id", Formerly: []string{"aim"}, Filter: "target__exact"}
	if field.APIName() != "target_id" || field.FilterName() != "target__exact" || !slices.Equal(field.APINames(), []string{"target_id", "aim"}) {
		t.Error("names")
	}
	plain := kind.Field{Name: "x"}
	if plain.APIName() != "x" || plain.FilterName() != "x" {
		t.Error("names")
	}
	if k := at("/things/", field); k.ByAPI("aim") == nil || k.ByAPI("target") != nil {
		t.Error("ByAPI")
	}
	if got := (kind.Parameter{Name: "a", API: "b"}).APIName() + (kind.Parameter{Name: "a"}).APIName(); got != "ba" {
		t.Error(got)
	}
	lookup := kind.Lookup{Fields: []string{"a", "b"}, Narrower: "c"}
	if !slices.Equal(lookup.All(), []string{"a", "b", "c"}) || !slices.Equal(kind.By("a").All(), []string{"a"}) {
		t.Error("look-up")
	}
	for _, test := range []struct {
		field                       kind.Field
		resource, written, isString bool
	}{
		{kind.Field{Type: kind.String}, true, true, true},
		{kind.Field{Type: kind.Bool, ReadOnly: true}, false, false, false},
		{kind.Field{Type: kind.JSON, ReadOnly: true, Stable: true}, true, false, true},
		{kind.Field{Type: kind.List, ReadOnly: true, Exposed: true}, true, false, false},
		{kind.Field{Type: kind.Objects, ReadOnly: true, Hidden: true}, true, false, false},
	} {
		if test.field.InResource() != test.resource || test.field.IsWritten() != test.written || test.field.IsArgument() != test.written || test.field.IsString() != test.isString {
			t.Errorf("%+v", test.field)
		}
	}
}

func TestWordsOfAKind(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{"thing": "a thing, things", "SMS stage": "an SMS stage, SMS stages", "invitation": "an invitation, invitations", "user": "a user, users"} {
		k := &kind.Kind{Title: title}
		if got := k.A() + ", " + k.Plurals(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	k := &kind.Kind{Title: "policy", Titles: "policies", Article: "one", Model: "authentik_policies.policy"}
	if k.A() != "one policy" || k.Plurals() != "policies" || k.Permission("view") != "authentik_policies.view_policy" {
		t.Error(k.A(), k.Plurals(), k.Permission("view"))
	}
}

func TestKeyAndAddress(t *testing.T) {
	t.Parallel()
	described := func() *kind.Kind {
		return at("/things/", kind.Field{Name: "slug"}, kind.Field{Name: "number", API: "id"})
	}
	k := described()
	if k.Key().Name != "pk" || k.Address().Name != "pk" || k.IsAddressedByName() {
		t.Error("by pk")
	}
	k = described()
	k.API.Key, k.API.Address = "id", "slug"
	if k.Key().Name != "number" || k.Address().Name != "slug" || !k.IsAddressedByName() {
		t.Error("by slug")
	}
}

func TestWhatTheDataSourcesShow(t *testing.T) {
	t.Parallel()
	k := at("/providers/oauth2/", kind.Field{Name: "client_secret", Secret: true}, kind.Field{Name: "never", Secret: true}, kind.Field{Name: "hidden", Hidden: true, ReadOnly: true},
		kind.Field{Name: "certificate", ReadOnly: true, Fetch: kind.Fetch{Path: "view/", Model: "authentik_crypto.pair"}})
	var shown []string
	for _, field := range k.Shown() {
		shown = append(shown, field.Name)
	}
	if !slices.Equal(shown, []string{"pk", "client_secret"}) || !slices.Equal(k.Secrets(), []string{"client_secret"}) {
		t.Errorf("%v, %v", shown, k.Secrets())
	}
	if fetched := k.Fetched(); len(fetched) != 1 || fetched[0].Name != "certificate" || fetched[0].Fetch.Permission() != "authentik_crypto.view_pair" {
		t.Errorf("%+v", fetched)
	}
	if len(k.All()) != 5 {
		t.Error("the fields were changed")
	}
}

func TestBranch(t *testing.T) {
	t.Parallel()
	for release, want := range map[string]string{"2025.12.4": "2025.12", "2026.5.0-rc1": "2026.5", "x": "x"} {
		if got := kind.Branch(release); got != want {
			t.Errorf("%s: %s", release, got)
		}
	}
	if !strings.HasPrefix(contract.Newest(), kind.Branch(contract.Newest())) {
		t.Error("newest")
	}
}
