// Command compatibility writes the documentation's page about releases from the
// contract table and the lists of Terraform's and OpenTofu's releases that the tests run
// with. Run it by `make generate`.
package main

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

func main() {
	page := flag.String("page", "templates/guides/compatibility.md", "`file` to write")
	terraform := flag.String("terraform", "", "Terraform `releases` that the tests run with, oldest first, separated by spaces")
	opentofu := flag.String("opentofu", "", "OpenTofu `releases` that the tests run with, oldest first, separated by spaces")
	flag.Parse()
	if err := os.WriteFile(*page, []byte(Page(strings.Fields(*terraform), strings.Fields(*opentofu))), 0o600); err != nil {
		fmt.Fprintln(os.Stderr, "compatibility:", err)
		os.Exit(1)
	}
}

// Page is the page in Markdown, from the front matter that the registry reads to the
// tables. The releases are those that the acceptance tests run with, oldest first.
func Page(terraform, opentofu []string) string {
	var text strings.Builder
	text.WriteString(`---
page_title: "Compatibility"
description: |-
  Which releases of authentik, Terraform and OpenTofu the provider works with, and what differs between them.
---

# Compatibility

One version of the provider works with every release below. What a release does not have is null; an upgrade of authentik needs no change of the provider, nor of a configuration that does not use what is new.

`)
	text.WriteString("## authentik\n\n")
	fmt.Fprintf(&text, "authentik %s to %s, %d releases. The provider's tests read each object as each of these releases sends it, and walk one Terraform state through all of them in order. The shapes come from the API documents of these releases; those of 2026.2.7, 2026.5.8 and 2026.8.5 are derived from a neighbouring release's. Real servers of %s were recorded, and the tests compare their answers with these shapes. Releases in between behave as their neighbours do. A newer release is read as well: keys and values that the provider does not know are ignored or passed on.\n\n",
		contract.Oldest(), contract.Newest(), len(contract.Releases()), strings.Join(contract.Recorded(), ", "))
	writeFirst(&text)
	text.WriteString("That secrets are no longer returned came with security releases of three branches at once, 2026.2.7, 2026.5.7 and 2026.8.2; so 2026.5.6 still returns what 2026.2.7 does not.\n\n")
	text.WriteString(changeTables(provider.Kinds()))
	writeCommands(&text, terraform, opentofu)
	return text.String()
}

// writeFirst writes which release brought the objects that not every release has.
func writeFirst(text *strings.Builder) {
	since := make(map[string][]string)
	for _, described := range provider.Kinds() {
		if table, ok := contract.Object(described.API.Path); ok && table.Releases()[0] != contract.Oldest() {
			first := table.Releases()[0]
			since[first] = append(since[first], code(provider.Name+"_"+described.Type))
		}
	}
	text.WriteString("Every release has every kind of object, except these:\n\n| since authentik | objects |\n|---|---|\n")
	for _, first := range slices.SortedFunc(maps.Keys(since), contract.Compare) {
		fmt.Fprintf(text, "| %s | %s |\n", first[:strings.LastIndex(first, ".")], strings.Join(since[first], ", "))
	}
	text.WriteString("\nWhat differs from the release before; a release that is not listed differs in nothing that the provider shows.\n\n")
}

// code is a name in the page.
func code(name string) string { return "`" + name + "`" }
