package lifecycle

// authenticators are the stages in which users set up an authenticator.
func authenticators() []Case {
	return []Case{
		{
			Type:    "stage_authenticator_duo",
			Minimal: map[string]any{"name": "duo", "api_hostname": "api-1.duosecurity.com", "client_id": "one", "client_secret": "secret-one"},
			Full: map[string]any{
				"name": "Duo renamed", "friendly_name": "Duo app", "configure_flow": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "api_hostname": "api-2.duosecurity.com",
				"client_id": "two", "client_secret": "secret-two", "admin_integration_key": "three", "admin_secret_key": "secret-three",
			},
		},
		{
			Type:    "stage_authenticator_email",
			Minimal: map[string]any{"name": "email authenticator"},
			Full: map[string]any{
				"name": "email authenticator renamed", "friendly_name": "Code by email", "configure_flow": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "use_global_settings": true,
				"host": "smtp.example.com", "port": 587, "username": "authentik", "password": "secret-one", "use_tls": true, "use_ssl": true, "timeout": 30,
				"from_address": "login@example.com", "subject": "Your code <1> & more", "token_expiry": "minutes=10", "template": "email/account_confirmation.html",
			},
		},
		{
			Type:    "stage_authenticator_endpoint_gdtc",
			Minimal: map[string]any{"name": "gdtc", "credentials": account("secret-one")},
			Full: map[string]any{
				"name": "gdtc renamed", "friendly_name": "Device", "configure_flow": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c",
				"credentials": account("secret-<two>"),
			},
		},
		{
			Type:    "stage_authenticator_sms",
			Minimal: map[string]any{"name": "sms", "from_number": "+1", "account_sid": "AC1", "auth": "secret-one"},
			Full: map[string]any{
				"name": "SMS <renamed> & more", "friendly_name": "Text message", "configure_flow": "AB4042DC-fcc7-421d-9e69-d7ac2c62714c",
				"sms_provider": "generic", "from_number": "Example", "account_sid": "https://sms.example.com/send?a=1&b=<2>", "auth": "secret-two",
				"auth_password": "secret-three", "auth_type": "bearer", "verify_only": true, "mapping": "e2e327df917542119046c1a482f3d343",
			},
		},
		{
			Type:    "stage_authenticator_static",
			Minimal: map[string]any{"name": "static"},
			Full: map[string]any{
				"name": "static renamed", "friendly_name": "Tokens", "configure_flow": "AB4042DCFCC7421D9E69D7AC2C62714C", "token_count": 0, "token_length": 100,
			},
		},
		{
			Type:    "stage_authenticator_totp",
			Minimal: map[string]any{"name": "totp"},
			Full:    map[string]any{"name": "totp renamed", "friendly_name": "App", "configure_flow": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "digits": "8"},
		},
		{
			Type:    "stage_authenticator_validate",
			Minimal: map[string]any{"name": "validate"},
			Full: map[string]any{
				"name": "validate renamed", "not_configured_action": "configure", "device_classes": []string{"webauthn", "totp"},
				"configuration_stages": []string{"22222222-fcc7-421d-9e69-d7ac2c62714c", "11111111-FCC7-421d-9e69-d7ac2c62714c"}, "last_auth_threshold": "hours=1;minutes=30",
				"webauthn_user_verification": "required", "webauthn_hints": []string{"security-key", "client-device"},
				"webauthn_allowed_device_types": []string{"ee882879721c491397753dfcce97072a", "2fc0579f-8113-47ea-b116-bb5a8db9202a"},
				"email_otp_throttling_factor":   0.7, "sms_otp_throttling_factor": 0.0, "totp_otp_throttling_factor": 2.5, "static_otp_throttling_factor": 3.0,
			},
			Others: map[string][]map[string]any{"/stages/authenticator/totp/": {
				{"pk": "11111111-fcc7-421d-9e69-d7ac2c62714c", "name": "setup one", "digits": "6"},
				{"pk": "22222222-fcc7-421d-9e69-d7ac2c62714c", "name": "setup two", "digits": "6"},
			}},
		},
		{
			Type:    "stage_authenticator_webauthn",
			Minimal: map[string]any{"name": "webauthn"},
			Full: map[string]any{
				"name": "webauthn renamed", "friendly_name": "Security key", "configure_flow": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "user_verification": "required",
				"authenticator_attachment": "cross-platform", "resident_key_requirement": "discouraged", "hints": []string{"hybrid", "client-device"},
				"device_type_restrictions": []string{"ee882879-721c-4913-9775-3dfcce97072a"}, "max_attempts": 3, "prevent_duplicate_devices": true,
			},
		},
	}
}

// account is the key file of a service account, as somebody may have written it.
func account(key string) string {
	return `{ "type": "service_account", "private_key": "` + key + `\n", "numbers": [1.50, {"none": null}] }`
}
