package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

const (
	manifest = "terraform-registry-manifest.json"
	sums     = "_SHA256SUMS"
	contents = ".cdx.json"
)

// project is the prefix of the names of all files of a release.
var project = "terraform-provider-" + path.Base(provider.Address)

// Platforms are the platforms of a release: those that the registries require, and more
// that most providers have.
func Platforms() []string {
	return []string{
		"darwin_amd64", "darwin_arm64",
		"freebsd_386", "freebsd_amd64", "freebsd_arm", "freebsd_arm64",
		"linux_386", "linux_amd64", "linux_arm", "linux_arm64",
		"windows_386", "windows_amd64", "windows_arm64",
	}
}

// Here is this machine's platform.
func Here() string { return runtime.GOOS + "_" + runtime.GOARCH }

// Files are the files of a release.
type Files struct {
	// Version is the release's version, without a v.
	Version string

	folder string
}

// Open finds the release in the folder by its file of checksums.
func Open(folder string) (*Files, error) {
	found, err := filepath.Glob(filepath.Join(folder, project+"_*"+sums))
	if err != nil {
		return nil, err
	}
	if len(found) != 1 {
		return nil, fmt.Errorf("%s has %d files %s_*%s instead of one", folder, len(found), project, sums)
	}
	version := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(found[0]), project+"_"), sums)
	return &Files{Version: version, folder: folder}, nil
}

// name is a file name: prefix, version and suffix.
func (f *Files) name(suffix string) string { return project + "_" + f.Version + suffix }

// archive is the name of a platform's archive.
func (f *Files) archive(platform string) string { return f.name("_" + platform + ".zip") }

// Problems are what a registry or Terraform would reject.
func (f *Files) Problems(platforms []string) []error {
	problems := f.checksums(platforms)
	for _, platform := range platforms {
		for _, problem := range f.packed(platform) {
			problems = append(problems, fmt.Errorf("%s: %w", f.archive(platform), problem))
		}
	}
	return problems
}

// checksums compares the file of checksums with the files. The manifest gets its
// name only where it is published.
func (f *Files) checksums(platforms []string) []error {
	expected := map[string]string{f.name("_manifest.json"): filepath.Join(localbuild.Root(), manifest)}
	for _, platform := range platforms {
		for _, name := range []string{f.archive(platform), f.name("_" + platform + contents)} {
			expected[name] = filepath.Join(f.folder, name)
		}
	}
	text, err := os.ReadFile(filepath.Join(f.folder, f.name(sums)))
	if err != nil {
		return []error{err}
	}
	var problems []error
	for line := range strings.Lines(string(text)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		file, ok := expected[name]
		if !ok {
			problems = append(problems, fmt.Errorf("%s: is not a file of the release, or is listed twice", name))
			continue
		}
		delete(expected, name)
		actual, err := os.ReadFile(file) //nolint:gosec // G304: it is one of the names above
		if err != nil {
			problems = append(problems, err)
		} else if hash := sha256.Sum256(actual); hex.EncodeToString(hash[:]) != sum {
			problems = append(problems, fmt.Errorf("%s: wrong checksum", name))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(expected)) {
		problems = append(problems, fmt.Errorf("%s: has no checksum", name))
	}
	return problems
}

// packed checks the contents of an archive.
func (f *Files) packed(platform string) []error {
	archive, err := zip.OpenReader(filepath.Join(f.folder, f.archive(platform)))
	if err != nil {
		return []error{err}
	}
	defer archive.Close() //nolint:errcheck // it was only read
	program := project + "_v" + f.Version
	if strings.HasPrefix(platform, "windows_") {
		program += ".exe"
	}
	names := make([]string, 0, len(archive.File))
	var problems []error
	for _, file := range archive.File {
		names = append(names, file.Name)
		text, err := unpack(file)
		switch {
		case err != nil:
			problems = append(problems, err)
		case file.Name != program:
		case file.Mode().Perm() != 0o755:
			problems = append(problems, fmt.Errorf("%s: has mode %o instead of 755", program, file.Mode().Perm()))
		default:
			problems = append(problems, built(text, platform)...)
		}
	}
	slices.Sort(names)
	if expected := []string{"CHANGELOG.md", "LICENSE", "README.md", program}; !slices.Equal(names, expected) {
		problems = append(problems, fmt.Errorf("has %v instead of %v", names, expected))
	}
	return problems
}

// unpack reads a file of an archive to its end, where its checksum is compared.
func unpack(file *zip.File) ([]byte, error) {
	opened, err := file.Open()
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(opened)
	return text, errors.Join(err, opened.Close())
}

// built looks at what Go writes into a program about how it was built.
func built(program []byte, platform string) []error {
	info, err := buildinfo.Read(bytes.NewReader(program))
	if err != nil {
		return []error{err}
	}
	settings := map[string]string{}
	for _, setting := range info.Settings {
		settings[setting.Key] = setting.Value
	}
	system, architecture, _ := strings.Cut(platform, "_")
	var problems []error
	for _, expected := range [][2]string{{"GOOS", system}, {"GOARCH", architecture}, {"CGO_ENABLED", "0"}, {"-trimpath", "true"}} {
		if settings[expected[0]] != expected[1] {
			problems = append(problems, fmt.Errorf("is built with %s=%s instead of %s", expected[0], settings[expected[0]], expected[1]))
		}
	}
	return problems
}
