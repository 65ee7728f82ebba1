package resource_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
)

// failedWith is the message of a task that failed, with this answer about its log.
func failedWith(t *testing.T, config values, answer string) (message string, asked url.Values) {
	t.Helper()
	w := manage(t, worked())
	w.Kind.Model = "authentik_things.thing"
	(&worker{result: "failed", answer: func(rw http.ResponseWriter, r *http.Request) bool {
		if strings.HasSuffix(r.URL.Path, "/tasks/tasks/") {
			asked = r.URL.Query()
		}
		return answers(map[string]string{"/tasks/tasks/": answer})(rw, r)
	}}).employ(w)
	config["name"] = "a"
	_, diagnostics := w.apply(config, nil)
	if len(diagnostics) != 1 {
		t.Fatalf("%d messages: %s", len(diagnostics), messages(diagnostics))
	}
	return diagnostics[0].Detail(), asked
}

// A failure shows what the newest task of the object has logged, whatever the release
// calls that, without what helps developers only.
func TestLogOfAJobThatFails(t *testing.T) {
	t.Parallel()
	const without = "The log of authentik's worker has the cause."
	for name, test := range map[string]struct{ answer, want string }{
		"since 2025.10":    {`{"results":[{"logs":[{"log_level":"info","event":"one"},{"log_level":"debug","event":"two"},{"log_level":"error","event":"three\nfour"},{"log_level":"error","event":""}]}]}`, "authentik's log:\n\n- one\n- three\n  four\n\nThe next plan"},
		"2025.8":           {`{"results":[{"messages":[{"log_level":"warning","event":"one"}]}]}`, "authentik's log:\n\n- one\n\nThe next plan"},
		"the newest only":  {`{"results":[{"logs":[{"event":"new"}]},{"logs":[{"event":"old"}]}]}`, "authentik's log:\n\n- new\n\nThe next plan"},
		"nothing logged":   {`{"results":[{"logs":[]}]}`, without},
		"only for debug":   {`{"results":[{"logs":[{"log_level":"debug","event":"one"}]}]}`, without},
		"no task":          {`{"results":[]}`, without},
		"something else":   {`[]`, without},
		"before such list": {``, without},
	} {
		if got, _ := failedWith(t, values{}, test.answer); !strings.Contains(got, test.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
	_, asked := failedWith(t, values{}, `{"results":[]}`)
	if got, want := asked.Encode(), "ordering=-mtime&page_size=1&rel_obj_content_type__app_label=authentik_things&rel_obj_content_type__model=thing&rel_obj_id=00000001-0000-4000-8000-000000000000"; got != want {
		t.Errorf("asked with %s, want %s", got, want)
	}
}

// Of a long log the end is shown.
func TestLongLogOfAJob(t *testing.T) {
	t.Parallel()
	var events []coretest.Object
	for i := range 50 {
		events = append(events, coretest.Object{"event": fmt.Sprint("event ", i)})
	}
	answer, err := json.Marshal(coretest.Object{"results": []coretest.Object{{"logs": events}}})
	if err != nil {
		t.Fatal(err)
	}
	got, _ := failedWith(t, values{}, string(answer))
	if strings.Count(got, "event ") != 20 || strings.Contains(got, "event 29\n") || !strings.Contains(got, "log:\n\n- event 30\n") || !strings.Contains(got, "- event 49\n") {
		t.Error(got)
	}
}

// No string of the private argument is in the log, however deep it is in the argument and
// however the server's log writes it.
func TestLogOfAJobHidesPrivateStrings(t *testing.T) {
	t.Parallel()
	const context = `{"one":"S3cr3t","list":[{"two":"S3cr3t-longer","three":"x"}],"pem":"-----BEGIN\nS3cr3tKey\n-----END","quoted":"say \"S3cr3t\"","empty":"","number":7}`
	for event, want := range map[string]string{
		"it is S3cr3t":        "- it is (redacted)\n",
		"it is S3cr3t-longer": "- it is (redacted)\n",
		"x":                   "- (redacted)\n",
		"7 of them":           "- 7 of them\n",
		"-----BEGIN\nS3cr3tKey\n-----END is wrong": "- (redacted) is wrong\n",
		`'-----BEGIN\nS3cr3tKey\n-----END'`:        "- '(redacted)'\n",
		"-----BEGIN S3cr3tKey -----END":            "- (redacted)\n",
		`{"a":"say \"S3cr3t\""}`:                   `- {"a":"(redacted)"}` + "\n",
	} {
		logged, err := json.Marshal(coretest.Object{"results": []coretest.Object{{"logs": []coretest.Object{{"event": event}}}}})
		if err != nil {
			t.Fatal(err)
		}
		for _, config := range []values{{"context": context}, {"context_wo": context, "context_wo_version": 1}} {
			got, _ := failedWith(t, config, string(logged))
			if !strings.Contains(got, want) {
				t.Errorf("%q: %s", event, got)
			}
			noSecret(t, got)
		}
	}
}
