package authentiktest_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// compareHeaders compares the headers that mean something to a client. Those of recordings made
// behind authentik's router lack what the router added for compression.
func compareHeaders(t *testing.T, recorded recording, header http.Header) {
	t.Helper()
	for _, name := range []string{"allow", "content-type", "location", "retry-after", "vary"} {
		want, ok := recorded.Response.Headers[name]
		if !ok || name == "vary" && want == "Accept-Encoding" {
			continue
		}
		if got := header.Get(name); got != want {
			t.Errorf("The header %s is %q, but was %q.", name, got, want)
		}
	}
	if _, ok := recorded.Response.Headers["x-authentik-id"]; ok && len(header.Get("X-Authentik-Id")) != 32 {
		t.Errorf("The request id is %q.", header.Get("X-Authentik-Id"))
	}
}

func compareBodies(t *testing.T, recorded recording, header http.Header, body []byte) {
	t.Helper()
	if text, ok := recorded.Response.Body.(string); ok {
		compareText(t, text, string(body))
		return
	}
	var got any
	if err := json.Unmarshal(body, &got); err != nil {
		t.Fatalf("The body is not JSON: %v (%s)", err, header.Get("Content-Type"))
	}
	comparison := comparison{
		trimmed: strings.Contains(recorded.Note, "trimmed") || strings.Contains(recorded.Note, "cut"),
		created: recorded.Response.Status == http.StatusCreated,
	}
	for _, difference := range comparison.differences("", recorded.Response.Body, got) {
		t.Error(difference)
	}
}

// compareText compares bodies that are not JSON: empty ones, HTML pages, and short texts.
func compareText(t *testing.T, want, got string) {
	t.Helper()
	const html = "<!DOCTYPE html>"
	switch {
	case strings.Contains(want, html):
		if !strings.Contains(got, html) {
			t.Errorf("The body is no HTML page: %s", got)
		}
	case got != want:
		t.Errorf("The body is %q, but was %q.", got, want)
	}
}

// comparison compares JSON values: the same keys, the same values. What the recording left out is
// not compared.
type comparison struct {
	trimmed bool // only the keys in the recording count
	created bool // the primary key is new
}

func (c comparison) differences(at string, want, got any) []string {
	switch want := want.(type) {
	case map[string]any:
		got, ok := got.(map[string]any)
		if !ok {
			return []string{fmt.Sprintf("%s is %v, but was an object.", at, got)}
		}
		return c.objects(at, want, got)
	case []any:
		got, ok := got.([]any)
		if !ok {
			return []string{fmt.Sprintf("%s is %v, but was an array.", at, got)}
		}
		return c.arrays(at, want, got)
	case string:
		return c.texts(at, want, got)
	default:
		if want != got {
			return []string{fmt.Sprintf("%s is %v, but was %v.", at, got, want)}
		}
		return nil
	}
}

const trimmedMark = "<trimmed>"

func (c comparison) objects(at string, want, got map[string]any) []string {
	_, cut := want[trimmedMark]
	cut = cut || len(want) == 2 && want["pk"] != nil && want["name"] != nil
	var found []string
	for key, value := range want {
		switch _, ok := got[key]; {
		case key == trimmedMark, c.created && at == "" && (key == "pk" || key == "policybindingmodel_ptr_id"):
		case !ok:
			found = append(found, fmt.Sprintf("%s.%s is missing.", at, key))
		default:
			found = append(found, c.differences(at+"."+key, value, got[key])...)
		}
	}
	for key := range got {
		if _, ok := want[key]; !ok && !cut && !c.trimmed {
			found = append(found, fmt.Sprintf("%s.%s was not there.", at, key))
		}
	}
	return found
}

func (c comparison) arrays(at string, want, got []any) []string {
	var found []string
	complete := true
	for i, value := range want {
		if text, ok := value.(string); ok && isMark(text) {
			complete = false
			break
		}
		if i >= len(got) {
			return append(found, fmt.Sprintf("%s has %d items, but had more.", at, len(got)))
		}
		found = append(found, c.differences(fmt.Sprintf("%s[%d]", at, i), value, named(value, got[i]))...)
	}
	if complete && len(want) != len(got) {
		found = append(found, fmt.Sprintf("%s has %d items, but had %d.", at, len(got), len(want)))
	}
	return found
}

// named reduces an object to its name where the recording keeps only the names of a list.
func named(want, got any) any {
	object, isObject := got.(map[string]any)
	switch _, isName := want.(string); {
	case isName && isObject && object["slug"] == want:
		return want
	case isName && isObject:
		return object["name"]
	default:
		return got
	}
}

func (c comparison) texts(at, want string, got any) []string {
	const parseError = "JSON parse error - "
	text, ok := got.(string)
	switch {
	case isMark(want):
		return nil
	case ok && strings.Contains(want, "<jwt>"):
		start, _, _ := strings.Cut(want, "<jwt>")
		if !strings.HasPrefix(text, start) {
			return []string{fmt.Sprintf("%s is %q, but began with %q.", at, text, start)}
		}
		return nil
	case ok && strings.Contains(want, "…"):
		start, _, _ := strings.Cut(want, "…")
		if !strings.HasPrefix(text, start) {
			return []string{fmt.Sprintf("%s does not begin with %q.", at, start)}
		}
		return nil
	case ok && strings.HasPrefix(want, parseError):
		want, text = parseError, text[:min(len(text), len(parseError))]
	}
	if !ok || text != want {
		return []string{fmt.Sprintf("%s is %v, but was %q.", at, got, want)}
	}
	return nil
}

// isMark tells whether a text stands for what the recording left out.
func isMark(text string) bool {
	return strings.HasPrefix(text, "<trimmed") || strings.HasPrefix(text, "…")
}
