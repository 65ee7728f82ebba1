package lifecycle

// samlAndSync are the cases of SAML, WS-Federation and provisioning.
func samlAndSync() []Case {
	const (
		flow, otherFlow = "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "ab4042dc-fcc7-421d-9e69-d7ac2c62714d"
		mapping         = "22222222-fcc7-421d-9e69-d7ac2c62714c"
		certificate     = "33333333-fcc7-421d-9e69-d7ac2c62714c"
		group           = "11111111-fcc7-421d-9e69-d7ac2c62714e"
		source          = "44444444-fcc7-421d-9e69-d7ac2c62714c"
		transient       = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
		sha512          = "http://www.w3.org/2001/04/xmlenc#sha512"
		rsaSHA512       = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"
	)
	return append([]Case{
		{
			Type:    "provider_saml",
			Minimal: map[string]any{"name": "saml", "authorization_flow": flow, "invalidation_flow": otherFlow, "acs_url": "https://app.example.com/acs"},
			Full: map[string]any{
				"name": "saml renamed", "authentication_flow": flow, "authorization_flow": flow, "invalidation_flow": flow, "property_mappings": []string{mapping},
				"acs_url": "https://app.example.com/other", "sls_url": "https://app.example.com/sls", "audience": "https://app.example.com", "issuer": "https://auth.example.com",
				"assertion_valid_not_before": "minutes=-10", "assertion_valid_not_on_or_after": "minutes=10", "session_valid_not_on_or_after": "hours=8",
				"name_id_mapping": mapping, "authn_context_class_ref_mapping": mapping, "digest_algorithm": sha512, "signature_algorithm": rsaSHA512,
				"signing_kp": certificate, "verification_kp": certificate, "encryption_kp": certificate, "sign_assertion": false, "sign_response": true,
				"sign_logout_request": true, "sign_logout_response": true, "sp_binding": "post", "sls_binding": "post", "logout_method": "backchannel",
				"default_relay_state": "https://app.example.com/start", "default_name_id_policy": transient,
			},
		},
		{
			Type: "provider_ws_federation",
			Minimal: map[string]any{
				"name": "wsfed", "authorization_flow": flow, "invalidation_flow": otherFlow, "reply_url": "https://app.example.com/wsfed", "wtrealm": "urn:example:app",
			},
			Full: map[string]any{
				"name": "wsfed renamed", "authentication_flow": flow, "authorization_flow": flow, "invalidation_flow": flow, "property_mappings": []string{mapping},
				"reply_url": "https://app.example.com/other", "wtrealm": "urn:example:other", "assertion_valid_not_before": "minutes=-10", "assertion_valid_not_on_or_after": "minutes=10",
				"session_valid_not_on_or_after": "hours=8", "name_id_mapping": mapping, "authn_context_class_ref_mapping": mapping, "saml_version": "1.1",
				"digest_algorithm": sha512, "signature_algorithm": rsaSHA512, "encryption_kp": certificate, "sign_assertion": false, "sign_logout_request": true,
				"default_name_id_policy": transient,
			},
			Unset: []string{"signing_kp"}, // which needs `sign_assertion`
		},
		{
			Type:    "provider_scim",
			Minimal: map[string]any{"name": "scim", "url": "https://scim.example.com/v2", "token": "secret-zero"},
			Full: map[string]any{
				"name": "scim renamed", "property_mappings": []string{mapping}, "property_mappings_group": []string{mapping}, "url": "https://scim.example.com/other",
				"verify_certificates": false, "token": "secret-one", "auth_mode": "oauth", "auth_oauth": source, "auth_oauth_params": `{"grant_type":"password"}`,
				"compatibility_mode": "slack", "service_provider_config_cache_timeout": "minutes=5", "exclude_users_service_account": true, "sync_page_size": 50,
				"sync_page_timeout": "minutes=10", "discovery_enabled": true, "group_filters": []string{group}, "dry_run": true,
			},
		},
		{
			Type: "provider_google_workspace",
			Minimal: map[string]any{
				"name": "google", "delegated_subject": "admin@example.com", "credentials": `{"type":"service_account"}`, "default_group_email_domain": "example.com",
			},
			Full: map[string]any{
				"name": "google renamed", "property_mappings": []string{mapping}, "property_mappings_group": []string{mapping}, "delegated_subject": "other@example.com",
				"credentials": `{"type":"service_account","project_id":"example"}`, "scopes": "https://www.googleapis.com/auth/admin.directory.user", "exclude_users_service_account": true,
				"filter_group": group, "user_delete_action": "suspend", "group_delete_action": "do_nothing", "default_group_email_domain": "groups.example.com",
				"sync_page_size": 50, "sync_page_timeout": "minutes=10", "discovery_enabled": true, "dry_run": true,
			},
		},
		{
			Type:    "provider_microsoft_entra",
			Minimal: map[string]any{"name": "entra", "client_id": "client", "client_secret": "secret-zero", "tenant_id": "tenant"},
			Full: map[string]any{
				"name": "entra renamed", "property_mappings": []string{mapping}, "property_mappings_group": []string{mapping}, "client_id": "other", "client_secret": "secret-one",
				"tenant_id": "other", "exclude_users_service_account": true, "filter_group": group, "user_delete_action": "suspend", "group_delete_action": "do_nothing",
				"sync_page_size": 50, "sync_page_timeout": "minutes=10", "discovery_enabled": true, "dry_run": true,
			},
		},
		{
			Type:    "provider_ssf",
			Minimal: map[string]any{"name": "ssf", "signing_key": certificate},
			Full: map[string]any{
				"name": "ssf renamed", "signing_key": certificate, "jwt_federation_providers": []int{804}, "event_retention": "days=7", "push_verify_certificates": false,
			},
		},
	}, syncLinks(group)...)
}

// syncLinks are the cases of what ties users and groups to those of other systems.
func syncLinks(group string) []Case {
	var cases []Case
	for name, id := range map[string]string{"scim": "scim_id", "google_workspace": "google_id", "microsoft_entra": "microsoft_id"} {
		for field, who := range map[string]any{"user": 901, "group": group} {
			cases = append(cases, Case{
				Type:    "provider_" + name + "_" + field,
				Minimal: map[string]any{"protocol_provider": 808, field: who, id: "1234"},
				Full:    map[string]any{"protocol_provider": 808, field: who, id: "5678"},
				Drift:   map[string]any{id: "changed outside"},
			})
		}
	}
	return cases
}
