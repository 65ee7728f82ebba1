package acctest

import (
	"regexp"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/examples"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// FillSecrets sets every required secret in a generated configuration, which has null
// there. It returns the configuration and the number of resources that it changed.
func FillSecrets(t *testing.T, generated string) (configuration string, filled int) {
	t.Helper()
	blocks, err := examples.Parse("generated.tf", []byte(generated))
	if err != nil {
		t.Fatal(err)
	}
	configuration = generated
	for _, described := range provider.Kinds() {
		for _, attribute := range described.All() {
			if !attribute.Secret || !attribute.Required {
				continue
			}
			value := `"given"`
			if attribute.Type == kind.JSON {
				value = `"{}"`
			}
			line := regexp.MustCompile(`(?m)^(  ` + attribute.Name + ` +=) null # sensitive$`)
			for _, block := range blocks {
				if block.Kind == "resource" && block.Type == described.Type {
					filled++
					configuration = strings.Replace(configuration, block.Source, line.ReplaceAllString(block.Source, "$1 "+value), 1)
				}
			}
		}
	}
	return configuration, filled
}
