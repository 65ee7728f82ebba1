package localbuild_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// fake is a command that answers `version` with the lines.
func fake(t *testing.T, lines string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the fake command is a shell script")
	}
	path := filepath.Join(t.TempDir(), "terraform")
	if err := os.WriteFile(path, fmt.Appendf(nil, "#!/bin/sh\nprintf '%%s\\non linux_amd64\\n' '%s'\n", lines), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

// The product is what the program says, whatever its file is called, because a command
// called terraform may be OpenTofu.
func TestIdentify(t *testing.T) {
	t.Parallel()
	for lines, expected := range map[string]struct{ name, address string }{
		"Terraform v1.11.4":                              {"Terraform 1.11.4", "registry.terraform.io/authentik-iac/authentik"},
		"OpenTofu v1.12.6":                               {"OpenTofu 1.12.6", "registry.opentofu.org/authentik-iac/authentik"},
		"OpenTofu v1.13.0-dev":                           {"OpenTofu 1.13.0-dev", "registry.opentofu.org/authentik-iac/authentik"},
		"Warning: a file is missing\n\nOpenTofu v1.12.6": {"OpenTofu 1.12.6", "registry.opentofu.org/authentik-iac/authentik"},
	} {
		t.Run(expected.name, func(t *testing.T) {
			t.Parallel()
			path := fake(t, lines)
			command, err := localbuild.Identify(t.Context(), path)
			if err != nil || command.Path != path || command.String() != expected.name || command.Address() != expected.address {
				t.Errorf("got %s at %s with the address %s: %v", command, command.Path, command.Address(), err)
			}
		})
	}
}

func TestIdentifyOtherPrograms(t *testing.T) {
	t.Parallel()
	if command, err := localbuild.Identify(t.Context(), fake(t, "Packer v1.11.4")); err == nil {
		t.Errorf("got %s", command)
	}
	if command, err := localbuild.Identify(t.Context(), filepath.Join(t.TempDir(), "missing")); err == nil {
		t.Errorf("got %s", command)
	}
}

// OpenTofu has no `query`, whatever its version: its versions are not Terraform's.
func TestHas(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		product  localbuild.Product
		version  string
		feature  localbuild.Feature
		expected bool
	}{
		{localbuild.Terraform, "1.10.5", localbuild.WriteOnly, false},
		{localbuild.Terraform, "1.11.0", localbuild.WriteOnly, true},
		{localbuild.Terraform, "1.11.0-rc1", localbuild.WriteOnly, true},
		{localbuild.OpenTofu, "1.10.10", localbuild.WriteOnly, false},
		{localbuild.OpenTofu, "1.11.14", localbuild.WriteOnly, true},
		{localbuild.OpenTofu, "1.11.14", localbuild.IdentityImport, false},
		{localbuild.OpenTofu, "1.12.6", localbuild.IdentityImport, true},
		{localbuild.Terraform, "1.13.5", localbuild.Query, false},
		{localbuild.Terraform, "1.15.0", localbuild.Query, true},
		{localbuild.OpenTofu, "1.15.0", localbuild.Query, false},
		{localbuild.Terraform, "unknown", localbuild.WriteOnly, false},
	} {
		command := localbuild.Command{Product: test.product, Version: test.version}
		if actual := command.Has(test.feature); actual != test.expected {
			t.Errorf("%s: %s: got %v", command, test.feature.Name, actual)
		}
	}
}

func TestNeeds(t *testing.T) {
	t.Parallel()
	for feature, expected := range map[string]string{
		localbuild.IdentityImport.Needs(): "Import blocks with an identity need Terraform 1.12 or OpenTofu 1.12",
		localbuild.Query.Needs():          "List resources and `terraform query` need Terraform 1.14",
	} {
		if feature != expected {
			t.Errorf("got %q instead of %q", feature, expected)
		}
	}
}

func TestAddresses(t *testing.T) {
	t.Parallel()
	if got := fmt.Sprint(localbuild.Source, localbuild.Addresses()); got != "authentik-iac/authentik[registry.terraform.io/authentik-iac/authentik registry.opentofu.org/authentik-iac/authentik]" {
		t.Errorf("got %s", got)
	}
}
