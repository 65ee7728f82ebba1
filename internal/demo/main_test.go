package main_test

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// build builds the demo once for all tests.
var build = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("", "authentik-demo-test-")
	if err != nil {
		return "", err
	}
	file := filepath.Join(folder, "demo.exe")
	command := exec.CommandContext(context.Background(), "go", "build", "-o", file, ".")
	if output, err := command.CombinedOutput(); err != nil {
		return "", errors.New(string(output))
	}
	return file, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if file, err := build(); err == nil {
		_ = os.RemoveAll(filepath.Dir(file)) // an error only leaves temporary files
	}
	os.Exit(code)
}

// demo returns the demo as a command, and its own folder for temporary files.
func demo(t *testing.T, environment ...string) (command *exec.Cmd, temporary string) {
	t.Helper()
	file, err := build()
	if err != nil {
		t.Fatal(err)
	}
	temporary = t.TempDir()
	command = exec.CommandContext(t.Context(), file)
	command.Env = append(append(os.Environ(), "TMPDIR="+temporary, "TMP="+temporary), environment...)
	return command, temporary
}

func expectNothingLeft(t *testing.T, folder string) {
	t.Helper()
	left, err := os.ReadDir(folder)
	if err != nil || len(left) > 0 {
		t.Errorf("The demo left %v behind (%v).", left, err)
	}
}

func TestDemoShowsValuesAndDrift(t *testing.T) {
	t.Parallel()
	// The demo ignores variables for another Terraform and another authentik.
	command, temporary := demo(t, "AUTHENTIK_URL=http://127.0.0.1:1", "AUTHENTIK_TOKEN=of-another-server", "TF_LOG=trace", "TF_CLI_ARGS_plan=-no-such-flag")
	output, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	from := 0
	for _, text := range []string{
		" init\n", " plan -out=plan\n", " apply plan\n", `from_number = "ak2"`, " state show ",
		`account_sid         = "https://sms.example.com/send"`,
		`auth                = (sensitive value)`,
		`name                      = "Anmeldung Ünïcode 漢字"`,
		`background_url            = "/files/media/public/my-bg.png"`,
		`id                  = "2c56e12c-0fea-496b-a1e4-c39d9945129e"`,
		" plan -detailed-exitcode\n", "No changes.", "exit code 0\n",
		" plan -detailed-exitcode\n", `from_number = "ak2" -> "+49 30 1234567"`, "verify_only = false -> true", "exit code 2\n",
	} {
		at := strings.Index(string(output[from:]), text)
		if at < 0 {
			t.Fatalf("%q is missing in the output or out of order:\n%s", text, output)
		}
		from += at
	}
	if secret := regexp.MustCompile(`[A-Z2-7]{40,}|of-another-server|auth += "user"|Authorization|\x1b`).Find(output); secret != nil {
		t.Errorf("%q is in the output:\n%s", secret, output)
	}
	expectNothingLeft(t, temporary)
}

func TestDemoCleansUpWhenInterrupted(t *testing.T) {
	t.Parallel()
	command, temporary := demo(t)
	var stderr bytes.Buffer
	command.Stderr = &stderr
	output, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(output)
	for lines.Scan() {
		if strings.HasSuffix(lines.Text(), " plan -out=plan") {
			if err := command.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := command.Wait(); err == nil || command.ProcessState.ExitCode() != 1 {
		t.Errorf("ended with %v", err)
	}
	if message := stderr.String(); !strings.HasPrefix(message, "demo: interrupted; ") {
		t.Errorf("got %q", message)
	}
	expectNothingLeft(t, temporary)
}

func TestDemoWithoutTerraform(t *testing.T) {
	t.Parallel()
	command, temporary := demo(t, "PATH=", "TF_ACC_TERRAFORM_PATH=")
	output, err := command.CombinedOutput()
	if err == nil || !strings.Contains(string(output), "no `terraform` (or `tofu`) on PATH; https://") {
		t.Errorf("%v\n%s", err, output)
	}
	expectNothingLeft(t, temporary)
}
