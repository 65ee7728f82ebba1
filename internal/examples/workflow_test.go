package examples_test

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
)

// workflow is what a test needs of a GitHub workflow.
type workflow struct {
	Jobs map[string]struct {
		Env      map[string]string `yaml:"env"`
		Defaults struct {
			Run struct {
				Shell string `yaml:"shell"`
			} `yaml:"run"`
		} `yaml:"defaults"`
		Steps []struct {
			Name string `yaml:"name"`
			Uses string `yaml:"uses"`
			Run  string `yaml:"run"`
		} `yaml:"steps"`
	} `yaml:"jobs"`
}

// The guide's workflow ends with success where nothing has changed, with exit code
// 2 where something has, and with 1 where it cannot tell; and shows no secret.
func TestAccDriftWorkflow(t *testing.T) {
	t.Parallel()
	server, id := newServer(t)
	token := server.AddToken("view")
	cli := acctest.NewInstallingCLI(t)
	cli.Env = []string{"AUTHENTIK_URL=" + server.URL(), "AUTHENTIK_TOKEN=" + token}
	cli.Write("main.tf", read(t, folder("guides", "drift-detection", "main.tf")))
	for _, arguments := range [][]string{{"init"}, {"apply", "-auto-approve"}} {
		if output, code := cli.Run(arguments...); code != 0 {
			t.Fatalf("%v ended with %d:\n%s", arguments, code, output)
		}
	}
	if strings.Contains(read(t, filepath.Join(cli.Folder, "terraform.tfstate")), secret) {
		t.Error("The state has a secret.")
	}

	expect := func(token string, code int, texts ...string) {
		t.Helper()
		run := runWorkflow(t, cli, map[string]string{"vars.AUTHENTIK_URL": server.URL(), "secrets.AUTHENTIK_TOKEN": token})
		if run.code != code {
			t.Errorf("The workflow ended with %d instead of %d:\n%s", run.code, code, run.log)
		}
		for _, text := range texts {
			if !strings.Contains(run.summary, text) {
				t.Errorf("%q is not in the summary:\n%s", text, run.summary)
			}
		}
		if all := run.log + run.summary; strings.Contains(all, secret) || strings.Contains(all, token) {
			t.Errorf("A secret is shown:\n%s", all)
		}
	}
	expect(token, 0, "## No drift\n")

	// Secrets are not watched.
	change(t, server.Change(smsPath, id, map[string]any{"auth": secret + "2"}))
	expect(token, 0, "## No drift\n")

	change(t, server.Change(smsPath, id, map[string]any{"verify_only": true}))
	expect(token, 2, "## authentik has changed\n", "~ verify_only ", "false -> true")
	change(t, server.Change(smsPath, id, map[string]any{"verify_only": false}))
	expect(token, 0, "## No drift\n")

	expect(server.AddToken(), 1, "## The check itself failed\n", "authentik_stages_authenticator_sms.view_authenticatorsmsstage")
	change(t, server.Remove(smsPath, id))
	expect(token, 1, "## The check itself failed\n", "authenticator-sms")
}

func change(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// outcome is how a workflow ended: its log, its summary, and the exit code of the
// step that failed.
type outcome struct {
	log, summary string
	code         int
}

// runWorkflow runs the workflow's commands as GitHub does, with these values for
// its expressions.
func runWorkflow(t *testing.T, cli *acctest.CLI, values map[string]string) outcome {
	t.Helper()
	var parsed workflow
	if err := yaml.Unmarshal([]byte(read(t, folder("guides", "drift-detection", "workflow.yml"))), &parsed); err != nil {
		t.Fatal(err)
	}
	job, ok := parsed.Jobs["drift"]
	if !ok || job.Defaults.Run.Shell != "bash" {
		t.Fatal("The job drift with the shell bash is not there.")
	}
	// GitHub starts bash with these options where the shell is given.
	bash := []string{"--noprofile", "--norc", "-eo", "pipefail", "-c"}

	temporary := t.TempDir()
	summary := filepath.Join(temporary, "summary.md")
	terraform(t, temporary, cli.Command.Path)
	environment := append(slices.DeleteFunc(cli.Environment(), func(variable string) bool { return strings.HasPrefix(variable, "AUTHENTIK_") }),
		"GITHUB_STEP_SUMMARY="+summary, "PATH="+temporary+string(os.PathListSeparator)+os.Getenv("PATH"))
	for _, name := range slices.Sorted(maps.Keys(job.Env)) {
		environment = append(environment, name+"="+evaluate(t, job.Env[name], values))
	}

	var run outcome
	var log bytes.Buffer
	for _, step := range job.Steps {
		if step.Run == "" || run.code != 0 {
			continue
		}
		command := exec.CommandContext(t.Context(), "bash", append(bash, step.Run)...)
		command.Dir, command.Env, command.Stdout, command.Stderr = cli.Folder, environment, &log, &log
		err := command.Run()
		if _, ok := errors.AsType[*exec.ExitError](err); err != nil && !ok {
			t.Fatal(err)
		}
		run.code = command.ProcessState.ExitCode()
	}
	run.log = log.String()
	if _, err := os.Stat(summary); err == nil {
		run.summary = read(t, summary)
	}
	return run
}

// terraform makes the command under test the one that is called terraform.
func terraform(t *testing.T, folder, command string) {
	t.Helper()
	script := "#!/bin/sh\nexec '" + command + "' \"$@\"\n"
	if err := os.WriteFile(filepath.Join(folder, "terraform"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
}

var expression = regexp.MustCompile(`\$\{\{ *([^ }]+) *\}\}`)

func evaluate(t *testing.T, text string, values map[string]string) string {
	t.Helper()
	return expression.ReplaceAllStringFunc(text, func(found string) string {
		value, ok := values[expression.FindStringSubmatch(found)[1]]
		if !ok {
			t.Fatalf("The test has no value for %s.", found)
		}
		return value
	})
}

// An action is named by its commit, which nobody can move.
func TestWorkflowActionsArePinned(t *testing.T) {
	t.Parallel()
	pinned := regexp.MustCompile(`^[a-z]+/[a-z-]+@[0-9a-f]{40} # v[0-9.]+$`)
	used := regexp.MustCompile(`uses: (.*)`).FindAllStringSubmatch(read(t, folder("guides", "drift-detection", "workflow.yml")), -1)
	if len(used) == 0 {
		t.Fatal("The workflow uses no action.")
	}
	for _, action := range used {
		if !pinned.MatchString(action[1]) {
			t.Errorf("%s is not pinned.", action[1])
		}
	}
}
