package dropin

// Resources are those of goauthentik/authentik (its documentation of June 2026), without
// the provider's name.
var Resources = []string{
	"application", "application_entitlement", "blueprint", "brand", "certificate_key_pair", "endpoints_connector_agent",
	"endpoints_connector_agent_enrollment_token", "endpoints_device_access_group", "endpoints_google_chrome_connector",
	"enterprise_license", "event_rule", "event_transport", "flow", "flow_stage_binding", "group", "outpost",
	"outpost_provider_attachment", "policy_binding", "policy_dummy", "policy_event_matcher", "policy_expiry",
	"policy_expression", "policy_geoip", "policy_password", "policy_reputation", "policy_unique_password",
	"property_mapping_notification", "property_mapping_provider_google_workspace",
	"property_mapping_provider_microsoft_entra", "property_mapping_provider_rac", "property_mapping_provider_radius",
	"property_mapping_provider_saml", "property_mapping_provider_scim", "property_mapping_provider_scope",
	"property_mapping_source_kerberos", "property_mapping_source_ldap", "property_mapping_source_oauth",
	"property_mapping_source_plex", "property_mapping_source_saml", "property_mapping_source_scim",
	"provider_google_workspace", "provider_ldap", "provider_microsoft_entra", "provider_oauth2", "provider_proxy",
	"provider_rac", "provider_radius", "provider_saml", "provider_scim", "provider_ssf", "provider_ws_federation",
	"rac_endpoint", "rbac_initial_permissions", "rbac_permission_role", "rbac_permission_user", "rbac_role",
	"service_connection_docker", "service_connection_kubernetes", "source_kerberos", "source_ldap", "source_oauth",
	"source_plex", "source_saml", "source_scim", "source_telegram", "stage_account_lockdown", "stage_authenticator_duo",
	"stage_authenticator_email", "stage_authenticator_endpoint_gdtc", "stage_authenticator_sms",
	"stage_authenticator_static", "stage_authenticator_totp", "stage_authenticator_validate",
	"stage_authenticator_webauthn", "stage_captcha", "stage_consent", "stage_deny", "stage_dummy", "stage_email",
	"stage_endpoints", "stage_identification", "stage_invitation", "stage_mutual_tls", "stage_password", "stage_prompt",
	"stage_prompt_field", "stage_redirect", "stage_source", "stage_user_delete", "stage_user_login",
	"stage_user_logout", "stage_user_write", "system_settings", "task_schedule", "token", "user",
}

// DataSources are those of goauthentik/authentik, without the provider's name.
var DataSources = []string{
	"brand", "certificate_key_pair", "flow", "group", "groups", "outpost", "property_mapping_provider_rac",
	"property_mapping_provider_radius", "property_mapping_provider_saml", "property_mapping_provider_scim",
	"property_mapping_provider_scope", "property_mapping_source_ldap", "provider_oauth2_config",
	"provider_saml_metadata", "rbac_permission", "service_connection_kubernetes", "source", "stage", "user", "users",
	"webauthn_device_type",
}

// LeftOut are resources that no configuration can have, each with the reason.
var LeftOut = map[string]string{
	"rbac_permission_user": "left out: every apply of it fails there, so that no state has it. Since authentik 2025.12 only roles have permissions: use `authentik_rbac_permission_role`",
}

// Instead says what a configuration has in place of an argument or attribute that is not
// here, by its name after that of the resource or data source.
var Instead = map[string]string{ //nolint:gosec // G101: names of attributes
	"provider_scim.filter_group":                            "write `group_filters`, a list, which it is on all releases of authentik",
	"token.expires_in":                                      "use `expires`; the seconds that are left differ with every read",
	"endpoints_connector_agent_enrollment_token.expires_in": "use `expires`; the seconds that are left differ with every read",
	"source_saml.metadata":                                  "use the data source authentik_source_saml_metadata",
	"user.avatar":                                           "it is left out, because the picture of each user would be in the state",
}
