package lifecycle

// systems are the cases of schedules, licenses and devices.
func systems() []Case {
	return []Case{
		{
			Type:    "blueprint",
			Minimal: map[string]any{"name": "blueprint", "path": "default/flow-default-authentication-flow.yaml"},
			Full: map[string]any{
				"name": "blueprint renamed", "path": "oci://ghcr.io/example/blueprints:latest", "context": `{"domain":"example.com"}`, "enabled": false,
				"apply": false, "timeouts": map[string]any{"create": "10m", "update": "1h"},
			},
			Unset: []string{"content"}, // TestBlueprint of package blueprint has it
		},
		{
			Type:    "task_schedule",
			Minimal: map[string]any{"app_model": "authentik_sources_ldap.ldapsource", "model_id": id("a1"), "crontab": "0 2 * * *"},
			Full: map[string]any{
				"app_model": "authentik_sources_ldap.ldapsource", "model_id": id("a1"), "actor_name": "authentik.sources.ldap.tasks.ldap_sync",
				"crontab": "30 2 * * 1-5", "paused": true,
			},
			Drift: map[string]any{"paused": false},
			Others: map[string][]map[string]any{"/tasks/schedules/": {{
				"rel_obj_app_label": "authentik_sources_ldap", "rel_obj_model": "ldapsource", "rel_obj_id": id("a1"),
				"actor_name": "authentik.sources.ldap.tasks.ldap_sync", "crontab": "0 */2 * * *", "paused": false,
			}}},
		},
		{
			Type:    "enterprise_license",
			Minimal: map[string]any{"key": licenseKey("one")},
			Full:    map[string]any{"key": licenseKey("two")},
			Drift:   map[string]any{"key": licenseKey("three")},
		},
		{
			Type:    "endpoints_connector_agent",
			Minimal: map[string]any{"name": "agent"},
			Full: map[string]any{
				"name": "agent renamed", "enabled": false, "snapshot_expiry": "hours=12", "auth_session_duration": "hours=4",
				"auth_terminate_session_on_expiry": true, "refresh_interval": "minutes=15", "authorization_flow": id("a2"),
				"nss_uid_offset": 10000, "nss_gid_offset": 20000, "challenge_key": id("a3"), "challenge_idle_timeout": "seconds=10",
				"challenge_trigger_check_in": true, "jwt_federation_providers": []int{941, 942},
			},
		},
		{
			Type:    "endpoints_connector_agent_enrollment_token",
			Minimal: map[string]any{"name": "token", "connector": id("a4")},
			Full: map[string]any{
				"name": "token renamed", "connector": id("a4"), "device_access_group": id("a5"), "expiring": false, "expires": "2031-02-03T04:05:06Z",
			},
		},
		{
			Type:    "endpoints_fleet_connector",
			Minimal: map[string]any{"name": "fleet", "url": "https://fleet.example.com", "token": "secret-one"},
			Full: map[string]any{
				"name": "fleet renamed", "enabled": false, "url": "https://other.example.com", "token": "secret-two", "headers_mapping": id("a6"),
				"map_users": false, "map_teams_access_group": true,
			},
		},
		{
			Type:    "endpoints_google_chrome_connector",
			Minimal: map[string]any{"name": "chrome", "credentials": `{"client_id":"secret-one"}`},                           //nolint:gosec // G101: of the test
			Full:    map[string]any{"name": "chrome renamed", "enabled": false, "credentials": `{"client_id":"secret-two"}`}, //nolint:gosec // G101: of the test
		},
		{
			Type:    "endpoints_device_access_group",
			Minimal: map[string]any{"name": "work laptops"},
			Full:    map[string]any{"name": "laptops renamed", "attributes": `{"site":"Berlin"}`},
		},
		{
			Type:    "endpoints_device_binding",
			Minimal: map[string]any{"target": id("a7"), "group": id("a8"), "order": 0},
			Full: map[string]any{
				"target": id("a7"), "group": id("a9"), "order": 2, "negate": true, "enabled": false, "timeout": 10, "failure_result": true, "is_primary": true,
			},
			Unset:  []string{"policy", "user"},
			Drift:  map[string]any{"timeout": 11},
			Others: map[string][]map[string]any{"/endpoints/device_access_groups/": {{"pbm_uuid": id("a7"), "name": "laptops"}}},
		},
		{
			Type:    "endpoints_device",
			Minimal: map[string]any{"name": "laptop"},
			Full: map[string]any{
				"name": "laptop", "access_group": id("ab"), "expiring": false, "expires": "2031-02-03T04:05:06Z", "attributes": `{"site":"Berlin"}`,
			},
			Drift:  map[string]any{"attributes": map[string]any{"site": "Rome"}},
			Others: map[string][]map[string]any{"/endpoints/devices/": {{"name": "laptop", "expiring": true, "expires": "2030-01-01T00:00:00Z"}}},
		},
	}
}

// licenseKey has the form of a license key; the stand-in does not look into it.
func licenseKey(name string) string { return "eyJhbGciOiJFUzUxMiJ9.e30." + name }

// governance are the cases of reviews, offboardings, requests and attributes.
func governance() []Case {
	return []Case{
		{
			Type: "lifecycle_rule",
			Minimal: map[string]any{
				"name": "rule", "content_type": "authentik_core.group", "reviewers": []string{id("b1")},
			},
			Full: map[string]any{
				"name": "rule renamed", "content_type": "authentik_core.application", "object_id": id("b2"), "interval": "days=90", "grace_period": "days=14",
				"reviewer_groups": []string{id("b3")}, "reviewers": []string{id("b4"), id("b1")}, "min_reviewers": 2, "min_reviewers_is_per_group": true,
				"notification_transports": []string{id("b5")},
			},
		},
		{
			Type:    "user_offboarding",
			Minimal: map[string]any{"user": 951, "scheduled_at": "2031-02-03T04:05:06Z"},
			Full:    map[string]any{"user": 951, "scheduled_at": "2032-02-03T04:05:06Z", "action": "delete", "revoke_sessions": false, "revoke_tokens": false},
			Drift:   map[string]any{"action": "deactivate"},
		},
		{
			Type:    "request_rule",
			Minimal: map[string]any{"name": "rule"},
			Full: map[string]any{
				"name": "rule renamed", "policy_engine_mode": "all", "min_reviewers": 2, "min_reviewers_is_per_group": true, "notification_mode": "direct",
				"notification_transports": []string{id("b6")}, "request_flow": id("b7"),
			},
		},
		{
			Type:    "request_rule_binding",
			Minimal: map[string]any{"rule": id("b8"), "target": id("b9")},
			Full: map[string]any{
				"rule": id("b8"), "target": id("b9"), "policy_engine_mode": "all", "expiry_pending": "days=1", "expiry_granted_max": "hours=8",
			},
			Drift:  map[string]any{"policy_engine_mode": "any"},
			Others: map[string][]map[string]any{"/core/applications/": {{"pk": id("b9"), "name": "Wiki", "slug": "wiki"}}},
		},
		{
			Type:    "request_rule_child_binding",
			Minimal: map[string]any{"binding": id("ba"), "target": id("bb")},
			Full:    map[string]any{"binding": id("ba"), "target": id("bb")},
			Drift:   map[string]any{"target": id("bc")},
			Others: map[string][]map[string]any{"/core/applications/": {
				{"pk": id("bb"), "name": "Wiki", "slug": "wiki"}, {"pk": id("bc"), "name": "Chat", "slug": "chat"},
			}},
		},
		{
			Type:    "object_attribute",
			Minimal: map[string]any{"object_type": "authentik_core.user", "key": "department", "label": "Department", "type": "text"},
			Full: map[string]any{
				"object_type": "authentik_core.user", "key": "cost_center", "label": "Cost center", "type": "text", "group": "Work", "regex": "^[0-9]+$",
				"enabled": false, "is_required": true, "is_unique": true, "managed": "example.com/cost-center",
			},
			Drift: map[string]any{"label": "Another"},
		},
		{
			Type:    "provider_oauth2_dcr",
			Minimal: map[string]any{"oauth2_provider": 961},
			Full: map[string]any{
				"oauth2_provider": 961, "default_application_group": "Clients", "override_authorization_flow": id("bd"), "override_invalidation_flow": id("be"),
				"override_property_mappings": []string{id("bf")}, "access_token_validity": "minutes=10", "refresh_token_validity": "days=7",
				"allowed_grant_types": []string{"authorization_code"}, "policy_engine_mode": "all",
			},
			Drift: map[string]any{"default_application_group": "Others"},
		},
	}
}
