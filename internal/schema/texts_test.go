package schema_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
)

// Each fact of a field that a user has to know is in the text of its attribute.
func TestTextsOfArguments(t *testing.T) {
	t.Parallel()
	resource := schema.Resource(everything())
	for name, words := range map[string][]string{
		"title": {"Title.", "Default: empty."}, "mode": {"`strict`, `regex`", "Default: `strict`."}, "size": {"From 1 to 5.", "Default: `2`."},
		"ratio": {"Default: `0.5`."}, "on": {"Default: `true`."}, "span": {"`hours=1;minutes=30`", "Default: `hours=1`."}, "until": {"2026-12-31T23:59:59Z"},
		"free": {"JSON"}, "tags": {"The order does not matter.", "Each one of `a`, `b`", "Default: `a`, `b`."}, "words": {"Default: none."}, "numbers": {"Default: none."},
		"owner": {"replaces"}, "form": {"replaces"}, "members": {"If not set"}, "serial": {"If not set, the server"}, "expires": {"Removing it from the configuration clears it"},
		"code": {"Code.", "At most one of `code` and `code_wo` may be set."}, "password": {"Exactly one of `password` and `password_wo` must be set, but not after an import"}, "key": {"the server generates it"},
		"code_wo": {"`code_wo_version`", "Terraform 1.11"}, "code_wo_version": {"`code_wo`"}, "hidden_wo": {"Hidden.", "`hidden_wo_version`"}, "hidden_wo_version": {"`hidden_wo`"},
		"token": {"The token.", "`retrieve_token`"}, "retrieve_token": {"`token`", "Default: `false`."}, "id": {"UUID of the thing"},
	} {
		contains(t, name, attribute(t, resource, name).Description, words...)
	}
	contains(t, "the resource", resource.Block.Description, "Manages a thing. A thing is a thing.", "also deletes its parts.", "`owner` or `form`")
}

func TestTextsOfDataSources(t *testing.T) {
	t.Parallel()
	one := schema.DataSource(everything())
	const exactly = "Exactly one of `id`, `name`, `title` with `size` and `managed_list` must be set."
	for name, words := range map[string][]string{
		"id": {exactly}, "name": {"As an argument, ", exactly}, "size": {"As an argument, ", exactly}, "mode": {"As an argument with `title` and `size`, ", "authentik's default is `strict`."},
		"until": {"Null if it is not set."}, "link": {"null"}, "omit_secrets": {"`code`", "`key`", "`password`"}, "fetch_certificate": {"`authentik_crypto.view_pair`"}, "certificate": {"`fetch_certificate`"},
	} {
		contains(t, name, attribute(t, one, name).Description, words...)
	}
	contains(t, "the data source", one.Block.Description, "Reads a thing.", "`authentik_things.view_thing`")
	contains(t, "the plural", schema.Plural(everything()).Block.Description, "things")
	contains(t, "a filter", attribute(t, schema.List(everything()), "name").Description, "`name`")
	if got := schema.ExactlyOne(&kind.Kind{}); got != "Required." {
		t.Error(got)
	}
}

// What only an argument does is not said of what a data source reads.
func TestUsageIsThatOfTheArgument(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(kind.Field{Name: "tags", Type: kind.Set, Description: "Tags.", Usage: "The list is complete."})
	if got := attribute(t, schema.Resource(k), "tags").Description; got != "Tags. The list is complete. The order does not matter. Default: none." {
		t.Error(got)
	}
	if got := attribute(t, schema.DataSource(k), "tags").Description; got != "Tags." {
		t.Error(got)
	}
}

// Bounds that only say which column the server has are left out.
func TestBoundsOfNumbers(t *testing.T) {
	t.Parallel()
	for want, field := range map[string]kind.Field{
		"Number. From -1 to 5.": {Min: -1, Max: 5}, "Number. At least 1.": {Min: 1, Max: math.MaxInt32}, "Number. At most 0.": {Min: math.MinInt32}, "Number.": {Min: math.MinInt32, Max: math.MaxInt32},
	} {
		field.Name, field.Type, field.Required, field.Description = "size", kind.Int, true, "Number."
		if got := attribute(t, schema.Resource(coretest.Thing(field)), "size").Description; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func contains(t *testing.T, name, text string, words ...string) {
	t.Helper()
	for _, word := range words {
		if !strings.Contains(text, word) {
			t.Errorf("%s lacks %q: %s", name, word, text)
		}
	}
}

func TestTextsNameTheReleases(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(
		kind.Field{Name: "backchannel_logout_uri", Description: "URI."}, kind.Field{Name: "jwks_sources", Description: "Sources."},
		kind.Field{Name: "logout_method", Description: "Method."}, kind.Field{Name: "client_secret", Secret: true, Generated: true, Description: "Secret."},
	)
	k.API.Path = "/providers/oauth2/"
	resource := schema.Resource(k)
	for name, words := range map[string]string{"backchannel_logout_uri": "In authentik 2025.8 only.", "jwks_sources": "p to authentik 2024.10", "logout_method": "ince authentik 2025.10"} {
		contains(t, name, attribute(t, resource, name).Description, words)
	}
	if got := attribute(t, resource, "name").Description; strings.Contains(got, "authentik 20") {
		t.Errorf("every release has it: %s", got)
	}
	contains(t, "client_secret", attribute(t, resource, "client_secret").Description, "authentik returns it")
	sms := coretest.Thing(kind.Field{Name: "auth", Secret: true, Description: "Secret."})
	sms.API.Path = "/stages/authenticator/sms/"
	table, _ := contract.Object(sms.API.Path)
	found, _ := table.Field(contract.InResponse, "auth")
	if found.Last() == contract.Newest() {
		t.Fatal("the newest release returns it; choose another secret")
	}
	contains(t, "auth", attribute(t, schema.Resource(sms), "auth").Description, "up to authentik ")
	contains(t, "auth", attribute(t, schema.DataSource(sms), "auth").Description, "up to authentik ")
	never := coretest.Thing(kind.Field{Name: "secret_nobody_returns", Secret: true, Description: "Secret."})
	never.API.Path = "/stages/authenticator/sms/"
	contains(t, "never", attribute(t, schema.Resource(never), "secret_nobody_returns").Description, "never returns it")
}

func TestLongEnumsAreCut(t *testing.T) {
	t.Parallel()
	var many []string
	for i := range 45 {
		many = append(many, fmt.Sprint("v", i))
	}
	text := attribute(t, schema.Resource(coretest.Thing(kind.Field{Name: "x", Type: kind.String, Values: many})), "x").Description
	contains(t, "45 values", text, "`v39` and 5 more")
	if strings.Contains(text, "`v40`") {
		t.Error(text)
	}
	text = attribute(t, schema.Resource(coretest.Thing(kind.Field{Name: "x", Type: kind.String, Values: many[:40]})), "x").Description
	if strings.Contains(text, "more") {
		t.Error(text)
	}
}

func TestNotesOfResources(t *testing.T) {
	t.Parallel()
	k := coretest.Thing()
	k.Enterprise, k.API.Adopted, k.API.Kept, k.Deletes = true, true, true, "its parts"
	contains(t, "notes", schema.Resource(k).Block.Description, "enterprise license", "adopts", "leaves", "also deletes its parts.", "in place")
}

func TestWaysToImport(t *testing.T) {
	t.Parallel()
	bound := coretest.Thing(
		kind.Field{Name: "target", Type: kind.UUID, Refers: kind.Reference{Filter: "slug", Title: "flow"}},
		kind.Field{Name: "order", Type: kind.Int}, kind.Field{Name: "user", Type: kind.Int},
	)
	bound.Lookups = []kind.Lookup{{Fields: []string{"target", "order"}, Narrower: "user"}}
	guarding := coretest.Thing(
		kind.Field{Name: "target", Type: kind.UUID, Refers: kind.Reference{Title: "application, flow or source"}}, kind.Field{Name: "binding", Type: kind.UUID},
	)
	guarding.Lookups = []kind.Lookup{{Fields: []string{"target", "binding"}}}
	numbered := coretest.Thing()
	numbered.Fields[0].Type = kind.Int
	for name, test := range map[string]struct {
		kind *kind.Kind
		want []string
	}{
		"by name":    {coretest.Thing(), []string{"its UUID", "`name=<name>`"}},
		"by number":  {numbered, []string{"its ID", "`name=<name>`"}},
		"by slug":    {coretest.Slugged(), []string{"its UUID", "its `slug`"}},
		"by UUIDs":   {guarding, []string{"its UUID", "`target=<UUID of the application, flow or source>,binding=<UUID>`"}},
		"by several": {bound, []string{"its UUID", "`target=<slug of the flow>,order=<order>[,user=<user>]`"}},
	} {
		if got := schema.ImportWays(test.kind); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestIdentityIsThePrimaryKey(t *testing.T) {
	t.Parallel()
	if schema.IdentityAttribute(coretest.Thing()) != "id" || schema.IdentityAttribute(coretest.Slugged()) != "uuid" {
		t.Error("identity")
	}
	if got := schema.Identity(coretest.Slugged()).IdentityAttributes; len(got) != 1 || !got[0].RequiredForImport || got[0].Name != "uuid" {
		t.Errorf("%+v", got)
	}
	contains(t, "id of a slugged one", attribute(t, schema.Resource(coretest.Slugged()), "id").Description, "`slug`")
}

// Which releases know a value of an enum, and which require an argument, is in the texts.
func TestTextsNameTheReleasesOfValuesAndNeeds(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		path  string
		field kind.Field
		want  string
	}{
		{"/outposts/instances/", kind.Field{Name: "type"}, "One of `ldap`, `proxy`, `rac` (since 2024.2), `radius` (since 2023.4)."},
		{"/sources/kerberos/", kind.Field{Name: "kadmin_type"}, "`other` (up to 2025.10)."},
		{"/stages/password/", kind.Field{Name: "backends"}, "`authentik.sources.kerberos.auth.KerberosBackend` (since 2024.10)"},
		{"/providers/ldap/", kind.Field{Name: "invalidation_flow"}, "Required where the server has it. Since authentik 2024.10."},
		{"/policies/dummy/", kind.Field{Name: "name"}, "Required since authentik 2022.12."},
		{"/providers/saml/", kind.Field{Name: "sp_binding"}, "One of `post`, `redirect`."},
	} {
		k := coretest.Thing()
		test.field.Description, k.API.Path, k.Fields = "Field.", test.path, append(k.Fields[:1:1], test.field)
		text := strings.ReplaceAll(attribute(t, schema.Resource(k), test.field.Name).Description, ". Other values are sent unchanged, with a warning", "")
		contains(t, test.path, text, test.want)
	}
}
