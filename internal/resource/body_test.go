package resource_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// created is the body of the one create of the configuration.
func (w world) created(config values) string {
	w.Helper()
	w.applied(config, nil)
	writes := w.sent()
	if len(writes) != 1 {
		w.Fatalf("sent: %v", writes)
	}
	return strings.TrimPrefix(writes[0], "POST "+w.Kind.API.Path+" ")
}

func TestBodyHasTheFormOfTheRelease(t *testing.T) {
	t.Parallel()
	parents := kind.Field{Name: "parents", Formerly: []string{"parent"}, Type: kind.Set, Of: kind.UUID, Optional: true}
	one := []string{coretest.FirstID}
	for name, test := range map[string]struct {
		release string
		config  any
		want    string
	}{
		"one value":       {"2025.10.1", one, `"parent":"` + coretest.FirstID + `"`},
		"no value":        {"2025.10.1", nil, `"parent":null`},
		"an array":        {"2025.12.4", one, `"parents":["` + coretest.FirstID + `"]`},
		"an empty array":  {"2025.12.4", nil, `"parents":[]`},
		"a later release": {"2031.1.0", one, `"parents":["` + coretest.FirstID + `"]`},
	} {
		w := manage(t, documented("/core/groups/", parents), release(test.release))
		if got := w.created(values{"name": "a", "parents": test.config}); got != `{"name":"a",`+test.want+`}` {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestDowngradeAndUpgrade(t *testing.T) {
	t.Parallel()
	k := coretest.Thing(mode)
	k.Downgrade = func(release string, body map[string]any) { body["mode"] = fmt.Sprint(release, "/", body["mode"]) }
	w := manage(t, k, release("2025.12.4"))
	if got := w.created(values{"name": "a"}); got != `{"mode":"2025.12.4/strict","name":"a"}` {
		t.Error(got)
	}
	_, diagnostics := manage(t, k, broken).apply(values{"name": "a"}, nil)
	wantError(t, diagnostics, "authentik is not ready")
	w = manage(t, k, broken)
	_, diagnostics = w.apply(values{"name": "b"}, w.config(values{"id": coretest.FirstID, "name": "a"}))
	wantError(t, diagnostics, "authentik is not ready")
}

// Releases differ in whether null or "" is none, so it is sent only where it matters, and
// the other way where a server refuses the one.
func TestEmptyIsNull(t *testing.T) {
	t.Parallel()
	url := kind.Field{Name: "url", Type: kind.String, EmptyIsNull: true}
	accepts := any("")
	w := manage(t, coretest.Thing(url), func(s *coretest.Server) {
		s.Intercept = func(w http.ResponseWriter, _ *http.Request, body string) bool {
			wrong := `"url":""`
			if accepts == any("") {
				wrong = `"url":null`
			}
			if strings.Contains(body, wrong) {
				coretest.Respond(w, http.StatusBadRequest, coretest.Object{"url": []string{"Not accepted."}})
				return true
			}
			return false
		}
	})
	if got := w.created(values{"name": "a"}); got != `{"name":"a"}` {
		t.Error(got)
	}
	for _, takes := range []any{"", nil} {
		accepts = takes
		w.sent()
		state := w.applied(values{"name": "b", "url": "x"}, nil)
		if got := w.sent(); len(got) != 1 || !strings.Contains(got[0], `"url":"x"`) {
			t.Errorf("sent: %v", got)
		}
		state = w.applied(values{"name": "b"}, state)
		expect(t, "cleared", state, map[string]string{"url": `""`})
	}
	w.sent()
	refuse(coretest.Object{"name": []string{"Not accepted."}})(w.server)
	_, diagnostics := w.apply(values{"name": "c"}, w.config(values{"id": coretest.FirstID, "name": "b", "url": "x"}))
	wantError(t, diagnostics, "authentik refused the value of name")
	if got := w.sent(); len(got) != 1 {
		t.Errorf("sent again: %v", got)
	}
}

// Whether null or "" clears a string is asked of the release.
func TestClearingAStringHasTheFormOfTheRelease(t *testing.T) {
	t.Parallel()
	friendly := kind.Field{Name: "friendly_name", EmptyIsNull: true, Optional: true}
	forms := map[bool]bool{}
	for _, of := range []string{"2023.10.7", "2025.12.4", "2026.8.5"} {
		w := manage(t, documented("/stages/authenticator/sms/", friendly), release(of))
		_, definition, _ := w.Kind.Accepted(w.Kind.Field("friendly_name"), of)
		forms[definition.Nullable] = true
		state := w.applied(values{"name": "a", "friendly_name": "x"}, nil)
		w.sent()
		w.applied(values{"name": "a"}, state)
		want := map[bool]string{true: `"friendly_name":null`, false: `"friendly_name":""`}[definition.Nullable]
		if got := w.sent(); len(got) != 1 || !strings.Contains(got[0], want) {
			t.Errorf("%s: %v, want %s", of, got, want)
		}
	}
	if len(forms) != 2 {
		t.Error("the releases do not differ")
	}
}

func TestSomeReleasesRequireWhatIsManagedOnlyIfConfigured(t *testing.T) {
	t.Parallel()
	members := kind.Field{Name: "users", IfConfigured: true}
	k := documented("/core/groups/", members)
	w := manage(t, k)
	if got := w.created(values{"name": "a"}); strings.Contains(got, "users") != k.RequiresSomewhere(k.Field("users")) {
		t.Error(got)
	}
	if got := w.created(values{"name": "b", "users": []int{1}}); got != `{"name":"b","users":[1]}` {
		t.Error(got)
	}
}

// What an older release accepts silently and does not have is a warning.
func TestWarningOfWhatTheServerDoesNotStore(t *testing.T) {
	t.Parallel()
	w := manage(t, coretest.Thing(mode), func(s *coretest.Server) { s.Hidden = []string{"mode"} })
	_, diagnostics := w.apply(values{"name": "a", "mode": "regex"}, nil)
	if got := messages(diagnostics); !strings.HasPrefix(got, "mode: Not stored by authentik") || diagnostics.HasError() {
		t.Error(got)
	}
	if _, diagnostics := w.apply(values{"name": "b"}, nil); len(diagnostics) > 0 {
		t.Error(messages(diagnostics))
	}
}

// A release that lacks the field of an element does not get it.
func TestFieldsOfElementsThatTheReleaseLacks(t *testing.T) {
	t.Parallel()
	uris := kind.Field{Name: "redirect_uris", Optional: true, Fields: []kind.Field{{Name: "url", Required: true}, {Name: "matching_mode", Default: "strict"}, {Name: "redirect_uri_type", Type: kind.String, Default: "logout"}}}
	for of, want := range map[string]string{
		"2025.10.1": `"redirect_uris":[{"matching_mode":"strict","url":"u"}]`,
		"2026.8.5":  `"redirect_uris":[{"matching_mode":"strict","redirect_uri_type":"logout","url":"u"}]`,
		"":          `"redirect_uris":[{"matching_mode":"strict","redirect_uri_type":"logout","url":"u"}]`,
	} {
		k := documented("/providers/oauth2/", uris)
		k.Downgrade = func(string, map[string]any) {} // asks for the release
		w := manage(t, k, release(of))
		if got := w.created(values{"name": "a", "redirect_uris": []values{{"url": "u"}}}); !strings.Contains(got, want) {
			t.Errorf("%q: %s", of, got)
		}
	}
	anywhere := coretest.Thing(rows)
	anywhere.Downgrade = func(string, map[string]any) {}
	if got := manage(t, anywhere).created(values{"name": "a", "rows": []values{{"url": "u"}}}); got != `{"name":"a","rows":[{"mode":"strict","url":"u"}]}` {
		t.Errorf("without a contract: %s", got)
	}
}

// One secret that is not sent does not keep another one from being sent.
func TestSecretsAreSentEachForItself(t *testing.T) {
	t.Parallel()
	first := kind.Field{Name: "first", Type: kind.String, Secret: true}
	second := kind.Field{Name: "second", Type: kind.String, Secret: true, Via: kind.Action{Path: "set/", Key: "second"}}
	third := kind.Field{Name: "third", API: "path", Type: kind.String, Secret: true, Via: kind.Action{Path: "set/", Key: "third"}}
	w := manage(t, documented("/core/users/", first, second, third))
	w.applied(values{"name": "a", "second": "S3cr3t2", "third": "S3cr3t3"}, nil)
	if got := w.sent(); len(got) != 2 || got[0] != `POST /core/users/ {"name":"a","path":"S3cr3t3"}` || !strings.HasSuffix(got[1], `/set/ {"second":"S3cr3t2"}`) {
		t.Errorf("sent: %v", got)
	}
}
