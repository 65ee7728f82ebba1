package stage_test

import (
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-testing/helper/resource"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
)

const unknownID = "00000000-0000-4000-8000-000000000000"

// marked is what must not show up in any diagnostic.
const marked = "marked-secret-91c4"

// Each failure has its own title, tells what was asked and what came back, and
// what to do.
func TestSMSDataSourceDiagnostics(t *testing.T) {
	t.Parallel()
	page := func(status int) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.WriteHeader(status)
			_, _ = io.WriteString(w, "<!DOCTYPE html><title>Log in</title>"+marked)
		}
	}
	json := authentiktest.Status
	for name, test := range map[string]struct {
		handler http.HandlerFunc // nil: the stand-in answers
		by      string           // "name", else by id
		says    []string
	}{
		"unknown id":     {nil, "id", []string{"SMS authenticator setup stage not found", "HTTP 404", "request id", unknownID, "another kind of object", "view_authenticatorsmsstage"}},
		"unknown name":   {nil, "name", []string{"SMS authenticator setup stage not found", `name "nobody"`, "case-sensitively"}},
		"field errors":   {json(400, `{"name":["Bad."],"non_field_errors":["Worse."],"code":"x"}`), "name", []string{"authentik refused the request", "HTTP 400", "Worse; name: Bad."}},
		"license":        {json(400, `{"detail":"Request denied.","code":"denied_license"}`), "id", []string{"authentik refused the request", "Request denied."}},
		"403":            {json(403, `{"detail":"Token invalid/expired","code":"x"}`), "id", []string{"Access denied by authentik", "HTTP 403", "Token invalid/expired", "`token`", "`authentik_stages_authenticator_sms.view_authenticatorsmsstage`"}},
		"401":            {json(401, `{}`), "id", []string{"Access denied by authentik", "HTTP 401"}},
		"404 page":       {page(404), "id", []string{"API path not found", "HTTP 404", "web page", "`url`"}},
		"404 list":       {json(404, `{"detail":"Not found."}`), "name", []string{"API path not found", "release has no SMS authenticator setup stages"}},
		"405":            {json(405, ``), "id", []string{"authentik failed to handle the request", "HTTP 405", "log"}},
		"418":            {json(418, ``), "id", []string{"Unexpected status from authentik", "HTTP 418"}},
		"429":            {json(429, `{"detail":"Slow down."}`), "id", []string{"authentik limits requests", "HTTP 429", "-parallelism"}},
		"500":            {page(500), "id", []string{"authentik failed to handle the request", "HTTP 500", "log"}},
		"502":            {json(502, `{"error":"failed to connect to authentik backend: authentik starting"}`), "id", []string{"authentik is not ready", "HTTP 502", "authentik starting", "/-/health/ready/"}},
		"503":            {json(503, `{"error":"authentik starting"}`), "name", []string{"authentik is not ready", "HTTP 503", "authentik starting"}},
		"login page":     {page(200), "id", []string{"The answer is not from authentik's API", "web page", "`url`", "`headers`"}},
		"half JSON":      {json(200, `{"name":"`+marked), "id", []string{"The answer is not from authentik's API", "breaks off"}},
		"another shape":  {json(200, `{"results":"`+marked+`"}`), "name", []string{"Unexpected answer from authentik", "another shape"}},
		"another object": {json(200, `{"results":"`+marked+`"}`), "id", []string{"Unexpected answer from authentik", "none of the fields"}},
		"another type":   {json(200, `{"pk":"`+unknownID+`","verify_only":"`+marked+`"}`), "id", []string{"Unexpected answer from authentik", "`verify_only` is a string, expected a boolean"}},
		"redirect": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "https://login.example.com/?next="+marked, http.StatusFound)
		}, "id", []string{"authentik's address redirects elsewhere", "https://login.example.com/", "HTTP 302"}},
		"cut": {authentiktest.Drop, "id", []string{"Cannot reach authentik", "EOF"}},
		"100 MB": {func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, `{"name":"`)
			chunk := strings.Repeat("x", 1<<20)
			for range 100 {
				if _, err := io.WriteString(w, chunk); err != nil {
					return
				}
			}
		}, "id", []string{"The answer is too large", "8 MiB"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t)
			if test.handler != nil {
				server.Respond(func(*http.Request) bool { return true }, test.handler)
			}
			provider := acctest.NewProvider(t)
			diagnostics := provider.Configure(map[string]any{
				"url": server.URL(), "token": server.Token(), "max_retries": 0, "headers": map[string]any{"X-Secret": marked},
			})
			if len(diagnostics) > 0 {
				t.Fatal(acctest.Describe(diagnostics))
			}
			arguments := map[string]any{"id": unknownID}
			if test.by == "name" {
				arguments = map[string]any{"name": "nobody"}
			}
			state, diagnostics := provider.Read(smsType, arguments)
			text := acctest.Describe(diagnostics)
			if len(diagnostics) != 1 || state != nil {
				t.Fatalf("%d diagnostics, state %v: %s", len(diagnostics), state != nil, text)
			}
			for _, want := range test.says {
				if !strings.Contains(text, want) {
					t.Errorf("it does not say %q: %s", want, text)
				}
			}
			if strings.Contains(text, marked) || strings.Contains(text, server.Token()) {
				t.Errorf("a secret stands in %s", text)
			}
		})
	}
}

func TestSMSDataSourceServersThatDoNotAnswer(t *testing.T) {
	t.Parallel()
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	secure := httptest.NewUnstartedServer(http.NotFoundHandler())
	secure.Config.ErrorLog = log.New(io.Discard, "", 0) // it complains of the handshake that fails
	secure.StartTLS()
	t.Cleanup(secure.Close)
	waiting := make(chan struct{})
	slow := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-waiting }))
	t.Cleanup(slow.Close)
	t.Cleanup(func() { close(waiting) })
	for address, says := range map[string][]string{
		closed.URL:                    {"Cannot reach authentik", "connection refused", "`url`"},
		"http://no-such-host.invalid": {"Cannot reach authentik", "no-such-host.invalid"},
		secure.URL:                    {"No secure connection to authentik", "`ca_certificate`"},
		slow.URL:                      {"authentik did not answer in time", "within 50ms", "`request_timeout`"},
	} {
		timeout := "60s"
		if address == slow.URL {
			timeout = "50ms"
		}
		provider := acctest.NewProvider(t)
		if diagnostics := provider.Configure(map[string]any{"url": address, "token": marked, "insecure": false, "max_retries": 0, "request_timeout": timeout}); len(diagnostics) > 0 {
			t.Fatal(acctest.Describe(diagnostics))
		}
		_, diagnostics := provider.Read(smsType, map[string]any{"id": unknownID})
		text := acctest.Describe(diagnostics)
		for _, want := range append(says, "GET "+address+"/api/v3"+smsPath+unknownID+"/") {
			if !strings.Contains(text, want) {
				t.Errorf("%s: it does not say %q: %s", address, want, text)
			}
		}
		if strings.Contains(text, marked) {
			t.Errorf("a secret stands in %s", text)
		}
	}
}

// Rights and tokens as the real servers have them, on the oldest, the newest and
// the two recorded releases.
func TestSMSDataSourceRights(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2022.10.4", "2023.10.7", "2025.12.4", "2026.8.5"} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			id := server.Add(smsPath, map[string]any{"name": "one"})
			for name, token := range map[string]string{"wrong": "wrong", "none": server.AddToken()} {
				provider := acctest.NewProvider(t)
				if diagnostics := provider.Configure(map[string]any{"url": server.URL(), "token": token, "max_retries": 0}); len(diagnostics) > 0 {
					t.Fatal(acctest.Describe(diagnostics))
				}
				for _, arguments := range []map[string]any{{"id": id}, {"name": "one"}} {
					state, diagnostics := provider.Read(smsType, arguments)
					text := acctest.Describe(diagnostics)
					if len(diagnostics) != 1 || state != nil || !strings.Contains(text, "view_authenticatorsmsstage") {
						t.Errorf("%s, %v: %s", name, arguments, text)
					}
				}
			}
			if contract.Compare(release, "2023.10") < 0 {
				return // before there were roles, rights were given object by object
			}
			provider := acctest.NewProvider(t)
			if diagnostics := provider.Configure(map[string]any{"url": server.URL(), "token": server.AddToken("view"), "max_retries": 0}); len(diagnostics) > 0 {
				t.Fatal(acctest.Describe(diagnostics))
			}
			if _, diagnostics := provider.Read(smsType, map[string]any{"id": id}); len(diagnostics) > 0 {
				t.Error(acctest.Describe(diagnostics))
			}
		})
	}
}

func TestSMSDataSourceAmbiguousName(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add(smsPath, map[string]any{"name": "twice"})
	server.Add(smsPath, map[string]any{"name": "twice"})
	provider := configured(t, server, nil)
	for name, says := range map[string]string{"twice": "has 2 objects", "Twice": "not found"} {
		_, diagnostics := provider.Read(smsType, map[string]any{"name": name})
		if text := acctest.Describe(diagnostics); len(diagnostics) != 1 || !strings.Contains(text, says) || !strings.Contains(text, `name "`+name+`"`) {
			t.Errorf("%s: %s", name, text)
		}
	}
}

// What Terraform itself shows: the error stands on the argument's line.
func TestAccSMSDataSourceErrorsShowTheLine(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := acctest.ProviderBlock(server.URL(), server.Token())
	resource.UnitTest(t, resource.TestCase{
		ProtoV6ProviderFactories: acctest.Factories(),
		Steps: []resource.TestStep{
			{Config: provider + smsBlock(`id = "`+unknownID+`"`), ExpectError: regexp.MustCompile(`(?s)setup stage not found.*id = "` + unknownID)},
			{Config: provider + smsBlock(`name = "nobody"`), ExpectError: regexp.MustCompile(`(?s)setup stage not found.*name = "nobody"`)},
		},
	})
}
