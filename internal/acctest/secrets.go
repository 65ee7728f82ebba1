package acctest

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/examples"
	"github.com/authentik-iac/terraform-provider-authentik/internal/object"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// FillSecrets fills every required secret in a configuration that Terraform generated,
// where it writes null, and says in how many resources.
func (c *CLI) FillSecrets(name string) int {
	c.t.Helper()
	file := filepath.Join(c.Folder, name)
	blocks, err := examples.Blocks(file)
	if err != nil {
		c.t.Fatal(err)
	}
	written, err := os.ReadFile(filepath.Clean(file))
	if err != nil {
		c.t.Fatal(err)
	}
	text, filled := string(written), 0
	for _, described := range provider.Objects() {
		for _, attribute := range described.Attributes {
			if !attribute.Secret || !attribute.Required {
				continue
			}
			value := `"given"`
			if attribute.Kind == object.JSON {
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
	c.Write(name, text)
	return filled
}
