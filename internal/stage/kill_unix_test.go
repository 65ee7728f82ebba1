//go:build unix

package stage_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"syscall"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// Terraform and the provider are killed at each request of an apply, before and
// after the server did it. The next apply, after the import that it asks for where
// an object was made that no state knows of, ends with exactly one object.
func TestAccKilledInTheMiddle(t *testing.T) {
	t.Parallel()
	for _, method := range []string{http.MethodPost, http.MethodPatch, http.MethodDelete, http.MethodGet} {
		for _, done := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s done %v", method, done), func(t *testing.T) {
				t.Parallel()
				killed(t, method, done)
			})
		}
	}
}

func killed(t *testing.T, method string, done bool) {
	t.Helper()
	server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
	config := func(number string) string {
		return acctest.ProviderBlock(server.URL(), server.Token()) + block(smsType, twilio(map[string]any{"auth": "secret", "from_number": number}))
	}
	cli := acctest.NewCLI(t, config("+1"))
	number := "+1"
	if method != http.MethodPost {
		succeed(t, cli, "apply", "-auto-approve")
		number = "+2"
		cli.Configure(config(number))
	}

	command := exec.CommandContext(t.Context(), cli.Command.Path, "apply", "-auto-approve")
	if method == http.MethodDelete {
		command.Args = append(command.Args, "-destroy")
	}
	command.Dir, command.Env = cli.Folder, cli.Environment()
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // with the provider, which Terraform starts
	group := make(chan int, 1)                                // the process group, which Terraform leads
	server.RespondFirst(1, authentiktest.Matching(method, smsPath), func(_ http.ResponseWriter, r *http.Request) {
		if done {
			server.Answer(httptest.NewRecorder(), r)
		}
		if err := syscall.Kill(-<-group, syscall.SIGKILL); err != nil {
			t.Error(err)
		}
		panic(http.ErrAbortHandler)
	})
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	group <- command.Process.Pid
	if err := command.Wait(); err == nil {
		t.Fatal("it was not killed")
	}

	output, code := cli.Run("apply", "-auto-approve", "-lock=false")
	if code != 0 {
		if method != http.MethodPost || !done || !strings.Contains(output, "name=sms") {
			t.Fatalf("the next apply ended with %d:\n%s", code, output)
		}
		succeed(t, cli, "import", "-lock=false", smsType+".test", "name=sms")
		succeed(t, cli, "apply", "-auto-approve", "-lock=false")
	}
	succeed(t, cli, "plan", "-detailed-exitcode", "-lock=false")
	if objects := server.Objects(smsPath); len(objects) != 1 || objects[0]["from_number"] != number {
		t.Errorf("the server has %d objects", len(objects))
	}
}

func succeed(t *testing.T, cli *acctest.CLI, arguments ...string) {
	t.Helper()
	if output, code := cli.Run(arguments...); code != 0 {
		t.Fatalf("%v ended with %d:\n%s", arguments, code, output)
	}
}
