// Command compatibility writes the documentation's page about releases from the
// contract table and the list of Terraform releases that the tests run with. Run it
// by `make generate`.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
	"github.com/authentik-iac/terraform-provider-authentik/internal/stage"
)

func main() {
	page := flag.String("page", "templates/guides/compatibility.md", "`file` to write")
	terraform := flag.String("terraform", "", "Terraform `releases` that the tests run with, oldest first, separated by whitespace")
	flag.Parse()
	if err := os.WriteFile(*page, []byte(Page(strings.Fields(*terraform))), 0o600); err != nil {
		fmt.Fprintln(os.Stderr, "compatibility:", err)
		os.Exit(1)
	}
}

// Page is the page in Markdown, for the front matter that the registry reads up to
// the tables.
func Page(terraform []string) string {
	var text strings.Builder
	text.WriteString(`---
page_title: "Compatibility"
description: |-
  Which releases of authentik and Terraform the provider works with, and what differs between them.
---

# Compatibility

One version of the provider works with every release below. What a release does not have is null; an upgrade of authentik needs no change of the provider, nor of a configuration that does not use what is new.

`)
	text.WriteString("## authentik\n\n")
	fmt.Fprintf(&text, "authentik %s to %s, %d releases. The provider's tests read each object as each of these releases sends it, and walk one Terraform state through all of them in order. The shapes come from the API documents of these releases; those of 2026.2.7, 2026.5.8 and 2026.8.5 are derived from a neighbouring release's. Real servers of 2023.10.7 and 2025.12.4 were recorded and are held against the tests' server. Releases in between behave as their neighbours do. A newer release is read as well: keys and values that the provider does not know are ignored or passed on.\n\n",
		contract.Oldest(), contract.Newest(), len(contract.Releases()))
	writeFirst(&text)
	text.WriteString("That secrets are no longer returned came with security releases of three branches at once, 2026.2.7, 2026.5.7 and 2026.8.2; so 2026.5.6 still returns what 2026.2.7 does not.\n\n")
	text.WriteString("### `flow_set` of every stage\n\n")
	writeChanges(&text, &stage.Any, isShared)
	for _, described := range provider.Kinds() {
		writeObject(&text, described)
	}
	text.WriteString("## Terraform\n\n")
	if len(terraform) > 0 {
		fmt.Fprintf(&text, "Terraform %s is the oldest release that the tests run with, and the oldest that is supported. The provider speaks protocol 6, which Terraform has since 1.0; older releases than %s may work, but nobody looks.\n\n", terraform[0], terraform[0])
		text.WriteString("| Terraform | acceptance tests |\n|---|---|\n")
		for _, release := range terraform {
			fmt.Fprintf(&text, "| %s | run |\n", release)
		}
	}
	text.WriteString("\nWrite-only arguments need Terraform 1.11, import by identity 1.12, list resources 1.14, which were run with 1.15.\n")
	text.WriteString("\nOpenTofu speaks the same protocol. The acceptance tests run with a `tofu` where one is installed; none was where this page was made, so nothing is claimed for it.\n")
	return text.String()
}

// writeFirst writes which release brought the objects that not every release has.
func writeFirst(text *strings.Builder) {
	text.WriteString("Every release has every kind of object, except these:\n\n| object | since authentik |\n|---|---|\n")
	for _, described := range provider.Kinds() {
		if table, ok := contract.Object(described.API.Path); ok && table.Releases()[0] != contract.Oldest() {
			first := table.Releases()[0]
			fmt.Fprintf(text, "| `%s_%s` | %s |\n", provider.Name, described.Type, first[:strings.LastIndex(first, ".")])
		}
	}
	text.WriteString("\nWhat differs from the release before; a release that is not listed differs in nothing that the provider shows.\n\n")
}

// isShared says whether an attribute is the same in all stages and described once.
func isShared(name string) bool { return strings.Contains(name, "flow_set.") }

// writeObject writes what differs for one object, where anything does.
func writeObject(text *strings.Builder, described *kind.Kind) {
	var own strings.Builder
	writeChanges(&own, described, func(name string) bool { return !isShared(name) })
	if own.Len() > 0 {
		fmt.Fprintf(text, "### `%s_%s`\n\n%s", provider.Name, described.Type, own.String())
	}
}

// writeChanges writes a row for each release that changes an attribute that is wanted.
func writeChanges(text *strings.Builder, described *kind.Kind, wanted func(name string) bool) {
	table, ok := contract.Object(described.API.Path)
	if !ok {
		return
	}
	before := ""
	var rows strings.Builder
	for _, release := range table.Releases() {
		if found := changes(table, described, before, release, wanted); len(found) > 0 {
			fmt.Fprintf(&rows, "| %s | %s |\n", release, strings.Join(found, "; "))
		}
		before = release
	}
	if rows.Len() > 0 {
		text.WriteString("| authentik | what differs |\n|---|---|\n" + rows.String() + "\n")
	}
}

// changes lists what the answers of a release have or lack against the one before.
func changes(table *contract.Contract, described *kind.Kind, before, release string, wanted func(name string) bool) []string {
	if before == "" {
		return nil
	}
	var found []string
	for _, field := range table.Response() {
		name := attributeName(described.All(), field.Name)
		if name == "" || !wanted(name) {
			continue
		}
		older, had := field.At(before)
		newer, has := field.At(release)
		switch {
		case !had && has:
			found = append(found, "`"+name+"` is returned")
		case had && !has:
			found = append(found, "`"+name+"` is no longer returned, so null")
		case !has:
		case older.Type != newer.Type:
			found = append(found, fmt.Sprintf("`%s` is sent as %s instead of %s", name, newer.Type, older.Type))
		case older.Nullable && !newer.Nullable:
			found = append(found, "`"+name+"` is empty instead of null where it is not set")
		case !older.Nullable && newer.Nullable:
			found = append(found, "`"+name+"` is null instead of empty where it is not set")
		default:
			for _, value := range newer.Enum {
				if !slices.Contains(older.Enum, value) {
					found = append(found, fmt.Sprintf("`%s` may be `%s`", name, value))
				}
			}
		}
	}
	return found
}

// attributeName is the attribute that has a field of the API, `flow_set.slug` for one of a
// nested object; that of a list for its elements; empty for what is excluded.
func attributeName(fields []kind.Field, field string) string {
	field = strings.ReplaceAll(field, "[]", "")
	outer, inner, nested := strings.Cut(field, ".")
	for i := range fields {
		if !slices.Contains(fields[i].APINames(), outer) {
			continue
		}
		if !nested {
			return fields[i].Name
		}
		if name := attributeName(fields[i].Fields, inner); name != "" {
			return fields[i].Name + "." + name
		}
	}
	return ""
}
