package main

import (
	"fmt"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// writeCommands writes which releases of Terraform and OpenTofu there are tests with,
// and which features need newer ones.
func writeCommands(text *strings.Builder, terraform, opentofu []string) {
	text.WriteString("## Terraform and OpenTofu\n\n")
	if len(terraform) > 0 && len(opentofu) > 0 {
		fmt.Fprintf(text, "Terraform %s and OpenTofu %s are the oldest supported releases, because they are the oldest that the tests run with. "+
			"The provider speaks plugin protocol 6, which is older; older releases may work, but are not tested.\n\n", terraform[0], opentofu[0])
	}
	text.WriteString("| | Terraform | OpenTofu |\n|---|---|---|\n")
	fmt.Fprintf(text, "| acceptance tests run with | %s | %s |\n", strings.Join(terraform, ", "), strings.Join(opentofu, ", "))
	for _, feature := range localbuild.Features() {
		fmt.Fprintf(text, "| %s | %s | %s |\n", feature.Name, since(feature, localbuild.Terraform), since(feature, localbuild.OpenTofu))
	}
	text.WriteString("\nOpenTofu looks the provider up in its own registry, registry.opentofu.org, under the same name. " +
		"Without `query`, existing objects are imported with import blocks, by their names.\n")
}

func since(feature localbuild.Feature, product localbuild.Product) string {
	if release, ok := feature.Since[product]; ok {
		return "since " + release
	}
	return "not available"
}
