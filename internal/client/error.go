package client

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"
)

// Kind is the class of a failure, by which a caller decides what to tell the
// user.
type Kind int

// The classes of failure.
const (
	// KindStatus is an answer with a status of 400 or above.
	KindStatus Kind = iota + 1
	// KindUnreachable is a name that does not resolve, a refused or a dropped
	// connection, a proxy that does not let through.
	KindUnreachable
	// KindTLS is a handshake that failed, mostly for an untrusted certificate.
	KindTLS
	// KindTimeout is a request that had no complete answer in time.
	KindTimeout
	// KindCanceled is a request that the caller gave up.
	KindCanceled
	// KindRedirect is a redirect that was not followed: to another origin, or of
	// a write.
	KindRedirect
	// KindNotJSON is an answer with a good status that is no JSON, such as a
	// proxy's login page.
	KindNotJSON
	// KindShape is JSON of another shape than the endpoint's.
	KindShape
	// KindTooLarge is an answer above the limit.
	KindTooLarge
	// KindTruncated is an answer that ended before its declared end.
	KindTruncated
)

// Bounds, in characters, of what a message repeats of a server's words.
const (
	maxMessage   = 500
	maxRequestID = 64
)

var (
	errRequestTimeout = errors.New("request timeout")
	errNotObject      = errors.New("the answer is no JSON object")
	errNotDeleted     = errors.New("the answer is not the one to a deletion, HTTP 204")
	errNotPage        = errors.New("the answer has not the `pagination` and `results` of a list")
)

// Error is a request that failed. It holds nothing secret: no query, no header,
// no body, and of the server's own message no more than 500 characters with the
// token and the configured headers taken out.
type Error struct {
	Kind Kind
	// Method and URL are what was asked, the URL without its query.
	Method, URL string
	// Status is the HTTP status, 0 without an answer.
	Status int
	// RequestID is authentik's own id of the request, under which its log has
	// it; empty where the answer came from somewhere else.
	RequestID string
	// Target is where a redirect led, without its query.
	Target string
	// Message is the server's own words about the object as a whole (`detail`,
	// `error`, `non_field_errors`) or, without an answer, the reason.
	Message string
	// Fields is what the server said of single fields, by their API name; inner
	// names are joined by dots.
	Fields map[string][]string
	// RetryAfter is what the server asked for, 0 where it did not.
	RetryAfter time.Duration
	// Attempts is how often the request was sent, over Elapsed in all.
	Attempts int
	Elapsed  time.Duration
	// HTML is true for a web page, which the API itself never answers with.
	HTML bool
	// Search is why what a create may have made could not be looked up or taken
	// over.
	Search error
	// Lost is a create that may have been done although it failed, where no such
	// object was found.
	Lost bool
	// Err is the error below, where there is one.
	Err error

	sent bool // whether anything of the request went out
}

// FromElsewhere says whether the answer did not come from the API: a path
// outside it, a server error, or another program in front of it.
func (e *Error) FromElsewhere() bool {
	return e.HTML || (e.Message == "" && len(e.Fields) == 0)
}

// Unwrap returns the error below.
func (e *Error) Unwrap() error { return e.Err }

// Error tells in one sentence what was asked and what came back.
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
	if e.Attempts > 1 {
		fmt.Fprintf(&text, " (the last of %d attempts in %s)", e.Attempts, e.Elapsed.Round(100*time.Millisecond))
	}
	text.WriteString(".")
	switch {
	case e.Search != nil:
		fmt.Fprintf(&text, " It may have been done all the same. Looking for the object: %s", e.Search)
	case e.Lost:
		text.WriteString(" It may have been done all the same, but no such object was found; it may yet appear.")
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

// explainer takes the server's own words out of an error's body.
type explainer struct {
	secrets []string
	about   *Error
}

// explain reads the body. Bodies that are no JSON object, such as web pages, say
// nothing that a user could act on.
func (x explainer) explain(body []byte) {
	var object map[string]json.RawMessage
	if json.Unmarshal(body, &object) != nil {
		if looksLikeHTML(body) {
			x.about.HTML = true
			x.about.Message = "the answer is a web page (HTML)"
		}
		return
	}
	x.about.Fields = map[string][]string{}
	x.collect("", object, 0)
}

// maxNesting bounds how deep the errors of nested objects are followed.
const maxNesting = 8

func (x explainer) collect(prefix string, object map[string]json.RawMessage, depth int) {
	for _, key := range slices.Sorted(maps.Keys(object)) {
		texts := x.texts(object[key])
		switch {
		case key == "code" && prefix == "" && len(texts) == 1:
			// A word for programs; the message beside it is for people.
		case prefix == "" && slices.Contains([]string{"detail", "error", "non_field_errors"}, key):
			x.about.Message = strings.TrimSpace(x.about.Message + " " + strings.Join(texts, " "))
		case len(texts) > 0:
			name := redact(cleanText(prefix+key, maxMessage), x.secrets)
			x.about.Fields[name] = append(x.about.Fields[name], texts...)
		default:
			var inner map[string]json.RawMessage
			if depth < maxNesting && json.Unmarshal(object[key], &inner) == nil {
				x.collect(prefix+key+".", inner, depth+1)
			}
		}
	}
}

// texts reads a message, or a list of them.
func (x explainer) texts(value json.RawMessage) []string {
	var one string
	var many []string
	switch {
	case json.Unmarshal(value, &one) == nil:
		many = []string{one}
	case json.Unmarshal(value, &many) != nil:
		return nil
	}
	texts := make([]string, 0, len(many))
	for _, text := range many {
		// Secrets first: cleaning a text could tear them apart.
		if text = redact(cleanText(redact(text, x.secrets), maxMessage), x.secrets); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// secrets are the values of the configuration that no message may repeat.
func (c *Client) secrets() []string {
	return append(slices.Collect(maps.Values(c.config.Headers)), c.config.Token)
}

// redact takes secrets out of a text, for servers and proxies that repeat what
// they were sent. What has fewer than four characters is no secret, and replacing
// it would garble every text.
func redact(text string, secrets []string) string {
	for _, secret := range secrets {
		if len(secret) >= 4 {
			text = strings.ReplaceAll(text, secret, "(redacted)")
		}
	}
	return text
}

// cleanText makes a server's text fit for a terminal: one line, printable,
// bounded.
func cleanText(text string, limit int) string {
	text = strings.Map(func(char rune) rune {
		switch {
		case unicode.IsSpace(char):
			return ' '
		case !unicode.IsPrint(char):
			return -1
		}
		return char
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	if characters := []rune(text); len(characters) > limit {
		text = string(characters[:limit]) + "…"
	}
	return text
}
