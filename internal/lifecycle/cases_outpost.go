package lifecycle

// outposts are the cases of outposts, their providers and service connections.
func outposts() []Case {
	const (
		flow, otherFlow = "ab4042dc-fcc7-421d-9e69-d7ac2c62714c", "ab4042dc-fcc7-421d-9e69-d7ac2c62714d"
		mapping         = "22222222-fcc7-421d-9e69-d7ac2c62714c"
		certificate     = "33333333-fcc7-421d-9e69-d7ac2c62714c"
		kubeconfig      = `{"current-context":"main","clusters":[],"contexts":[],"users":[]}`
	)
	return []Case{
		{
			Type: "provider_proxy",
			Minimal: map[string]any{
				"name": "proxy", "authorization_flow": flow, "invalidation_flow": otherFlow,
				"external_host": "https://app.example.com", "internal_host": "http://app:8080",
			},
			Full: map[string]any{
				"name": "proxy renamed", "authentication_flow": flow, "authorization_flow": flow, "invalidation_flow": flow, "property_mappings": []string{mapping},
				"mode": "forward_domain", "external_host": "https://auth.example.com", "internal_host": "http://other:8080", "internal_host_ssl_validation": false,
				"cookie_domain": "example.com", "certificate": certificate, "skip_path_regex": "^/public\n^/health", "intercept_header_auth": false,
				"basic_auth_enabled": true, "basic_auth_username_attribute": "user", "basic_auth_password_attribute": "password",
				"access_token_validity": "minutes=10", "refresh_token_validity": "days=7", "jwks_sources": []string{"44444444-fcc7-421d-9e69-d7ac2c62714c"}, "jwt_federation_sources": []string{"44444444-fcc7-421d-9e69-d7ac2c62714c"}, "jwt_federation_providers": []int{804},
			},
		},
		{
			Type:    "provider_ldap",
			Minimal: map[string]any{"name": "ldap", "bind_flow": flow, "unbind_flow": otherFlow},
			Full: map[string]any{
				"name": "ldap renamed", "authentication_flow": flow, "bind_flow": flow, "unbind_flow": flow, "property_mappings": []string{mapping}, "base_dn": "DC=example,DC=com",
				"certificate": certificate, "tls_server_name": "ldap.example.com", "uid_start_number": 3000, "gid_start_number": 5000, "search_mode": "cached", "bind_mode": "cached",
				"mfa_support": false,
			},
		},
		{
			Type:    "provider_radius",
			Minimal: map[string]any{"name": "radius", "authorization_flow": flow, "invalidation_flow": otherFlow},
			Full: map[string]any{
				"name": "radius renamed", "authentication_flow": flow, "authorization_flow": flow, "invalidation_flow": flow, "property_mappings": []string{mapping},
				"client_networks": "10.0.0.0/8, 2001:db8::/32", "shared_secret": "secret-one", "mfa_support": false,
			},
			Unset: []string{"certificate"},
		},
		{
			Type:    "provider_rac",
			Minimal: map[string]any{"name": "rac", "authorization_flow": flow},
			Full: map[string]any{
				"name": "rac renamed", "authentication_flow": flow, "authorization_flow": flow, "property_mappings": []string{mapping}, "settings": `{"color-depth":"16"}`,
				"connection_expiry": "hours=1", "delete_token_on_disconnect": true,
			},
		},
		{
			Type:    "rac_endpoint",
			Minimal: map[string]any{"name": "endpoint", "protocol_provider": 805, "protocol": "ssh", "host": "server.example.com"},
			Full: map[string]any{
				"name": "endpoint renamed", "protocol_provider": 805, "protocol": "rdp", "host": "server.example.com:3390", "auth_mode": "static", "maximum_connections": -1,
				"settings": `{"username":"admin"}`, "property_mappings": []string{mapping},
			},
		},
		{
			Type:    "outpost",
			Minimal: map[string]any{"name": "outpost", "protocol_providers": []int{806}, "type": "ldap"},
			Full: map[string]any{
				"name": "outpost renamed", "type": "ldap", "protocol_providers": []int{806, 807}, "service_connection": "66666666-fcc7-421d-9e69-d7ac2c62714c",
				"config": `{"authentik_host":"https://auth.example.com","docker_labels":{"a":"b"},"log_level":"debug"}`,
			},
			Others: map[string][]map[string]any{
				"/providers/ldap/":                      {{"pk": 806, "name": "first"}, {"pk": 807, "name": "second"}},
				"/outposts/service_connections/docker/": {{"pk": "66666666-fcc7-421d-9e69-d7ac2c62714c", "name": "docker", "url": "http://docker:2375"}},
			},
		},
		{
			Type:    "service_connection_docker",
			Minimal: map[string]any{"name": "docker connection"},
			Full:    map[string]any{"name": "docker renamed", "local": true, "url": "https://docker.example.com:2376", "tls_verification": certificate, "tls_authentication": certificate},
		},
		{
			Type:    "service_connection_kubernetes",
			Minimal: map[string]any{"name": "kubernetes", "local": true},
			Full:    map[string]any{"name": "kubernetes renamed", "local": true, "kubeconfig": kubeconfig, "verify_ssl": false},
		},
	}
}
