package authentiktest_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

// answer is what a server said to a request.
type answer struct {
	status int
	header http.Header
	body   map[string]any
	text   string
}

// ask sends a request with the superuser's token to a path below the API's root.
func ask(t *testing.T, server *authentiktest.Server, method, path, body string) answer {
	t.Helper()
	return askAs(t, server, server.Token(), method, path, body)
}

func askAs(t *testing.T, server *authentiktest.Server, token, method, path, body string) answer {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, server.URL()+"/api/v3"+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	request.Header.Set("Content-Type", "application/json")
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	got := answer{status: response.StatusCode, header: response.Header, text: string(text)}
	_ = json.Unmarshal(text, &got.body) // what is no object leaves it nil
	return got
}

// stage is a stage with all that the server requires.
func stage(name string) map[string]any {
	return map[string]any{"name": name, "provider": "twilio", "from_number": "1", "account_sid": "AC", "auth": "secret"}
}

const stageBody = `{"name": "a", "provider": "twilio", "from_number": "1", "account_sid": "AC", "auth": "secret"}`

// In every release the stand-in answers exactly the fields of the contract, and takes what it
// answers.
func TestAnswersHaveTheShapeOfEveryRelease(t *testing.T) {
	t.Parallel()
	object, _ := contract.Object(smsPath)
	for _, release := range contract.Releases() {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			created := ask(t, server, http.MethodPost, smsPath, stageBody)
			if created.status != http.StatusCreated {
				t.Fatalf("Create: %d %s", created.status, created.text)
			}
			read := ask(t, server, http.MethodGet, fmt.Sprintf("%s%s/", smsPath, created.body["pk"]), "")
			view, _ := object.In(release)
			for _, definition := range view.Response {
				value, ok := read.body[definition.Name]
				if nested := strings.ContainsAny(definition.Name, ".["); !nested && (!ok || value == nil && !definition.Nullable) {
					t.Errorf("%s is %v.", definition.Name, value)
				}
			}
			for name := range read.body {
				if !view.Response.Has(name) {
					t.Errorf("%s is no field of %s.", name, release)
				}
			}
			if version := ask(t, server, http.MethodGet, "/admin/version/", ""); version.body["version_current"] != release {
				t.Errorf("The version is %s.", version.text)
			}
		})
	}
}

func TestUpgradeKeepsObjects(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2023.10.7"))
	object := stage("a")
	object["flow_set"] = []map[string]any{{"slug": "x", "background": "/media/public/x.png"}, {"slug": "y", "background": "/static/y.jpg"}}
	pk := server.Add(smsPath, object)
	path := smsPath + pk + "/"

	before := ask(t, server, http.MethodGet, path, "")
	if before.body["friendly_name"] != nil || before.body["auth"] != "secret" {
		t.Errorf("Before: %s", before.text)
	}
	if err := server.SetRelease("2026.8.5"); err != nil {
		t.Fatal(err)
	}
	first, second := ask(t, server, http.MethodGet, path, ""), ask(t, server, http.MethodGet, path, "")
	if _, ok := first.body["auth"]; ok || first.body["friendly_name"] != "" {
		t.Errorf("After: %s", first.text)
	}
	if strings.Contains(first.text, `"background"`) || !strings.Contains(first.text, "/files/media/public/x.png?token=") {
		t.Errorf("The backgrounds are not those of 2026.8: %s", first.text)
	}
	if first.text == second.text {
		t.Error("Two reads are equal, though flow_set has no order and the signature changes.")
	}
	if stored := server.Objects(smsPath); len(stored) != 1 || stored[0]["auth"] != "secret" {
		t.Errorf("The server lost the secret: %v", stored)
	}
	if err := server.SetRelease("2023.10.7"); err != nil {
		t.Fatal(err)
	}
	if back := ask(t, server, http.MethodGet, path, ""); back.body["friendly_name"] != nil || !strings.Contains(back.text, `"/media/public/x.png"`) {
		t.Errorf("Back: %s", back.text)
	}
}

func TestSteadyAnswers(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithSteadyAnswers())
	object := stage("a")
	object["flow_set"] = []any{map[string]any{"slug": "x", "background_url": "/files/media/x.png"}, map[string]any{"slug": "y"}}
	path := smsPath + server.Add(smsPath, object) + "/"
	first, second := ask(t, server, http.MethodGet, path, ""), ask(t, server, http.MethodGet, path, "")
	if first.text != second.text {
		t.Error("Two reads differ.")
	}
}

func TestUnknownReleases(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2031.2.0-rc1"))
	if version := ask(t, server, http.MethodGet, "/admin/version/", ""); version.body["version_current"] != "2031.2.0-rc1" {
		t.Errorf("The version is %s.", version.text)
	}
	if err := server.SetRelease("newest"); err == nil || server.Release() != "2031.2.0-rc1" {
		t.Errorf("newest is taken for a release (%v).", err)
	}
	if _, err := authentiktest.Start(authentiktest.WithRelease("")); err == nil {
		t.Error("It starts without a release.")
	}
}

func TestSubPath(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithPath("/auth/"))
	if !strings.HasSuffix(server.URL(), "/auth") {
		t.Fatalf("The address is %s.", server.URL())
	}
	if got := ask(t, server, http.MethodGet, smsPath, ""); got.status != http.StatusOK {
		t.Errorf("Below the sub-path: %d", got.status)
	}
	if got := server.Requests(); len(got) != 1 || got[0].Path != "/auth/api/v3"+smsPath {
		t.Errorf("The requests are %v.", got)
	}
	response, err := http.DefaultTransport.RoundTrip(request(t, http.MethodGet, strings.TrimSuffix(server.URL(), "/auth")+"/api/v3"+smsPath))
	if err != nil {
		t.Fatal(err)
	}
	if err := response.Body.Close(); err != nil || response.StatusCode != http.StatusNotFound {
		t.Errorf("Outside of the sub-path: %d (%v)", response.StatusCode, err)
	}
}

func request(t *testing.T, method, url string) *http.Request {
	t.Helper()
	made, err := http.NewRequestWithContext(t.Context(), method, url, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func TestStarting(t *testing.T) {
	t.Parallel()
	for release, want := range map[string]int{"2022.10.4": 502, "2025.8.6": 502, "2025.10.4": 503} {
		server := authentiktest.New(t, authentiktest.WithRelease(release))
		server.SetStarting(true)
		if got := ask(t, server, http.MethodGet, smsPath, ""); got.status != want {
			t.Errorf("%s starting: %d", release, got.status)
		}
		server.SetStarting(false)
		if got := ask(t, server, http.MethodGet, smsPath, ""); got.status != http.StatusOK {
			t.Errorf("%s started: %d", release, got.status)
		}
	}
}

// The race detector looks on.
func TestConcurrentUse(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			pk := server.Add(smsPath, stage(strconv.Itoa(i)))
			path := smsPath + pk + "/"
			ask(t, server, http.MethodPatch, path, `{"name": "changed`+strconv.Itoa(i)+`"}`)
			server.Respond(authentiktest.Matching("", "never"), authentiktest.Drop)
			ask(t, server, http.MethodGet, smsPath, "")
			_, _ = server.Objects(smsPath), server.Requests()
			if err := server.Remove(smsPath, pk); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if left := server.Objects(smsPath); len(left) != 0 {
		t.Errorf("Left: %v", left)
	}
}
