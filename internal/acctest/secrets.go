package acctest

import (
	"regexp"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/examples"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// FillSecrets sets every required secret, and whatever else is sensitive, in a generated
// configuration, which has null there. It returns the configuration and the number of
// resources that it changed.
func FillSecrets(t *testing.T, generated string) (configuration string, filled int) {
	t.Helper()
	blocks, err := examples.Parse("generated.tf", []byte(generated))
	if err != nil {
		t.Fatal(err)
	}
	configuration = generated
	changed := map[string]bool{}
	for _, described := range provider.Kinds() {
		for _, attribute := range described.All() {
			if !attribute.Secret && !attribute.Sensitive || !attribute.Required {
				continue
			}
			value := `"given"`
			if attribute.Type == kind.JSON {
				value = `"{}"`
			}
			line := regexp.MustCompile(`(?m)^(  ` + attribute.Name + ` +=) null # sensitive$`)
			for _, block := range blocks {
				if block.Kind == "resource" && block.Type == described.Type {
					changed[block.Address()] = true
					configuration = strings.Replace(configuration, block.Source, line.ReplaceAllString(block.Source, "$1 "+value), 1)
				}
			}
		}
	}
	return configuration, len(changed)
}
