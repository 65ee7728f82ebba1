// Command skeleton prints the skeleton of a description: `make describe path=/core/brands/`
// prints what the contract knows of the collection, with the texts left to be written.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

func main() {
	path := flag.String("path", "", "the collection's path, such as /core/brands/")
	flag.Parse()
	if err := Write(os.Stdout, *path); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// Write writes the skeleton for a collection's path. It fails for a path that the
// contract does not have.
func Write(out io.Writer, path string) error {
	table, ok := contract.Object(path)
	if !ok {
		return fmt.Errorf("the contract has no %q; it has %s", path, strings.Join(contract.Collections(), " "))
	}
	newest := table.Releases()[len(table.Releases())-1]
	view, _ := table.In(newest)
	var text strings.Builder
	name := strings.ReplaceAll(strings.Trim(path, "/"), "/", "_")
	fmt.Fprintf(&text, "// TODO: meaning (/api/v3%s). In authentik %s to %s.\nvar TODO = kind.Kind{\n", path, table.Releases()[0], newest)
	fmt.Fprintf(&text, "\tType: %q, Plural: %q, Title: \"\", Family: Family,\n\tSummary: \"\",\n\tModel: \".%s\",\n", name, name+"s", strings.ToLower(view.Model))
	fmt.Fprintf(&text, "\tAPI: kind.Endpoint{Path: %q", path)
	if view.KeyField != "" && view.KeyField != "pk" {
		fmt.Fprintf(&text, ", Key: %q", view.KeyField)
	}
	text.WriteString("},\n\tLookups: []kind.Lookup{kind.By(\"name\")},\n\tFields: []kind.Field{\n")
	seen := map[string]bool{}
	for _, fields := range [][]contract.Field{table.Request(), table.Response()} {
		for _, field := range fields {
			if seen[field.Name] || strings.ContainsAny(field.Name, ".[") {
				continue
			}
			seen[field.Name] = true
			fmt.Fprintf(&text, "\t\t{Name: %q%s, Description: \"\"}, // %s\n", field.Name, options(view, field.Name), facts(table, field.Name))
		}
	}
	text.WriteString("\t},\n}\n")
	_, err := io.WriteString(out, text.String())
	return err
}

// options are what a description has to add to the contract.
func options(view contract.View, name string) string {
	definition, written := view.Request.Get(name)
	switch {
	case !written:
		return ""
	case definition.Type == "boolean" && !definition.Required:
		return ", Default: false"
	case (definition.Type == "integer" || definition.Type == "number") && !definition.Required && !definition.Nullable:
		return ", Default: 0"
	case definition.Format == "uuid":
		return ", Refers: reference.TODO"
	}
	return ""
}

// facts is what the contract has on a field, for the writer.
func facts(table *contract.Contract, name string) string {
	var parts []string
	for _, location := range []contract.Location{contract.InRequest, contract.InResponse} {
		field, ok := table.Field(location, name)
		if !ok {
			continue
		}
		newest := field.Definitions[len(field.Definitions)-1]
		part := fmt.Sprintf("%s %s %s, %s to %s", location, newest.Type, newest.Format, field.First(), field.Last())
		if newest.Required {
			part += ", required"
		}
		if newest.Nullable {
			part += ", nullable"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "; ")
}
