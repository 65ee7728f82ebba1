package stage_test

import (
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// loss is a way in which the answer to a write gets lost.
type loss struct {
	done   bool // whether the server did what it was asked for
	handle func(*authentiktest.Server, http.ResponseWriter, *http.Request)
}

// losses are what real servers and proxies do; see the recordings.
var losses = map[string]loss{
	"502 before":     {false, status(http.StatusBadGateway, `{"error":"failed to connect to authentik backend"}`)},
	"502 after":      {true, status(http.StatusBadGateway, `{"error":"failed to connect to authentik backend"}`)},
	"503 before":     {false, status(http.StatusServiceUnavailable, `{"error":"authentik starting"}`)},
	"405 after":      {true, status(http.StatusMethodNotAllowed, ``)},
	"500 after":      {true, status(http.StatusInternalServerError, `<html>`)},
	"dropped before": {false, func(_ *authentiktest.Server, w http.ResponseWriter, r *http.Request) { authentiktest.Drop(w, r) }},
	"dropped after":  {true, func(_ *authentiktest.Server, w http.ResponseWriter, r *http.Request) { authentiktest.Drop(w, r) }},
	"half an answer": {true, func(_ *authentiktest.Server, w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		_, _ = io.WriteString(w, `{"pk":`)
	}},
	"a login page": {true, status(http.StatusOK, `<!DOCTYPE html>`)},
}

func status(code int, body string) func(*authentiktest.Server, http.ResponseWriter, *http.Request) {
	return func(_ *authentiktest.Server, w http.ResponseWriter, r *http.Request) {
		authentiktest.Status(code, body)(w, r)
	}
}

// lose makes the answer to the next write of the method get lost.
func lose(server *authentiktest.Server, method string, how loss) {
	server.RespondFirst(1, authentiktest.Matching(method, smsPath), func(w http.ResponseWriter, r *http.Request) {
		if how.done {
			server.Answer(httptest.NewRecorder(), r)
		}
		how.handle(server, w, r)
	})
}

// A create whose answer was lost ends with one object, and that in the state.
func TestLostAnswersToCreates(t *testing.T) {
	t.Parallel()
	for name, how := range losses {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
			provider := configured(t, server, map[string]any{"max_retries": 1})
			stage := provider.Resource(t, smsType)
			config := twilio(map[string]any{"auth": "marked-secret", "friendly_name": "Text"})
			lose(server, http.MethodPost, how)
			ok(t, stage.Apply(config))
			objects := server.Objects(smsPath)
			if len(objects) != 1 || objects[0]["pk"] != plain(t, stage.State["id"]) || plain(t, stage.State["auth"]) != "marked-secret" {
				t.Errorf("%d objects, in the state %v", len(objects), stage.State["id"])
			}
			if _, changes, _ := stage.Plan(config); len(changes) > 0 {
				t.Errorf("the next plan changes %v", changes)
			}
		})
	}
}

// An object of the same name that appeared meanwhile and is not what was to be
// made is left alone.
func TestLostAnswersDoNotAdoptOthers(t *testing.T) {
	t.Parallel()
	for name, other := range map[string]map[string]any{
		"from_number": {"from_number": "+2"}, "auth": {"auth": "marked-other"}, "friendly_name": {"friendly_name": "Other"},
		"mapping": {"mapping": unknownID}, "configure_flow": {"configure_flow": unknownID},
	} {
		server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
		provider := configured(t, server, map[string]any{"max_retries": 0})
		stage := provider.Resource(t, smsType)
		var id string
		server.RespondFirst(1, authentiktest.Matching(http.MethodPost, smsPath), func(w http.ResponseWriter, r *http.Request) {
			id = server.Add(smsPath, twilioObject(other))
			authentiktest.Status(http.StatusMethodNotAllowed, "")(w, r)
		})
		text := acctest.Describe(stage.Apply(twilio(map[string]any{"auth": "marked-secret"})))
		for _, want := range []string{"HTTP 405", id, "`" + name + "`", "Import it"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: it does not say %q: %s", name, want, text)
			}
		}
		if stage.State != nil || strings.Contains(text, "marked") {
			t.Errorf("%s: a state, or a secret in %s", name, text)
		}
	}
}

// What was there before is never taken over, were it the same to the last letter:
// with create_before_destroy it may be what is about to be deleted.
func TestObjectsThatWereThereAreNotAdopted(t *testing.T) {
	t.Parallel()
	for name, how := range losses {
		server := authentiktest.New(t, authentiktest.WithRelease("2026.8.5"))
		server.Add(smsPath, twilioObject(nil))
		provider := configured(t, server, map[string]any{"max_retries": 1})
		stage := provider.Resource(t, smsType)
		lose(server, http.MethodPost, how)
		text := acctest.Describe(stage.Apply(twilio(map[string]any{"auth": "marked-secret"})))
		if stage.State != nil || text == "" || len(server.Objects(smsPath)) != 1 {
			t.Errorf("%s: %s", name, text)
		}
	}
}

// Two of one name at once: one is made, the other refused.
func TestTwoOfOneName(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2026.8.5"))
	provider := configured(t, server, map[string]any{"max_retries": 1})
	lose(server, http.MethodPost, losses["502 after"])
	made := make(chan bool, 2)
	for range 2 {
		stage := provider.Resource(t, smsType)
		go func() { made <- !acctest.HasError(stage.Apply(twilio(map[string]any{"auth": "a"}))) }()
	}
	if first, second := <-made, <-made; first == second {
		t.Errorf("made: %v and %v", first, second)
	}
}

// Ctrl-C in a create: it is waited for, and its id is in the state.
func TestInterruptedCreatesKeepTheID(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := configured(t, server, nil)
	stage := provider.Resource(t, smsType)
	server.RespondFirst(1, authentiktest.Matching(http.MethodPost, smsPath), func(w http.ResponseWriter, r *http.Request) {
		provider.Stop()
		server.Answer(w, r)
	})
	ok(t, stage.Apply(twilio(map[string]any{"auth": "a"})))
	if objects := server.Objects(smsPath); len(objects) != 1 || objects[0]["pk"] != plain(t, stage.State["id"]) {
		t.Errorf("%d objects, in the state %v", len(objects), stage.State["id"])
	}
}

// Only authentik's own word for it counts as a deletion.
func TestDeletionsThatAreNone(t *testing.T) {
	t.Parallel()
	for name, handler := range map[string]http.HandlerFunc{
		"login page":  authentiktest.Status(http.StatusOK, "<!DOCTYPE html>"),
		"another 404": authentiktest.Status(http.StatusNotFound, `{"detail":"Not Found"}`),
	} {
		server := authentiktest.New(t)
		provider := configured(t, server, nil)
		stage := provider.Resource(t, smsType)
		ok(t, stage.Apply(twilio(map[string]any{"auth": "a"})))
		server.Respond(func(*http.Request) bool { return true }, handler)
		if diagnostics := stage.Apply(nil); !acctest.HasError(diagnostics) {
			t.Errorf("%s counts as a deletion", name)
		}
		if diagnostics := stage.Refresh(); !acctest.HasError(diagnostics) || stage.State == nil {
			t.Errorf("%s takes the object out of the state: %s", name, acctest.Describe(diagnostics))
		}
	}
}

// What somebody changes between plan and apply, and the apply does not send, is
// left to the next refresh.
func TestChangesBetweenPlanAndApply(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]map[string]any{
		"friendly_name": {"friendly_name": "Outside"}, "auth": {"auth": "outside"}, "auth_password": {"auth_password": "outside"},
	} {
		server := authentiktest.New(t, authentiktest.WithRelease("2025.12.4"))
		provider := configured(t, server, nil)
		stage := provider.Resource(t, smsType)
		config := twilio(map[string]any{"auth": "a", "auth_password": "b"})
		ok(t, stage.Apply(config))
		stage.Between = func() {
			if err := server.Change(smsPath, fmt.Sprint(plain(t, stage.State["id"])), change); err != nil {
				t.Error(err)
			}
		}
		config["from_number"] = "+2"
		ok(t, stage.Apply(config))
		stage.Between = nil
		ok(t, stage.Refresh())
		if _, changes, _ := stage.Plan(config); len(changes) != 1 || changes[0] != name {
			t.Errorf("%s: the next plan changes %v", name, changes)
		}
	}
}

func twilioObject(more map[string]any) map[string]any {
	object := map[string]any{"name": "sms", "provider": "twilio", "from_number": "+1", "account_sid": "AC1", "auth": "marked-secret", "friendly_name": ""}
	maps.Copy(object, more)
	return object
}

// A refusal at once is a refusal: what is there already is not touched.
func TestExistingNamesAreNotAdopted(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	server.Add(smsPath, twilioObject(nil))
	provider := configured(t, server, nil)
	stage := provider.Resource(t, smsType)
	text := acctest.Describe(stage.Apply(twilio(map[string]any{"auth": "marked-secret"})))
	if stage.State != nil || !strings.Contains(text, `AttributeName("name")`) || !strings.Contains(text, "terraform import <address> 'name=sms'") {
		t.Errorf("got %s", text)
	}
}

// Updates and deletions whose answers were lost end as they were meant to.
func TestLostAnswersToUpdatesAndDeletions(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"502 before", "502 after", "503 before", "dropped before", "dropped after", "half an answer"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t)
			provider := configured(t, server, map[string]any{"max_retries": 1})
			stage := provider.Resource(t, smsType)
			ok(t, stage.Apply(twilio(map[string]any{"auth": "a"})))
			lose(server, http.MethodPatch, losses[name])
			ok(t, stage.Apply(twilio(map[string]any{"auth": "a", "from_number": "+2"})))
			if got := server.Objects(smsPath)[0]["from_number"]; got != "+2" {
				t.Errorf("the server has %v", got)
			}
			lose(server, http.MethodDelete, losses[name])
			ok(t, stage.Apply(nil))
			if objects := server.Objects(smsPath); len(objects) != 0 {
				t.Errorf("%d objects are left", len(objects))
			}
		})
	}
}

// An answer that cannot be read leaves an object behind: its id is in the state
// beside the error, so that nothing is lost.
func TestUnreadableAnswersToCreatesKeepTheID(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := configured(t, server, nil)
	stage := provider.Resource(t, smsType)
	server.Respond(authentiktest.Matching(http.MethodPost, smsPath), authentiktest.Status(http.StatusCreated, `{"pk":"`+unknownID+`","verify_only":"marked"}`))
	text := acctest.Describe(stage.Apply(twilio(map[string]any{"auth": "a"})))
	if plain(t, stage.State["id"]) != unknownID || !strings.Contains(text, "`verify_only`") || strings.Contains(text, "marked") {
		t.Errorf("id %v: %s", stage.State["id"], text)
	}
}

// What the server says of a field stands on its argument, and never repeats what
// was sent in it.
func TestFieldErrorsStandOnTheirArgument(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		config map[string]any
		body   string
		on     string
	}{
		"plain":      {twilio(map[string]any{"auth": "marked-secret"}), `{"provider":["Bad."]}`, "sms_provider"},
		"secret":     {twilio(map[string]any{"auth": "marked-secret"}), `{"auth":["marked-secret is bad."]}`, "auth"},
		"write-only": {twilio(map[string]any{"auth_wo": "marked-secret", "auth_wo_version": 1}), `{"auth":["marked-secret is bad."]}`, "auth_wo"},
	} {
		server := authentiktest.New(t)
		server.Respond(authentiktest.Matching(http.MethodPost, smsPath), authentiktest.Status(http.StatusBadRequest, test.body))
		provider := configured(t, server, nil)
		diagnostics := provider.Resource(t, smsType).Apply(test.config)
		text := acctest.Describe(diagnostics)
		if len(diagnostics) != 1 || !strings.HasPrefix(text, fmt.Sprintf("AttributeName(%q)", test.on)) || strings.Contains(text, "marked") {
			t.Errorf("%s: %s", name, text)
		}
	}
}

// A server that cannot be asked what is there gets no create.
func TestNothingIsSentToAServerThatCannotBeAsked(t *testing.T) {
	t.Parallel()
	for name, handler := range map[string]http.HandlerFunc{
		"500": authentiktest.Status(http.StatusInternalServerError, ""), "503": authentiktest.Status(http.StatusServiceUnavailable, `{"error":"authentik starting"}`), "dropped": authentiktest.Drop,
	} {
		server := authentiktest.New(t)
		server.Respond(authentiktest.Matching(http.MethodGet, smsPath), handler)
		provider := configured(t, server, map[string]any{"max_retries": 0})
		stage := provider.Resource(t, smsType)
		if diagnostics := stage.Apply(twilio(map[string]any{"auth": "a"})); !acctest.HasError(diagnostics) || stage.State != nil {
			t.Errorf("%s: %s", name, acctest.Describe(diagnostics))
		}
		if len(server.Objects(smsPath)) != 0 {
			t.Errorf("%s: an object was made", name)
		}
	}
	// A user who may only add cannot ask either, and needs not.
	server := authentiktest.New(t)
	provider := acctest.NewProvider(t)
	ok(t, provider.Configure(map[string]any{"url": server.URL(), "token": server.AddToken("add")}))
	ok(t, provider.Resource(t, smsType).Apply(twilio(map[string]any{"auth": "a"})))
}
