package lifecycle

// id is a UUID that ends so.
func id(end string) string { return "ab4042dc-fcc7-421d-9e69-d7ac2c6271" + end }

// userStages are the stages in which users say who they are, prove it, fill in fields
// and are signed in, and what belongs to them.
func userStages() []Case {
	return []Case{
		{
			Type:    "invitation",
			Minimal: map[string]any{"name": "invitation"},
			Full: map[string]any{
				"name": "invitation-renamed", "expires": "2031-12-31T23:59:59+02:00", "fixed_data": `{ "name" : "<A> & B", "attributes": {"n": [1, 2.50, null]} }`,
				"single_use": true, "flow": "AB4042DCFCC7421D9E69D7AC2C62714C",
			},
			Drift: map[string]any{"fixed_data": map[string]any{"name": "changed outside"}},
		},
		{
			Type:    "stage_endpoints",
			Minimal: map[string]any{"name": "endpoints", "connector": "344f810f-103f-4983-b3c7-0b30c7e7796b"},
			Full:    map[string]any{"name": "endpoints renamed", "connector": "344F810F103F4983B3C70B30C7E7796C", "mode": "required"},
		},
		{
			Type:    "stage_identification",
			Minimal: map[string]any{"name": "identification", "user_fields": []string{"username"}},
			Full: map[string]any{
				"name": "identification renamed", "user_fields": []string{"upn", "email", "username"}, "password_stage": id("41"),
				"captcha_stage": id("42"), "webauthn_stage": id("43"),
				"case_insensitive_matching": false, "show_matched_user": false, "pretend_user_exists": false, "enable_remember_me": true,
				"enrollment_flow": id("44"), "recovery_flow": "AB4042DC-FCC7-421D-9E69-D7AC2C627145",
				"passwordless_flow": id("46"),
				"sources":           []string{"ab4042dc-fcc7-421d-9e69-d7ac2c627148", "AB4042DC-FCC7-421D-9E69-D7AC2C627147"}, "show_source_labels": true,
			},
		},
		{
			Type:    "stage_invitation",
			Minimal: map[string]any{"name": "invitation stage"},
			Full:    map[string]any{"name": "invitation stage renamed", "continue_flow_without_invitation": true},
		},
		{
			Type:    "stage_mutual_tls",
			Minimal: map[string]any{"name": "mtls"},
			Full: map[string]any{
				"name": "mtls renamed", "mode": "required", "cert_attribute": "subject", "user_attribute": "username",
				"certificate_authorities": []string{"cb4042dc-fcc7-421d-9e69-d7ac2c627142", "AB4042DC-FCC7-421D-9E69-D7AC2C627141"},
			},
		},
		{
			Type:    "stage_password",
			Minimal: map[string]any{"name": "password", "backends": []string{"authentik.core.auth.InbuiltBackend"}},
			Full: map[string]any{
				"name":           "password renamed",
				"backends":       []string{"authentik.sources.ldap.auth.LDAPBackend", "authentik.core.auth.InbuiltBackend", "authentik.core.auth.TokenBackend"},
				"configure_flow": "AB4042DC-fcc7-421d-9e69-d7ac2c62714c", "failed_attempts_before_cancel": 0, "allow_show_password": true,
			},
		},
		{
			Type:    "stage_prompt",
			Minimal: map[string]any{"name": "prompt", "fields": []string{"ab4042dc-fcc7-421d-9e69-d7ac2c627141"}},
			Full: map[string]any{
				"name": "prompt renamed", "fields": []string{"cb4042dc-fcc7-421d-9e69-d7ac2c627142", "AB4042DC-FCC7-421D-9E69-D7AC2C627141"},
				"validation_policies": []string{"db4042dc-fcc7-421d-9e69-d7ac2c627144", "bb4042dc-fcc7-421d-9e69-d7ac2c627143"},
			},
		},
		{
			Type:    "stage_prompt_field",
			Minimal: map[string]any{"name": "prompt field", "field_key": "username", "label": "Username", "type": "username"},
			Full: map[string]any{
				"name": "prompt field renamed", "field_key": "attributes.settings.locale", "label": "Locale <1> & more", "type": "text", "required": false,
				"placeholder": "  # a heredoc\nreturn \"<hint>\"\n", "placeholder_expression": true, "initial_value": "\nreturn user.username\n", "initial_value_expression": true,
				"order": -10, "sub_text": "<b>Below</b> & more\n",
			},
			Drift: map[string]any{"label": "changed outside"},
		},
		{
			Type:    "stage_redirect",
			Minimal: map[string]any{"name": "redirect", "target_flow": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c"},
			Full: map[string]any{
				"name": "redirect renamed", "mode": "static", "target_static": "https://example.com/?a=1&b=<2>", "target_flow": "AB4042DCFCC7421D9E69D7AC2C62714C", "keep_context": false,
			},
		},
		{
			Type:    "stage_source",
			Minimal: map[string]any{"name": "source", "source": "7e378b87-9bc1-4138-8a35-cdfaceba37eb"},
			Full: map[string]any{
				"name": "source renamed", "source": "7E378B879BC141388A35CDFACEBA37EC", "resume_timeout": "hours=1;minutes=30", "resume_on_match_failures": []string{"missing_property"},
			},
		},
		{
			Type:    "stage_user_delete",
			Minimal: map[string]any{"name": "user delete"},
			Full:    map[string]any{"name": "user delete renamed"},
		},
		{
			Type:    "stage_user_login",
			Minimal: map[string]any{"name": "user login"},
			Full: map[string]any{
				"name": "user login renamed", "session_duration": "hours=1;minutes=30", "terminate_other_sessions": true, "remember_me_offset": "weeks=2",
				"network_binding": "bind_asn_network", "geoip_binding": "bind_continent_country", "remember_device": "seconds=0",
			},
		},
		{
			Type:    "stage_user_logout",
			Minimal: map[string]any{"name": "user logout"},
			Full:    map[string]any{"name": "user logout renamed"},
		},
		{
			Type:    "stage_user_write",
			Minimal: map[string]any{"name": "user write"},
			Full: map[string]any{
				"name": "user write renamed", "user_creation_mode": "never_create", "can_create_users": false, "create_users_as_inactive": true,
				"create_users_group": "AB4042DCFCC7421D9E69D7AC2C62714C", "user_type": "internal", "user_path_template": "goauthentik.io/sources/%(slug)s",
			},
		},
	}
}
