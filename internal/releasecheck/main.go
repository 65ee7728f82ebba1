// Command releasecheck looks at what GoReleaser made, as a registry and Terraform
// will: the names, checksums and contents of all files, and then `terraform init`,
// `version` and `plan` with the archive of this machine's platform. Run it by
// `make release-snapshot`.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	all := flag.Bool("all", false, "expect every platform, not just this machine's")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := check(ctx, flag.Arg(0), *all)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "releasecheck:", err)
		os.Exit(1)
	}
}

// check checks the folder that GoReleaser filled, and says what it did.
func check(ctx context.Context, folder string, all bool) error {
	if folder == "" {
		return errors.New("name the folder that GoReleaser filled, such as dist")
	}
	files, err := Open(folder)
	if err != nil {
		return err
	}
	platforms := []string{Here()}
	if all {
		platforms = Platforms()
	}
	if problems := files.Problems(platforms); len(problems) > 0 {
		return fmt.Errorf("release %s in %s:\n%w", files.Version, folder, errors.Join(problems...))
	}
	fmt.Printf("%s: the names, checksums and contents of %d archives are right.\n", files.Version, len(platforms))
	report, err := files.Install(ctx)
	if err != nil {
		return err
	}
	fmt.Print(report)
	return nil
}
