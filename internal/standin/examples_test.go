package main_test

import (
	"encoding/json"
	"io/fs"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// managedName is how examples name what comes with authentik.
var managedName = regexp.MustCompile(`"(goauthentik\.io/(?:providers|sources)/[a-zA-Z0-9/_-]+)"`)

// Whoever tries an example or a guide on the stand-in finds there what the example looks for:
// the mappings that come with authentik, by the names of its blueprints.
func TestExamplesFindTheirMappings(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithDefaults())
	there := managedMappings(t, server)
	asked := 0
	for _, name := range namesIn(t, "../../examples") {
		if strings.HasSuffix(name, "/inbuilt") {
			continue // a source
		}
		asked++
		if !slices.Contains(there, name) {
			t.Errorf("An example looks for the mapping %s, which the stand-in lacks.", name)
		}
	}
	if asked < 15 {
		t.Errorf("Only %d names were found in the examples.", asked)
	}
}

func namesIn(t *testing.T, folder string) []string {
	t.Helper()
	var names []string
	root := os.DirFS(folder)
	err := fs.WalkDir(root, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".tf") {
			return err
		}
		text, err := fs.ReadFile(root, path)
		for _, match := range managedName.FindAllSubmatch(text, -1) {
			names = append(names, string(match[1]))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func managedMappings(t *testing.T, server *authentiktest.Server) []string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL()+"/api/v3/propertymappings/all/?page_size=100", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+server.Token())
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close() //nolint:errcheck // it was read
	var page struct {
		Results []struct {
			Managed string `json:"managed"`
		} `json:"results"`
	}
	if err := json.NewDecoder(response.Body).Decode(&page); err != nil {
		t.Fatal(err)
	}
	names := make([]string, 0, len(page.Results))
	for _, mapping := range page.Results {
		names = append(names, mapping.Managed)
	}
	return names
}

// permissionName is a line of the lists in the guide on permissions.
var permissionName = regexp.MustCompile(`(?m)^auth[a-z0-9_]*\.[a-z0-9_]+$`)

// The stand-in has every permission that the guide lists, so that a token with no more than
// these can be made and tried.
func TestGuidesPermissionsAreThere(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../docs/guides/permissions.md")
	if err != nil {
		t.Fatal(err)
	}
	names := permissionName.FindAllString(string(page), -1)
	if len(names) < 400 {
		t.Fatalf("Only %d permissions were found in the guide.", len(names))
	}
	server := authentiktest.New(t)
	send := func(path string, body any) (status int, answer map[string]any) {
		t.Helper()
		text, err := json.Marshal(body)
		if err != nil {
			t.Fatal(err)
		}
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL()+"/api/v3/rbac/"+path, strings.NewReader(string(text)))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Authorization", "Bearer "+server.Token())
		request.Header.Set("Content-Type", "application/json")
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()                        //nolint:errcheck // it was read
		_ = json.NewDecoder(response.Body).Decode(&answer) // a list is no object
		return response.StatusCode, answer
	}
	_, made := send("roles/", map[string]string{"name": "all"})
	role, _ := made["pk"].(string)
	for _, name := range names {
		path := "permissions/assigned_by_roles/" + role + "/assign/"
		if status, _ := send(path, map[string][]string{"permissions": {name}}); status != http.StatusOK {
			t.Errorf("The stand-in does not have the permission %s: %d", name, status)
		}
	}
}
