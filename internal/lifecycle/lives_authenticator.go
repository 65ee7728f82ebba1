package lifecycle

// authenticators are the stages in which users set up an authenticator.
func authenticators() []Life {
	return []Life{
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
	}
}
