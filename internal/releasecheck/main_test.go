package main_test

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
	releasecheck "github.com/authentik-iac/terraform-provider-authentik/internal/releasecheck"
)

const start = "terraform-provider-authentik_1.2.3"

// write writes a release of this platform with the program in it, and a checksum
// for each of its files that change lets through.
func write(t *testing.T, program []byte, files []string, change func(name, sum string) string) *releasecheck.Files {
	t.Helper()
	folder := t.TempDir()
	archive := start + "_" + releasecheck.Here() + ".zip"
	created, err := os.Create(filepath.Join(folder, archive))
	if err != nil {
		t.Fatal(err)
	}
	packed := zip.NewWriter(created)
	for _, name := range files {
		header := &zip.FileHeader{Name: name, Method: zip.Store}
		header.SetMode(0o755)
		file, err := packed.CreateHeader(header)
		if err != nil {
			t.Fatal(err)
		}
		text := []byte("text")
		if strings.HasPrefix(name, "terraform-provider-") {
			text = program
		}
		if _, err := file.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	contents := start + "_" + releasecheck.Here() + ".cdx.json"
	err = errors.Join(packed.Close(), created.Close(), os.WriteFile(filepath.Join(folder, contents), []byte("{}"), 0o600))
	if err != nil {
		t.Fatal(err)
	}
	var sums strings.Builder
	for name, path := range map[string]string{
		archive: filepath.Join(folder, archive), contents: filepath.Join(folder, contents),
		start + "_manifest.json": filepath.Join(localbuild.Root(), "terraform-registry-manifest.json"),
	} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(text)
		sums.WriteString(change(name, hex.EncodeToString(sum[:])+"  "+name+"\n"))
	}
	if err := os.WriteFile(filepath.Join(folder, start+"_SHA256SUMS"), []byte(sums.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	opened, err := releasecheck.Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	return opened
}

// Each fault of a release is found. The program is this test's own, which is not built as
// a release is.
func TestProblemsAreFound(t *testing.T) {
	t.Parallel()
	test, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(test)
	if err != nil {
		t.Fatal(err)
	}
	name := "terraform-provider-authentik_v1.2.3"
	if strings.HasPrefix(releasecheck.Here(), "windows") {
		name += ".exe"
	}
	all := []string{"CHANGELOG.md", "LICENSE", "README.md", name}
	keep := func(_, sum string) string { return sum }
	for title, test := range map[string]struct {
		program []byte
		files   []string
		change  func(name, sum string) string
		expect  string
	}{
		"how it is built":  {program, all, keep, "-trimpath"},
		"no program":       {[]byte("text"), all, keep, "unrecognized file format"},
		"a file too few":   {[]byte("text"), all[:3], keep, "has [CHANGELOG.md LICENSE README.md] instead of"},
		"another checksum": {[]byte("text"), all, func(_, sum string) string { return "00" + sum[2:] }, "wrong checksum"},
		"no checksum":      {[]byte("text"), all, func(string, string) string { return "" }, "_manifest.json: has no checksum"},
		"an unknown file":  {[]byte("text"), all, func(_, sum string) string { return sum + "00  other.zip\n" }, "other.zip: is not a file of the release"},
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			found := errors.Join(write(t, test.program, test.files, test.change).Problems([]string{releasecheck.Here()})...)
			if found == nil || !strings.Contains(found.Error(), test.expect) {
				t.Errorf("%q is not among the problems:\n%v", test.expect, found)
			}
		})
	}
}

// Every missing platform is reported.
func TestEveryPlatformIsExpected(t *testing.T) {
	t.Parallel()
	files := write(t, []byte("text"), []string{"LICENSE"}, func(_, sum string) string { return sum })
	found := errors.Join(files.Problems(releasecheck.Platforms())...).Error()
	for _, platform := range releasecheck.Platforms() {
		if platform != releasecheck.Here() && !strings.Contains(found, "_"+platform+".zip: has no checksum") {
			t.Errorf("%s is not missed:\n%s", platform, found)
		}
	}
}
