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
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

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
	table, err := Draw(os.DirFS(documents))
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if _, err := table.WriteTo(&text); err != nil {
		return err
	}
	return os.WriteFile(file, text.Bytes(), 0o600)
}

// Draw makes the table of all objects of the newest document, from every document
// authentik-<release>.json in the folder; see collections for what counts as an object. A release
// whose document lacks a path lacks the object. Errors name the document and what in it could not be
// read; a folder without documents is an error too.
func Draw(folder fs.FS) (*contract.Table, error) {
	files, err := fs.Glob(folder, "authentik-*.json")
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, errors.New("no document authentik-<release>.json in the folder")
	}
	slices.SortFunc(files, func(a, b string) int { return contract.Compare(releaseOf(b), releaseOf(a)) })
	releases := make([]string, 0, len(files))
	objects := make(map[string]map[string]contract.View)
	for _, file := range files { // the newest first
		doc, err := readDocument(folder, file)
		if err != nil {
			return nil, err
		}
		if len(releases) == 0 {
			for _, path := range doc.collections() {
				objects[path] = make(map[string]contract.View)
			}
		}
		releases = append(releases, doc.release)
		for path, views := range objects {
			view, found, err := doc.object(path)
			if err != nil {
				return nil, fmt.Errorf("%s: %s: %w", file, path, err)
			}
			if found {
				views[doc.release] = view
			}
		}
	}
	return contract.NewTable(releases, objects)
}
