package lifecycle

func flows() []Case {
	return []Case{
		{
			Type:    "flow",
			Minimal: map[string]any{"name": "flow", "slug": "flow", "title": "A flow", "designation": "enrollment"},
			Full: map[string]any{
				"name": "flow renamed", "slug": "flow-renamed", "title": "Another <flow> & more", "designation": "stage_configuration", "background": "/static/image.png",
				"policy_engine_mode": "all", "compatibility_mode": true, "layout": "sidebar_left", "denied_action": "message", "authentication": "require_authenticated",
			},
		},
		{
			Type:    "flow_stage_binding",
			Minimal: map[string]any{"target": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "stage": "11111111-fcc7-421d-9e69-d7ac2c62714c", "order": 0},
			Full: map[string]any{
				"target": "AB4042DC-FCC7-421D-9E69-D7AC2C62714C", "stage": "11111111fcc7421d9e69d7ac2c62714c", "order": -10, "evaluate_on_plan": true,
				"re_evaluate_policies": false, "policy_engine_mode": "all", "invalid_response_action": "restart_with_context",
			},
			Drift: map[string]any{"order": 7},
		},
	}
}

func mappings() []Case {
	return []Case{
		{
			Type:    "property_mapping_notification",
			Minimal: map[string]any{"name": "mapping", "expression": "return {}"},
			Full:    map[string]any{"name": "mapping renamed", "expression": "  # a heredoc\nreturn {\"text\": \"<1> & 2\"}\n"},
		},
	}
}
