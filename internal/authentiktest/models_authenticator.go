package authentiktest

// setup is the reference that all stages have by which users set up an authenticator.
func setup(more map[string]reference) map[string]reference {
	return merged(map[string]reference{"configure_flow": {to: flows}}, more)
}

// authenticatorModels are the stages that set up or validate an authenticator.
func authenticatorModels() map[string]*model {
	return map[string]*model{
		"/stages/authenticator/duo/": stage("ak-stage-authenticator-duo-form", "Duo Authenticator Setup Stage",
			"authentik_stages_authenticator_duo.authenticatorduostage", model{references: setup(nil)}),
		"/stages/authenticator/email/": stage("ak-stage-authenticator-email-form", "Email Authenticator Setup Stage",
			"authentik_stages_authenticator_email.authenticatoremailstage", model{
				defaults: values{
					"host": "localhost", "port": 25.0, "timeout": 10.0, "from_address": "system@authentik.local",
					"subject": "authentik Sign-in code", "token_expiry": "minutes=30", "template": "email/email_otp.html",
				},
				references: setup(nil),
				formats:    map[string]format{"token_expiry": duration},
			}),
		"/stages/authenticator/endpoint_gdtc/": stage("ak-stage-authenticator-endpoint-gdtc-form",
			"Endpoint Authenticator Google Device Trust Connector Stage",
			"authentik_stages_authenticator_endpoint_gdtc.authenticatorendpointgdtcstage", model{
				enterprise: true,
				references: setup(nil),
			}),
		"/stages/authenticator/sms/": stage("ak-stage-authenticator-sms-form", "SMS Authenticator Setup Stage",
			"authentik_stages_authenticator_sms.authenticatorsmsstage", model{
				defaults:   values{"auth_type": "basic"},
				references: setup(map[string]reference{"mapping": {to: mappings}}),
			}),
		"/stages/authenticator/static/": stage("ak-stage-authenticator-static-form", "Static Authenticator Setup Stage",
			"authentik_stages_authenticator_static.authenticatorstaticstage", model{
				defaults:   values{"token_count": 6.0, "token_length": 12.0},
				references: setup(nil),
			}),
		"/stages/authenticator/totp/": stage("ak-stage-authenticator-totp-form", "TOTP Authenticator Setup Stage",
			"authentik_stages_authenticator_totp.authenticatortotpstage", model{references: setup(nil)}),
		"/stages/authenticator/validate/": stage("ak-stage-authenticator-validate-form", "Authenticator Validation Stage",
			"authentik_stages_authenticator_validate.authenticatorvalidatestage", model{
				defaults: values{
					"not_configured_action": "skip",
					"device_classes":        []any{"static", "totp", "webauthn", "duo", "sms", "email"},
					"last_auth_threshold":   "seconds=0", "webauthn_user_verification": "preferred",
					"email_otp_throttling_factor": 1.0, "sms_otp_throttling_factor": 1.0,
					"static_otp_throttling_factor": 1.0, "totp_otp_throttling_factor": 1.0,
				},
				older:   []older{{before: "2025.2.0", values: values{"device_classes": []any{"static", "totp", "webauthn", "duo", "sms"}}}},
				derived: map[string]func(*Server, *row) any{"webauthn_allowed_device_types_obj": each("webauthn_allowed_device_types")},
				references: map[string]reference{
					"configuration_stages": {to: allStages}, "webauthn_allowed_device_types": {to: deviceTypes},
				},
				formats: map[string]format{"last_auth_threshold": duration},
				checks:  []check{configurationStages},
				noEmpty: []string{"device_classes"},
			}),
		"/stages/authenticator/webauthn/": webauthn(),
	}
}

// webauthn is the stage whose class had another name up to 2024.2.
func webauthn() *model {
	known := stage("ak-stage-authenticator-webauthn-form", "WebAuthn Authenticator Setup Stage",
		"authentik_stages_authenticator_webauthn.authenticatorwebauthnstage", model{
			defaults:   values{"user_verification": "preferred", "resident_key_requirement": "preferred"},
			derived:    map[string]func(*Server, *row) any{"device_type_restrictions_obj": each("device_type_restrictions")},
			references: setup(map[string]reference{"device_type_restrictions": {to: deviceTypes}}),
		})
	known.derived["meta_model_name"] = func(s *Server, _ *row) any {
		if s.since("2024.4.0") {
			return known.constants["meta_model_name"]
		}
		return "authentik_stages_authenticator_webauthn.authenticatewebauthnstage"
	}
	return known
}
