// Command releasecheck checks what GoReleaser built, as a registry and Terraform will:
// names, checksums and contents of all files, and then `terraform init`, `version` and
// `plan` with the archive of this machine's platform. Run it with `make
// release-snapshot`.
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

// check checks GoReleaser's output folder and prints a report.
func check(ctx context.Context, folder string, all bool) error {
	if folder == "" {
		return errors.New("missing argument: GoReleaser's output folder, such as dist")
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
