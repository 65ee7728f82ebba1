package examples_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// exchange is a request that the guide's script sends, and the answer.
type exchange struct{ request, body, answer string }

// The script that makes a token sends what the API documents of authentik 2023.10 to
// 2026.8 have, in this order, and prints the key alone.
func TestTokenScript(t *testing.T) {
	t.Parallel()
	needCommands(t)
	exchanges := []exchange{
		{"POST /api/v3/rbac/roles/", `{"name": "drift"}`, `{"pk": "r-1", "name": "drift"}`},
		{"POST /api/v3/rbac/permissions/assigned_by_roles/r-1/assign/", `{"permissions": ["a.view_b", "c.view_d"]}`, `[]`},
		{"POST /api/v3/core/users/", `{"username": "drift", "name": "drift", "type": "service_account", "path": "service-accounts"}`, `{"pk": 7}`},
		{"POST /api/v3/core/groups/", `{"name": "drift", "roles": ["r-1"], "users": [7]}`, `{"pk": "g-1"}`},
		{"POST /api/v3/core/tokens/", `{"identifier": "drift", "intent": "api", "user": 7, "expiring": false}`, `{"pk": "t-1"}`},
		{"GET /api/v3/core/tokens/drift/view_key/", ``, `{"key": "the-key"}`},
	}
	server, done := serve(t, exchanges)
	command := exec.CommandContext(t.Context(), "bash", folder("guides", "permissions", "make-token.sh"), "drift", "a.view_b", "c.view_d")
	command.Env = append(os.Environ(), "AUTHENTIK_URL="+server.URL+"/", "AUTHENTIK_TOKEN="+secret)
	var output, complaints bytes.Buffer
	command.Stdout, command.Stderr = &output, &complaints
	if err := command.Run(); err != nil || output.String() != "the-key\n" {
		t.Errorf("The script prints %q and ends with %v:\n%s", output.String(), err, complaints.String())
	}
	if count := done(); count != len(exchanges) {
		t.Errorf("The script sent %d requests instead of %d.", count, len(exchanges))
	}
}

// A run under a name that is taken stops at the first request, and says what to delete.
func TestTokenScriptRefusesASecondRun(t *testing.T) {
	t.Parallel()
	needCommands(t)
	requests := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		requests++
		http.Error(w, `{"name": ["role with this name already exists."]}`, http.StatusBadRequest)
	}))
	t.Cleanup(server.Close)
	command := exec.CommandContext(t.Context(), "bash", folder("guides", "permissions", "make-token.sh"), "drift", "a.view_b")
	command.Env = append(os.Environ(), "AUTHENTIK_URL="+server.URL, "AUTHENTIK_TOKEN="+secret)
	var output, complaints bytes.Buffer
	command.Stdout, command.Stderr = &output, &complaints
	err := command.Run()
	server.Close()
	if err == nil || output.Len() > 0 || requests != 1 {
		t.Errorf("The script prints %q, sends %d requests and ends with %v.", output.String(), requests, err)
	}
	expect(t, complaints.String(), "400", "Delete the role, the group and the user named drift")
}

// needCommands skips the test where what the script runs is missing.
func needCommands(t *testing.T) {
	t.Helper()
	for _, command := range []string{"bash", "curl", "jq"} {
		if _, err := exec.LookPath(command); err != nil || runtime.GOOS == "windows" {
			t.Skipf("The script needs %s.", command)
		}
	}
}

// serve answers the expected requests in their order. The function that it returns
// says how many there were.
func serve(t *testing.T, exchanges []exchange) (server *httptest.Server, done func() int) {
	t.Helper()
	var mu sync.Mutex
	count := 0
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		if count == len(exchanges) {
			t.Errorf("%s %s is one too many.", r.Method, r.URL)
			return
		}
		expected := exchanges[count]
		count++
		var sent, wanted any
		_ = json.NewDecoder(r.Body).Decode(&sent) // a GET has none
		_ = json.Unmarshal([]byte(expected.body), &wanted)
		if request := r.Method + " " + r.URL.Path; request != expected.request || !reflect.DeepEqual(sent, wanted) {
			t.Errorf("%s has the body %v instead of %s %v.", request, sent, expected.request, wanted)
		}
		if r.Header.Get("Authorization") != "Bearer "+secret {
			t.Error("The administrator's token is missing.")
		}
		if _, err := io.WriteString(w, expected.answer); err != nil {
			t.Error(err)
		}
	}))
	t.Cleanup(server.Close)
	return server, func() int {
		mu.Lock()
		defer mu.Unlock()
		return count
	}
}

// A list of permissions may have some that the server's release lacks, as the guide's lists
// do for most releases. They are named and left out; the key that is printed works.
func TestTokenScriptLeavesOutWhatTheServerLacks(t *testing.T) {
	t.Parallel()
	needCommands(t)
	server := authentiktest.New(t)
	run := func(permissions ...string) (output, complaints string, err error) {
		script := append([]string{folder("guides", "permissions", "make-token.sh"), "reader"}, permissions...)
		command := exec.CommandContext(t.Context(), "bash", script...)
		command.Env = append(os.Environ(), "AUTHENTIK_URL="+server.URL(), "AUTHENTIK_TOKEN="+server.Token())
		var printed, said bytes.Buffer
		command.Stdout, command.Stderr = &printed, &said
		err = command.Run()
		return strings.TrimSpace(printed.String()), said.String(), err
	}
	key, complaints, err := run("authentik_core.view_group", "authentik_tomorrow.view_thing")
	if err != nil || strings.Contains(complaints, "view_group") {
		t.Errorf("The script ends with %v and says: %s", err, complaints)
	}
	expect(t, complaints, "Left out, because the server does not have it: authentik_tomorrow.view_thing")
	for path, status := range map[string]int{"/core/groups/": http.StatusOK, "/core/users/": http.StatusForbidden} {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL()+"/api/v3"+path, http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Authorization", "Bearer "+key)
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		if err := response.Body.Close(); err != nil || response.StatusCode != status {
			t.Errorf("With the key that was printed %s is answered with %d, %v.", path, response.StatusCode, err)
		}
	}
}

// Where nothing could be assigned, no account is made, and the script says why.
func TestTokenScriptStopsWithoutPermissions(t *testing.T) {
	t.Parallel()
	needCommands(t)
	server := authentiktest.New(t)
	command := exec.CommandContext(t.Context(), "bash", folder("guides", "permissions", "make-token.sh"), "nobody", "authentik_tomorrow.view_thing")
	command.Env = append(os.Environ(), "AUTHENTIK_URL="+server.URL(), "AUTHENTIK_TOKEN="+server.Token())
	said, err := command.CombinedOutput()
	if err == nil {
		t.Error("The script ends well.")
	}
	expect(t, string(said), "authentik_tomorrow.view_thing", "returned error", "Not finished.")
	for _, request := range server.Requests() {
		if request.Method == http.MethodPost && strings.HasSuffix(request.Path, "/core/users/") {
			t.Error("A user was made.")
		}
	}
}
