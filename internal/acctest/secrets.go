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
	for _, block := range blocks {
		if block.Kind != "resource" {
			continue
		}
		if source := fill(block); source != block.Source {
			filled++
			configuration = strings.Replace(configuration, block.Source, source, 1)
		}
	}
	return configuration, filled
}

// fill is the source of a block with its required secrets set.
func fill(block examples.Block) string {
	source := block.Source
	for _, described := range provider.Kinds() {
		if block.Type != described.Type {
			continue
		}
		for _, field := range described.All() {
			value := `"given"`
			if field.Type == kind.JSON {
				value = `"{}"`
			}
			if field.Sensitive {
				value = `"https://example.com/given"`
			}
			if (field.Secret || field.IsHidden()) && field.Required {
				source = regexp.MustCompile(`(?m)^(  `+field.Name+` +=) null # sensitive$`).ReplaceAllString(source, "$1 "+value)
			}
		}
	}
	if block.Type == "event_transport" && strings.Contains(source, `"webhook`) || block.Type == "event_transport" && !strings.Contains(source, "mode ") {
		// Required by its mode, webhook.
		source = regexp.MustCompile(`(?m)^  webhook_url_wo( +=) null # sensitive.*$`).ReplaceAllString(source, `  webhook_url$1 "https://example.com/hook"`)
	}
	return source
}
