package dropin_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/dropin"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

func isKind(name string) bool {
	for _, described := range provider.Kinds() {
		if described.Type == name && !described.ReadOnly {
			return true
		}
	}
	return false
}

// The table has every resource and data source of goauthentik/authentik. What is here has
// a test that exists, and what is not here is called open.
func TestWhatCarriesOver(t *testing.T) {
	t.Parallel()
	rows, err := dropin.Rows(isKind)
	if err != nil {
		t.Fatal(err)
	}
	if len(dropin.Resources) != 96 || len(dropin.DataSources) != 21 || len(rows) != 96+21 {
		t.Errorf("there are %d resources, %d data sources and %d rows", len(dropin.Resources), len(dropin.DataSources), len(rows))
	}
	schemas, err := dropin.Schemas(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		_, here := schemas.ResourceSchemas[row.Type]
		if row.DataSource {
			_, here = schemas.DataSourceSchemas[row.Type]
		}
		switch {
		case here == (row.LeftOut != ""):
			t.Errorf("that %s (data source: %v) is left out is said to be %v", row.Type, row.DataSource, row.LeftOut != "")
		case here && !isTest(t, row.Package, row.Test):
			t.Errorf("%s has no test: %q %q", row.Type, row.Package, row.Test)
		}
	}
	if table := dropin.Table(rows); strings.Count(table, "\n") != len(rows)+1 {
		t.Errorf("the table has %d lines", strings.Count(table, "\n"))
	}
}

// The guide has what to write in place of what is not here, all of which is not here.
func TestTheGuideSaysWhatToWriteInstead(t *testing.T) {
	t.Parallel()
	guide, err := os.ReadFile("../../templates/guides/move-from-goauthentik.md.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	schemas, err := dropin.Schemas(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for name := range dropin.Instead {
		object, attribute, _ := strings.Cut(name, ".")
		if !strings.Contains(string(guide), "\n- `"+attribute) {
			t.Errorf("the guide lacks %s", name)
		}
		if slices.ContainsFunc(schemas.ResourceSchemas["authentik_"+object].Block.Attributes, func(one *tfprotov6.SchemaAttribute) bool { return one.Name == attribute }) {
			t.Errorf("%s is here", name)
		}
	}
}

// isTest says whether a package has the test, whatever the name of its subtest.
func isTest(t *testing.T, folder, test string) bool {
	t.Helper()
	name, _, _ := strings.Cut(test, "/")
	files, err := filepath.Glob("../../" + folder + "/*_test.go")
	return err == nil && name != "" && slices.ContainsFunc(files, func(file string) bool {
		source, err := os.ReadFile(file)
		return err == nil && strings.Contains(string(source), "\nfunc "+name+"(")
	})
}
