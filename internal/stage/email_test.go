package stage_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
)

// Up to 2025.2 the server keeps minutes, and from 2025.4 on a text.
func TestEmailTokenExpiryOnEveryKindOfServer(t *testing.T) {
	t.Parallel()
	for release, want := range map[string]any{"2022.10.4": 60.0, "2025.2.4": 60.0, "2025.4.4": "hours=1", "2026.8.5": "hours=1"} {
		try := try(t, "stage_email", release)
		config := map[string]any{"name": "email", "token_expiry": "hours=1"}
		try.apply(config)
		if got := try.stored("token_expiry"); got != want {
			t.Errorf("%s: the server has %v, not %v", release, got, want)
		}
		if got := plain(t, try.resource.State["token_expiry"]); got != "hours=1" {
			t.Errorf("%s: the state has %v", release, got)
		}
		// The user's spelling is another one of the same time.
		config["token_expiry"] = "minutes=60"
		try.steady(config)
		// Removed, it is the default again.
		try.apply(map[string]any{"name": "email"})
		if got := try.stored("token_expiry"); got != 30.0 && got != "minutes=30" {
			t.Errorf("%s: the server has %v", release, got)
		}
	}
}

// A server that keeps whole minutes cannot have seconds: the plan says so, and the
// server is not asked to store something else.
func TestEmailTokenExpiryThatIsNoWholeMinutes(t *testing.T) {
	t.Parallel()
	config := map[string]any{"name": "email", "token_expiry": "seconds=90"}
	old := try(t, "stage_email", "2025.2.4")
	old.refused(config, "token_expiry", "authentik 2025.2.4", "whole minutes")
	old.apply(map[string]any{"name": "email", "token_expiry": "seconds=120"})
	if got := old.stored("token_expiry"); got != 2.0 {
		t.Errorf("the server has %v", got)
	}
	old.refused(config, "token_expiry")
	try(t, "stage_email", "2025.4.4").apply(config)
}

// Durations are compared by their length, on every kind that has them.
func TestDurationsAreComparedByMeaning(t *testing.T) {
	t.Parallel()
	for kind, test := range map[string]struct{ argument, written, other, another string }{
		"stage_authenticator_email":    {"token_expiry", "minutes=60", "hours=1", "hours=2"},
		"stage_authenticator_validate": {"last_auth_threshold", "hours=1;minutes=30", "minutes=90", "minutes=91"},
		"stage_consent":                {"consent_expire_in", "days=7", "weeks=1", "weeks=1;seconds=1"},
		"stage_email":                  {"recovery_cache_timeout", "seconds=1.5", "milliseconds=1500", "milliseconds=1501"},
	} {
		try := try(t, kind, "2026.8.5")
		config := map[string]any{"name": "timed", test.argument: test.written}
		try.apply(config)
		try.change(map[string]any{test.argument: test.other})
		try.steady(config)
		try.change(map[string]any{test.argument: test.another})
		ok(t, try.resource.Refresh())
		if _, changes, _ := try.resource.Plan(config); len(changes) != 1 || changes[0] != test.argument {
			t.Errorf("%s: the plan changes %v", kind, changes)
		}
	}
}

// authentik silently skips a unit after whitespace.
func TestDurationsWithWhitespaceAreRefused(t *testing.T) {
	t.Parallel()
	try(t, "stage_consent", "2026.8.5").refused(map[string]any{"name": "consent", "consent_expire_in": "hours=1; minutes=30"}, "consent_expire_in", "without whitespace")
}

// Of two ways of encryption only one can be, unless neither has an effect.
func TestEmailEncryption(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"stage_email", "stage_authenticator_email"} {
		try := try(t, kind, "2026.8.5")
		try.refused(map[string]any{"name": "email", "use_tls": true, "use_ssl": true}, "use_ssl", "`use_tls`")
		try.apply(map[string]any{"name": "email", "use_tls": true, "use_ssl": true, "use_global_settings": true})
		try.apply(map[string]any{"name": "email", "use_tls": true})
	}
}

// A template that the server does not have stands on its argument.
func TestEmailTemplateThatIsNotThere(t *testing.T) {
	t.Parallel()
	try := try(t, "stage_email", "2025.12.4")
	diagnostics := try.resource.Apply(map[string]any{"name": "email", "template": "nope"})
	if len(diagnostics) != 1 || diagnostics[0].Severity != tfprotov6.DiagnosticSeverityError || diagnostics[0].Attribute.String() != `AttributeName("template")` {
		t.Errorf("got %s", acctest.Describe(diagnostics))
	}
}
