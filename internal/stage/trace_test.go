package stage_test

import (
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// echo is what a careless server or proxy answers with: what it was sent.
func echo(status int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, `{"detail":"You sent `+r.Header.Get("Authorization")+` and `+r.Header.Get("X-Proxy-Secret")+` and `+
			strings.NewReplacer(`\`, ``, `"`, ``, "\n", "").Replace(string(body))+`"}`)
	}
}

// TestAccNothingSecretIsWritten drives every operation, and the faults that repeat
// what was sent, under the most talkative log, and looks through everything that
// was written.
func TestAccNothingSecretIsWritten(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
	server.Add(smsPath, twilioObject(map[string]any{"name": "existing", "auth": "topsecret-existing", "auth_password": "topsecret-password"}))
	cli := acctest.NewCLI(t, `
variable "auth" {
  type      = string
  sensitive = true
}
provider "authentik" {
  url         = "`+server.URL()+`"
  headers     = { X-Proxy-Secret = "topsecret-header" }
  max_retries = 0
}
data "authentik_stage_authenticator_sms" "existing" {
  name = "existing"
}
data "authentik_stages_authenticator_sms" "all" {
  omit_secrets = true
}
resource "authentik_stage_authenticator_sms" "test" {
  name        = "sms"
  from_number = "+1"
  account_sid = "AC1"
  auth        = var.auth
}
`)
	token := server.Token()
	log := filepath.Join(cli.Folder, "terraform.log")
	cli.Env = append(cli.Env, "AUTHENTIK_TOKEN="+token, "TF_LOG=TRACE", "TF_LOG_PATH="+log)
	// The configuration holds the header, and the state what is kept in it.
	mayHold := map[string]bool{"main.tf": true, "terraform.tfstate": true, "terraform.tfstate.backup": true}
	run := func(secret string, wantFailure bool, arguments ...string) {
		t.Helper()
		cli.Env = append(cli.Env, "TF_VAR_auth=topsecret-"+secret)
		output, code := cli.Run(arguments...)
		if (code != 0) != wantFailure {
			t.Fatalf("%v ended with %d:\n%s", arguments, code, output)
		}
		if strings.Contains(output, "topsecret") || strings.Contains(output, token) {
			t.Errorf("%v wrote a secret:\n%s", arguments, output)
		}
		err := filepath.WalkDir(cli.Folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || mayHold[entry.Name()] {
				return err
			}
			text, err := os.ReadFile(path)
			if strings.Contains(string(text), "topsecret") || strings.Contains(string(text), token) {
				t.Errorf("after %v a secret stands in %s", arguments, entry.Name())
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	run("one", false, "apply", "-auto-approve")
	run("two", false, "apply", "-auto-approve")
	for _, method := range []string{http.MethodGet, http.MethodPatch, http.MethodDelete} {
		for _, status := range []int{http.StatusBadRequest, http.StatusForbidden, http.StatusInternalServerError} {
			server.Respond(authentiktest.Matching(method, smsPath), echo(status))
			if method == http.MethodDelete {
				run("two", true, "destroy", "-auto-approve")
			} else {
				run("three", true, "apply", "-auto-approve")
			}
			server.ResetResponses()
		}
	}
	run("two", false, "destroy", "-auto-approve")
	server.Respond(authentiktest.Matching(http.MethodPost, smsPath), echo(http.StatusBadRequest))
	run("four", true, "apply", "-auto-approve")
	if info, err := os.Stat(log); err != nil || info.Size() < 1<<16 {
		t.Errorf("there is no log to look through: %v", err)
	}
	if text, err := os.ReadFile(log); err != nil || !strings.Contains(string(text), "authentik API request") {
		t.Errorf("the client's lines are not in the log: %v", err)
	}
}
