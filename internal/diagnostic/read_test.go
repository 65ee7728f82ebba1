package diagnostic_test

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
)

const tested = "2025.12.4"

// operate is an operation on a thing that a server of the version does.
func operate(verb diagnostic.Verb, version client.Version, terms ...lookup.Term) *diagnostic.Operation {
	if len(terms) == 0 {
		terms = lookup.ByID(coretest.FirstID)
	}
	return &diagnostic.Operation{Kind: coretest.Thing(), Verb: verb, Asked: terms, Version: func() client.Version { return version }}
}

func released(release string) client.Version { return client.Version{Release: release} }

func status(of int, message string) *client.Error {
	return &client.Error{Kind: client.KindStatus, Method: "GET", URL: "https://auth/api/v3/things/", Status: of, Message: message, RequestID: "4a2f"}
}

func show(one diag.Diagnostic) string {
	at := ""
	if located, ok := one.(diag.DiagnosticWithPath); ok {
		at = located.Path().String() + ": "
	}
	return at + one.Summary() + ": " + one.Detail()
}

// want fails the test unless the message begins with the first and has the other words.
func want(t *testing.T, name, got string, words ...string) {
	t.Helper()
	if !strings.HasPrefix(got, words[0]) {
		t.Errorf("%s does not begin with %q: %s", name, words[0], got)
	}
	for _, word := range words[1:] {
		if !strings.Contains(got, word) {
			t.Errorf("%s lacks %q: %s", name, word, got)
		}
	}
}

func TestEveryClassOfFailureHasItsAdvice(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		kind  client.Kind
		words []string
	}{
		"unreachable": {client.KindUnreachable, []string{"Cannot reach authentik: ", "HTTPS_PROXY"}},
		"TLS":         {client.KindTLS, []string{"No secure connection to authentik: ", "`ca_certificate`"}},
		"timeout":     {client.KindTimeout, []string{"authentik did not answer in time: ", "`request_timeout`"}},
		"canceled":    {client.KindCanceled, []string{"Request canceled: ", "interrupted"}},
		"redirect":    {client.KindRedirect, []string{"authentik's address redirects elsewhere: ", "`url`"}},
		"not JSON":    {client.KindNotJSON, []string{"The answer is not from authentik's API: ", "login page"}},
		"shape":       {client.KindShape, []string{"Unexpected answer from authentik: ", "The server is authentik 2025.12.4, which this provider is tested with."}},
		"too large":   {client.KindTooLarge, []string{"The answer is too large: ", "`url`"}},
		"truncated":   {client.KindTruncated, []string{"The answer is incomplete: ", "try again"}},
	} {
		failure := &client.Error{Kind: test.kind, Method: "GET", URL: "https://auth/api/v3/things/", Message: "the reason"}
		want(t, name, show(operate(diagnostic.View, released(tested)).Failed(failure)), append(test.words, "GET https://auth/api/v3/things/", "the reason")...)
	}
	want(t, "another error", show(operate(diagnostic.Delete, client.Version{}).Failed(errors.New("the reason"))), "Cannot delete the thing: the reason")
}

func TestEveryStatusHasItsAdvice(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		status  int
		message string
		version client.Version
		terms   []lookup.Term
		words   []string
	}{
		"bad request":              {400, "No.", released(tested), nil, []string{"authentik refused the request: ", `the request (ID "` + coretest.FirstID + `")`}},
		"forbidden":                {403, "No.", released(tested), nil, []string{"Access denied by authentik: ", "The token is valid", "to read a thing it needs `authentik_things.view_thing`, which a role can give."}},
		"forbidden before roles":   {403, "No.", released("2023.8.3"), nil, []string{"Access denied by authentik: ", "since authentik 2023.10; before that"}},
		"token refused":            {401, "No.", client.Version{TokenRefused: true}, nil, []string{"Access denied by authentik: ", "does not accept the token"}},
		"forbidden, and no more":   {403, "No.", client.Version{}, nil, []string{"Access denied by authentik: ", "There are two possible reasons."}},
		"not found by ID":          {404, "Not found.", released(tested), nil, []string{`id: Thing not found: `, `There is no thing with the ID "` + coretest.FirstID + `"`, "`authentik_things.view_thing`"}},
		"not found by a list":      {404, "Not found.", released(tested), []lookup.Term{{Attribute: "name", Value: "a"}}, []string{"API path not found: ", "has no things"}},
		"not found elsewhere":      {404, "", released(tested), nil, []string{"API path not found: "}},
		"method not allowed":       {405, "", released(tested), nil, []string{"authentik failed to handle the request: ", "a path that it does not know"}},
		"too many requests":        {429, "Slow down.", released(tested), nil, []string{"authentik limits requests: ", "-parallelism"}},
		"bad gateway":              {502, "", client.Version{}, nil, []string{"authentik is not ready: ", "/-/health/ready/"}},
		"service unavailable":      {503, "", client.Version{}, nil, []string{"authentik is not ready: "}},
		"gateway timeout":          {504, "", client.Version{}, nil, []string{"authentik is not ready: "}},
		"internal error":           {500, "", released(tested), nil, []string{"authentik failed to handle the request: ", "Its log has the cause"}},
		"another status":           {418, "", client.Version{}, nil, []string{"Unexpected status from authentik: "}},
		"internal error of others": {507, "", client.Version{}, nil, []string{"authentik failed to handle the request: "}},
	} {
		failure := status(test.status, test.message)
		want(t, name, show(operate(diagnostic.View, test.version, test.terms...).Failed(failure)), append(test.words, strconv.Itoa(test.status), "request id 4a2f")...)
	}
}

func TestMessagesSayWhatTheTestsKnowOfTheRelease(t *testing.T) {
	t.Parallel()
	for release, words := range map[string]string{
		"2025.12.4":    "The server is authentik 2025.12.4, which this provider is tested with.",
		"2026.5.0-rc1": "The server is authentik 2026.5.0-rc1, which this provider is tested with.",
		"2026.5.0-rc2": "The server is authentik 2026.5.0-rc2, a release between 2026.5.0-rc1 and 2026.5.",
		"2021.1.1":     "older than 2022.10.4, the oldest release that this provider is tested with.",
		"2031.1.0":     "newer than 2026.8.5, the newest release that this version of the provider is tested with.",
		"nightly":      "The server is authentik nightly, a release that this provider does not recognize.",
	} {
		want(t, release, show(operate(diagnostic.View, released(release)).Failed(status(500, ""))), "authentik failed", words)
	}
	if got := show(operate(diagnostic.View, client.Version{}).Failed(status(500, ""))); strings.Contains(got, "The server is") {
		t.Error(got)
	}
}

func TestAKindThatTheReleaseLacks(t *testing.T) {
	t.Parallel()
	operation := operate(diagnostic.View, released("2023.10.7"), lookup.Term{Attribute: "name", Value: "a"})
	operation.Kind = coretest.Thing()
	operation.Kind.API.Path = "/stages/redirect/" // new in 2024.12
	want(t, "redirect stages", show(operation.Failed(status(404, ""))), "authentik 2023.10.7 has no things: ", "authentik has things since 2024.12.")
}

// The documents of some objects name the model otherwise in every release, so that the
// description's name counts.
func TestPermissionsHaveTheNameOfTheModel(t *testing.T) {
	t.Parallel()
	operation := operate(diagnostic.Change, released(tested))
	operation.Kind.API.Path, operation.Kind.Model = "/stages/authenticator/endpoint_gdtc/", "authentik_endpoint.renamed"
	want(t, "renamed", show(operation.Failed(status(403, "No."))), "Access denied", "to change a thing it needs `authentik_endpoint.change_renamed`")
	operation.Version = func() client.Version { return client.Version{} }
	want(t, "release not known", show(operation.Failed(status(403, "No."))), "Access denied", "to change a thing it needs `authentik_endpoint.change_")
}

// A 404 removes an object from the state only if authentik itself says so.
func TestIsGone(t *testing.T) {
	t.Parallel()
	withoutID := status(404, "Not found.")
	withoutID.RequestID = ""
	html := status(404, "Not found.")
	html.HTML = true
	for name, test := range map[string]struct {
		err     error
		version client.Version
		gone    bool
	}{
		"not found":                       {status(404, "Not found."), client.Version{}, true},
		"wrapped":                         {fmt.Errorf("x: %w", status(404, "Not found.")), client.Version{}, true},
		"without ID":                      {withoutID, client.Version{}, false},
		"without ID, but it is authentik": {withoutID, released(tested), true},
		"a page":                          {html, released(tested), false},
		"an empty body":                   {status(404, ""), released(tested), false},
		"another status":                  {status(403, "No."), released(tested), false},
		"another error":                   {errors.New("x"), released(tested), false},
		"another object has its name":     {diagnostic.ErrGone, client.Version{}, true},
		"none":                            {nil, client.Version{}, false},
	} {
		if gone := operate(diagnostic.View, test.version).IsGone(test.err); gone != test.gone {
			t.Errorf("%s: %t", name, gone)
		}
	}
}

func TestAnswersThatAreNotWhatWasAskedFor(t *testing.T) {
	t.Parallel()
	byName := operate(diagnostic.View, released(tested), lookup.Term{Attribute: "name", Value: "a"})
	byName.Kind.Lookups = []kind.Lookup{{Fields: []string{"name"}, Narrower: "title"}}
	byID := operate(diagnostic.View, released(tested))
	want(t, "vanished", show(byID.Vanished()), "Thing not found: authentik has no thing with the ID", "the next apply creates it again")
	if byID.Vanished().Severity() != diag.SeverityWarning {
		t.Error("an error")
	}
	want(t, "without key", show(byName.WithoutKey()), `Unexpected answer from authentik: The thing with the name "a" seems to have been created`, "has no `pk`", "terraform import <address> 'name=a'")
	want(t, "no match", show(byName.NoMatch()), `name: Thing not found: There is no thing with the name "a"`)
	want(t, "many", show(byName.ManyMatches(3)), "name: More than one match: authentik has 3 objects", "Use `title` or `id` to choose one.")
	byName.Kind.Lookups = []kind.Lookup{kind.By("name")}
	want(t, "many", show(byName.ManyMatches(3)), "name: More than one match", "Use `id` to choose one.")
	want(t, "other", show(byName.OtherObject("its `x` differs")), `name: Unexpected answer from authentik: The server's answer is not the thing with the name "a": its `+"`x` differs.")
	want(t, "not searchable", show(byName.NotSearchable(&kind.Field{Name: "title"})), "name: Not available in the server's release: The server's answer has no `title`", "Use `id`.")
}
