package authentiktest

import "maps"

// Paths of collections that others refer to. Those that are not in the contract table cannot be
// read over HTTP; what a test adds to them is what references may lead to.
const (
	flows         = "/flows/instances/"
	bindings      = "/flows/bindings/"
	allStages     = "/stages/all/"
	mappings      = "/propertymappings/notification/"
	prompts       = "/stages/prompt/prompts/"
	promptStages  = "/stages/prompt/stages/"
	deviceTypes   = "/stages/authenticator/webauthn_device_types/"
	captchaStages = "/stages/captcha/"
)

// stage makes the model of a type of stages: what all have in common, and what is given.
func stage(component, verbose, meta string, more model) *model {
	more.constants = values{
		"component":           component,
		"verbose_name":        verbose,
		"verbose_name_plural": verbose + "s",
		"meta_model_name":     meta,
	}
	more.derived = merged(map[string]func(*Server, *row) any{"flow_set": flowSet}, more.derived)
	more.unique = append(more.unique, uniqueness{field: "name", scope: "stage", message: "stage with this name already exists."})
	more.aliases = map[string]string{"stage_uuid": "pk"}
	more.order, more.search = []string{"name"}, []string{"name"}
	return &more
}

// stageModels are the types of stages. Their values are those that real servers answered to a
// create with nothing but what is required (the recordings type-*-create of 2023.10.7 and
// types/*-create of 2025.12.4); those of fields that are younger or of types that need a licence
// come from the models and migrations of authentik's source.
func stageModels() map[string]*model {
	return merged(authenticatorModels(), map[string]*model{
		"/stages/account_lockdown/": stage("ak-stage-account-lockdown-form", "Account Lockdown Stage",
			"authentik_stages_account_lockdown.accountlockdownstage", model{
				enterprise: true,
				defaults: values{
					"deactivate_user": true, "set_unusable_password": true, "delete_sessions": true, "revoke_tokens": true,
				},
				references: map[string]reference{"self_service_completion_flow": {to: flows}},
				checks:     []check{completionFlow},
			}),
		captchaStages: stage("ak-stage-captcha-form", "Captcha Stage", "authentik_stages_captcha.captchastage", model{
			defaults: values{
				"js_url":  "https://www.recaptcha.net/recaptcha/api.js",
				"api_url": "https://www.recaptcha.net/recaptcha/api/siteverify",
				// Thresholds since 2024.6.
				"score_min_threshold": 0.5, "score_max_threshold": 1.0, "error_on_invalid_score": true,
				"request_content_type": "application/x-www-form-urlencoded",
			},
		}),
		"/stages/consent/": stage("ak-stage-consent-form", "Consent Stage", "authentik_stages_consent.consentstage", model{
			defaults: values{"mode": "expiring", "consent_expire_in": "weeks=4"},
			formats:  map[string]format{"consent_expire_in": duration},
		}),
		"/stages/deny/":  stage("ak-stage-deny-form", "Deny Stage", "authentik_stages_deny.denystage", model{}),
		"/stages/dummy/": stage("ak-stage-dummy-form", "Dummy Stage", "authentik_stages_dummy.dummystage", model{}),
		"/stages/email/": stage("ak-stage-email-form", "Email Stage", "authentik_stages_email.emailstage", model{
			defaults: values{
				"host": "localhost", "port": 25.0, "timeout": 10.0, "from_address": "system@authentik.local", "token_expiry": "minutes=30",
				"subject": "authentik", "template": "email/password_reset.html", "recovery_max_attempts": 5.0, "recovery_cache_timeout": "minutes=5",
			},
			older:   []older{{before: "2025.4.0", values: values{"token_expiry": 30.0}}},
			shown:   map[string]func(*Server, *row) any{"token_expiry": shownExpiry},
			formats: map[string]format{"token_expiry": duration, "recovery_cache_timeout": duration, "template": emailTemplate},
		}),
		"/stages/endpoints/": stage("ak-endpoints-stage-form", "Endpoint Stage", "authentik_endpoints.endpointstage", model{
			defaults: values{"mode": "optional"},
			derived:  map[string]func(*Server, *row) any{"connector_obj": one("connector")},
			bare: map[string]bareness{"connector_obj": {by: "connector", constants: values{
				"component": "", "verbose_name": "connector", "verbose_name_plural": "connectors", "meta_model_name": "authentik_endpoints.connector",
			}}},
			references: map[string]reference{"connector": {to: connectors, cascades: true}},
		}),
		"/stages/identification/": stage("ak-stage-identification-form", "Identification Stage",
			"authentik_stages_identification.identificationstage", model{
				defaults: values{"case_insensitive_matching": true, "show_matched_user": true, "pretend_user_exists": true},
				references: map[string]reference{
					"password_stage": {to: "/stages/password/"}, "captcha_stage": {to: captchaStages},
					"webauthn_stage":  {to: "/stages/authenticator/validate/"},
					"enrollment_flow": {to: flows}, "recovery_flow": {to: flows}, "passwordless_flow": {to: flows},
					"sources": {to: allSources},
				},
				checks: []check{userFieldsOrSources},
			}),
		"/stages/invitation/stages/": stage("ak-stage-invitation-form", "Invitation Stage", "authentik_stages_invitation.invitationstage", model{}),
		"/stages/mtls/": stage("ak-stage-mtls-form", "Mutual TLS Stage", "authentik_stages_mtls.mutualtlsstage", model{
			enterprise: true,
			references: map[string]reference{"certificate_authorities": {to: certificates}},
		}),
		"/stages/password/": stage("ak-stage-password-form", "Password Stage", "authentik_stages_password.passwordstage", model{
			defaults:   values{"failed_attempts_before_cancel": 5.0},
			references: map[string]reference{"configure_flow": {to: flows}},
			noEmpty:    []string{"backends"},
		}),
		promptStages: promptStage(),
		"/stages/redirect/": stage("ak-stage-redirect-form", "Redirect Stage", "authentik_stages_redirect.redirectstage", model{
			defaults:   values{"keep_context": true},
			references: map[string]reference{"target_flow": {to: flows}},
			checks:     []check{redirectTarget},
		}),
		"/stages/source/": stage("ak-stage-source-form", "Source Stage", "authentik_stages_source.sourcestage", model{
			enterprise: true,
			defaults:   values{"resume_timeout": "minutes=10"},
			references: map[string]reference{"source": {to: allSources, cascades: true}},
			formats:    map[string]format{"resume_timeout": duration},
		}),
		"/stages/user_delete/": stage("ak-stage-user-delete-form", "User Delete Stage", "authentik_stages_user_delete.userdeletestage", model{}),
		"/stages/user_login/": stage("ak-stage-user-login-form", "User Login Stage", "authentik_stages_user_login.userloginstage", model{
			defaults: values{
				"session_duration": "seconds=0", "remember_me_offset": "seconds=0", "remember_device": "days=30",
				"network_binding": "no_binding", "geoip_binding": "no_binding",
			},
			formats: map[string]format{"session_duration": duration, "remember_me_offset": duration, "remember_device": duration},
		}),
		"/stages/user_logout/": stage("ak-stage-user-logout-form", "User Logout Stage", "authentik_stages_user_logout.userlogoutstage", model{}),
		"/stages/user_write/": stage("ak-stage-user-write-form", "User Write Stage", "authentik_stages_user_write.userwritestage", model{
			defaults:   values{"can_create_users": true, "user_creation_mode": "create_when_required", "user_type": "external"},
			references: map[string]reference{"create_users_group": {to: groups}},
		}),
	})
}

// merged is a map with the entries of all maps; of several with one key, the last.
func merged[V any](parts ...map[string]V) map[string]V {
	all := make(map[string]V)
	for _, part := range parts {
		maps.Copy(all, part)
	}
	return all
}
