// Command standin starts a stand-in for authentik, so that a configuration can be tried
// without a server: a fresh instance with what authentik's blueprints make. It prints
// the stand-in's address and token as a shell takes them, and runs until Ctrl-C; then
// all is thrown away. Run it by `make stand-in`.
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
	release := flag.String("release", "", "`release` of authentik as which it answers (default: the newest that is known)")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := Serve(ctx, os.Stdout, *release)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "stand-in:", err)
		os.Exit(1)
	}
}

// Serve runs a stand-in of the release, of the newest where that is empty, until the
// context ends. The token that it writes opens nothing but this stand-in.
func Serve(ctx context.Context, out io.Writer, release string) error {
	release = cmp.Or(release, contract.Newest())
	//nolint:contextcheck // it runs until it is closed
	server, err := authentiktest.Start(authentiktest.WithRelease(release), authentiktest.WithDefaults())
	if err != nil {
		return err
	}
	defer server.Close()
	_, err = fmt.Fprintf(out, `# A stand-in for authentik %s, with what its blueprints make. It has no user interface.
# It runs until Ctrl-C, and forgets everything then. In another shell:
export AUTHENTIK_URL=%s
export AUTHENTIK_TOKEN=%s
`, release, server.URL(), server.Token())
	if err != nil {
		return err
	}
	<-ctx.Done()
	return nil
}
