// Command draw reads authentik's API documents and writes the contract table, see package
// contract. Run it by `make contract` after a document of a new release has been added.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// described lists the collections whose fields the table holds: those of the
// objects that the provider offers.
func described() []string {
	objects := provider.Objects()
	paths := make([]string, 0, len(objects))
	for _, object := range objects {
		paths = append(paths, object.Path)
	}
	return paths
}

func main() {
	documents := flag.String("documents", "../shared/openapi", "`folder` with the API documents, authentik-<release>.json")
	table := flag.String("table", "internal/contract/testdata/contract.txt", "`file` to write")
	flag.Parse()
	if err := run(*documents, *table); err != nil {
		fmt.Fprintln(os.Stderr, "draw:", err)
		os.Exit(1)
	}
}

func run(documents, file string) error {
	table, err := Draw(os.DirFS(documents), described())
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if _, err := table.WriteTo(&text); err != nil {
		return err
	}
	return os.WriteFile(file, text.Bytes(), 0o600)
}

// Draw makes the table of the collections with these paths, from every document
// authentik-<release>.json in the folder. A release whose document lacks a path lacks the
// object. Errors name the document and what in it could not be read; a folder without
// documents, and a path that no document has, are errors too.
func Draw(folder fs.FS, paths []string) (*contract.Table, error) {
	files, err := fs.Glob(folder, "authentik-*.json")
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, errors.New("no document authentik-<release>.json in the folder")
	}
	releases := make([]string, 0, len(files))
	objects := make(map[string]map[string]contract.View)
	for _, file := range files {
		doc, err := readDocument(folder, file)
		if err != nil {
			return nil, err
		}
		releases = append(releases, doc.release)
		for _, path := range paths {
			view, found, err := doc.view(path)
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %w", file, path, err)
			}
			if !found {
				continue
			}
			if objects[path] == nil {
				objects[path] = make(map[string]contract.View)
			}
			objects[path][doc.release] = view
		}
	}
	for _, path := range paths {
		if objects[path] == nil {
			return nil, fmt.Errorf("no document has the path %s", path)
		}
	}
	return contract.NewTable(releases, objects)
}
