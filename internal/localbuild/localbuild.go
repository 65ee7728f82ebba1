// Package localbuild builds the provider from this checkout and makes the real
// command, Terraform or OpenTofu, use it. No registry is asked.
package localbuild

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"

	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// mirrorVersion is the version under which a mirror offers the provider.
const mirrorVersion = "0.0.1"

// Terraform finds the command: TF_ACC_TERRAFORM_PATH, or terraform or tofu on
// PATH. The error says how to get it.
func Terraform() (string, error) {
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

// Release is the command's release, such as 1.11.4.
func Release(ctx context.Context, command string) (string, error) {
	output, err := exec.CommandContext(ctx, command, "version", "-json").Output()
	if err != nil {
		return "", fmt.Errorf("%s does not tell its release: %w", command, err)
	}
	var told struct {
		Release string `json:"terraform_version"`
	}
	if err := json.Unmarshal(output, &told); err != nil {
		return "", fmt.Errorf("%s does not tell its release as JSON: %w", command, err)
	}
	return told.Release, nil
}

// Root is the folder with the project's go.mod.
func Root() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Dir(filepath.Dir(filepath.Dir(file)))
}

// Override builds the provider into the folder and writes a command-line
// configuration that makes Terraform take it from there without `init`. It returns
// the configuration's path.
func Override(ctx context.Context, folder string) (string, error) {
	if err := build(ctx, folder, ""); err != nil {
		return "", err
	}
	return configure(folder, fmt.Sprintf("dev_overrides {\n    %q = %q\n  }\n  direct {}", provider.Address, filepath.ToSlash(folder)))
}

// Mirror builds the provider into the folder and writes a command-line
// configuration that makes `terraform init` install it from there, as it installs a
// released provider. It returns the configuration's path.
func Mirror(ctx context.Context, folder string) (string, error) {
	place := filepath.Join(folder, filepath.FromSlash(provider.Address), mirrorVersion, runtime.GOOS+"_"+runtime.GOARCH)
	if err := build(ctx, place, "_v"+mirrorVersion); err != nil {
		return "", err
	}
	return UseMirror(folder)
}

// UseMirror writes a command-line configuration that makes `terraform init` install
// the provider from the folder, which is a mirror already. It returns the
// configuration's path.
func UseMirror(folder string) (string, error) {
	return configure(folder, fmt.Sprintf("filesystem_mirror {\n    path    = %q\n    include = [%q]\n  }", filepath.ToSlash(folder), provider.Address))
}

// build builds the provider into the folder, under the name that Terraform looks
// for.
func build(ctx context.Context, folder, suffix string) error {
	name := "terraform-provider-" + path.Base(provider.Address) + suffix
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	//nolint:gosec // G204: the only variable is the folder of our callers
	build := exec.CommandContext(ctx, "go", "build", "-o", filepath.Join(folder, name), ".")
	build.Dir = Root()
	if output, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("the provider does not build: %w\n%s", err, output)
	}
	return nil
}

func configure(folder, installation string) (string, error) {
	file := filepath.Join(folder, "terraformrc")
	return file, os.WriteFile(file, []byte("provider_installation {\n  "+installation+"\n}\n"), 0o600)
}
