// Command prepare writes the schemas of all described kinds to the file that released
// providers read them from. Run it by `make generate`, in the project's folder.
package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

func main() {
	if err := write(); err != nil {
		fmt.Fprintln(os.Stderr, "prepare:", err)
		os.Exit(1)
	}
}

func write() error {
	var text bytes.Buffer
	if err := provider.Schemas().Prepare(&text); err != nil {
		return err
	}
	return os.WriteFile("internal/provider/schemas.txt", text.Bytes(), 0o600)
}
