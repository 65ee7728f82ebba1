package lifecycle

// events are the cases of notifications and brands.
func events() []Case {
	const flow = "ab4042dc-fcc7-421d-9e69-d7ac2c62714c"
	return []Case{
		{
			Type:    "event_rule",
			Minimal: map[string]any{"name": "rule"},
			Full: map[string]any{
				"name": "rule renamed", "transports": []string{"66666666-fcc7-421d-9e69-d7ac2c62714c", "66666666-fcc7-421d-9e69-d7ac2c62714d"},
				"severity": "alert", "destination_group": "11111111-fcc7-421d-9e69-d7ac2c62714e", "destination_event_user": true,
			},
		},
		{
			Type:    "event_transport",
			Minimal: map[string]any{"name": "transport"},
			Full: map[string]any{
				"name": "transport renamed", "mode": "webhook", "webhook_url": "https://chat.example.com/hooks/secret-one",
				"webhook_ca": "33333333-fcc7-421d-9e69-d7ac2c62714c", "webhook_mapping_body": "77777777-fcc7-421d-9e69-d7ac2c62714c",
				"webhook_mapping_headers": "77777777-fcc7-421d-9e69-d7ac2c62714d", "email_subject_prefix": "Example:",
				"email_template": "email/password_reset.html", "send_once": true,
			},
		},
		{
			Type:    "brand",
			Minimal: map[string]any{"domain": "example.com"},
			Full: map[string]any{
				"domain": "login.example.com", "branding_title": "Example", "branding_logo": "https://example.com/logo.svg",
				"branding_favicon": "https://example.com/icon.png", "branding_custom_css": "body { color: black; }\n",
				"branding_default_flow_background": "https://example.com/background.jpg", "branding_map_tiles": "https://tiles.example.com/{z}/{x}/{y}.png",
				"flow_authentication": flow, "flow_user_switch": flow, "flow_invalidation": flow, "flow_recovery": flow, "flow_unenrollment": flow,
				"flow_user_settings": flow, "flow_device_code": flow, "flow_lockdown": flow, "flow_request": flow,
				"default_application": "55555555-fcc7-421d-9e69-d7ac2c62714c", "web_certificate": "33333333-fcc7-421d-9e69-d7ac2c62714c",
				"client_certificates": []string{"33333333-fcc7-421d-9e69-d7ac2c62714c", "33333333-fcc7-421d-9e69-d7ac2c62714d"},
				"event_retention":     "days=30", "attributes": `{"settings":{"locale":"de"}}`,
			},
			Unset: []string{"default"}, // the installation has the one default brand
			Drift: map[string]any{"branding_title": "Another"},
		},
	}
}
