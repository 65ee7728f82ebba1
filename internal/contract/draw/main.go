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
	"path/filepath"
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

func main() {
	documents := flag.String("documents", "../shared/openapi", "`folder` with the API documents, authentik-<release>.json")
	target := flag.String("target", "internal/contract/testdata", "`folder` to write contract.txt and paths.txt to")
	flag.Parse()
	if err := run(*documents, *target); err != nil {
		fmt.Fprintln(os.Stderr, "draw:", err)
		os.Exit(1)
	}
}

func run(documents, target string) error {
	table, paths, err := Draw(os.DirFS(documents))
	if err != nil {
		return err
	}
	var text bytes.Buffer
	if _, err := table.WriteTo(&text); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(target, "contract.txt"), text.Bytes(), 0o600); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(target, "paths.txt"), []byte(contract.WritePaths(paths)), 0o600)
}

// Draw reads every document authentik-<release>.json in the folder and gives the table of all objects
// of the newest one, and that one's paths; see collections for what counts as an object. A release
// whose document lacks a path lacks the object. Errors name the document and what in it could not be
// read, or the path that is neither an object's nor excluded; a folder without documents is an error
// too.
func Draw(folder fs.FS) (*contract.Table, []contract.Path, error) {
	files, err := fs.Glob(folder, "authentik-*.json")
	if err != nil {
		return nil, nil, err
	}
	if len(files) == 0 {
		return nil, nil, errors.New("no document authentik-<release>.json in the folder")
	}
	slices.SortFunc(files, func(a, b string) int { return contract.Compare(releaseOf(b), releaseOf(a)) })
	var paths []contract.Path
	releases := make([]string, 0, len(files))
	objects := make(map[string]map[string]contract.View)
	for _, file := range files { // the newest first
		doc, err := readDocument(folder, file)
		if err != nil {
			return nil, nil, err
		}
		if len(releases) == 0 {
			collections := doc.collections()
			for _, path := range collections {
				objects[path] = make(map[string]contract.View)
			}
			if paths, err = doc.paths(collections); err != nil {
				return nil, nil, fmt.Errorf("%s: %w", file, err)
			}
		}
		releases = append(releases, doc.release)
		for path, views := range objects {
			view, found, err := doc.object(path)
			if err != nil {
				return nil, nil, fmt.Errorf("%s: %s: %w", file, path, err)
			}
			if found {
				views[doc.release] = view
			}
		}
	}
	table, err := contract.NewTable(releases, objects)
	return table, paths, err
}
