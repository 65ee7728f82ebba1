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

func main() {
	if os.Getenv(providerVariable) != "" {
		if err := standInForProvider(); err != nil {
			os.Exit(1)
		}
		return
	}
	sizes := flag.String("sizes", "1 100 1000 10000", "numbers of objects")
	runs := flag.Int("runs", 1, "how often each is measured; the fastest counts")
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
	err := bench(ctx, os.Stdout, strings.Fields(*sizes), *runs)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// bench measures everything for the sizes and writes the tables.
func bench(ctx context.Context, out io.Writer, sizes []string, runs int) error {
	folder, err := os.MkdirTemp("", "authentik-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder) //nolint:errcheck // what is left is in the folder for temporary files
	runner, err := newRunner(ctx, folder)
	if err != nil {
		return err
	}
	if err := runner.describe(out); err != nil {
		return err
	}
	var rows []row
	for _, text := range sizes {
		size, err := strconv.Atoi(text)
		if err != nil || size < 1 {
			return fmt.Errorf("%q is no number of objects", text)
		}
		measured, err := runner.measure(ctx, size, runs)
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
	build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", binary, ".")
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

// measure measures one size in every way.
func (r *runner) measure(ctx context.Context, size, runs int) ([]row, error) {
	var rows []row
	for _, model := range models {
		if size > mostOneByOne && model.Name != models[0].Name {
			continue
		}
		server, err := r.start(ctx, model.Name, size)
		if err != nil {
			return nil, err
		}
		measured, err := r.measureModel(ctx, model, server, size, runs)
		if err := errors.Join(err, server.stop()); err != nil {
			return nil, err
		}
		rows = append(rows, measured...)
	}
	return rows, nil
}

func (r *runner) measureModel(ctx context.Context, model model, server *server, size, runs int) ([]row, error) {
	own, err := r.best(ctx, run{kind: nothing, size: size, model: model.Name}, server, runs)
	if err != nil {
		return nil, err
	}
	var cases []run
	for _, kind := range []string{dataSources, resources} {
		cases = append(cases, run{kind: kind, size: size, model: model.Name, readAhead: true})
		if size <= mostOneByOne {
			cases = append(cases, run{kind: kind, size: size, model: model.Name})
		}
	}
	if r.otherBinary != "" && size <= mostOneByOne {
		cases = append(cases, run{kind: resources, size: size, model: model.Name, other: true})
	}
	var rows []row
	for _, what := range cases {
		measured, err := r.best(ctx, what, server, runs)
		if err != nil {
			return nil, err
		}
		floor := model.oneByOne(size)
		if what.readAhead {
			floor = model.floor(size)
		}
		rows = append(rows, row{run: what, result: measured, floor: floor, own: own.wall})
	}
	return rows, nil
}

// best is the fastest of several runs.
func (r *runner) best(ctx context.Context, what run, server *server, runs int) (result, error) {
	var best result
	for i := range runs {
		measured, err := r.plan(ctx, what, server)
		if err != nil {
			return result{}, fmt.Errorf("%d %s: %w", what.size, what.kind, err)
		}
		if i == 0 || measured.wall < best.wall {
			best = measured
		}
	}
	return best, nil
}
