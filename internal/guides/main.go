// Command guides writes those of the documentation's guides that have tables of all
// objects, and the templates of its pages: the prose is in pages/ and templates/, the rest
// comes from the descriptions and the contract table. Run it by `make generate`.
package main

import (
	"bytes"
	"embed"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/dropin"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

//go:embed pages
var pages embed.FS

func main() {
	folder := flag.String("folder", "templates", "`folder` of the documentation generator's templates")
	flag.Parse()
	if err := errors.Join(write(filepath.Join(*folder, "guides")), writeTemplates(*folder, provider.Kinds())); err != nil {
		fmt.Fprintln(os.Stderr, "guides:", err)
		os.Exit(1)
	}
}

func write(folder string) error {
	entries, err := fs.ReadDir(pages, "pages")
	if err != nil {
		return err
	}
	for _, entry := range entries {
		text, err := Page(entry.Name(), provider.Kinds())
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, entry.Name()), []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// Page is a page with its tables. The delimiters are [[ and ]], because what is
// between {{ and }} is for the documentation generator.
func Page(name string, kinds []*kind.Kind) (string, error) {
	parsed, err := template.New(name).Delims("[[", "]]").Funcs(template.FuncMap{
		"permissions": func() string { return permissions(kinds) },
		"secrets":     func() string { return secrets(kinds) },
		"defaults":    func() string { return incumbentDefaults(kinds) },
		"carriesOver": func() (string, error) { return carriesOver(kinds) },
	}).ParseFS(pages, "pages/"+name)
	if err != nil {
		return "", err
	}
	var text bytes.Buffer
	err = parsed.Execute(&text, nil)
	return text.String(), err
}

// incumbentDefaults is the table of the arguments whose default differs from
// goauthentik/authentik's.
func incumbentDefaults(kinds []*kind.Kind) string {
	var text strings.Builder
	text.WriteString("| argument | goauthentik/authentik | here |\n|---|---|---|\n")
	for _, described := range kinds {
		for _, field := range described.All() {
			if field.Incumbent != nil && literal(field.Incumbent) != literal(field.Default) {
				fmt.Fprintf(&text, "| `%s_%s`: `%s` | %s | %s |\n", provider.Name, described.Type, field.Name, literal(field.Incumbent), literal(field.Default))
			}
		}
	}
	return strings.TrimSpace(text.String())
}

// literal is a default as a configuration would have it.
func literal(standard any) string {
	switch standard := standard.(type) {
	case nil:
		return "not set"
	case string:
		return fmt.Sprintf("`%q`", standard)
	case []string:
		quoted := make([]string, 0, len(standard))
		for _, element := range standard {
			quoted = append(quoted, fmt.Sprintf("%q", element))
		}
		return "`[" + strings.Join(quoted, ", ") + "]`"
	}
	return fmt.Sprintf("`%v`", standard)
}

// carriesOver is the table of what goauthentik/authentik has.
func carriesOver(kinds []*kind.Kind) (string, error) {
	rows, err := dropin.Rows(func(name string) bool {
		return slices.ContainsFunc(kinds, func(described *kind.Kind) bool { return described.Type == name && !described.ReadOnly })
	})
	return dropin.Table(rows), err
}

// permissions names what each kind of object needs, under the headings of the
// documentation.
func permissions(kinds []*kind.Kind) string {
	var families []string
	lines := map[string][]string{}
	for _, described := range kinds {
		if !slices.Contains(families, described.Family) {
			families = append(families, described.Family)
		}
		lines[described.Family] = append(lines[described.Family], "# "+provider.Name+"_"+described.Type)
		for _, verb := range described.Verbs() {
			lines[described.Family] = append(lines[described.Family], described.Permission(verb))
		}
	}
	var text strings.Builder
	for _, family := range families {
		fmt.Fprintf(&text, "### %s\n\n```text\n%s\n```\n\n", family, strings.Join(lines[family], "\n"))
	}
	return strings.TrimSpace(text.String())
}

// secrets names every secret, and the releases that return it.
func secrets(kinds []*kind.Kind) string {
	var text strings.Builder
	text.WriteString("| object | secret | returned by authentik | not returned by |\n|---|---|---|---|\n")
	for _, described := range kinds {
		table, ok := contract.Object(described.API.Path)
		if !ok {
			continue
		}
		for _, field := range described.All() {
			if !field.Secret {
				continue
			}
			answered, _ := table.Field(contract.InResponse, field.APIName())
			returned, hidden := ranges(table.Releases(), answered.In)
			fmt.Fprintf(&text, "| `%s_%s` | `%s` | %s | %s |\n", provider.Name, described.Type, field.Name, returned, hidden)
		}
	}
	return strings.TrimSpace(text.String())
}

// ranges tells for which releases something is so, and for which not. Releases that
// follow each other in the table are told by the first and the last.
func ranges(releases []string, so func(string) bool) (yes, no string) {
	told := map[bool][]string{}
	for first := 0; first < len(releases); {
		answer, last := so(releases[first]), first
		for last+1 < len(releases) && so(releases[last+1]) == answer {
			last++
		}
		if text := releases[first]; last == first {
			told[answer] = append(told[answer], text)
		} else {
			told[answer] = append(told[answer], text+" to "+releases[last])
		}
		first = last + 1
	}
	return cell(told[true]), cell(told[false])
}

func cell(texts []string) string {
	if slices.Equal(texts, nil) {
		return "none"
	}
	return strings.Join(texts, ", ")
}
