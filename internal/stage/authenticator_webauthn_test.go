package stage_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

const webauthn = "stage_authenticator_webauthn"

// The server's class had another name up to 2024.2, and so has the permission.
func TestWebAuthnPermissionsByRelease(t *testing.T) {
	t.Parallel()
	for release, model := range map[string]string{
		"2022.10.4": "authenticatewebauthnstage", "2024.2.4": "authenticatewebauthnstage",
		"2024.4.4": "authenticatorwebauthnstage", "2026.8.5": "authenticatorwebauthnstage",
	} {
		try := try(t, webauthn, release)
		try.apply(map[string]any{"name": "webauthn"})
		state, diagnostics := try.provider.Read(try.kind, map[string]any{"name": "webauthn"})
		ok(t, diagnostics)
		if got := plain(t, state["meta_model_name"]); got != "authentik_stages_authenticator_webauthn."+model {
			t.Errorf("%s: the model is %v", release, got)
		}
		if text := acctest.Describe(mustFail(try.provider.Read(try.kind, map[string]any{"name": "nobody"}))); !strings.Contains(text, ".view_"+model+"`") {
			t.Errorf("%s: %s", release, text)
		}
		try.server.Respond(authentiktest.Matching(http.MethodPatch, try.path), authentiktest.Status(http.StatusForbidden, `{"detail":"no"}`))
		if text := acctest.Describe(try.resource.Apply(map[string]any{"name": "renamed"})); !strings.Contains(text, ".change_"+model+"`") {
			t.Errorf("%s: %s", release, text)
		}
	}
}

// What is not set is null, in the state and on the server.
func TestWebAuthnAttachmentIsCleared(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2022.10.4", "2026.8.5"} {
		try := try(t, webauthn, release)
		try.apply(map[string]any{"name": "webauthn"})
		try.apply(map[string]any{"name": "webauthn", "authenticator_attachment": "platform"})
		if got := try.stored("authenticator_attachment"); got != "platform" {
			t.Errorf("%s: the server has %v", release, got)
		}
		try.apply(map[string]any{"name": "webauthn"})
		if got := try.stored("authenticator_attachment"); got != nil || !try.resource.State["authenticator_attachment"].IsNull() {
			t.Errorf("%s: the server has %v, the state %v", release, got, try.resource.State["authenticator_attachment"])
		}
		try.apply(map[string]any{"name": "webauthn", "authenticator_attachment": ""}) // none, as goauthentik/authentik has it
	}
}

// An argument that came with one release and went with the next is refused in all
// others, which the message says.
func TestWebAuthnArgumentOfOneRelease(t *testing.T) {
	t.Parallel()
	config := func(prevent bool) map[string]any {
		return map[string]any{"name": "webauthn", "prevent_duplicate_devices": prevent}
	}
	for _, release := range []string{"2022.10.4", "2026.2.7", "2026.8.5"} {
		try := try(t, webauthn, release)
		try.refused(config(true), "prevent_duplicate_devices", "authentik "+release, "in authentik 2026.5 only")
		try.apply(config(false))
	}
	for _, release := range []string{"2026.5.6", "2026.5.8"} {
		try := try(t, webauthn, release)
		try.apply(config(true))
		if got := try.stored("prevent_duplicate_devices"); got != true {
			t.Errorf("%s: the server has %v", release, got)
		}
		try.apply(config(false))
	}
}

// A server that lacks the argument and hides its release: the warning says
// which one has it.
func TestWebAuthnArgumentThatIsNotStored(t *testing.T) {
	t.Parallel()
	try := try(t, webauthn, "2026.8.5")
	try.server.Respond(ofVersion, hidden)
	text := acctest.Describe(try.resource.Apply(map[string]any{"name": "webauthn", "prevent_duplicate_devices": true}))
	if !strings.Contains(text, "Not stored") || !strings.Contains(text, "in authentik 2026.5 only") {
		t.Errorf("got %s", text)
	}
}

// A type is found by its AAGUID in any spelling and by its name; two of a name, and
// a release without types, are told.
func TestWebAuthnDeviceTypes(t *testing.T) {
	t.Parallel()
	const path, kind, aaguid = "/stages/authenticator/webauthn_device_types/", "authentik_webauthn_device_type", "ee882879-721c-4913-9775-3dfcce97072a"
	server := authentiktest.New(t, authentiktest.WithRelease("2024.4.4"))
	server.Add(path, map[string]any{"aaguid": aaguid, "description": "YubiKey 5 Series"})
	for i := range 2 {
		server.Add(path, map[string]any{"aaguid": fmt.Sprintf("2fc0579f-8113-47ea-b116-bb5a8db9202%d", i), "description": "YubiKey 5 Series with NFC"})
	}
	provider := configured(t, server, nil)
	for _, arguments := range []map[string]any{{"id": strings.ToUpper(aaguid)}, {"description": "YubiKey 5 Series"}} {
		state, diagnostics := provider.Read(kind, arguments)
		ok(t, diagnostics)
		if plain(t, state["id"]) != aaguid || plain(t, state["aaguid"]) != aaguid || plain(t, state["description"]) != "YubiKey 5 Series" {
			t.Errorf("%v: got %v", arguments, state)
		}
	}
	if text := acctest.Describe(mustFail(provider.Read(kind, map[string]any{"description": "YubiKey 5 Series with NFC"}))); !strings.Contains(text, "has 2 objects") {
		t.Errorf("got %s", text)
	}
	many, diagnostics := provider.Read(kind+"s", map[string]any{"description": "YubiKey 5 Series with NFC"})
	ok(t, diagnostics)
	if got := many["objects"].String(); strings.Count(got, "with NFC") != 2 {
		t.Errorf("got %s", got)
	}
	old := configured(t, authentiktest.New(t, authentiktest.WithRelease("2024.2.4")), nil)
	text := acctest.Describe(mustFail(old.Read(kind, map[string]any{"description": "YubiKey 5 Series"})))
	if !strings.Contains(text, "authentik 2024.2.4 has no WebAuthn device types") || !strings.Contains(text, "since 2024.4") {
		t.Errorf("got %s", text)
	}
}
