// Package localbuild builds the provider from this checkout, finds the real Terraform
// or OpenTofu, and makes it use that build. No registry is asked.
package localbuild

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// mirrorVersion is the version under which a mirror offers the provider.
const mirrorVersion = "0.0.1"

// Root is the folder with the project's go.mod.
func Root() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Dir(filepath.Dir(filepath.Dir(file)))
}

// Override builds the provider into the folder and writes a command-line
// configuration that makes the command take it from there without `init`. It returns
// the configuration's path.
func Override(ctx context.Context, folder string) (string, error) {
	if err := build(ctx, folder, ""); err != nil {
		return "", err
	}
	var overrides strings.Builder
	for _, address := range Addresses() {
		fmt.Fprintf(&overrides, "\n    %q = %q", address, filepath.ToSlash(folder))
	}
	return configure(folder, "dev_overrides {"+overrides.String()+"\n  }\n  direct {}")
}

// Mirror builds the provider into the folder and writes a command-line
// configuration that makes `init` install it from there, as it installs a released
// provider. It returns the configuration's path.
func Mirror(ctx context.Context, folder string) (string, error) {
	built := filepath.Join(folder, "built")
	if err := build(ctx, built, "_v"+mirrorVersion); err != nil {
		return "", err
	}
	// A link, because the program is large.
	for _, address := range Addresses() {
		place := filepath.Join(folder, filepath.FromSlash(address), mirrorVersion, runtime.GOOS+"_"+runtime.GOARCH)
		if err := os.MkdirAll(place, 0o700); err != nil {
			return "", err
		}
		name := program("_v" + mirrorVersion)
		if err := os.Link(filepath.Join(built, name), filepath.Join(place, name)); err != nil {
			return "", err
		}
	}
	return UseMirror(folder)
}

// UseMirror writes a command-line configuration that makes `init` install the
// provider from the folder, which is a mirror of both registries already. It returns
// the configuration's path.
func UseMirror(folder string) (string, error) {
	quoted := make([]string, 0, len(hosts))
	for _, address := range Addresses() {
		quoted = append(quoted, fmt.Sprintf("%q", address))
	}
	return configure(folder, fmt.Sprintf("filesystem_mirror {\n    path    = %q\n    include = [%s]\n  }",
		filepath.ToSlash(folder), strings.Join(quoted, ", ")))
}

// program is the file name under which Terraform and OpenTofu look for the provider.
func program(suffix string) string {
	name := "terraform-provider-" + path.Base(provider.Address) + suffix
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return name
}

// build builds the provider into the folder.
func build(ctx context.Context, folder, suffix string) error {
	//nolint:gosec // G204: the only variable is the folder of our callers
	build := exec.CommandContext(ctx, "go", "build", "-o", filepath.Join(folder, program(suffix)), ".")
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
