package acctest

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// installed is the provider built once for all tests of a package, and the
// command-line configuration that makes Terraform or OpenTofu use it.
type installed struct {
	install func(ctx context.Context, folder string) (string, error)
	once    sync.Once
	rc      string
	err     error
}

var (
	override = &installed{install: localbuild.Override}
	mirror   = &installed{install: localbuild.Mirror}
)

// file returns the command-line configuration's path.
func (i *installed) file(t *testing.T) string {
	t.Helper()
	i.once.Do(func() {
		var folder string
		//nolint:usetesting // it is used after the test that first needs it
		if folder, i.err = os.MkdirTemp("", "authentik-provider-"); i.err == nil {
			i.rc, i.err = i.install(context.Background(), folder)
		}
	})
	if i.err != nil {
		t.Fatal(i.err)
	}
	return i.rc
}

// Main is for the TestMain of packages with acceptance tests. It makes
// terraform-plugin-testing use the command that [Command] returns, runs the tests, and
// removes the providers built for them.
func Main(m *testing.M) int {
	useCommand()
	defer override.remove()
	defer mirror.remove()
	return m.Run()
}

func (i *installed) remove() {
	if i.rc != "" {
		_ = os.RemoveAll(filepath.Dir(i.rc)) // an error only leaves temporary files
	}
}

// CLI runs the real command with the built provider in a folder.
type CLI struct {
	// Folder has the configuration and the state.
	Folder string
	// Command is Terraform or OpenTofu.
	Command localbuild.Command
	// Env are further environment variables, as `NAME=value`.
	Env []string

	t  *testing.T
	rc string
}

// NewCLI writes the configuration into a new folder. Every command but `init` can run
// there.
func NewCLI(t *testing.T, configuration string) *CLI {
	t.Helper()
	cli := NewEmptyCLI(t)
	cli.Configure(configuration)
	return cli
}

// Configure replaces the configuration.
func (c *CLI) Configure(configuration string) {
	c.t.Helper()
	c.Write("main.tf", "terraform {\n  required_providers {\n    authentik = { source = \""+localbuild.Source+"\" }\n  }\n}\n\n"+configuration)
}

// NewEmptyCLI creates a folder without a configuration. Every command but `init` can run
// there.
func NewEmptyCLI(t *testing.T) *CLI {
	t.Helper()
	return newCLI(t, override.file(t))
}

// NewInstallingCLI creates a folder without a configuration. `init` must run there first
// and installs the built provider.
func NewInstallingCLI(t *testing.T) *CLI {
	t.Helper()
	return newCLI(t, mirror.file(t))
}

func newCLI(t *testing.T, rc string) *CLI {
	t.Helper()
	return &CLI{Folder: t.TempDir(), Command: Command(t), t: t, rc: rc}
}

// Write writes a file into the folder.
func (c *CLI) Write(name, content string) {
	c.t.Helper()
	if err := os.WriteFile(filepath.Join(c.Folder, name), []byte(content), 0o600); err != nil {
		c.t.Fatal(err)
	}
}

// Environment is the environment of the command: that of the test process, without its
// variables for Terraform and authentik.
func (c *CLI) Environment() []string {
	environment := slices.DeleteFunc(os.Environ(), func(variable string) bool {
		return strings.HasPrefix(variable, "TF_") || strings.HasPrefix(variable, "AUTHENTIK_")
	})
	return append(append(environment, "TF_CLI_CONFIG_FILE="+c.rc, "CHECKPOINT_DISABLE=1", "TF_IN_AUTOMATION=1", "TF_INPUT=0"), c.Env...)
}

// Run runs the command and returns its output, stdout and stderr, and its exit code.
func (c *CLI) Run(arguments ...string) (output string, exitCode int) {
	c.t.Helper()
	command := exec.CommandContext(c.t.Context(), c.Command.Path, arguments...)
	command.Dir, command.Env = c.Folder, c.Environment()
	var written bytes.Buffer
	command.Stdout, command.Stderr = &written, &written
	err := command.Run()
	if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok {
		c.t.Fatal(err)
	}
	return written.String(), command.ProcessState.ExitCode()
}
