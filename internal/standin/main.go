// Command standin runs a stand-in for authentik, to try a configuration without a server.
// It has the objects of authentik's default blueprints. It prints its address and token as
// shell variables and runs until Ctrl-C; it stores nothing on disk. Run it with `make
// stand-in`.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

func main() {
	release := flag.String("release", "", "`release` of authentik to behave as (default: the newest that is known)")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := Serve(ctx, os.Stdout, *release)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "stand-in:", err)
		os.Exit(1)
	}
}

// Serve runs a stand-in of the release, or of the newest where that is empty, until the
// context ends. The token that it writes is valid for this stand-in only.
func Serve(ctx context.Context, out io.Writer, release string) error {
	release = cmp.Or(release, contract.Newest())
	//nolint:contextcheck // it runs until it is closed
	server, err := authentiktest.Start(authentiktest.WithRelease(release), authentiktest.WithDefaults())
	if err != nil {
		return err
	}
	defer server.Close()
	_, err = fmt.Fprintf(out, `# A stand-in for authentik %s with the objects of its default blueprints, without a user interface.
# It runs until Ctrl-C and stores nothing. In another shell:
export AUTHENTIK_URL=%s
export AUTHENTIK_TOKEN=%s
`, release, server.URL(), server.Token())
	if err != nil {
		return err
	}
	<-ctx.Done()
	return nil
}
