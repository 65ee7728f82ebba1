package acctest

import (
	"regexp"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/examples"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// FillSecrets fills every required secret in a configuration that Terraform generated,
// where it writes null, and says in how many resources.
func FillSecrets(t *testing.T, generated string) (text string, filled int) {
	t.Helper()
	blocks, err := examples.Parse("generated.tf", []byte(generated))
	if err != nil {
		t.Fatal(err)
	}
	text = generated
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
					text = strings.Replace(text, block.Source, line.ReplaceAllString(block.Source, "$1 "+value), 1)
				}
			}
		}
	}
	return text, filled
}
