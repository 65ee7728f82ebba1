package main

import (
	"bytes"
	"embed"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
	"github.com/authentik-iac/terraform-provider-authentik/internal/schema"
)

// templates are those of the documentation generator, which knows only the name of a type:
// what depends on the kind is a choice by the name.
//
//go:embed templates
var templates embed.FS

func writeTemplates(folder string, kinds []*kind.Kind) error {
	entries, err := fs.ReadDir(templates, "templates")
	if err != nil {
		return err
	}
	for _, entry := range entries {
		text, err := Template(entry.Name(), kinds)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, entry.Name()), []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// Template is a template of the documentation generator with its choices.
func Template(name string, kinds []*kind.Kind) (string, error) {
	parsed, err := template.New(name).Delims("[[", "]]").Funcs(template.FuncMap{
		"subcategory": func() string { return subcategory(kinds) },
		"importing":   func() string { return importing(kinds) },
	}).ParseFS(templates, "templates/"+name)
	if err != nil {
		return "", err
	}
	var text bytes.Buffer
	err = parsed.Execute(&text, nil)
	return text.String(), err
}

// choice is an action that writes another text for each set of types.
type choice struct{ text strings.Builder }

func (c *choice) add(types []string, text string) {
	if c.text.Len() == 0 {
		c.text.WriteString("{{ if eq .Name")
	} else {
		c.text.WriteString("{{ else if eq .Name")
	}
	for _, name := range types {
		c.text.WriteString(" \"" + provider.Name + "_" + name + "\"")
	}
	c.text.WriteString(" }}" + text)
}

func (c *choice) end(otherwise string) string {
	return c.text.String() + "{{ else }}" + otherwise + "{{ end }}"
}

// subcategory chooses the heading of a page.
func subcategory(kinds []*kind.Kind) string {
	var found choice
	for _, heading := range families(kinds) {
		found.add(heading.types, heading.name)
	}
	return found.end("")
}

// importing chooses the sentence on the import IDs of a resource.
func importing(kinds []*kind.Kind) string {
	var found choice
	for _, described := range kinds {
		if !described.ReadOnly {
			found.add([]string{described.Type}, importSentence(described))
		}
	}
	return found.end("The examples show the import ID.")
}

func importSentence(described *kind.Kind) string {
	text := "Import " + described.A() + " by " + schema.Alternatives(schema.ImportWays(described)) + "."
	for _, way := range described.Lookups {
		for _, name := range way.All() {
			if described.Field(name).Refers.Filter != "" {
				return text + " An ID may be used in place of a name; by name, the token's user needs the permission to view the named object."
			}
		}
	}
	return text
}
