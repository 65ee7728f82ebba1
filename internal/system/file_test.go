package system_test

import (
	"encoding/base64"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const (
	fileType  = "authentik_file"
	filesPath = "/admin/file/"
	svg       = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>`
	png       = "\x89PNG\r\n\x1a\n0000"
)

// write writes a file and returns its path.
func write(t *testing.T, path, content string) string {
	t.Helper()
	if !filepath.IsAbs(path) {
		path = filepath.Join(t.TempDir(), path)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// methods counts the requests for files that are no reads.
func methods(server *authentiktest.Server) string {
	var sent []string
	for _, request := range server.Requests() {
		if request.Method != http.MethodGet {
			sent = append(sent, request.Method)
		}
	}
	server.ResetRequests()
	return strings.Join(sent, " ")
}

// A file whose content changes in the repository is a change in the plan; one that only
// moves is not uploaded again.
func TestFileFollowsItsContent(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	resource := connected(t, server).Resource(t, fileType)
	source := write(t, "logo.svg", svg)
	config := map[string]any{"name": "logos/logo.svg", "source": source}
	ok(t, resource.Apply(config))
	if files := server.Objects(filesPath); len(files) != 1 || files[0]["name"] != "logos/logo.svg" || files[0]["content"] != svg {
		t.Fatalf("the server has %v", files)
	}
	if text(t, resource.State["id"]) != "media/logos/logo.svg" || methods(server) != "POST" {
		t.Errorf("the ID is %q", text(t, resource.State["id"]))
	}
	ok(t, resource.Refresh())
	if _, changes, _ := resource.Plan(config); len(changes) > 0 {
		t.Errorf("the plan changes %v", changes)
	}

	write(t, source, svg+"<!-- changed -->")
	if _, changes, _ := resource.Plan(config); len(changes) != 1 || changes[0] != "content_sha256" {
		t.Errorf("the plan changes %v", changes)
	}
	ok(t, resource.Apply(config))
	if files := server.Objects(filesPath); len(files) != 1 || files[0]["content"] != svg+"<!-- changed -->" || methods(server) != "DELETE POST" {
		t.Errorf("the server has %v", files)
	}

	moved := map[string]any{"name": "logos/logo.svg", "content_base64": base64.StdEncoding.EncodeToString([]byte(svg + "<!-- changed -->"))}
	ok(t, resource.Apply(moved))
	if sent := methods(server); sent != "" {
		t.Errorf("sent %s", sent)
	}
	ok(t, resource.Apply(nil))
	if len(server.Objects(filesPath)) != 0 {
		t.Error("the file is still there")
	}
}

// A file that vanished is uploaded again, and one that is gone already is no error.
func TestFileIsLost(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	resource := connected(t, server).Resource(t, fileType)
	config := map[string]any{"name": "icon.png", "source": write(t, "icon.png", png)}
	lose := func() {
		t.Helper()
		key, _ := server.Objects(filesPath)[0]["pk"].(string)
		if err := server.Remove(filesPath, key); err != nil {
			t.Fatal(err)
		}
	}
	ok(t, resource.Apply(config))
	lose()
	says(t, resource.Refresh(), tfprotov6.DiagnosticSeverityWarning, "File not found")
	if resource.State != nil {
		t.Fatal("the file is in the state")
	}
	ok(t, resource.Apply(config))
	lose()
	ok(t, resource.Apply(nil))
}

// A file that exists is not overwritten, and can be imported. The API does not return its
// content, so the next apply uploads it.
func TestFileThatExists(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add(filesPath, map[string]any{"name": "logo.svg", "content": "other"})
	resource := connected(t, server).Resource(t, fileType)
	config := map[string]any{"name": "logo.svg", "source": write(t, "logo.svg", svg)}
	says(t, resource.Apply(config), tfprotov6.DiagnosticSeverityError, "File already exists", "terraform import <address> 'media/logo.svg'")
	resource = connected(t, server).Resource(t, fileType)
	says(t, resource.Import("logo.svg"), tfprotov6.DiagnosticSeverityError, "<usage>/<name>")
	ok(t, resource.Import("media/logo.svg"))
	says(t, resource.Apply(config), tfprotov6.DiagnosticSeverityWarning, "The imported file is uploaded once", "does not return the content")
	ok(t, resource.Refresh())
	if _, changes, told := resource.Plan(config); len(changes)+len(told) > 0 {
		t.Errorf("the next plan changes %v and says %s", changes, acctest.Describe(told))
	}
	if files := server.Objects(filesPath); len(files) != 1 || files[0]["content"] != svg {
		t.Errorf("the server has %v", files)
	}
}

// A response that is lost after the upload is no error and no second upload.
func TestFileWhoseResponseIsLost(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := acctest.NewProvider(t)
	ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.Token(), "max_retries": 1}))
	server.RespondFirst(1, func(r *http.Request) bool { return r.Method == http.MethodPost }, func(w http.ResponseWriter, r *http.Request) {
		server.Answer(discard{http.Header{}}, r)
		w.WriteHeader(http.StatusBadGateway)
	})
	resource := provider.Resource(t, fileType)
	ok(t, resource.Apply(map[string]any{"name": "logo.svg", "source": write(t, "logo.svg", svg)}))
	if len(server.Objects(filesPath)) != 1 {
		t.Error("there is no file, or more than one")
	}
}

// discard is a response that nobody gets.
type discard struct{ header http.Header }

func (d discard) Header() http.Header          { return d.header }
func (discard) Write(sent []byte) (int, error) { return len(sent), nil }
func (discard) WriteHeader(int)                {}

// Bad input is refused before anything is sent, and before a file is deleted for it.
func TestFilesThatAreRefused(t *testing.T) {
	t.Parallel()
	for name, refused := range map[string]struct {
		release string
		config  map[string]any
		words   []string
	}{
		"no image":      {"2026.8.5", map[string]any{"name": "logo.png", "source": write(t, "logo.png", "<html>Not found</html>")}, []string{"source", "no such image", "text/html"}},
		"another image": {"2026.8.5", map[string]any{"name": "logo.png", "source": write(t, "logo.png", svg)}, []string{"image/svg+xml"}},
		"pointer":       {"2026.8.5", map[string]any{"name": "logo.png", "source": write(t, "logo.png", "version https://git-lfs.github.com/spec/v1\n")}, []string{"git lfs pull"}},
		"empty":         {"2026.8.5", map[string]any{"name": "logo.svg", "source": write(t, "logo.svg", "")}, []string{"empty"}},
		"too large":     {"2026.8.5", map[string]any{"name": "logo.svg", "source": write(t, "logo.svg", svg+strings.Repeat(" ", 25<<20))}, []string{"25 MB"}},
		"missing":       {"2026.8.5", map[string]any{"name": "logo.svg", "source": "no-such-file.svg"}, []string{"source", "path.module"}},
		"folder":        {"2026.8.5", map[string]any{"name": "logo.svg", "source": t.TempDir()}, []string{"not that of a file"}},
		"no base64":     {"2026.8.5", map[string]any{"name": "logo.svg", "content_base64": "<svg>"}, []string{"content_base64", "filebase64"}},
		"neither":       {"2026.8.5", map[string]any{"name": "logo.svg"}, []string{"Exactly one of"}},
		"both":          {"2026.8.5", map[string]any{"name": "logo.svg", "source": "x", "content_base64": "eA=="}, []string{"Exactly one of"}},
		"name":          {"2026.8.5", map[string]any{"name": "my logo.svg", "source": "x"}, []string{"letters"}},
		"climbing":      {"2026.8.5", map[string]any{"name": "../logo.svg", "source": "x"}, []string{"two dots"}},
		"release":       {"2025.10.4", map[string]any{"name": "logo.svg", "source": write(t, "logo.svg", svg)}, []string{"authentik 2025.10.4 has no files", "since 2025.12"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(refused.release))
			says(t, connected(t, server).Resource(t, fileType).Apply(refused.config), tfprotov6.DiagnosticSeverityError, refused.words...)
			if sent := methods(server); sent != "" {
				t.Errorf("sent %s", sent)
			}
		})
	}
}

// What is no image by its name is uploaded, with a warning.
func TestFileOfAnotherType(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	says(t, connected(t, server).Resource(t, fileType).Apply(map[string]any{"name": "terms.pdf", "source": write(t, "terms.pdf", "%PDF-1.7")}),
		tfprotov6.DiagnosticSeverityWarning, "Not an image")
	if len(server.Objects(filesPath)) != 1 {
		t.Error("the file was not uploaded")
	}
}

// A file that changes after the plan is not uploaded, because the plan said something
// else, and the former one is not deleted for it.
func TestFileThatChangesAfterThePlan(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	resource := connected(t, server).Resource(t, fileType)
	source := write(t, "logo.svg", svg)
	config := map[string]any{"name": "logo.svg", "source": source}
	resource.Between = func() { write(t, source, svg+" ") }
	says(t, resource.Apply(config), tfprotov6.DiagnosticSeverityError, "changed since the plan")
	if len(server.Objects(filesPath)) != 0 {
		t.Error("the file was uploaded")
	}
	resource = connected(t, server).Resource(t, fileType)
	ok(t, resource.Apply(config))
	write(t, source, svg+"  ")
	resource.Between = func() { write(t, source, svg+"   ") }
	says(t, resource.Apply(config), tfprotov6.DiagnosticSeverityError, "changed since the plan")
	if files := server.Objects(filesPath); len(files) != 1 || files[0]["content"] != svg+" " {
		t.Errorf("the server has %v", files)
	}
}
