package lifecycle

// policies are the cases of policies.
func policies() []Case {
	return []Case{
		{
			Type:    "policy_expression",
			Minimal: map[string]any{"name": "expression", "expression": "return True"},
			Full:    map[string]any{"name": "expression renamed", "expression": "  # staff\nreturn request.user.is_staff\n", "execution_logging": true},
		},
		{
			Type:    "policy_password",
			Minimal: map[string]any{"name": "password", "length_min": 12, "error_message": "Too simple."},
			Full: map[string]any{
				"name": "password renamed", "execution_logging": true, "password_field": "new_password", "check_static_rules": false, "length_min": 14,
				"amount_uppercase": 1, "amount_lowercase": 2, "amount_digits": 3, "amount_symbols": 4, "symbol_charset": "!?", "error_message": "Too short.",
				"check_have_i_been_pwned": true, "hibp_allowed_count": 1, "check_zxcvbn": true, "zxcvbn_score_threshold": 3,
			},
		},
		{
			Type:    "policy_expiry",
			Minimal: map[string]any{"name": "expiry", "days": 365},
			Full:    map[string]any{"name": "expiry renamed", "execution_logging": true, "days": 90, "deny_only": true},
		},
		{
			Type:    "policy_event_matcher",
			Minimal: map[string]any{"name": "matcher", "action": "login_failed"},
			Full: map[string]any{
				"name": "matcher renamed", "execution_logging": true, "action": "login", "client_ip": "192.0.2.1", "app": "authentik.core",
				"model": "authentik_core.user", "query": "user.username = \"akadmin\"",
			},
		},
		{
			Type:    "policy_geoip",
			Minimal: map[string]any{"name": "geoip", "countries": []string{"DE"}},
			Full: map[string]any{
				"name": "geoip renamed", "execution_logging": true, "countries": []string{"FR", "DE", "AT"}, "asns": []int{64497, 64496},
				"check_history_distance": true, "history_max_distance_km": 200, "distance_tolerance_km": 20, "history_login_count": 3,
				"check_impossible_travel": true, "impossible_tolerance_km": 10,
			},
		},
		{
			Type:    "policy_reputation",
			Minimal: map[string]any{"name": "reputation"},
			Full:    map[string]any{"name": "reputation renamed", "execution_logging": true, "check_ip": false, "threshold": -3},
			// The server refuses a policy that checks neither.
			Unset: []string{"check_username"},
		},
		{
			Type:    "policy_unique_password",
			Minimal: map[string]any{"name": "unique"},
			Full:    map[string]any{"name": "unique renamed", "execution_logging": true, "password_field": "new_password", "num_historical_passwords": 5},
		},
		{
			Type:    "policy_dummy",
			Minimal: map[string]any{"name": "dummy"},
			Full:    map[string]any{"name": "dummy renamed", "execution_logging": true, "result": true, "wait_min": 1, "wait_max": 2},
		},
	}
}
