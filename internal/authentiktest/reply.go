package authentiktest

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"maps"
	"net/http"
	"strings"
)

// reply is an answer before it is sent.
type reply struct {
	status int
	header http.Header
	body   []byte
}

func (r *reply) write(w http.ResponseWriter, request *http.Request) {
	maps.Copy(w.Header(), r.header)
	w.WriteHeader(r.status)
	if request.Method != http.MethodHead {
		_, _ = w.Write(r.body) //nolint:gosec // G705: it repeats what was sent, as JSON; a client that is gone needs no answer
	}
}

// jsonReply makes an answer in JSON, as authentik writes it: characters like < as they are.
func jsonReply(status int, value any) *reply {
	var body bytes.Buffer
	encoder := json.NewEncoder(&body)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		// Only values that came from JSON get here, or were put in by a test.
		return &reply{status: http.StatusInternalServerError, body: []byte("the stand-in cannot write its answer: " + err.Error())}
	}
	return &reply{
		status: status,
		header: http.Header{"Content-Type": {"application/json"}},
		body:   bytes.TrimRight(body.Bytes(), "\n"),
	}
}

// detail makes the answer for an error of the whole request.
func detail(status int, text string) *reply {
	return jsonReply(status, map[string]any{"detail": text})
}

// allowing adds the header that lists the methods of the URL.
func (r *reply) allowing(methods string) *reply {
	if r.header == nil {
		r.header = make(http.Header)
	}
	if r.header.Get("Allow") == "" {
		r.header.Set("Allow", methods)
	}
	return r
}

// page is an HTML page; real ones are longer, but nobody should read them.
func page(status int, title string) *reply {
	return &reply{
		status: status,
		header: http.Header{"Content-Type": {"text/html; charset=utf-8"}},
		body:   []byte("<!DOCTYPE html>\n<html lang=\"en\"><head><title>" + title + "</title></head><body></body></html>\n"),
	}
}

// emptyRefusal answers a write that ended in an HTML page: authentik's error page allows reading
// only, so that 405 and nothing else comes out, whatever went wrong.
func emptyRefusal() *reply {
	return &reply{
		status: http.StatusMethodNotAllowed,
		header: http.Header{"Content-Type": {"text/html; charset=utf-8"}, "Allow": {"GET, HEAD, OPTIONS"}},
	}
}

// reads tells whether a method only reads.
func reads(method string) bool {
	return method == http.MethodGet || method == http.MethodHead || method == http.MethodOptions
}

// noPage answers a request for a URL that does not exist.
func noPage(method string) *reply {
	if !reads(method) {
		return emptyRefusal()
	}
	return page(http.StatusNotFound, "Not Found - authentik")
}

// serverError answers a request that the server failed at.
func (s *Server) serverError(method string) *reply {
	if !reads(method) {
		return emptyRefusal()
	}
	return page(http.StatusInternalServerError, "Internal Server Error - authentik")
}

// finish adds the headers that every answer of the application has.
func (s *Server) finish(answer *reply) *reply {
	header := answer.header
	if header == nil {
		header = make(http.Header)
		answer.header = header
	}
	// The JSON writer changed in 2024.8.0 and since then states the character set.
	if header.Get("Content-Type") == "application/json" && s.since("2024.8.0") {
		header.Set("Content-Type", "application/json; charset=utf-8")
	}
	vary := []string{"Cookie"}
	if s.since("2025.10.0") { // the language follows Accept-Language
		vary = []string{"Accept-Language", "Cookie"}
	}
	header.Set("Vary", strings.Join(vary, ", "))
	header.Set("X-Authentik-Id", randomID())
	header.Set("X-Powered-By", "authentik")
	return answer
}

// randomID makes the id by which the server's log names a request.
func randomID() string {
	id := make([]byte, 16)
	_, _ = rand.Read(id) // never fails, see crypto/rand
	return hex.EncodeToString(id)
}

// startingReply is what authentik's router answers while the server behind it starts.
func (s *Server) startingReply(accept string) *reply {
	if !s.since("2025.10.0") {
		text := "failed to connect to authentik backend: authentik starting"
		if !s.since("2023.1.0") {
			text = "authentik starting..."
		}
		answer := &reply{
			status: http.StatusBadGateway,
			header: http.Header{"Content-Type": {"text/plain; charset=utf-8"}},
			body:   []byte(text),
		}
		if accept == "application/json" {
			answer.body = []byte(`{"error":"` + text + `"}`)
		}
		return answer
	}
	answer := &reply{status: http.StatusServiceUnavailable, header: http.Header{"Retry-After": {"5"}}}
	switch {
	case strings.Contains(accept, "application/json"):
		answer.header.Set("Content-Type", "application/json")
		answer.body = []byte(`{"error":"authentik starting"}`)
	case strings.Contains(accept, "text/html"):
		answer.header.Set("Content-Type", "text/html")
	default:
		answer.header.Set("Content-Type", "text/plain")
		answer.body = []byte("authentik starting")
	}
	return answer
}
