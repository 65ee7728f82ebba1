package acctest

import (
	"context"
	"os"
	"sync"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/tfversion"

	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// found is asked for once, because every test of a package uses the same command.
var found = sync.OnceValues(func() (localbuild.Command, error) { return localbuild.Find(context.Background()) })

// Command returns the Terraform or OpenTofu that the tests use, and fails the test where
// there is none.
func Command(t *testing.T) localbuild.Command {
	t.Helper()
	command, err := found()
	if err != nil {
		t.Fatal(err)
	}
	return command
}

// useCommand makes terraform-plugin-testing use the command. By itself it looks only for
// one called terraform, and takes short addresses for those of Terraform's registry. A
// command that cannot be found fails the tests that need it, so it is no error here.
func useCommand() {
	command, err := found()
	if err != nil {
		return
	}
	for name, value := range map[string]string{"TF_ACC_TERRAFORM_PATH": command.Path, "TF_ACC_PROVIDER_HOST": command.Host()} {
		if os.Getenv(name) == "" {
			_ = os.Setenv(name, value) // it fails only for names that are not valid
		}
	}
}

// Need skips the test where the command lacks the feature.
func Need(t *testing.T, feature localbuild.Feature) {
	t.Helper()
	if command := Command(t); !command.Has(feature) {
		t.Skip(needs(command, feature))
	}
}

// Needs skips a test case of terraform-plugin-testing where the command lacks the feature.
func Needs(feature localbuild.Feature) []tfversion.TerraformVersionCheck {
	return []tfversion.TerraformVersionCheck{requirement{feature}}
}

type requirement struct{ feature localbuild.Feature }

// CheckTerraformVersion disregards the version in the request, which does not say whose
// version it is.
func (r requirement) CheckTerraformVersion(
	_ context.Context, _ tfversion.CheckTerraformVersionRequest, resp *tfversion.CheckTerraformVersionResponse,
) {
	command, err := found()
	if err != nil {
		resp.Error = err
	} else if !command.Has(r.feature) {
		resp.Skip = needs(command, r.feature)
	}
}

func needs(command localbuild.Command, feature localbuild.Feature) string {
	return feature.Needs() + ", and this is " + command.String() + "; set TF_ACC_TERRAFORM_PATH to another."
}
