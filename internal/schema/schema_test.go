package schema_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
)

// The types, which every value on the wire has, are computed apart from the schemas.
func TestTypesAreThoseOfTheSchemas(t *testing.T) {
	t.Parallel()
	for _, k := range append(slices.Clone(provider.Kinds()), everything()) {
		for name, pair := range map[string]struct {
			schema *tfprotov6.Schema
			typed  tftypes.Object
		}{
			"resource": {schema.Resource(k), schema.ResourceType(k)}, "data source": {schema.DataSource(k), schema.DataSourceType(k)},
			"plural": {schema.Plural(k), schema.PluralType(k)}, "list": {schema.List(k), schema.ListType(k)},
		} {
			if k.ReadOnly && (name == "resource" || name == "list") {
				continue
			}
			if got := pair.schema.ValueType(); !got.Equal(pair.typed) {
				t.Errorf("%s of %s: the schema is of type %s, values of %s", name, k.Type, got, pair.typed)
			}
		}
		identity := map[string]tftypes.Type{}
		for _, attribute := range schema.Identity(k).IdentityAttributes {
			identity[attribute.Name] = attribute.Type
		}
		if got := (tftypes.Object{AttributeTypes: identity}); !got.Equal(schema.IdentityType(k)) {
			t.Errorf("identity of %s: %s", k.Type, got)
		}
	}
}

// everything is a kind with a field of every option.
func everything() *kind.Kind {
	k := coretest.Thing(
		kind.Field{Name: "title", Type: kind.String, Description: "Title."},
		kind.Field{Name: "mode", Type: kind.String, Default: "strict", Values: []string{"strict", "regex"}, Description: "Mode."},
		kind.Field{Name: "size", Type: kind.Int, Min: 1, Max: 5, Default: 2, Description: "Size."},
		kind.Field{Name: "ratio", Type: kind.Float, Default: 0.5, Description: "Ratio."},
		kind.Field{Name: "on", Type: kind.Bool, Default: true, Description: "On."},
		kind.Field{Name: "span", Type: kind.Duration, Default: "hours=1", Description: "Span."},
		kind.Field{Name: "until", Type: kind.Time, Nullable: true, Description: "Until."},
		kind.Field{Name: "free", Type: kind.JSON, Description: "Free."},
		kind.Field{Name: "tags", Type: kind.Set, Of: kind.String, Default: []string{"a", "b"}, Values: []string{"a", "b"}, Description: "Tags."},
		kind.Field{Name: "words", Type: kind.List, Of: kind.String, Description: "Words."},
		kind.Field{Name: "numbers", Type: kind.Set, Of: kind.Int, Description: "Numbers."},
		kind.Field{Name: "shares", Type: kind.List, Of: kind.Float, NoDefault: true, Description: "Shares."},
		kind.Field{Name: "owner", Type: kind.UUID, Cascades: true, Description: "Owner."},
		kind.Field{Name: "form", Type: kind.String, Replaces: true, Description: "Form."},
		kind.Field{Name: "members", Type: kind.Set, Of: kind.Int, IfConfigured: true, Description: "Members."},
		kind.Field{Name: "serial", Type: kind.String, Computed: true, Sensitive: true, Description: "Serial."},
		kind.Field{Name: "expires", Type: kind.Time, Computed: true, ClearedIfUnset: true, Description: "Expires."},
		kind.Field{Name: "link", Type: kind.String, EmptyIsNull: true, Description: "Link."},
		kind.Field{Name: "rows", Type: kind.Objects, Description: "Rows.", Fields: []kind.Field{
			{Name: "url", Type: kind.String, Required: true, Description: "URL."},
			{Name: "mode", Type: kind.String, Default: "strict", Description: "Mode."},
			{Name: "seen", Type: kind.String, ReadOnly: true, Description: "Seen."},
		}},
		kind.Field{Name: "one", Type: kind.Object, ReadOnly: true, Description: "One.", Fields: []kind.Field{{Name: "slug", Type: kind.String, Description: "Slug."}}},
		kind.Field{Name: "seen", Type: kind.String, ReadOnly: true, Exposed: true, Description: "Seen."},
		kind.Field{Name: "code", Type: kind.String, Secret: true, Description: "Code."},
		kind.Field{Name: "key", Type: kind.String, Secret: true, Generated: true, Description: "Key."},
		kind.Field{Name: "password", Type: kind.String, Secret: true, Required: true, Description: "Password."},
		kind.Field{Name: "hidden", Type: kind.String, Secret: true, WriteOnly: true, Description: "Hidden."},
		kind.Field{Name: "token", Type: kind.String, Secret: true, WriteOnly: true, Reveal: kind.Reveal{Path: "view/", Key: "key", Switch: "retrieve_token", Description: "The token."}, Description: "Token."},
		kind.Field{Name: "certificate", Type: kind.String, ReadOnly: true, Fetch: kind.Fetch{Path: "view/", Key: "data", Switch: "fetch_certificate", Model: "authentik_crypto.pair"}, Description: "Certificate."},
	)
	k.Lookups = []kind.Lookup{kind.By("name"), {Fields: []string{"title", "size"}, Narrower: "mode"}}
	k.Filters = []string{"name", "size", "ratio", "on", "tags", "numbers", "shares"}
	k.Parameters = []kind.Parameter{{Name: "member", Type: kind.Set, Of: kind.Int, Description: "Only those with one of these members."}}
	k.ManagedList, k.Summary, k.Deletes = true, "A thing is a thing.", "its parts"
	return k
}

func TestTheResourcesSchema(t *testing.T) {
	t.Parallel()
	got := schema.Resource(everything())
	for name, want := range map[string]string{
		"id": "computed", "name": "required", "title": "optional computed", "mode": "optional computed", "serial": "optional computed sensitive", "seen": "computed",
		"code": "optional computed sensitive", "code_wo": "optional sensitive write-only", "code_wo_version": "optional", "password": "optional sensitive",
		"hidden_wo": "optional sensitive write-only", "token": "computed sensitive", "retrieve_token": "optional computed", "rows": "optional computed",
	} {
		if has := flags(attribute(t, got, name)); has != want {
			t.Errorf("%s is %s, want %s", name, has, want)
		}
	}
	var names []string
	for _, one := range got.Block.Attributes {
		names = append(names, one.Name)
	}
	for _, missing := range []string{"pk", "one", "hidden", "certificate", "fetch_certificate"} {
		if slices.Contains(names, missing) {
			t.Errorf("the resource has %s", missing)
		}
	}
	if !slices.IsSorted(names) {
		t.Errorf("not sorted: %v", names)
	}
	rows := attribute(t, got, "rows").NestedType
	inner := map[string]string{}
	for _, one := range rows.Attributes {
		inner[one.Name] = flags(one)
	}
	if want := map[string]string{"url": "required", "mode": "optional computed", "seen": "computed"}; fmt.Sprint(inner) != fmt.Sprint(want) || rows.Nesting != tfprotov6.SchemaObjectNestingModeList {
		t.Errorf("rows have %v", inner)
	}
}

func TestTheDataSourcesSchemas(t *testing.T) {
	t.Parallel()
	one, many, list := schema.DataSource(everything()), schema.Plural(everything()), schema.List(everything())
	for name, want := range map[string]string{
		"id": "optional computed", "name": "optional computed", "title": "optional computed", "mode": "optional computed", "on": "computed", "code": "computed sensitive",
		"managed_list": "optional", "ids": "computed", "omit_secrets": "optional", "certificate": "computed", "fetch_certificate": "optional",
	} {
		if has := flags(attribute(t, one, name)); has != want {
			t.Errorf("one: %s is %s, want %s", name, has, want)
		}
	}
	for name, want := range map[string]string{"objects": "computed", "ids": "computed", "search": "optional", "name": "optional", "member": "optional", "omit_secrets": "optional"} {
		if has := flags(attribute(t, many, name)); has != want {
			t.Errorf("many: %s is %s, want %s", name, has, want)
		}
	}
	for name, want := range map[string]tftypes.Type{
		"search": tftypes.String, "size": tftypes.Number, "ratio": tftypes.Number, "on": tftypes.Bool, "tags": tftypes.String, "numbers": tftypes.Number, "shares": tftypes.Number,
		"member": tftypes.List{ElementType: tftypes.Number},
	} {
		if got := attribute(t, list, name).Type; !got.Equal(want) {
			t.Errorf("list: %s is %s", name, got)
		}
	}
}

func attribute(t *testing.T, in *tfprotov6.Schema, name string) *tfprotov6.SchemaAttribute {
	t.Helper()
	for _, one := range in.Block.Attributes {
		if one.Name == name {
			return one
		}
	}
	t.Fatalf("no attribute %s", name)
	return nil
}

func flags(of *tfprotov6.SchemaAttribute) string {
	var set []string
	for name, is := range map[string]bool{"required": of.Required, "optional": of.Optional, "computed": of.Computed, "sensitive": of.Sensitive, "write-only": of.WriteOnly} {
		if is {
			set = append(set, name)
		}
	}
	order := []string{"required", "optional", "computed", "sensitive", "write-only"}
	slices.SortFunc(set, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) })
	return strings.Join(set, " ")
}

// The schemas of a kind share attributes, and Terraform may ask for all of them at the same
// time.
func TestSchemasAtTheSameTime(t *testing.T) {
	t.Parallel()
	k := everything()
	first := schema.DataSource(k)
	var group sync.WaitGroup
	for range 2 {
		group.Go(func() {
			if again := schema.DataSource(k); len(again.Block.Attributes) != len(first.Block.Attributes) {
				t.Error("another schema")
			}
			schema.Plural(k)
		})
	}
	group.Wait()
}
