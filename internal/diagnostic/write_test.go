package diagnostic_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-framework/diag"

	"github.com/authentik-iac/terraform-provider-authentik/internal/client"
	"github.com/authentik-iac/terraform-provider-authentik/internal/coretest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/diagnostic"
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lookup"
	"github.com/authentik-iac/terraform-provider-authentik/internal/value"
)

func refused(fields map[string][]string, message string) *client.Error {
	failure := status(400, message)
	failure.Fields = fields
	return failure
}

func all(diagnostics diag.Diagnostics) string {
	var shown []string
	for _, one := range diagnostics {
		shown = append(shown, show(one))
	}
	return strings.Join(shown, "\n")
}

func writing(verb diagnostic.Verb, terms ...lookup.Term) *diagnostic.Operation {
	operation := operate(verb, client.Version{}, terms...)
	operation.Kind = coretest.Thing(
		kind.Field{Name: "code", Type: kind.String, Secret: true},
		kind.Field{Name: "parents", Formerly: []string{"parent"}, Type: kind.Set, Of: kind.UUID},
		kind.Field{Name: "redirects", API: "redirect_uris", Type: kind.Objects, Fields: []kind.Field{{Name: "url", Type: kind.String}}},
		kind.Field{Name: "seen", Type: kind.String, ReadOnly: true},
	)
	return operation
}

// What the server says of a field lands on its argument, under whichever name the release
// has, and of an element on the whole: Terraform shows no line for what is inside.
func TestMessagesOfTheServerLandOnTheArgument(t *testing.T) {
	t.Parallel()
	isWriteOnly := func(name string) bool { return name == "code" }
	for key, test := range map[string]struct {
		isWriteOnly func(string) bool
		want        string
	}{
		"name":                 {nil, "name: authentik refused the value of name: "},
		"parent":               {nil, "parents: authentik refused the value of parents: "},
		"redirect_uris[1].url": {nil, "redirects: authentik refused the value of redirects: "},
		"redirect_uris.url":    {nil, "redirects: authentik refused the value of redirects: "},
		"code":                 {nil, "code: authentik refused the value of code: "},
		"code[0]":              {isWriteOnly, "code_wo: authentik refused the value of code_wo: "},
		"seen":                 {nil, "authentik refused the request: "},
		"elsewhere":            {nil, "authentik refused the request: "},
	} {
		got := all(writing(diagnostic.Change).Refused(refused(map[string][]string{key: {"Enter a valid value."}}, ""), test.isWriteOnly))
		want(t, key, got, test.want, key+": Enter a valid value")
	}
	both := writing(diagnostic.Change).Refused(refused(map[string][]string{"name": {"One."}, "code": {"Two."}}, ""), nil)
	if len(both) != 2 || strings.Contains(show(both[0]), "One") || !strings.Contains(show(both[0]), "Two") {
		t.Error(all(both))
	}
}

// That an object of another type may have the name is said of types that share their names,
// and of nothing else.
func TestSharedNames(t *testing.T) {
	t.Parallel()
	for path, shared := range map[string]bool{
		"/stages/dummy/": true, "/stages/authenticator/totp/": true, "/providers/oauth2/": true, "/outposts/service_connections/docker/": true,
		"/core/groups/": false, "/flows/instances/": false, "/stages/prompt/prompts/": false, "/things/": false,
	} {
		creates := writing(diagnostic.Add, lookup.Term{Attribute: "name", Value: "a"})
		creates.Kind.API.Path = path
		said := all(creates.Refused(refused(map[string][]string{"name": {"There is one."}}, ""), nil))
		if strings.Contains(said, "An object of another type may have the name as well.") != shared {
			t.Errorf("%s: %s", path, said)
		}
	}
}

func TestWhatElseARefusalSays(t *testing.T) {
	t.Parallel()
	name := map[string][]string{"name": {"There is one."}}
	byName := lookup.Term{Attribute: "name", Value: "a"}
	want(t, "create", all(writing(diagnostic.Add, byName).Refused(refused(name, ""), nil)), "name: ", "If the thing already exists, it can be imported: terraform import <address> 'name=a'.")
	want(t, "change", all(writing(diagnostic.Change).Refused(refused(name, ""), nil)), "name: ", "To swap the values of two objects")
	if got := all(writing(diagnostic.Change).Refused(refused(map[string][]string{"code": {"No."}}, ""), nil)); strings.Contains(got, "swap") {
		t.Error(got)
	}
	for _, message := range []string{"Enter a valid “slug”.", `Invalid pk "x" - object does not exist.`} {
		invalid := refused(map[string][]string{"name": {message}}, "")
		got := all(writing(diagnostic.Add, byName).Refused(invalid, nil)) + all(writing(diagnostic.Change).Refused(invalid, nil))
		if strings.Contains(got, "imported") || strings.Contains(got, "swap") {
			t.Error(got)
		}
	}
	want(t, "whole", all(writing(diagnostic.Change).Refused(refused(nil, "No."), nil)), "authentik refused the request: ", "No.")
	several := writing(diagnostic.Add, byName, lookup.Term{Attribute: "parents", Value: "x"})
	want(t, "create by several", all(several.Refused(refused(nil, "Exists."), nil)), "authentik refused", "terraform import <address> 'name=a,parents=x'")
	changed := writing(diagnostic.Change)
	changed.Kind.Lookups = []kind.Lookup{kind.By("name", "parents")}
	want(t, "change of several", all(changed.Refused(refused(nil, "Exists."), nil)), "authentik refused", "To swap the values of two objects")
	licensed := writing(diagnostic.Add)
	licensed.Kind.Enterprise = true
	want(t, "enterprise", all(licensed.Refused(refused(nil, "No."), nil)), "authentik refused", "creates and changes things only with a valid enterprise license")
	want(t, "another status", all(writing(diagnostic.Delete).Refused(status(403, "No."), nil)), "Access denied by authentik")
	want(t, "another error", all(writing(diagnostic.Add).Refused(errors.New("x"), nil)), "Cannot create the thing: x")
	want(t, "mismatch", show(operate(diagnostic.View, released(tested)).Mismatched(&value.Mismatch{Field: "a[0]", Expected: "a string", Got: "null"})),
		"Unexpected answer from authentik: Cannot read the thing", "the field `a[0]` is null, expected a string. Please report this.", "The server is authentik 2025.12.4")
}

func TestAnOperationAsksTheConnectedServerForItsVersion(t *testing.T) {
	t.Parallel()
	server := coretest.New()
	connected := server.Connect(t)
	operation := diagnostic.New(t.Context(), connected, coretest.Thing(), diagnostic.View, lookup.Whole(coretest.Thing()))
	if got := operation.Version().Release; got != server.Release || operation.Asked.String() != `type "thing"` {
		t.Errorf("%s, %s", got, operation.Asked)
	}
}
