package authentiktest

// What authentik's blueprints (blueprints/default in its repository) make: facts only, and of the
// policies no more than their names.

const kerberos = "authentik.sources.kerberos.auth.KerberosBackend"

var defaultPolicies = []string{"default-user-settings-authorization", "default-authentication-flow-password-stage"}

var defaultFlows = []values{
	defaultFlow("default-authentication-flow", "Welcome to authentik!", "Welcome to authentik!", "authentication", "none"),
	defaultFlow("default-invalidation-flow", "Logout", "Default Invalidation Flow", "invalidation", "none"),
	defaultFlow("default-user-settings-flow", "User settings", "Update your info", "stage_configuration", "require_authenticated"),
	defaultFlow("default-password-change", "Change Password", "Change password", "stage_configuration", "require_authenticated"),
	defaultFlow("default-authenticator-static-setup", "default-authenticator-static-setup", "Setup Static OTP Tokens", "stage_configuration", "require_authenticated"),
	defaultFlow("default-authenticator-totp-setup", "default-authenticator-totp-setup", "Set up Two-Factor authentication", "stage_configuration", "require_authenticated"),
	defaultFlow("default-authenticator-webauthn-setup", "default-authenticator-webauthn-setup", "Setup WebAuthn", "stage_configuration", "require_authenticated"),
	defaultFlow("default-provider-authorization-explicit-consent", "Authorize Application", "Redirecting to %(app)s", "authorization", "require_authenticated"),
	defaultFlow("default-provider-authorization-implicit-consent", "Authorize Application", "Redirecting to %(app)s", "authorization", "require_authenticated"),
	defaultFlow("default-provider-invalidation-flow", "Logout", "You've logged out of %(app)s.", "invalidation", "none"), // since 2024.10
	defaultFlow("default-source-authentication", "Welcome to authentik!", "Welcome to authentik!", "authentication", "require_unauthenticated"),
	defaultFlow("default-source-enrollment", "Welcome to authentik! Please select a username.", "Welcome to authentik! Please select a username.", "enrollment", "none"),
	defaultFlow("default-source-pre-authentication", "Pre-Authentication", "Pre-authentication", "stage_configuration", "none"),
	defaultFlow("initial-setup", "default-oobe-setup", "Welcome to authentik!", "stage_configuration", "none"),
}

func defaultFlow(slug, name, title, designation, authentication string) values {
	return values{"slug": slug, "name": name, "title": title, "designation": designation, "authentication": authentication}
}

// defaultStages are in the order in which they are made, so that references come later.
var defaultStages = []struct {
	path, name string
	fields     values
}{
	{"/stages/identification/", "default-authentication-identification", values{"user_fields": []any{"email", "username"}}},
	{"/stages/password/", "default-authentication-password", values{
		"backends": []any{
			"authentik.core.auth.InbuiltBackend", kerberos, "authentik.sources.ldap.auth.LDAPBackend", "authentik.core.auth.TokenBackend",
		},
		"configure_flow": defaultKey("flow default-password-change"),
	}},
	{"/stages/authenticator/validate/", "default-authentication-mfa-validation", nil},
	{"/stages/user_login/", "default-authentication-login", nil},
	{"/stages/user_logout/", "default-invalidation-logout", nil},
	{promptStages, "default-user-settings", values{
		"fields": defaultKeys("default-user-settings-field-username", "default-user-settings-field-name",
			"default-user-settings-field-email", "default-user-settings-field-locale"),
		"validation_policies": defaultKeys("default-user-settings-authorization"),
	}},
	{"/stages/user_write/", "default-user-settings-write", values{"user_creation_mode": "never_create"}},
	{promptStages, "default-password-change-prompt", values{
		"fields": defaultKeys("default-password-change-field-password", "default-password-change-field-password-repeat"),
	}},
	{"/stages/user_write/", "default-password-change-write", values{"user_creation_mode": "never_create"}},
	{"/stages/authenticator/static/", "default-authenticator-static-setup", values{
		"configure_flow": defaultKey("flow default-authenticator-static-setup"), "token_count": 6, "friendly_name": "Static tokens",
	}},
	{"/stages/authenticator/totp/", "default-authenticator-totp-setup", values{
		"configure_flow": defaultKey("flow default-authenticator-totp-setup"), "digits": "6", "friendly_name": "TOTP Device",
	}},
	{"/stages/authenticator/webauthn/", "default-authenticator-webauthn-setup", values{
		"configure_flow": defaultKey("flow default-authenticator-webauthn-setup"), "friendly_name": "WebAuthn device",
	}},
	{"/stages/consent/", "default-provider-authorization-consent", values{"mode": "expiring"}},
	{"/stages/user_login/", "default-source-authentication-login", nil},
	{promptStages, "default-source-enrollment-prompt", values{"fields": defaultKeys("default-source-enrollment-field-username")}},
	{"/stages/user_write/", "default-source-enrollment-write", values{"user_creation_mode": "always_create"}},
	{"/stages/user_login/", "default-source-enrollment-login", nil},
	{promptStages, "stage-default-oobe-password", values{
		"fields": defaultKeys("initial-setup-field-header", "initial-setup-field-email",
			"initial-setup-field-password", "initial-setup-field-password-repeat"),
	}},
}

// Flags that the blueprints set, whatever the defaults of the release are.
var (
	onPlan = values{"evaluate_on_plan": true, "re_evaluate_policies": false, "invalid_response_action": "retry"}
	onRun  = values{"evaluate_on_plan": false, "re_evaluate_policies": true, "invalid_response_action": "retry"}
)

var defaultBindings = []struct {
	flow, stage string
	order       int
	fields      values
}{
	{"flow default-authentication-flow", "default-authentication-identification", 10, nil},
	{"flow default-authentication-flow", "default-authentication-password", 20, values{"re_evaluate_policies": true}},
	{"flow default-authentication-flow", "default-authentication-mfa-validation", 30, nil},
	{"flow default-authentication-flow", "default-authentication-login", 100, nil},
	{"flow default-invalidation-flow", "default-invalidation-logout", 0, nil},
	{"flow default-user-settings-flow", "default-user-settings", 20, nil},
	{"flow default-user-settings-flow", "default-user-settings-write", 100, nil},
	{"flow default-password-change", "default-password-change-prompt", 0, nil},
	{"flow default-password-change", "default-password-change-write", 1, nil},
	{"flow default-authenticator-static-setup", "default-authenticator-static-setup", 0, nil},
	{"flow default-authenticator-totp-setup", "default-authenticator-totp-setup", 0, nil},
	{"flow default-authenticator-webauthn-setup", "default-authenticator-webauthn-setup", 0, nil},
	{"flow default-provider-authorization-explicit-consent", "default-provider-authorization-consent", 0, nil},
	{"flow default-source-authentication", "default-source-authentication-login", 0, nil},
	{"flow default-source-enrollment", "default-source-enrollment-prompt", 0, values{"re_evaluate_policies": true}},
	{"flow default-source-enrollment", "default-source-enrollment-write", 1, nil},
	{"flow default-source-enrollment", "default-source-enrollment-login", 2, nil},
	{"flow initial-setup", "stage-default-oobe-password", 10, onPlan},
	{"flow initial-setup", "default-password-change-write", 20, onRun},
	{"flow initial-setup", "default-authentication-login", 100, onPlan},
}

var defaultPrompts = []values{
	defaultPrompt("default-user-settings-field-username", "username", "username", "Username", 200),
	defaultPrompt("default-user-settings-field-name", "name", "text", "Name", 201),
	defaultPrompt("default-user-settings-field-email", "email", "email", "Email", 202),
	defaultPrompt("default-user-settings-field-locale", "attributes.settings.locale", "ak-locale", "Locale", 203),
	defaultPrompt("default-password-change-field-password", "password", "password", "Password", 300),
	defaultPrompt("default-password-change-field-password-repeat", "password_repeat", "password", "Password (repeat)", 301),
	defaultPrompt("default-source-enrollment-field-username", "username", "text", "Username", 100),
	defaultPrompt("initial-setup-field-header", "oobe-header-text", "static", "oobe-header-text", 100),
	defaultPrompt("initial-setup-field-email", "email", "email", "Email", 101),
	defaultPrompt("initial-setup-field-password", "password", "password", "Password", 300),
	defaultPrompt("initial-setup-field-password-repeat", "password_repeat", "password", "Password (repeat)", 301),
}

func defaultPrompt(name, key, kind, label string, order int) values {
	return values{"name": name, "field_key": key, "type": kind, "label": label, "placeholder": label, "order": order, "required": true}
}

// defaultDeviceTypes are some of those in the FIDO alliance's and the community's lists.
var defaultDeviceTypes = []values{
	{"aaguid": "00000000-0000-0000-0000-000000000000", "description": "authentik: Unknown devices"},
	{"aaguid": "08987058-cadc-4b81-b6e1-30de50dcbe96", "description": "Windows Hello"},
	{"aaguid": "cb69481e-8ff7-4039-93ec-0a2729a154a8", "description": "YubiKey 5 Series"},
	{"aaguid": "ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4", "description": "Google Password Manager"},
	{"aaguid": "fbfc3007-154e-4ecc-8c0b-6e020557d7bd", "description": "iCloud Keychain"},
}

func defaultKeys(names ...string) []any {
	keys := make([]any, 0, len(names))
	for _, name := range names {
		keys = append(keys, defaultKey(name))
	}
	return keys
}
