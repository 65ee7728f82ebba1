package authentiktest

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// Request is a request that the server received.
type Request struct {
	Method string
	Path   string // as sent, with the sub-path and without the query
	Query  url.Values
	Header http.Header
	// Body is the decoded JSON object; nil when there was none, or something else than a JSON
	// object. Numbers are float64, or json.Number where float64 would round them.
	Body map[string]any
}

// String names method and path. Query and body are left out, because they may hold secrets.
func (r Request) String() string { return r.Method + " " + r.Path }

// GoString is String.
func (r Request) GoString() string { return r.String() }

// Requests lists the requests since the start or the last ResetRequests, oldest first. In their
// headers Authorization shows only the scheme ("Bearer").
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// ResetRequests forgets the requests so far.
func (s *Server) ResetRequests() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = nil
}

// fault is a handler that answers instead of the stand-in.
type fault struct {
	match   func(*http.Request) bool
	handler http.HandlerFunc
	left    int // how many requests it still answers; negative: any number
}

// Respond makes a handler answer all requests that match, instead of the stand-in; they are
// recorded all the same. Of several that match, the newest answers. The handler may call
// [Server.Answer] to have the stand-in do its part, for example to lose the answer of a write
// that happened.
func (s *Server) Respond(match func(*http.Request) bool, handler http.HandlerFunc) {
	s.RespondFirst(-1, match, handler)
}

// RespondFirst is Respond for the next count requests that match; after them the stand-in
// answers again. A negative count means all.
func (s *Server) RespondFirst(count int, match func(*http.Request) bool, handler http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = append(s.faults, &fault{match: match, handler: handler, left: count})
}

// ResetResponses removes the handlers of Respond and RespondFirst.
func (s *Server) ResetResponses() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults = nil
}

// Matching matches requests with this method ("" for any) whose path contains the text.
func Matching(method, pathPart string) func(*http.Request) bool {
	return func(r *http.Request) bool {
		return (method == "" || r.Method == method) && strings.Contains(r.URL.Path, pathPart)
	}
}

// Drop is a handler that cuts the connection without an answer.
func Drop(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

// Status gives a handler that answers with a status and a JSON body.
func Status(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// ServeHTTP records the request and answers it, by a handler of Respond or as the stand-in. It is
// exported so that a test can put the server behind TLS or a proxy of its own.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 32<<20))
	if err != nil {
		tooLarge.write(w, r)
		return
	}
	// GetBody lets whoever answers read the body again, as often as needed.
	r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(body)), nil }
	s.record(r, body)
	s.responder(r)(w, r)
}

// tooLarge is the router's answer to a body of more than 32 MiB, and to one that breaks off.
var tooLarge = &reply{
	status: http.StatusBadGateway,
	header: http.Header{"Content-Type": {"application/json"}},
	body:   []byte(`{"error":"failed to connect to authentik backend: http: request body too large"}`),
}

// record notes the request.
func (s *Server) record(r *http.Request, body []byte) {
	noted := Request{Method: r.Method, Path: r.URL.Path, Query: r.URL.Query(), Header: r.Header.Clone()}
	if authorization := noted.Header.Get("Authorization"); authorization != "" {
		scheme, _, _ := strings.Cut(authorization, " ")
		if s.isToken(scheme) {
			scheme = ""
		}
		noted.Header.Set("Authorization", scheme)
	}
	// What is not an object leaves the map nil, which is what Request promises.
	if decoded, err := decode(body); err == nil {
		noted.Body, _ = rounded(decoded).(map[string]any)
	}

	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, noted)
}

// responder gives what is to answer the request: a handler of Respond, or the stand-in.
func (s *Server) responder(r *http.Request) http.HandlerFunc {
	s.mu.Lock()
	faults := slices.Clone(s.faults)
	s.mu.Unlock()
	defer rewind(r)
	for _, fault := range slices.Backward(faults) {
		rewind(r)
		// The lock is not held here, so that the function may ask the server.
		if fault.match(r) && s.use(fault) {
			return fault.handler
		}
	}
	return s.Answer
}

// use counts a request for a handler, false when the handler has answered its share.
func (s *Server) use(fault *fault) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if fault.left == 0 {
		return false
	}
	fault.left--
	return true
}

// rewind makes the body readable from its beginning.
func rewind(r *http.Request) {
	if r.GetBody == nil {
		return
	}
	if body, err := r.GetBody(); err == nil {
		r.Body = body
	}
}

// isToken tells whether the text is a token, sent without a scheme.
func (s *Server) isToken(text string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, ok := s.users[text]
	return ok
}

var (
	_ fmt.Stringer   = (*Server)(nil)
	_ fmt.GoStringer = (*Server)(nil)
	_ fmt.Stringer   = Request{}
	_ http.Handler   = (*Server)(nil)
)
