package authentiktest_test

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

func TestRequestsAreRecordedWithoutToken(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	ask(t, server, http.MethodPost, smsPath+"?a=b", stageBody)
	ask(t, server, http.MethodGet, smsPath, "")
	noScheme := request(t, http.MethodGet, server.URL()+"/api/v3"+smsPath)
	noScheme.Header.Set("Authorization", server.Token())
	if response, err := http.DefaultTransport.RoundTrip(noScheme); err != nil || response.Body.Close() != nil {
		t.Fatal(err)
	}

	got := server.Requests()
	if len(got) != 3 {
		t.Fatalf("Recorded: %v", got)
	}
	post := got[0]
	if post.Method != http.MethodPost || post.Path != "/api/v3"+smsPath || post.Query.Get("a") != "b" || post.Body["name"] != "a" {
		t.Errorf("Recorded: %s %v %v", post, post.Query, post.Body)
	}
	if post.Header.Get("Authorization") != "Bearer" || got[1].Body != nil {
		t.Errorf("Recorded: %v %v", post.Header, got[1].Body)
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
		for _, value := range []any{server, got, post, post.Header, got[2].Header} {
			if text := fmt.Sprintf(verb, value); strings.Contains(text, server.Token()) {
				t.Errorf("%s of %T shows the token.", verb, value)
			}
		}
	}
	server.ResetRequests()
	if got := server.Requests(); len(got) != 0 {
		t.Errorf("After the reset: %v", got)
	}
}

func TestRespond(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Respond(authentiktest.Matching(http.MethodGet, smsPath), authentiktest.Status(http.StatusTeapot, `{"detail": "old"}`))
	server.RespondFirst(2, authentiktest.Matching("", smsPath), authentiktest.Status(http.StatusBadGateway, "{}"))
	for i, want := range []int{502, 502, 418, 418} {
		if got := ask(t, server, http.MethodGet, smsPath, ""); got.status != want {
			t.Errorf("Answer %d: %d, wanted %d", i, got.status, want)
		}
	}
	server.ResetResponses()
	if got := ask(t, server, http.MethodGet, smsPath, ""); got.status != http.StatusOK || len(server.Requests()) != 5 {
		t.Errorf("After the reset: %d, %d requests", got.status, len(server.Requests()))
	}
}

// A write may happen though its answer gets lost; match and handler may read the body and ask
// the server.
func TestLostAnswer(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	hasName := func(r *http.Request) bool {
		body, err := io.ReadAll(r.Body)
		return err == nil && strings.Contains(string(body), `"name"`) && len(server.Requests()) > 0
	}
	server.RespondFirst(1, hasName, func(w http.ResponseWriter, r *http.Request) {
		if body, err := io.ReadAll(r.Body); err != nil || len(body) == 0 {
			t.Errorf("The body is not there: %v", err)
		}
		server.Answer(httptest.NewRecorder(), r)
		authentiktest.Drop(w, r)
	})
	post := request(t, http.MethodPost, server.URL()+"/api/v3"+smsPath)
	post.Body = io.NopCloser(strings.NewReader(stageBody))
	post.Header.Set("Content-Type", "application/json")
	post.Header.Set("Authorization", "Bearer "+server.Token())
	if response, err := http.DefaultTransport.RoundTrip(post); err == nil {
		t.Errorf("There is an answer: %d (%v)", response.StatusCode, response.Body.Close())
	}
	if stored := server.Objects(smsPath); len(stored) != 1 || stored[0]["name"] != "a" {
		t.Errorf("Stored: %v", stored)
	}
}
