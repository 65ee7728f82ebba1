// Command demo shows the provider at work, without an authentik: it reads an SMS stage
// as a real server returned it, and detects a change of the stage. Run it with `make
// demo`.
package main

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

const (
	release   = "2025.12.4"
	stagePath = "/stages/authenticator/sms/"
	address   = "data.authentik_stage_authenticator_sms.recorded"
)

// recording is a response of a real authentik of the release.
//
//go:embed recorded-2025.12.4.json
var recording []byte

//go:embed main.tf
var configuration []byte

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Stdout)
	switch {
	case ctx.Err() != nil:
		err = errors.New("interrupted; the stand-in has stopped and the temporary files are removed")
	case err == nil:
		stop()
		return
	}
	stop()
	fmt.Fprintln(os.Stderr, "demo:", err)
	os.Exit(1)
}

func run(ctx context.Context, out io.Writer) error {
	command, err := localbuild.Find(ctx)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "authentik-demo-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder) //nolint:errcheck // an error only leaves temporary files
	//nolint:contextcheck // it runs until it is closed
	server, err := authentiktest.Start(authentiktest.WithRelease(release))
	if err != nil {
		return fmt.Errorf("the stand-in for authentik does not start: %w", err)
	}
	defer server.Close()

	demo := &demo{out: out, command: command.Path, folder: folder}
	demo.headline("Building the provider, and starting a stand-in for authentik " + release + " with an SMS stage as a real server returned it.")
	id, err := addRecorded(server)
	if err != nil {
		return err
	}
	if err := demo.prepare(ctx, server); err != nil {
		return err
	}
	return demo.play(ctx, func() error {
		return server.Change(stagePath, id, map[string]any{"from_number": "+49 30 1234567", "verify_only": true})
	})
}

// addRecorded puts the recorded stage into the server and returns its id.
func addRecorded(server *authentiktest.Server) (string, error) {
	var recorded struct {
		Response struct {
			Body map[string]any `json:"body"`
		} `json:"response"`
	}
	if err := json.Unmarshal(recording, &recorded); err != nil {
		return "", fmt.Errorf("the recording cannot be read: %w", err)
	}
	return server.Add(stagePath, recorded.Response.Body), nil
}

// demo runs Terraform in a folder of its own.
type demo struct {
	out             io.Writer
	command, folder string
	environment     []string
}

// prepare builds the provider, and writes the configuration.
func (d *demo) prepare(ctx context.Context, server *authentiktest.Server) error {
	rc, err := localbuild.Mirror(ctx, filepath.Join(d.folder, "mirror"))
	if err != nil {
		return err
	}
	d.environment = slices.DeleteFunc(os.Environ(), func(variable string) bool {
		return strings.HasPrefix(variable, "TF_") || strings.HasPrefix(variable, "AUTHENTIK_")
	})
	d.environment = append(d.environment, "AUTHENTIK_URL="+server.URL(), "AUTHENTIK_TOKEN="+server.Token(),
		"TF_CLI_CONFIG_FILE="+rc, "CHECKPOINT_DISABLE=1", "TF_IN_AUTOMATION=1", "TF_INPUT=0", "TF_CLI_ARGS=-no-color")
	return os.WriteFile(filepath.Join(d.folder, "main.tf"), configuration, 0o600)
}

// play runs the commands one after another. It calls change to change the stage on the
// server.
func (d *demo) play(ctx context.Context, change func() error) error {
	d.headline("The configuration reads the stage by its name and has three of its values as outputs.")
	d.say("\n%s", configuration)
	if err := d.quietly(ctx, "init"); err != nil {
		return err
	}
	if err := d.terraform(ctx, 0, "plan", "-out=plan"); err != nil {
		return err
	}
	if err := d.terraform(ctx, 0, "apply", "plan"); err != nil {
		return err
	}

	d.headline("The stage in the state. Secrets are not shown.")
	if err := d.terraform(ctx, 0, "state", "show", address); err != nil {
		return err
	}

	d.headline("While nothing changes, the plan is empty and the exit code is 0.")
	if err := d.terraform(ctx, 0, "plan", "-detailed-exitcode"); err != nil {
		return err
	}

	d.headline("The stage is changed on the server. The next plan shows the change, and the exit code is 2.")
	if err := change(); err != nil {
		return err
	}
	if err := d.terraform(ctx, 2, "plan", "-detailed-exitcode"); err != nil {
		return err
	}

	d.headline("Done. The stand-in stops, and the folder of this demo is removed.")
	return nil
}

// say writes to the output. An error of it could not be reported anywhere.
func (d *demo) say(format string, values ...any) {
	_, _ = fmt.Fprintf(d.out, format, values...)
}

func (d *demo) headline(headline string) {
	d.say("\n== %s\n", headline)
}

// terraform runs a command, shows its output and expects the exit code.
func (d *demo) terraform(ctx context.Context, want int, arguments ...string) error {
	output, code, err := d.start(ctx, arguments)
	if err != nil {
		return err
	}
	d.say("\n%s\n", strings.TrimSpace(output))
	if slices.Contains(arguments, "-detailed-exitcode") {
		d.say("\nexit code %d\n", code)
	}
	if code != want {
		return fmt.Errorf("`terraform %s` ended with exit code %d instead of %d", strings.Join(arguments, " "), code, want)
	}
	return nil
}

// quietly runs a command and shows its output only where it fails.
func (d *demo) quietly(ctx context.Context, arguments ...string) error {
	output, code, err := d.start(ctx, arguments)
	d.say("(output left out)\n")
	if err == nil && code != 0 {
		err = fmt.Errorf("`terraform %s` ended with exit code %d:\n%s", strings.Join(arguments, " "), code, output)
	}
	return err
}

// start runs a command to its end. Ctrl-C reaches Terraform too, which then ends by
// itself; it is killed where that takes too long.
func (d *demo) start(ctx context.Context, arguments []string) (output string, code int, err error) {
	name := strings.TrimSuffix(filepath.Base(d.command), ".exe")
	d.say("\n$ %s %s\n", name, strings.Join(arguments, " "))
	command := exec.CommandContext(ctx, d.command, arguments...)
	command.Dir, command.Env = d.folder, d.environment
	command.Cancel = func() error { return nil }
	command.WaitDelay = 20 * time.Second
	var written bytes.Buffer
	command.Stdout, command.Stderr = &written, &written
	err = command.Run()
	if ctx.Err() != nil {
		return "", 0, ctx.Err()
	}
	if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok {
		return "", 0, fmt.Errorf("%s cannot be run: %w", name, err)
	}
	return written.String(), command.ProcessState.ExitCode(), nil
}
