package localbuild_test

import (
	"os"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// A configuration for Terraform's registry alone would make OpenTofu ask its own one.
func TestUseMirror(t *testing.T) {
	t.Parallel()
	path, err := localbuild.UseMirror(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	configuration, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range localbuild.Addresses() {
		if !strings.Contains(string(configuration), `"`+address+`"`) {
			t.Errorf("%s is missing:\n%s", address, configuration)
		}
	}
}
