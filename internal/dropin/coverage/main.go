// Command coverage lists what a configuration of goauthentik/authentik uses that this
// provider does not have. It changes nothing and asks no server:
//
//	go run ./internal/dropin/coverage ../infrastructure
//
// It exits with 0 where everything is here, 1 where something is not, 2 for an error.
package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/authentik-iac/terraform-provider-authentik/internal/dropin"
)

func main() { os.Exit(Run(context.Background(), os.Args[1:], os.Stdout, os.Stderr)) }

// Run checks the folders and returns the exit code.
func Run(ctx context.Context, folders []string, out, problems io.Writer) int {
	if len(folders) == 0 {
		folders = []string{"."}
	}
	schemas, err := dropin.Schemas(ctx)
	if err != nil {
		_, _ = fmt.Fprintln(problems, "coverage:", err)
		return 2
	}
	blocks, missing := 0, 0
	for _, folder := range folders {
		found, err := dropin.Check(os.DirFS(folder), schemas)
		if err != nil {
			_, _ = fmt.Fprintln(problems, "coverage:", err)
			return 2
		}
		for _, finding := range found.Findings {
			_, _ = fmt.Fprintln(out, finding)
		}
		blocks, missing = blocks+found.Blocks, missing+len(found.Findings)
	}
	_, _ = fmt.Fprintf(out, "%d resources and data sources, %d findings\n", blocks, missing)
	if missing > 0 {
		return 1
	}
	return 0
}
