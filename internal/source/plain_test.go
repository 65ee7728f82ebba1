package source_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/lifecycle"
)

// The token of a SCIM source is handed out with its URL, and the state has its identifier
// only.
func TestSCIMToken(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2024.4.4", "2025.12.4", "2026.8.5"} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			provider := configured(t, server)
			source := provider.Resource(t, "authentik_source_scim")
			ok(t, source.Apply(lifecycle.Of("source_scim").Minimal))
			opened, diagnostics := provider.Open("authentik_source_scim_token", map[string]any{"slug": "scim"})
			ok(t, diagnostics)
			if text(t, opened, "identifier") != text(t, source.State, "token") || text(t, opened, "scim_url") != text(t, source.State, "scim_url") {
				t.Errorf("it opened %v", opened)
			}
			key := ""
			for _, token := range server.Objects("/core/tokens/") {
				if token["identifier"] == text(t, opened, "identifier") {
					key, _ = token["key"].(string)
				}
			}
			if key == "" || text(t, opened, "token") != key {
				t.Error("it is not the token's key")
			}
			// Terraform opens it before it changes the slug.
			again, diagnostics := provider.Open("authentik_source_scim_token", map[string]any{"slug": "renamed", "uuid": source.State["uuid"]})
			ok(t, diagnostics)
			if text(t, again, "token") != key {
				t.Error("it is not the key of the source with the UUID")
			}
		})
	}
}

// A source that is not there, and a release without SCIM sources, are errors that say so.
func TestSCIMTokenOfNothing(t *testing.T) {
	t.Parallel()
	_, diagnostics := configured(t, authentiktest.New(t)).Open("authentik_source_scim_token", map[string]any{"slug": "nothing"})
	reports(t, diagnostics, true, "SCIM source not found", "nothing")
	const missing = "2c56e12c-0fea-496b-a1e4-c39d9945129e"
	_, diagnostics = configured(t, authentiktest.New(t)).Open("authentik_source_scim_token", map[string]any{"slug": "nothing", "uuid": missing})
	reports(t, diagnostics, true, "SCIM source not found", missing)
	_, diagnostics = configured(t, authentiktest.New(t, authentiktest.WithRelease("2023.10.7"))).Open("authentik_source_scim_token", map[string]any{"slug": "nothing"})
	reports(t, diagnostics, true, "authentik 2023.10.7 has no SCIM sources", "since 2024.4")
}

func TestSAMLMetadata(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := configured(t, server)
	arguments := with(lifecycle.Of("source_saml").Minimal, map[string]any{"pre_authentication_flow": server.Add("/flows/instances/", map[string]any{"slug": "before", "name": "Before"})})
	ok(t, provider.Resource(t, "authentik_source_saml").Apply(arguments))
	state, diagnostics := provider.Read("authentik_source_saml_metadata", map[string]any{"slug": "saml"})
	ok(t, diagnostics)
	if !strings.Contains(text(t, state, "metadata"), "EntityDescriptor") || text(t, state, "download_url") == "" {
		t.Errorf("it read %v", state)
	}
	_, diagnostics = provider.Read("authentik_source_saml_metadata", map[string]any{"slug": "nothing"})
	reports(t, diagnostics, true, "SAML source not found", "nothing")
}

// The types are named as provider_type takes them, in releases of both forms.
func TestOAuthTypes(t *testing.T) {
	t.Parallel()
	for release, name := range map[string]string{"2023.10.7": "azuread", "2026.8.5": "entraid"} {
		state, diagnostics := configured(t, authentiktest.New(t, authentiktest.WithRelease(release))).Read("authentik_source_oauth_types", map[string]any{})
		ok(t, diagnostics)
		var types []tftypes.Value
		if err := state["types"].As(&types); err != nil {
			t.Fatal(err)
		}
		found := false
		for _, one := range types {
			attributes := map[string]tftypes.Value{}
			if err := one.As(&attributes); err != nil {
				t.Fatal(err)
			}
			found = found || text(t, attributes, "name") == name && text(t, attributes, "verbose_name") != name && text(t, attributes, "oidc_jwks_url") != ""
		}
		if !found {
			t.Errorf("%s has no %s", release, name)
		}
	}
}

// The state of a synchronization is read in the forms of all releases.
func TestSyncStatus(t *testing.T) {
	t.Parallel()
	const early, late = "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"
	for _, test := range []struct{ name, release, path, answer, running, last, success string }{
		{"sum", "2026.8.5", "/sync/status/", `{"is_running": true, "last_successful_sync": "` + late + `", "last_sync_status": "error"}`, "true", "error", late},
		{"never", "2026.8.5", "/sync/status/", `{"is_running": false}`, "false", "", ""},
		{
			"tasks", "2025.6.4", "/sync/status/",
			`{"is_running": false, "tasks": [{"status": "successful", "finish_timestamp": "` + late + `"}, {"status": "error", "finish_timestamp": "` + late + `"}, {"status": "successful", "finish_timestamp": "` + early + `"}]}`,
			"false", "error", late,
		},
		{"tasks before a rename", "2024.4.4", "/sync_status/", `{"is_running": false, "tasks": []}`, "false", "", ""},
		{"list", "2023.10.7", "/sync_status/", `[{"status": "SUCCESSFUL", "task_finish_timestamp": "` + early + `"}]`, "", "successful", early},
		{"one task", "2023.10.7", "/sync_status/", `{"status": "WARNING", "task_finish_timestamp": "` + early + `"}`, "", "warning", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(test.release))
			server.Respond(authentiktest.Matching(http.MethodGet, "/sources/ldap/corp"+test.path), authentiktest.Status(http.StatusOK, test.answer))
			state, diagnostics := configured(t, server).Read("authentik_sync_status", map[string]any{"source_ldap": "corp"})
			ok(t, diagnostics)
			running := ""
			if value := state["is_running"]; !value.IsNull() {
				running = map[bool]string{true: "true", false: "false"}[value.Equal(tftypes.NewValue(tftypes.Bool, true))]
			}
			if running != test.running || text(t, state, "last_sync_status") != test.last || text(t, state, "last_successful_sync") != test.success {
				t.Errorf("it read %v", state)
			}
		})
	}
}

// Exactly one object must be named, and a release that lacks its kind says so.
func TestSyncStatusOfNothing(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t, authentiktest.WithRelease("2024.6.5"))
	provider := configured(t, server)
	_, diagnostics := provider.Read("authentik_sync_status", map[string]any{})
	reports(t, diagnostics, true, "Exactly one")
	_, diagnostics = provider.Read("authentik_sync_status", map[string]any{"source_kerberos": "corp"})
	reports(t, diagnostics, true, "has no Kerberos sources")
	_, diagnostics = provider.Read("authentik_sync_status", map[string]any{"provider_scim": "7"})
	reports(t, diagnostics, true, "SCIM provider not found")
}

// Connections of all releases are read alike, although older ones return the source in
// full.
func TestConnections(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2024.6.5", "2025.12.4", "2026.8.5"} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			server := authentiktest.New(t, authentiktest.WithRelease(release))
			provider := configured(t, server)
			source := provider.Resource(t, "authentik_source_oauth")
			ok(t, source.Apply(lifecycle.Of("source_oauth").Minimal))
			user := server.Add("/core/users/", map[string]any{"username": "somebody", "name": "Somebody"})
			uuid := text(t, source.State, "uuid")
			server.Add("/sources/user_connections/oauth/", map[string]any{"user": user, "source": uuid, "identifier": "subject-1"})
			state, diagnostics := provider.Read("authentik_source_user_connection_oauth", map[string]any{"source": uuid, "identifier": "subject-1"})
			ok(t, diagnostics)
			if text(t, state, "source") != uuid || state["user"].IsNull() {
				t.Errorf("it read %v", state)
			}
		})
	}
}
