package authentiktest_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// Ten thousand objects of one kind, each bound to a flow, must not make a request slow: what is
// measured through the stand-in would otherwise be the stand-in.
func BenchmarkTenThousand(b *testing.B) {
	server := authentiktest.New(b)
	flow := server.Add(flowPath, map[string]any{"slug": "a"})
	var pk string
	for i := range 10_000 {
		object := stage(fmt.Sprintf("stage %05d", i))
		pk = server.Add(smsPath, object)
		server.Add(bindingPath, map[string]any{"target": flow, "stage": pk, "order": i})
	}
	one := smsPath + pk + "/"
	for _, request := range []struct{ name, method, path, body string }{
		{"read", http.MethodGet, one, ""},
		{"look up", http.MethodGet, smsPath + "?name=stage%2004711", ""},
		{"first page", http.MethodGet, smsPath + "?page_size=100", ""},
		{"last page", http.MethodGet, smsPath + "?page_size=100&page=last", ""},
		{"ordered page", http.MethodGet, allPath + "?ordering=name&page_size=100&page=50", ""},
		{"change", http.MethodPatch, one, `{"from_number": "2"}`},
		{"flow", http.MethodGet, flowPath + "a/", ""},
	} {
		b.Run(request.name, func(b *testing.B) {
			for b.Loop() {
				answerTo(b, server, request.method, request.path, request.body)
			}
		})
	}
	b.Run("change, then list", func(b *testing.B) {
		for b.Loop() {
			answerTo(b, server, http.MethodPatch, one, `{"from_number": "2"}`)
			answerTo(b, server, http.MethodGet, smsPath+"?page_size=100", "")
		}
	})
	b.Run("create and delete", func(b *testing.B) {
		for b.Loop() {
			created := answerTo(b, server, http.MethodPost, smsPath, stageBody)
			_, rest, _ := strings.Cut(created, `"pk":"`)
			id, _, _ := strings.Cut(rest, `"`)
			answerTo(b, server, http.MethodDelete, smsPath+id+"/", "")
		}
	})
}

// answerTo sends a request without the network and without recording it.
func answerTo(b *testing.B, server *authentiktest.Server, method, path, body string) string {
	b.Helper()
	request := httptest.NewRequestWithContext(b.Context(), method, "/api/v3"+path, strings.NewReader(body))
	request.Header.Set("Authorization", "Bearer "+server.Token())
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	server.Answer(recorder, request)
	if recorder.Code >= 300 {
		b.Fatalf("%s %s: %d %s", method, path, recorder.Code, recorder.Body)
	}
	return recorder.Body.String()
}

// Tests start hundreds of servers, so that a start must cost next to nothing.
func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		server, err := authentiktest.Start()
		if err != nil {
			b.Fatal(err)
		}
		server.Close()
	}
}
