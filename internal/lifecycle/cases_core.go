package lifecycle

// core are the cases of applications, groups, providers and bindings.
func core() []Case {
	return []Case{
		{
			Type:    "group",
			Minimal: map[string]any{"name": "group"},
			Full: map[string]any{
				"name": "group renamed", "is_superuser": true, "parents": []string{"ab4042dc-fcc7-421d-9e69-d7ac2c62714c"}, "users": []int{901, 902},
				"roles": []string{"11111111-fcc7-421d-9e69-d7ac2c62714c"}, "attributes": `{"b":1,"a":[true,null]}`,
			},
		},
		{
			Type:    "application",
			Minimal: map[string]any{"name": "application", "slug": "application"},
			Full: map[string]any{
				"name": "application renamed", "slug": "application-renamed", "protocol_provider": 801, "backchannel_providers": []int{802, 803}, "group": "Tools",
				"open_in_new_tab": true, "policy_engine_mode": "all", "meta_launch_url": "https://app.example.com", "meta_icon": "https://app.example.com/icon.png",
				"meta_description": "A tool", "meta_publisher": "Example", "meta_hide": true,
			},
		},
		{
			Type:    "application_entitlement",
			Minimal: map[string]any{"name": "Editor", "application": "55555555-fcc7-421d-9e69-d7ac2c62714c"},
			Full:    map[string]any{"name": "Admin", "application": "55555555FCC7421D9E69D7AC2C62714C", "attributes": `{"b":1,"a":[true,null]}`},
		},
		{
			Type: "provider_oauth2",
			Minimal: map[string]any{
				"name": "oauth2", "authorization_flow": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "invalidation_flow": "ab4042dc-fcc7-421d-9e69-d7ac2c62714d",
				"allowed_redirect_uris": []map[string]any{{"matching_mode": "strict", "url": "https://app.example.com/callback"}},
			},
			Full: map[string]any{
				"name": "oauth2 renamed", "authentication_flow": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "authorization_flow": "AB4042DCFCC7421D9E69D7AC2C62714C",
				"invalidation_flow": "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "property_mappings": []string{"22222222-fcc7-421d-9e69-d7ac2c62714c"},
				"client_id": "client", "client_secret": "secret-one", "client_type": "public",
				"allowed_redirect_uris": []map[string]any{
					{"matching_mode": "regex", "url": "https://.*\\.example\\.com/callback"},
					{"matching_mode": "strict", "url": "https://app.example.com/callback"},
				},
				"grant_types": []string{"authorization_code"}, "access_code_validity": "minutes=5", "access_token_validity": "minutes=10", "refresh_token_validity": "days=7",
				"refresh_token_threshold": "hours=1", "include_claims_in_id_token": false, "signing_key": "33333333-fcc7-421d-9e69-d7ac2c62714c",
				"encryption_key": "33333333-fcc7-421d-9e69-d7ac2c62714c", "logout_uri": "https://app.example.com/logout", "logout_method": "frontchannel",
				"sub_mode": "user_email", "issuer_mode": "global", "jwks_sources": []string{"44444444-fcc7-421d-9e69-d7ac2c62714c"}, "jwt_federation_sources": []string{"44444444-fcc7-421d-9e69-d7ac2c62714c"}, "jwt_federation_providers": []int{804},
			},
		},
		{
			Type:    "policy_binding",
			Minimal: map[string]any{"target": "55555555-fcc7-421d-9e69-d7ac2c62714c", "group": "11111111-fcc7-421d-9e69-d7ac2c62714e", "order": 0},
			Full: map[string]any{
				"target": "55555555-fcc7-421d-9e69-d7ac2c62714c", "group": "11111111-fcc7-421d-9e69-d7ac2c62714e", "order": 10, "negate": true, "enabled": false,
				"timeout": 60, "failure_result": true,
			},
			Drift:  map[string]any{"order": 7},
			Unset:  []string{"policy", "user"},
			Others: map[string][]map[string]any{"/core/applications/": {{"pk": "55555555-fcc7-421d-9e69-d7ac2c62714c", "name": "target", "slug": "target"}}},
		},
	}
}
