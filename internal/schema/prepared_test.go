package schema_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
)

// What is prepared is read as it was: every flag, type and nesting, and every character.
func TestPreparedSchemasAreReadAsTheyWere(t *testing.T) {
	t.Parallel()
	readOnly := coretest.Slugged()
	readOnly.Type, readOnly.Plural, readOnly.ReadOnly = "slugged", "", true
	set := schema.SetOf("test_", []*kind.Kind{readOnly, coretest.Thing(
		kind.Field{Name: "text", Type: kind.String, Description: "A backslash \\, a \\n that is none, and\n\ntwo paragraphs with ümlauts.", Default: "x"},
		kind.Field{Name: "code", Type: kind.String, Secret: true, Description: "Secret."},
		kind.Field{Name: "numbers", Type: kind.List, Of: kind.Int, Description: "Numbers."},
		kind.Field{Name: "seen", Type: kind.Bool, ReadOnly: true, Exposed: true, Description: "Whether it was seen."},
		kind.Field{Name: "rows", Type: kind.Objects, Description: "Rows.", Fields: []kind.Field{
			{Name: "name", Type: kind.String, Required: true, Description: "Name."},
			{Name: "inner", Type: kind.Object, ReadOnly: true, Description: "More.", Fields: []kind.Field{{Name: "size", Type: kind.Float, Description: "Size."}}},
		}},
		kind.Field{Name: "last", Type: kind.String, Description: ""},
	)})
	var text strings.Builder
	if err := set.Prepare(&text); err != nil {
		t.Fatal(err)
	}
	read, err := schema.Prepared(text.String())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(set, read); diff != "" {
		t.Errorf("%s\n\n%s", diff, text.String())
	}
	if len(read.Resources) != 1 || len(read.DataSources) != 3 || len(read.Lists) != 1 || len(read.Identities) != 1 {
		t.Errorf("%s", text.String())
	}
}

func TestWhatHasNoPreparedFormIsAnError(t *testing.T) {
	t.Parallel()
	set := &schema.Set{Resources: map[string]*tfprotov6.Schema{"test_thing": {Block: &tfprotov6.SchemaBlock{
		Attributes: []*tfprotov6.SchemaAttribute{{Name: "any", Type: tftypes.DynamicPseudoType}},
	}}}}
	var text strings.Builder
	if err := set.Prepare(&text); err == nil || !strings.Contains(err.Error(), "any") || text.Len() > 0 {
		t.Errorf("%v: %s", err, text.String())
	}
}

func TestPreparedSchemasThatAreBroken(t *testing.T) {
	t.Parallel()
	for text, words := range map[string]string{
		"\tname string r\tName.\n":                                        "line 1 of the prepared schemas: an attribute outside a schema",
		"thing test_thing\tManages.\n":                                    "no schema begins so",
		"resource test_thing\tManages.\n\tname text r\tName.\n":           "line 2 of the prepared schemas: no type is called so",
		"resource test_thing\tManages.\n\tname string rx\tName.\n":        "no attribute looks so",
		"resource test_thing\tManages.\n\t\tname string r\tName.\n":       "no attribute looks so",
		"resource test_thing\tM.\n\ta string r\tA.\n\t\tb string r\tB.\n": "line 3 of the prepared schemas: no attribute looks so",
		"resource test_thing\tM.\n\ta list{} r\tA.\n\t\tb what r\tB.\n":   "line 3 of the prepared schemas: no type is called so",
	} {
		if _, err := schema.Prepared(text); err == nil || !strings.Contains(err.Error(), words) {
			t.Errorf("%q: %v, want %q", text, err, words)
		}
	}
}
