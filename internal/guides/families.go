package main

import "github.com/authentik-iac/terraform-provider-authentik/internal/kind"

// family is a heading of the documentation with the types under it, without the provider's
// name.
type family struct {
	name  string
	types []string
}

// plain are the headings of resources, data sources and ephemeral resources that no kind
// describes.
var plain = []family{
	{"Applications", []string{"application_access", "application_backchannel_provider"}},
	{"Blueprints", []string{"blueprint_files"}},
	{"Certificates", []string{"certificate_key_pair_generated", "certificate_private_key"}},
	{"Customization", []string{"brand_current", "brand_flow", "file", "files"}},
	{"Directory", []string{
		"group_membership", "rbac_group_role", "rbac_permission_role", "rbac_role_membership", "service_account",
		"token_key", "user_me", "user_password", "user_paths",
	}},
	{"Endpoint Devices", []string{"endpoints_enrollment_token_key"}},
	{"Enterprise", []string{"enterprise_install_id", "enterprise_summary"}},
	{"Notifications", []string{"event_actions"}},
	{"Outposts", []string{
		"outpost_default_settings", "outpost_health", "outpost_provider_attachment", "outpost_token", "service_connection_state",
	}},
	{"Policies", []string{"geoip_countries"}},
	{"Providers", []string{
		"provider_oauth2_config", "provider_oauth2_secret", "provider_saml_metadata", "provider_ws_federation_metadata", "sync_status",
	}},
	{"Sources", []string{"source_oauth_types", "source_saml_metadata", "source_scim_token"}},
	{"System", []string{"admin_apps", "admin_models", "config", "system", "system_settings", "tasks", "used_by", "version"}},
}

// families are the headings of all types.
func families(kinds []*kind.Kind) []family {
	var all []family
	index := map[string]int{}
	add := func(name string, types ...string) {
		at, known := index[name]
		if !known {
			at = len(all)
			index[name] = at
			all = append(all, family{name: name})
		}
		all[at].types = append(all[at].types, types...)
	}
	for _, described := range kinds {
		add(described.Family, described.Type)
		if described.Plural != "" {
			add(described.Family, described.Plural)
		}
	}
	for _, heading := range plain {
		add(heading.name, heading.types...)
	}
	return all
}
