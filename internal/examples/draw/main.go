// Command draw writes the examples that say the same for every kind of object: how it
// is imported, how many are read, and how those that exist are found. Labels, names
// and values come from the kind's own example, resource.tf. Run it by `make generate`.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"github.com/hashicorp/hcl/v2/hclwrite"

	"github.com/authentik-iac/terraform-provider-authentik/internal/examples"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

func main() {
	if err := write(); err != nil {
		fmt.Fprintln(os.Stderr, "draw:", err)
		os.Exit(1)
	}
}

func write() error {
	for _, described := range provider.Kinds() {
		files, err := Files(described)
		if errors.Is(err, fs.ErrNotExist) {
			fmt.Fprintln(os.Stderr, "draw:", err) // a test fails, but the pages can be generated
			continue
		}
		if err != nil {
			return err
		}
		for _, name := range slices.Sorted(maps.Keys(files)) {
			file := examples.Folder(filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
				return err
			}
			if err := os.WriteFile(file, []byte(files[name]), 0o600); err != nil {
				return err
			}
		}
	}
	return nil
}

// Files are the texts of the files for one kind of object, by their names below
// examples/. There are none for a kind that can be read only.
func Files(described *kind.Kind) (map[string]string, error) {
	if described.ReadOnly {
		return map[string]string{}, nil
	}
	file := examples.Folder("resources", provider.Name+"_"+described.Type, "resource.tf")
	blocks, err := examples.Blocks(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("the other examples of %s are generated from its own, which is missing: %w", described.Type, err)
	}
	if err != nil {
		return nil, err
	}
	block, ok := examples.Find(blocks, "resource", described.Type, "")
	if !ok {
		return nil, fmt.Errorf("%s has no resource %s_%s", file, provider.Name, described.Type)
	}
	made := &example{Kind: described, Block: block, blocks: blocks}
	if err := made.complete(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	files := map[string]string{}
	for name, text := range templates {
		var written bytes.Buffer
		if err := template.Must(template.New(name).Parse(text)).Execute(&written, made); err != nil {
			return nil, err
		}
		result := written.Bytes()
		if !strings.HasSuffix(name, ".sh") {
			result = hclwrite.Format(result)
		}
		folder, base, _ := strings.Cut(name, "/")
		typeName := described.Type
		if folder == "data-sources" {
			typeName = described.Plural
		}
		files[folder+"/"+provider.Name+"_"+typeName+"/"+base] = string(result)
	}
	return files, nil
}

// templates are the files by folder and name.
var templates = map[string]string{
	"resources/import.sh": `
{{- range $i, $way := .Ways }}{{ if $i }}
{{ end }}# By {{ .How }}.
terraform import {{ $.Address }} {{ .Quoted }}
{{ end }}`,
	"resources/import-by-string-id.tf": `import {
to = {{ .Address }}
id = "{{ (index .Ways 0).ID }}"{{ .Alternatives }}
}
`,
	"resources/import-by-identity.tf": `import {
to = {{ .Address }}
identity = {
{{ .Identity }} = "{{ (index .Ways .Last).ID }}"
}
}
`,
	"data-sources/data-source.tf": `{{ .Permissions .Parent }}

# All of them{{ if .Secrets }}, with all secrets kept out of the state{{ end }}.
data "{{ .Plural }}" "all" {{ if .Secrets }}{
omit_secrets = true
}{{ else }}{}{{ end }}

{{ with .Parent }}{{ .Source }}

{{ end }}{{ with .Filter true }}# Those {{ .Words }}.
data "{{ $.Plural }}" "{{ .Label }}" {
{{ .Argument }}
{{- if $.Secrets }}
omit_secrets = true
{{- end }}
}

{{ end }}{{ if .Named }}# The {{ .IDWord }}s by {{ .Named }}.
output "ids" {
value = { for {{ .Noun }} in data.{{ .Plural }}.all.objects : {{ .Noun }}.{{ .Named }} => {{ .Noun }}.id }
}{{ else }}# Their {{ .IDWord }}s.
output "ids" {
value = data.{{ .Plural }}.{{ with .Filter true }}{{ .Label }}{{ else }}all{{ end }}.ids
}{{ end }}
`,
	"list-resources/list-resource.tfquery.hcl": "# `terraform query` (Terraform 1.14) runs this. It goes into a file whose name ends in\n# `.tfquery.hcl`, next to the configuration of the provider." + `
{{ .Permissions nil }}

# All of them. Terraform stops at 100 unless the limit is raised.
list "{{ .Type }}" "all" {
provider = authentik
limit = 1000
}
{{ with .Filter false }}
# Those {{ .Words }}, with all attributes.
list "{{ $.Type }}" "{{ .Label }}" {
provider = authentik
include_resource = true

config {
{{ .Argument }}
}
}
{{ end -}}
`,
}
