package localbuild

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/hashicorp/go-version"

	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// Product is the program that runs the provider.
type Product string

// The two products, as they write their names in the output of `version`.
const (
	Terraform Product = "Terraform"
	OpenTofu  Product = "OpenTofu"
)

// hosts are the registries in which each product looks up addresses without a host.
var hosts = map[Product]string{Terraform: "registry.terraform.io", OpenTofu: "registry.opentofu.org"}

// Source is the provider's address without a host, as configurations have it.
var Source = strings.Join(strings.Split(provider.Address, "/")[1:], "/")

// Addresses are the provider's full addresses: what [Source] means to each product.
func Addresses() []string {
	return []string{Command{Product: Terraform}.Address(), Command{Product: OpenTofu}.Address()}
}

// Command is an installed Terraform or OpenTofu.
type Command struct {
	// Path is absolute.
	Path string
	// Product is what the program says it is, whatever its file is called.
	Product Product
	// Version is without a v, such as 1.11.4.
	Version string
}

// Find finds the command: that of TF_ACC_TERRAFORM_PATH, or terraform or tofu on PATH.
// The error says how to get one.
func Find(ctx context.Context) (Command, error) {
	path, err := find()
	if err != nil {
		return Command{}, err
	}
	return Identify(ctx, path)
}

func find() (string, error) {
	if command := os.Getenv("TF_ACC_TERRAFORM_PATH"); command != "" {
		found, err := exec.LookPath(command)
		if err != nil {
			return "", fmt.Errorf("TF_ACC_TERRAFORM_PATH does not name a command that runs: %w", err)
		}
		return filepath.Abs(found)
	}
	for _, name := range []string{"terraform", "tofu"} {
		if found, err := exec.LookPath(name); err == nil {
			return filepath.Abs(found)
		}
	}
	return "", errors.New("no `terraform` (or `tofu`) on PATH; https://developer.hashicorp.com/terraform/install says how to install it")
}

// versionLine is the line of `version` with the product and its version. Warnings may
// come before it. The output of `version -json` does not name the product: OpenTofu
// calls its version terraform_version there.
var versionLine = regexp.MustCompile(`(?m)^(Terraform|OpenTofu) v(\S+)$`)

// Identify runs the command at the path, to learn its product and version. What the
// environment sets for Terraform, such as further arguments, is left out.
func Identify(ctx context.Context, path string) (Command, error) {
	command := exec.CommandContext(ctx, path, "version")
	command.Env = slices.DeleteFunc(os.Environ(), func(variable string) bool { return strings.HasPrefix(variable, "TF_") })
	output, err := command.Output()
	if err != nil {
		return Command{}, fmt.Errorf("`%s version` fails: %w", path, err)
	}
	found := versionLine.FindSubmatch(output)
	if found == nil {
		return Command{}, fmt.Errorf("`%s version` names neither Terraform nor OpenTofu", path)
	}
	return Command{Path: path, Product: Product(found[1]), Version: string(found[2])}, nil
}

// String is product and version, such as OpenTofu 1.11.4.
func (c Command) String() string { return string(c.Product) + " " + c.Version }

// Host is the registry in which the command looks up addresses without a host.
func (c Command) Host() string { return hosts[c.Product] }

// Address is the provider's full address: what [Source] means to this command.
func (c Command) Address() string { return c.Host() + "/" + Source }

// Has reports whether the command has the feature. Pre-releases of a version have what
// the version has.
func (c Command) Has(feature Feature) bool {
	since, ok := feature.Since[c.Product]
	if !ok {
		return false
	}
	actual, err := version.NewVersion(c.Version)
	if err != nil {
		return false
	}
	return actual.Core().GreaterThanOrEqual(version.Must(version.NewVersion(since)))
}
