package system_test

import (
	"testing"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"

	"github.com/authentik-iac/terraform-provider-authentik/internal/authentiktest"
)

// What the installation is can be read in every release, old and new.
func TestInstallation(t *testing.T) {
	t.Parallel()
	for _, release := range []string{"2023.10.7", "2025.12.4", "2026.8.5"} {
		t.Run(release, func(t *testing.T) {
			t.Parallel()
			provider := connected(t, authentiktest.New(t, authentiktest.WithRelease(release)))
			for name, attribute := range map[string]string{
				"authentik_version": "version_current", "authentik_system": "http_host", "authentik_enterprise_install_id": "install_id",
				"authentik_enterprise_summary": "latest_valid", "authentik_config": "capabilities", "authentik_blueprint_files": "paths",
			} {
				state, diagnostics := provider.Read(name, nil)
				if ok(t, diagnostics); state[attribute].IsNull() {
					t.Errorf("%s has no %s", name, attribute)
				}
			}
		})
	}
}

// used_by lists what a deletion takes along, of objects with any form of ID.
func TestUsedBy(t *testing.T) {
	t.Parallel()
	server := authentiktest.New(t)
	provider := connected(t, server)
	group := provider.Resource(t, "authentik_group")
	ok(t, group.Apply(map[string]any{"name": "staff"}))
	application := provider.Resource(t, "authentik_application")
	ok(t, application.Apply(map[string]any{"name": "Wiki", "slug": "wiki"}))
	var id, uuid string
	if group.State["id"].As(&id) != nil || application.State["uuid"].As(&uuid) != nil {
		t.Fatal("no IDs")
	}
	ok(t, provider.Resource(t, "authentik_policy_binding").Apply(map[string]any{"target": uuid, "group": id, "order": 0}))
	for kind, of := range map[string]string{"group": id, "application": "wiki"} {
		state, diagnostics := provider.Read("authentik_used_by", map[string]any{"type": kind, "object_id": of})
		ok(t, diagnostics)
		var users []tftypes.Value
		if err := state["used_by"].As(&users); err != nil || len(users) == 0 {
			t.Errorf("the %s is used by %v", kind, users)
		}
	}
	_, diagnostics := provider.Read("authentik_used_by", map[string]any{"type": "no_such", "object_id": id})
	says(t, diagnostics, tfprotov6.DiagnosticSeverityError, "Unknown type")
	_, diagnostics = provider.Read("authentik_used_by", map[string]any{"type": "group", "object_id": uuid})
	says(t, diagnostics, tfprotov6.DiagnosticSeverityError, "not found")
}
