package examples_test

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/examples"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// kinds are the kinds of pages, with the files of which each is made and those
// rights that the first file must name.
var kinds = []struct {
	folder string
	plural bool
	// managed says that kinds that can be read only have no such page.
	managed bool
	files   []string
	rights  []string
}{
	{folder: "data-sources", files: []string{"data-source.tf"}, rights: []string{"view"}},
	{folder: "data-sources", plural: true, files: []string{"data-source.tf"}, rights: []string{"view"}},
	{folder: "list-resources", managed: true, files: []string{"list-resource.tfquery.hcl"}, rights: []string{"view"}},
	{
		folder: "resources", managed: true, files: []string{"resource.tf", "import.sh", "import-by-string-id.tf", "import-by-identity.tf"},
		rights: []string{"view", "add", "change", "delete"}, // as far as the kind has them
	},
}

// Every object has an example of every kind that names the permissions it needs,
// and a page of every kind under its heading that shows it.
func TestEveryObjectHasExamplesAndPages(t *testing.T) {
	t.Parallel()
	for _, object := range provider.Kinds() {
		for _, kind := range kinds {
			if kind.managed && object.ReadOnly {
				continue
			}
			name := object.Type
			if kind.plural {
				name = object.Plural
			}
			t.Run(kind.folder+"/"+name, func(t *testing.T) {
				t.Parallel()
				parts := []string{"subcategory: \"" + object.Family + "\"\n"}
				for i, file := range kind.files {
					text := strings.TrimSpace(read(t, folder(kind.folder, provider.Name+"_"+name, file)))
					parts = append(parts, text)
					for _, right := range kind.rights {
						if permission := object.Permission(right); i == 0 && slices.Contains(object.Verbs(), right) && !names(text, permission) {
							t.Errorf("%s does not name the permission %s.", file, permission)
						}
					}
				}
				page := read(t, filepath.Join(localbuild.Root(), "docs", kind.folder, name+".md"))
				for _, part := range parts {
					if !strings.Contains(page, part) {
						t.Errorf("The page lacks this (run `make generate`; the heading is the template's):\n%s", part)
					}
				}
			})
		}
	}
}

// Plain resources that have an identity show how to import them, by it and by an ID, both
// in a form that the import takes.
func TestPagesOfPlainResourcesShowTheImport(t *testing.T) {
	t.Parallel()
	server := newDefaultServer(t, contract.Newest())
	connected := acctest.NewProvider(t)
	if told := connected.Configure(map[string]any{"url": server.URL(), "token": server.Token()}); len(told) > 0 {
		t.Fatal(acctest.Describe(told))
	}
	written := regexp.MustCompile(`\bid\s+= "(.+)"`)
	for _, name := range plainResources(t) {
		page := read(t, filepath.Join(localbuild.Root(), "docs", "resources", name+".md"))
		for _, file := range []string{"import.sh", "import-by-string-id.tf", "import-by-identity.tf"} {
			if text := strings.TrimSpace(read(t, folder("resources", provider.Name+"_"+name, file))); !strings.Contains(page, text) {
				t.Errorf("The page of %s lacks this (run `make generate`):\n%s", name, text)
			} else if id := written.FindStringSubmatch(text); id != nil {
				told := acctest.Describe(connected.Resource(t, provider.Name+"_"+name).Import(id[1]))
				if strings.Contains(told, "Invalid import ID") {
					t.Errorf("%s: %s", name, told)
				}
			}
		}
	}
}

// plainResources are those with an identity that are no described kinds, without the
// provider's name.
func plainResources(t *testing.T) []string {
	t.Helper()
	resp, err := provider.NewServer("test").GetResourceIdentitySchemas(t.Context(), &tfprotov6.GetResourceIdentitySchemasRequest{})
	if err != nil {
		t.Fatal(err)
	}
	for _, object := range provider.Kinds() {
		delete(resp.IdentitySchemas, provider.Name+"_"+object.Type)
	}
	var found []string
	for name := range resp.IdentitySchemas {
		found = append(found, strings.TrimPrefix(name, provider.Name+"_"))
	}
	return found
}

// names says whether a text has the permission, and not only a longer one.
func names(text, permission string) bool {
	return regexp.MustCompile(regexp.QuoteMeta(permission) + `\b`).MatchString(text)
}

// An example names what it needs to read of other kinds, too.
func TestExamplesNameThePermissionsOfOtherKinds(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(folder("*", "*", "*.tf"))
	if err != nil || len(files) == 0 {
		t.Fatalf("There are no examples: %v", err)
	}
	for _, file := range files {
		blocks, err := examples.Blocks(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(file, string(filepath.Separator)+"guides"+string(filepath.Separator)) {
			continue // their pages name them
		}
		for _, block := range blocks {
			for _, described := range provider.Kinds() {
				if (block.Type == described.Type || block.Type == described.Plural) && !names(read(t, file), described.Permission("view")) {
					t.Errorf("%s does not name the permission %s.", file, described.Permission("view"))
				}
			}
		}
	}
}
