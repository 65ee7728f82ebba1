package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/localbuild"
)

// configuration has the provider's address and a version constraint as its %q.
const configuration = `terraform {
  required_providers {
    authentik = {
      source  = %q
      version = %q
    }
  }
}

resource "authentik_stage_authenticator_totp" "app" {
  name   = "release-check"
  digits = "6"
}

data "authentik_stages_authenticator_totp" "all" {}
`

// changes is the exit code of a plan that has any.
const changes = 2

// Install runs the real Terraform or OpenTofu: it installs this machine's archive from
// a mirror, as from a registry, and plans with it against a stand-in for authentik. It
// returns a report of a few lines.
func (f *Files) Install(ctx context.Context) (string, error) {
	command, err := localbuild.Find(ctx)
	if err != nil {
		return "", err
	}
	folder, err := os.MkdirTemp("", "authentik-release-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(folder) //nolint:errcheck // an error only leaves temporary files
	rc, err := f.mirror(filepath.Join(folder, "mirror"))
	if err != nil {
		return "", err
	}
	//nolint:contextcheck // it runs until it is closed
	server, err := authentiktest.Start()
	if err != nil {
		return "", err
	}
	defer server.Close()
	text := fmt.Sprintf(configuration, localbuild.Source, f.constraint())
	if err := os.WriteFile(filepath.Join(folder, "main.tf"), []byte(text), 0o600); err != nil {
		return "", err
	}
	environment := slices.DeleteFunc(os.Environ(), func(variable string) bool {
		return strings.HasPrefix(variable, "TF_") || strings.HasPrefix(variable, "AUTHENTIK_")
	})
	environment = append(environment, "AUTHENTIK_URL="+server.URL(), "AUTHENTIK_TOKEN="+server.Token(),
		"TF_CLI_CONFIG_FILE="+rc, "CHECKPOINT_DISABLE=1", "TF_IN_AUTOMATION=1", "TF_INPUT=0")
	run := func(code int, arguments ...string) ([]byte, error) {
		started := exec.CommandContext(ctx, command.Path, arguments...) //nolint:gosec // G204: it is the command that users run
		started.Dir, started.Env = folder, environment
		output, err := started.Output()
		if started.ProcessState == nil || started.ProcessState.ExitCode() != code {
			return nil, fmt.Errorf("%v: expected exit code %d: %w\n%s", arguments, code, err, output)
		}
		return output, nil
	}
	if _, err := run(0, "init", "-no-color"); err != nil {
		return "", err
	}
	selected, err := run(0, "version", "-json")
	if err != nil {
		return "", err
	}
	if err := f.selected(command.Address(), selected); err != nil {
		return "", err
	}
	if _, err := run(changes, "plan", "-detailed-exitcode", "-no-color"); err != nil {
		return "", err
	}
	return f.report(command, server.Requests())
}

// mirror puts this machine's archive where Terraform and OpenTofu look for it in a
// mirror, and returns the path of a command-line configuration that uses the mirror.
func (f *Files) mirror(folder string) (string, error) {
	archive, err := os.ReadFile(filepath.Join(f.folder, f.archive(Here())))
	if err != nil {
		return "", err
	}
	for _, address := range localbuild.Addresses() {
		place := filepath.Join(folder, filepath.FromSlash(address))
		if err := os.MkdirAll(place, 0o700); err != nil {
			return "", err
		}
		//nolint:gosec // G703: the name was just read from
		if err := os.WriteFile(filepath.Join(place, f.archive(Here())), archive, 0o600); err != nil {
			return "", err
		}
	}
	return localbuild.UseMirror(folder)
}

// constraint is one that a user of the release would write. Only an exact one lets a
// pre-release in.
func (f *Files) constraint() string {
	if strings.Contains(f.Version, "-") {
		return "= " + f.Version
	}
	return "~> " + f.Version[:strings.LastIndex(f.Version, ".")]
}

// selected expects the release under the address in the output of `version -json`.
func (f *Files) selected(address string, output []byte) error {
	var version struct {
		Selections map[string]string `json:"provider_selections"`
	}
	if err := json.Unmarshal(output, &version); err != nil {
		return err
	}
	if actual := version.Selections[address]; actual != f.Version {
		return fmt.Errorf("`version -json` has %q as the provider's version instead of %q: %s", actual, f.Version, output)
	}
	return nil
}

// report expects the release in the User-Agent of the requests.
func (f *Files) report(command localbuild.Command, requests []authentiktest.Request) (string, error) {
	expected := "terraform-provider-authentik/" + f.Version + " "
	if len(requests) == 0 {
		return "", errors.New("the plan sent no request")
	}
	agent := ""
	for _, request := range requests {
		if agent = request.Header.Get("User-Agent"); !strings.HasPrefix(agent, expected) {
			return "", fmt.Errorf("a request has the User-Agent %q, expected the prefix %q", agent, expected)
		}
	}
	return fmt.Sprintf("%s installs it with the constraint %q, names it in `version` and plans with it.\nIts requests have the User-Agent %q.\n",
		command, f.constraint(), agent), nil
}
