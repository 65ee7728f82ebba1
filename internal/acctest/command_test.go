package acctest_test

import (
	"testing"

	"github.com/hashicorp/go-version"
	"github.com/hashicorp/terraform-plugin-testing/tfversion"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// A version alone does not decide: OpenTofu's next one may be Terraform's of today.
func TestAccNeeds(t *testing.T) {
	t.Parallel()
	command := acctest.Command(t)
	for _, feature := range append(localbuild.Features(), localbuild.Feature{Name: "Features of neither"}) {
		for _, check := range acctest.Needs(feature) {
			var resp tfversion.CheckTerraformVersionResponse
			check.CheckTerraformVersion(t.Context(), tfversion.CheckTerraformVersionRequest{TerraformVersion: version.Must(version.NewVersion("99.0.0"))}, &resp)
			if resp.Error != nil || (resp.Skip == "") != command.Has(feature) {
				t.Errorf("%s with %s: got %q, %v", feature.Name, command, resp.Skip, resp.Error)
			}
		}
	}
}
