package lifecycle

import "maps"

// sources are the cases of sources and of what they know users and groups as.
func sources() []Case {
	return []Case{
		{
			Type: "source_oauth",
			Minimal: map[string]any{ //nolint:gosec // G101: arguments of a test
				"name": "oauth", "slug": "oauth", "provider_type": "openidconnect", "consumer_key": "client", "consumer_secret": "secret-one",
				"authorization_url": "https://idp.example.com/authorize", "access_token_url": "https://idp.example.com/token",
			},
			Full: sourceWith(map[string]any{ //nolint:gosec // G101: arguments of a test
				"name": "oauth renamed", "slug": "oauth-renamed", "provider_type": "openidconnect", "consumer_key": "client two", "consumer_secret": "secret-two",
				"additional_scopes": "groups", "authorization_url": "https://login.example.com/authorize?a=1&b=<2>",
				"access_token_url": "https://login.example.com/token", "profile_url": "https://login.example.com/me", "request_token_url": "https://login.example.com/request",
				"oidc_jwks": `{"keys":[{"kid":"one","kty":"RSA"}]}`, "pkce": "S256", "authorization_code_auth_method": "post_body", "group_matching_mode": "name_link",
			}),
			Unset: []string{"oidc_well_known_url", "oidc_jwks_url"},
		},
		{
			Type: "source_saml",
			Minimal: map[string]any{
				"name": "saml", "slug": "saml", "pre_authentication_flow": id("51"), "sso_url": "https://idp.example.com/sso",
			},
			Full: sourceWith(map[string]any{
				"name": "saml renamed", "slug": "saml-renamed", "group_matching_mode": "name_deny", "pre_authentication_flow": id("52"), "issuer": "https://sp.example.com",
				"sso_url": "https://login.example.com/sso", "slo_url": "https://login.example.com/slo", "allow_idp_initiated": true, "force_authn": true,
				"name_id_policy": "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress", "binding_type": "POST", "verification_kp": id("53"), "signed_assertion": false,
				"signed_response": true, "signing_kp": id("54"), "encryption_kp": id("55"), "digest_algorithm": "http://www.w3.org/2001/04/xmlenc#sha512",
				"signature_algorithm": "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", "temporary_user_delete_after": "hours=1",
			}),
		},
		{
			Type: "source_ldap",
			Minimal: map[string]any{
				"name": "ldap", "slug": "ldap", "server_uri": "ldap://dc.example.com", "base_dn": "dc=example,dc=com",
				"property_mappings": []string{id("61")}, "property_mappings_group": []string{id("62")},
			},
			Full: sourceWith(map[string]any{
				"name": "ldap renamed", "slug": "ldap-renamed", "server_uri": "ldaps://dc1.example.com,ldaps://dc2.example.com", "start_tls": true, "sni": true,
				"peer_certificate": id("63"), "client_certificate": id("64"), "bind_cn": "cn=authentik,dc=example,dc=com", "bind_password": "secret-one",
				"base_dn": "dc=corp,dc=example,dc=com", "additional_user_dn": "ou=people", "additional_group_dn": "ou=groups", "user_object_filter": "(objectClass=user)",
				"group_object_filter": "(objectClass=posixGroup)", "group_membership_field": "memberUid", "user_membership_attribute": "uid",
				"object_uniqueness_field": "entryUUID", "lookup_groups_from_user": true, "sync_users": false, "sync_users_password": false,
				"password_login_update_internal_password": true, "sync_groups": false, "sync_group_hierarchy": true, "sync_parent_group": id("65"),
				"delete_not_found_objects": true, "sync_outgoing_trigger_mode": "none",
			}),
		},
		{
			Type:    "source_kerberos",
			Minimal: map[string]any{"name": "kerberos", "slug": "kerberos", "realm": "EXAMPLE.COM"},
			Full: sourceWith(map[string]any{
				"name": "kerberos renamed", "slug": "kerberos-renamed", "realm": "CORP.EXAMPLE.COM", "group_matching_mode": "name_link",
				"krb5_conf": "[libdefaults]\n  dns_lookup_kdc = true\n", "kadmin_type": "Heimdal", "sync_users": true, "sync_users_password": false,
				"sync_principal": "authentik/admin", "sync_password": "secret-one", "sync_keytab": "BQIAAAAA", "sync_ccache": "FILE:/tmp/one",
				"spnego_server_name": "HTTP@login.example.com", "spnego_keytab": "FILE:/tmp/http.keytab", "spnego_ccache": "FILE:/tmp/two",
				"password_login_update_internal_password": true, "sync_outgoing_trigger_mode": "immediate",
			}),
		},
		{
			Type:    "source_scim",
			Minimal: map[string]any{"name": "scim", "slug": "scim"},
			Full: map[string]any{
				"name": "scim renamed", "slug": "scim-renamed", "enabled": false, "user_path_template": "hr",
				"property_mappings": []string{id("71")}, "property_mappings_group": []string{id("72")},
			},
		},
		{
			Type:    "source_plex",
			Minimal: map[string]any{"name": "plex", "slug": "plex", "plex_token": "secret-one"},
			Full: sourceWith(map[string]any{
				"name": "plex renamed", "slug": "plex-renamed", "group_matching_mode": "name_link", "client_id": "client", "plex_token": "secret-two",
				"allowed_servers": []string{"server-two", "server-one"}, "allow_friends": false,
			}),
		},
		{
			Type:    "source_telegram",
			Minimal: map[string]any{"name": "telegram", "slug": "telegram", "bot_username": "bot", "bot_token": "1:secret-one", "pre_authentication_flow": id("81")},
			Full: sourceWith(map[string]any{
				"name": "telegram renamed", "slug": "telegram-renamed", "bot_username": "other_bot", "bot_token": "2:secret-two", "request_message_access": true,
				"pre_authentication_flow": id("82"),
			}),
		},
		{
			Type:    "source_scim_user",
			Minimal: map[string]any{"external_id": "one", "source": id("91"), "user": 911},
			Full:    map[string]any{"external_id": "one", "source": id("91"), "user": 911, "attributes": `{"userName":"one"}`},
			Drift:   map[string]any{"attributes": map[string]any{"userName": "other"}},
		},
		{
			Type:    "source_scim_group",
			Minimal: map[string]any{"external_id": "one", "source": id("91"), "group": id("92")},
			Full:    map[string]any{"external_id": "one", "source": id("91"), "group": id("92"), "attributes": `{"displayName":"One"}`},
			Drift:   map[string]any{"attributes": map[string]any{"displayName": "Other"}},
		},
	}
}

// sourceWith adds what sources that users sign in with have in common.
func sourceWith(more map[string]any) map[string]any {
	full := map[string]any{
		"enabled": false, "promoted": true, "user_path_template": "partners", "authentication_flow": id("11"), "enrollment_flow": id("12"),
		"property_mappings": []string{id("13"), id("14")}, "property_mappings_group": []string{id("15")}, "policy_engine_mode": "all",
		"user_matching_mode": "email_link", "icon": "https://example.com/icon.png",
	}
	maps.Copy(full, more)
	return full
}
