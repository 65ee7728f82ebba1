package lifecycle

// propertyMappings are the cases of property mappings, but for webhook mappings.
func propertyMappings() []Case {
	cases := []Case{
		{
			Type:    "property_mapping_provider_scope",
			Minimal: map[string]any{"name": "scope", "scope_name": "groups", "expression": "return {}"},
			Full: map[string]any{
				"name": "scope renamed", "scope_name": "teams", "expression": "  return {'groups': [g.name for g in user.ak_groups.all()]}\n",
				"description": "Your teams", "managed": "example.com/scope",
			},
		},
		{
			Type:    "property_mapping_provider_saml",
			Minimal: map[string]any{"name": "saml", "saml_name": "urn:oid:0.9.2342.19200300.100.1.1", "expression": "return user.username"},
			Full: map[string]any{
				"name": "saml renamed", "saml_name": "urn:oid:0.9.2342.19200300.100.1.3", "expression": "return user.email", "friendly_name": "mail",
				"managed": "example.com/saml",
			},
		},
		{
			Type:    "property_mapping_provider_rac",
			Minimal: map[string]any{"name": "rac"},
			Full: map[string]any{
				"name": "rac renamed", "settings": `{"username":"guest","b":[1,true]}`, "expression": "return {'username': user.username}", "managed": "example.com/rac",
			},
		},
		{
			Type:    "property_mapping_source_ldap",
			Minimal: map[string]any{"name": "ldap", "expression": "return {}", "object_field": "username"},
			Full: map[string]any{
				"name": "ldap renamed", "expression": "return {'username': ldap.get('uid')}", "object_field": "email", "managed": "example.com/ldap",
			},
		},
	}
	for _, name := range []string{
		"provider_scim", "provider_radius", "provider_google_workspace", "provider_microsoft_entra",
		"source_oauth", "source_saml", "source_scim", "source_plex", "source_kerberos", "source_telegram",
	} {
		cases = append(cases, Case{
			Type:    "property_mapping_" + name,
			Minimal: map[string]any{"name": name, "expression": "return {}"},
			Full:    map[string]any{"name": name + " renamed", "expression": "# all\nreturn {'name': 'x'}\n", "managed": "example.com/" + name},
		})
	}
	return cases
}
