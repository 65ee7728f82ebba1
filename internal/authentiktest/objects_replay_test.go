package authentiktest_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest/recorded"
)

// exchange is a request to a real server and its answer.
type exchange = recorded.Exchange

// TestReplayObjects sends what real servers were sent about every collection and compares the
// answers. What the stand-in answers otherwise is on the list notImitatedObjects.
func TestReplayObjects(t *testing.T) {
	t.Parallel()
	tally := &tally{needed: make(map[string]bool)}
	t.Run("series", func(t *testing.T) {
		t.Parallel()
		for _, release := range recorded.Releases() {
			for name, exchanges := range recorded.Series(t, release) {
				t.Run(release+"/"+name, func(t *testing.T) {
					t.Parallel()
					replaySeries(t, tally, release, name, exchanges)
				})
			}
		}
	})
	t.Cleanup(func() { tally.report(t) })
}

// tally counts what is imitated.
type tally struct {
	mu              sync.Mutex
	imitated, total int
	needed          map[string]bool // patterns of exceptions that were needed
}

func (c *tally) count(t *testing.T, name string, differences []string) {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.total++
	if len(differences) == 0 {
		c.imitated++
		return
	}
	for pattern := range notImitatedObjects {
		if matched, _ := path.Match(pattern, name); matched {
			c.needed[pattern] = true
			return
		}
	}
	t.Errorf("%s: %s", name, strings.Join(differences, "\n\t"))
}

func (c *tally) report(t *testing.T) {
	t.Helper()
	t.Logf("%d of %d recorded exchanges are imitated.", c.imitated, c.total)
	for pattern, reason := range notImitatedObjects {
		if !c.needed[pattern] {
			t.Errorf("%s is listed as not imitated (%s), but it is.", pattern, reason)
		}
	}
}

// replaySeries replays a series on a server of its own.
func replaySeries(t *testing.T, tally *tally, release, name string, exchanges []exchange) {
	t.Helper()
	options := []authentiktest.Option{authentiktest.WithRelease(release), authentiktest.WithSteadyAnswers(), authentiktest.WithoutEnterprise()}
	if name == "_extra-various" {
		options = append(options, authentiktest.WithDefaults())
	}
	server := authentiktest.New(t, options...)
	scene := newScene(t.Context(), server, release, name, exchanges)
	for i := range exchanges {
		one := &exchanges[i]
		if one.Request.Method == "" || isArtefact(exchanges, i) {
			continue
		}
		scene.before(one)
		status, body := scene.ask(one)
		differences := scene.compare(one, status, body)
		scene.unfill()
		if len(differences) > 0 {
			scene.resume(one, body)
		}
		tally.count(t, release+"/"+name+"/"+one.Name, differences)
	}
}

// isArtefact tells whether a recorded body is not what was sent: the recorder noted a body that it
// completed for the next try.
func isArtefact(exchanges []exchange, i int) bool {
	if i+1 >= len(exchanges) {
		return false
	}
	one, next := exchanges[i], exchanges[i+1]
	first := strings.TrimRight(one.Name, "-0123456789")
	return next.Name != first && strings.TrimRight(next.Name, "-0123456789") == first && one.Request.Method == http.MethodPost &&
		bytes.Equal(one.Request.Body, next.Request.Body) && one.Response.Status >= 400
}

var recordedBase = regexp.MustCompile(`http://127\.0\.0\.1:902[356]`)

// ask sends a request, with the addresses and keys of this server in it.
func (s *scene) ask(one *exchange) (int, []byte) {
	body := s.translate(string(one.Request.Body))
	if body == "null" {
		body = ""
	}
	request := httptest.NewRequestWithContext(s.ctx, one.Request.Method, s.translate(one.Request.Path), strings.NewReader(body))
	request.Header.Set("Authorization", "Bearer "+s.server.Token())
	request.Header.Set("Content-Type", "application/json")
	request.Host = strings.TrimPrefix(s.server.URL(), "http://")
	recorder := httptest.NewRecorder()
	s.server.Answer(recorder, request)
	return recorder.Code, recorder.Body.Bytes()
}

// decodeExact decodes JSON and keeps numbers as they are written.
func decodeExact(text []byte) any {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var value any
	if decoder.Decode(&value) != nil {
		return fmt.Sprintf("<not JSON: %.60s>", text)
	}
	return value
}
