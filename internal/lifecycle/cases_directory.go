package lifecycle

// directory are the cases of users, tokens and roles.
func directory() []Case {
	return []Case{
		{
			Type:    "user",
			Minimal: map[string]any{"username": "user"},
			Full: map[string]any{
				"username": "user.renamed", "name": "Ada Lovelace", "type": "external", "is_active": false, "email": "ada@example.com", "path": "users/sales",
				"groups": []string{"11111111-fcc7-421d-9e69-d7ac2c62714e"}, "roles": []string{"11111111-fcc7-421d-9e69-d7ac2c62714c"},
				"attributes": `{"b":1,"a":[true,null]}`, "password": "secret-one",
			},
		},
		{
			Type:    "token",
			Minimal: map[string]any{"identifier": "token", "user": 901},
			Full: map[string]any{
				"identifier": "token-renamed", "user": 901, "intent": "app_password", "description": "A token", "expiring": false, "expires": "2030-01-02T03:04:05Z",
			},
			Drift: map[string]any{"description": "changed outside"},
			Unset: []string{"key"},
		},
		{
			Type:    "rbac_role",
			Minimal: map[string]any{"name": "role"},
			Full:    map[string]any{"name": "role renamed"},
		},
		{
			Type:    "rbac_initial_permissions",
			Minimal: map[string]any{"name": "initial", "role": "11111111-fcc7-421d-9e69-d7ac2c62714c"},
			Full: map[string]any{
				"name": "initial renamed", "role": "11111111-fcc7-421d-9e69-d7ac2c62714c", "permissions": []int{1, 2}, "mode": "user",
			},
		},
	}
}
