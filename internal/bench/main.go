// Command bench measures plans of many objects against a stand-in for authentik that
// takes as long for each request as a real server. Run it by `make bench`.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// mostOneByOne is the largest size that is also read one by one: more takes minutes.
const mostOneByOne = 1000

// mostApplied is the largest size that is also created and destroyed: Terraform writes the
// whole state again and again, and took three minutes for 1,000.
const mostApplied = 100

func main() {
	if os.Getenv(providerVariable) != "" {
		if err := standInForProvider(); err != nil {
			os.Exit(1)
		}
		return
	}
	sizes := flag.String("sizes", "1 100 1000 10000", "numbers of objects")
	runs := flag.Int("runs", 1, "how often each is measured, in turns; the medians count")
	chosen := flag.String("models", "server latency instant", "cost models of the server; only instant also measures applies and starts")
	only := flag.String("only", "", "part of the names of the cases to measure, such as \"plan data\"; empty for all")
	model := flag.String("serve", "", "be the stand-in with this cost model")
	objects := flag.Int("objects", 0, "how many stages the stand-in has")
	flag.Parse()
	if *model != "" {
		if err := serve(*model, *objects); err != nil {
			fmt.Fprintln(os.Stderr, "bench:", err)
			os.Exit(1)
		}
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := bench(ctx, os.Stdout, strings.Fields(*sizes), strings.Fields(*chosen), *only, *runs)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// bench measures everything for the sizes and writes the table.
func bench(ctx context.Context, out io.Writer, sizes, chosen []string, only string, runs int) error {
	folder, err := os.MkdirTemp("", "authentik-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder) //nolint:errcheck // what is left is in the folder for temporary files
	runner, err := newRunner(ctx, folder)
	if err != nil {
		return err
	}
	runner.only = only
	if err := runner.describe(out); err != nil {
		return err
	}
	rows, err := runner.measureStarts(ctx, runs)
	if err != nil {
		return err
	}
	for _, text := range sizes {
		size, err := strconv.Atoi(text)
		if err != nil || size < 1 {
			return fmt.Errorf("%q is no number of objects", text)
		}
		measured, err := runner.measure(ctx, size, chosen, runs)
		if err != nil {
			return err
		}
		rows = append(rows, measured...)
		_, _ = fmt.Fprintf(os.Stderr, "measured %d objects\n", size)
	}
	return report(out, rows)
}

func newRunner(ctx context.Context, folder string) (*runner, error) {
	command, err := localbuild.Find(ctx)
	if err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	// A copy in the folder, because links to it stand in for the provider.
	text, err := os.ReadFile(self) //nolint:gosec // it is this program
	if err != nil {
		return nil, err
	}
	program := filepath.Join(folder, "bench.exe")
	binary := filepath.Join(folder, "provider.exe")
	//nolint:gosec // the only variable is our folder
	build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags", "-s -w -X main.version=0.0.0", "-o", binary, ".")
	build.Dir = localbuild.Root()
	if output, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("the provider does not build: %w\n%s", err, output)
	}
	made := &runner{
		command: command, self: program, folder: folder, binary: binary,
		otherBinary: os.Getenv("BENCH_OTHER"), otherSource: os.Getenv("BENCH_OTHER_SOURCE"),
	}
	if made.otherBinary != "" && made.otherSource == "" {
		return nil, errors.New("BENCH_OTHER names another provider; BENCH_OTHER_SOURCE must give its address, such as registry.terraform.io/goauthentik/authentik")
	}
	//nolint:gosec // it is to be run
	return made, os.WriteFile(program, text, 0o700)
}

// describe says what is measured on what.
func (r *runner) describe(out io.Writer) error {
	built, err := os.Stat(r.binary)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s, %s, %d cores; %s is %.1f MB.\n\n", r.command, runtime.Version(), runtime.NumCPU(), provider.Address, float64(built.Size())/1e6)
	return err
}
