package dropin

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"fmt"
	"path"
	"strings"
)

// states are recorded states of goauthentik/authentik, which the tests replay.
//
//go:embed testdata/states.zip
var states []byte

// Archive is the archive of recorded states.
func Archive() (*zip.Reader, error) {
	return zip.NewReader(bytes.NewReader(states), int64(len(states)))
}

// Row is a resource or data source of goauthentik/authentik.
type Row struct {
	// Type is its name, DataSource which of the two it is.
	Type       string
	DataSource bool
	// LeftOut is why this provider does not have it on purpose, "" where it has.
	LeftOut string
	// Package and Test are where it is tested.
	Package, Test string
}

// replayed is the test that plans recorded states, filtered the one that reads by the
// arguments of that provider's data sources.
const replayed, filtered = "TestSelectedStatesPlanEmpty", "TestSelectedDataSourcesRead"

// elsewhere are the tests of resources that are neither replayed nor described kinds.
var elsewhere = map[string][2]string{
	"rbac_permission_role": {"internal/rbac", "TestPermissionOfRoleOfAnotherProvider"},
}

// Rows are all of that provider's resources and data sources. isKind says whether a
// resource is a described kind, which internal/lifecycle tests.
func Rows(isKind func(string) bool) ([]Row, error) {
	archive, err := Archive()
	if err != nil {
		return nil, err
	}
	recorded := map[string]bool{}
	for _, file := range archive.File {
		folder := path.Base(path.Dir(file.Name))
		recorded[folder[:strings.LastIndex(folder, "-")]] = true
	}
	rows := make([]Row, 0, len(Resources)+len(DataSources))
	for _, name := range Resources {
		row := Row{Type: "authentik_" + name, LeftOut: LeftOut[name]}
		switch at, found := elsewhere[name]; {
		case found:
			row.Package, row.Test = at[0], at[1]
		case recorded[name]:
			row.Package, row.Test = "internal/dropin", replayed
		case isKind(name):
			row.Package, row.Test = "internal/lifecycle", "TestCRUD/"+name
		}
		rows = append(rows, row)
	}
	for _, name := range DataSources {
		rows = append(rows, Row{Type: "authentik_" + name, DataSource: true, Package: "internal/dropin", Test: filtered})
	}
	return rows, nil
}

// Table is the Markdown table of the rows.
func Table(rows []Row) string {
	var text strings.Builder
	text.WriteString("| goauthentik/authentik | here | tested by |\n|---|---|---|\n")
	for _, row := range rows {
		what, here, test := "resource", "the same", "`"+row.Package+"`: `"+row.Test+"`"
		if row.DataSource {
			what = "data source"
		}
		if row.LeftOut != "" {
			here, test = row.LeftOut, ""
		}
		fmt.Fprintf(&text, "| %s `%s` | %s | %s |\n", what, row.Type, here, test)
	}
	return strings.TrimSpace(text.String())
}
