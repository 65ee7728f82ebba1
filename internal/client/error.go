package client

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Kind is the class of a failure, by which a caller decides what to advise the user.
type Kind int

// The classes of failure.
const (
	// KindStatus is a response with a status of 400 or above.
	KindStatus Kind = iota + 1
	// KindUnreachable is a name that does not resolve, a refused or dropped
	// connection, or a proxy that does not let the request through.
	KindUnreachable
	// KindTLS is a failed handshake, mostly because of an untrusted certificate.
	KindTLS
	// KindTimeout is a request without a complete response in time.
	KindTimeout
	// KindCanceled is a request that the caller canceled.
	KindCanceled
	// KindRedirect is a redirect that was not followed: to another origin, or of
	// a write.
	KindRedirect
	// KindNotJSON is a response with a 2xx status that is not JSON, such as a
	// proxy's login page.
	KindNotJSON
	// KindShape is JSON of another shape than the endpoint's.
	KindShape
	// KindTooLarge is a response above the size limit.
	KindTooLarge
	// KindTruncated is a response that ended before its declared end.
	KindTruncated
)

// Limits, in characters, of what a message repeats of a response.
const (
	maxMessage   = 500
	maxRequestID = 64
)

var (
	errRequestTimeout = errors.New("request timeout")
	errNotObject      = errors.New("the response is not a JSON object")
	errNotDeleted     = errors.New("the response is not that of a deletion, HTTP 204")
	errNotPage        = errors.New("the response lacks the `pagination` and `results` of a list")
	errNotArray       = errors.New("the response is not a JSON array of objects")
)

// Error is a request that failed. It holds nothing secret: no query, no header,
// no body, and of the server's own messages a bounded part, in which the token, the
// configured headers and the secrets of the request are redacted.
type Error struct {
	Kind Kind
	// Method and URL are those of the request, the URL without its query.
	Method, URL string
	// Status is the HTTP status, 0 without a response.
	Status int
	// RequestID is authentik's own id of the request, by which its log can be
	// searched; empty where the response is not from authentik's own handlers.
	RequestID string
	// Target is where a redirect led, without its query.
	Target string
	// Message is the server's own message about the object as a whole (`detail`,
	// `error`, `non_field_errors`) or, without a response, the reason.
	Message string
	// Fields are the server's messages about single fields. The keys are paths of API
	// names, such as `redirect_uris[1].url` or `flow_set.pk`, at most 50 of them.
	Fields map[string][]string
	// RetryAfter is the pause that the server asked for, 0 where it did not.
	RetryAfter time.Duration
	// Attempts is how often the request was sent, over Elapsed in total.
	Attempts int
	Elapsed  time.Duration
	// HTML is true for a web page, which the API itself never responds with.
	HTML bool
	// Search is why it could not be determined whether a write was done whose response
	// was lost.
	Search error
	// Lost is a write that may have been done although it failed.
	Lost bool
	// Err is the underlying error, where there is one.
	Err error

	sent     bool // whether anything of the request was sent
	searched bool // whether a lost write was looked for, and not found
	more     bool // whether the server has more to say than Fields holds
	final    bool // whether the request must not be sent again
	outage   bool // whether it would have been sent again but for an [outage]
}

// FromElsewhere says whether the response did not come from the API: a path
// outside it, a server error, or another program in front of it.
func (e *Error) FromElsewhere() bool {
	return e.HTML || (e.Message == "" && len(e.Fields) == 0)
}

// NotFound says whether authentik's API itself responded that there is no such object.
// A 404 from a proxy, or for a path that the API does not have, says nothing about the
// object.
func (e *Error) NotFound() bool {
	return e.Kind == KindStatus && e.Status == http.StatusNotFound && !e.FromElsewhere()
}

// MaybeDone says whether the server may have done the write that failed. A server
// error says nothing about that, and authentik responds to a write that failed inside
// with 405 and no body.
func (e *Error) MaybeDone() bool {
	switch {
	case e.Status == 0:
		// A certificate is refused before anything is read.
		return e.sent && (e.Kind != KindTLS || !strings.Contains(e.Message, "certificate"))
	case e.Kind == KindRedirect, e.starting():
		return false
	case e.Kind == KindStatus:
		return e.Status >= http.StatusInternalServerError || e.Status == http.StatusMethodNotAllowed && e.FromElsewhere()
	}
	return true
}

// starting says whether authentik's router responded in place of a server that is
// not up yet: in JSON, and without the id that the server gives each request.
func (e *Error) starting() bool {
	return e.Status == http.StatusServiceUnavailable && e.Message != "" && !e.HTML && e.RequestID == ""
}

// Unwrap returns the underlying error.
func (e *Error) Unwrap() error { return e.Err }

// Error says in one sentence what was requested and what the result was.
func (e *Error) Error() string {
	var text strings.Builder
	fmt.Fprintf(&text, "%s %s", e.Method, e.URL)
	switch {
	case e.Kind == KindRedirect:
		fmt.Fprintf(&text, " was redirected (HTTP %d) to %s", e.Status, e.target())
	case e.Status != 0:
		fmt.Fprintf(&text, " was answered with HTTP %d", e.Status)
		if name := http.StatusText(e.Status); name != "" {
			fmt.Fprintf(&text, " (%s)", name)
		}
		if e.Target != "" {
			fmt.Fprintf(&text, " after a redirect to %s", e.Target)
		}
	default:
		text.WriteString(" failed")
	}
	if e.RequestID != "" {
		fmt.Fprintf(&text, ", authentik's request id %s", e.RequestID)
	}
	if e.Message != "" {
		fmt.Fprintf(&text, ": %s", strings.TrimRight(e.Message, "."))
	}
	for _, name := range slices.Sorted(maps.Keys(e.Fields)) {
		fmt.Fprintf(&text, "; %s: %s", name, strings.TrimRight(strings.Join(e.Fields[name], " "), "."))
	}
	if e.more {
		text.WriteString("; and more")
	}
	if e.Attempts > 1 {
		fmt.Fprintf(&text, " (the last of %d attempts in %s)", e.Attempts, e.Elapsed.Round(100*time.Millisecond))
	}
	text.WriteString(".")
	if e.outage {
		text.WriteString(" It was not sent again: another request has just waited for the server in vain.")
	}
	switch {
	case e.Search != nil:
		fmt.Fprintf(&text, " It may have been done all the same. Looking for the result failed: %s", e.Search)
	case e.Lost && e.searched:
		text.WriteString(" It may have been done all the same, but no such object was found; it may yet appear.")
	case e.Lost:
		text.WriteString(" It may have been done all the same.")
	}
	return text.String()
}

func (e *Error) target() string {
	if e.Target == "" {
		return "an unknown place"
	}
	return e.Target
}

// path is the URL's path, for the log.
func (e *Error) path() string {
	parsed, err := url.Parse(e.URL)
	if err != nil {
		return ""
	}
	return parsed.Path
}
