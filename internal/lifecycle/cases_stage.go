package lifecycle

// stages are the stages in which nothing is set up.
func stages() []Case {
	return []Case{
		{
			Type:    "stage_account_lockdown",
			Minimal: map[string]any{"name": "lockdown"},
			Full: map[string]any{
				"name": "lockdown renamed", "deactivate_user": false, "set_unusable_password": false, "delete_sessions": false, "revoke_tokens": false,
				"self_service_completion_flow": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c",
			},
		},
		{
			Type:    "stage_captcha",
			Minimal: map[string]any{"name": "captcha", "public_key": "site-one", "private_key": "secret-one"},
			Full: map[string]any{
				"name": "captcha renamed", "public_key": "site-two", "private_key": "secret-two", "js_url": "https://captcha.example.com/api.js",
				"api_url": "https://captcha.example.com/verify?a=1&b=2", "request_content_type": "application/json", "interactive": true,
				"score_min_threshold": 0.1, "score_max_threshold": 0.7, "error_on_invalid_score": false,
			},
		},
		{
			Type:    "stage_consent",
			Minimal: map[string]any{"name": "consent"},
			Full:    map[string]any{"name": "consent renamed", "mode": "permanent", "consent_expire_in": "days=1;hours=12"},
		},
		{
			Type:    "stage_deny",
			Minimal: map[string]any{"name": "deny"},
			Full:    map[string]any{"name": "deny renamed", "deny_message": "Not <you> & not now."},
		},
		{
			Type:    "stage_dummy",
			Minimal: map[string]any{"name": "dummy"},
			Full:    map[string]any{"name": "dummy renamed", "throw_error": true},
		},
		{
			Type:    "stage_email",
			Minimal: map[string]any{"name": "email"},
			Full: map[string]any{
				"name": "email renamed", "use_global_settings": true, "host": "smtp.example.com", "port": 587, "username": "authentik", "password": "secret-one",
				"use_tls": true, "use_ssl": true, "timeout": 30, "from_address": "login@example.com", "subject": "Confirm", "token_expiry": "minutes=90",
				"template": "email/account_confirmation.html", "activate_user_on_success": true, "recovery_max_attempts": 2, "recovery_cache_timeout": "seconds=90",
			},
		},
	}
}
