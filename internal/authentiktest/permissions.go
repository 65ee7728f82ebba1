package authentiktest

import (
	"maps"
	"slices"
	"strings"
)

// special are the permissions that some classes have besides those to add, change, delete and view.
var special = map[string]map[string]string{
	"authentik_core.group": {
		"add_user_to_group": "Add user to group", "remove_user_from_group": "Remove user from group",
		"enable_group_superuser": "Enable superuser status", "disable_group_superuser": "Disable superuser status",
	},
	"authentik_core.user": {
		"assign_user_permissions": "Can assign permissions to users", "unassign_user_permissions": "Can unassign permissions from users",
		"reset_user_password": "Reset Password", "impersonate": "Can impersonate other users", "preview_user": "Can preview user data sent to providers",
		"view_user_applications": "View applications the user has access to",
	},
	"authentik_core.token": {"view_token_key": "View token's key", "set_token_key": "Set a token's key"}, //nolint:gosec // G101: names, no secrets
	"authentik_crypto.certificatekeypair": {
		"view_certificatekeypair_certificate": "View Certificate-Key pair's certificate", "view_certificatekeypair_key": "View Certificate-Key pair's private key",
	},
	"authentik_providers_ldap.ldapprovider": {"search_full_directory": "Search full LDAP directory"},
	"authentik_rbac.role": {
		"assign_role_permissions": "Can assign permissions to roles", "unassign_role_permissions": "Can unassign permissions from roles",
	},
	"authentik_rbac.systempermission": {
		"view_system_info": "Can view system info", "access_admin_interface": "Can access admin interface", "view_system_settings": "Can view system settings",
		"edit_system_settings": "Can edit system settings", "view_media_files": "Can view media files", "manage_media_files": "Can manage media files",
	},
	"authentik_flows.flow": {
		"export_flow": "Can export a Flow", "inspect_flow": "Can inspect a Flow's execution", "view_flow_cache": "View Flow's cache metrics",
		"clear_flow_cache": "Clear Flow's cache metrics",
	},
}

// firstClasses are those whose permissions have the first keys, as on the recorded servers.
var firstClasses = []string{"authentik_core.group", "authentik_core.application", "authentik_core.applicationentitlement", "authentik_core.user"}

// permit adds the permissions of all classes that the stand-in has objects of, at the first time
// that somebody asks for permissions: most tests never do.
func (s *Server) permit() {
	if s.permitted {
		return
	}
	s.permitted = true
	named := make(map[string]string) // classes with their readable names
	for _, class := range classes {
		named[class.app+"."+class.model] = class.verbose
	}
	for _, facts := range s.models {
		if meta := keyText(facts.constants["meta_model_name"]); meta != "" {
			named[meta] = keyText(facts.constants["verbose_name"])
		}
	}
	for _, class := range append(slices.Clone(firstClasses), slices.Sorted(maps.Keys(named))...) {
		app, model, _ := strings.Cut(class, ".")
		if s.permission("view_"+model, class) != nil || s.permission("edit_system_settings", class) != nil && model == "systempermission" {
			continue
		}
		actions := []string{"add", "change", "delete", "view"}
		if model == "systempermission" {
			actions = nil
		}
		for _, action := range actions {
			s.addPermission(app, model, action+"_"+model, "Can "+action+" "+named[class], named[class])
		}
		for _, codename := range slices.Sorted(maps.Keys(special[class])) {
			s.addPermission(app, model, codename, special[class][codename], named[class])
		}
	}
}

func (s *Server) addPermission(app, model, codename, name, verbose string) {
	label := strings.Split(strings.TrimPrefix(app, "authentik_"), "_")
	for i, word := range label {
		label[i] = strings.ToUpper(word[:1]) + word[1:]
	}
	s.put(&row{path: permissions, preset: true, fields: values{
		"pk": s.newKey(permissions), "codename": codename, "name": name, "model": model, "app_label": app,
		"app_label_verbose": "authentik " + strings.Join(label, " "), "model_verbose": verbose,
	}})
}

// class is what the server calls a kind of objects.
type class struct{ app, model, verbose string }

// classes are those of objects that do not say it.
var classes = map[string]class{
	applications: {"authentik_core", "application", "Application"}, groups: {"authentik_core", "group", "Group"},
	users: {"authentik_core", "user", "User"}, tokens: {"authentik_core", "token", "Token"},
	entitlements: {"authentik_core", "applicationentitlement", "Application Entitlement"}, brands: {"authentik_brands", "brand", "Brand"},
	flows: {"authentik_flows", "flow", "Flow"}, bindings: {"authentik_flows", "flowstagebinding", "Flow Stage Binding"},
	policyBindings: {"authentik_policies", "policybinding", "Policy Binding"}, deviceBindings: {"authentik_endpoints", "deviceuserbinding", "Device User binding"},
	roles: {"authentik_rbac", "role", "Role"}, "/rbac/initial_permissions/": {"authentik_rbac", "initialpermissions", "Initial Permissions"},
	settings: {"authentik_rbac", "systempermission", "System permission"}, outposts: {"authentik_outposts", "outpost", "Outpost"},
	certificates: {"authentik_crypto", "certificatekeypair", "Certificate-Key Pair"}, prompts: {"authentik_stages_prompt", "prompt", "Prompt"},
	mappings: {"authentik_events", "notificationwebhookmapping", "Webhook Mapping"}, transports: {"authentik_events", "notificationtransport", "Notification Transport"},
	"/events/rules/": {"authentik_events", "notificationrule", "Notification Rule"}, "/rac/endpoints/": {"authentik_providers_rac", "endpoint", "RAC Endpoint"},
	blueprints: {"authentik_blueprints", "blueprintinstance", "Blueprint Instance"}, accessGroups: {"authentik_endpoints", "deviceaccessgroup", "Device access group"},
	"/stages/invitation/invitations/":      {"authentik_stages_invitation", "invitation", "Invitation"},
	"/endpoints/agents/enrollment_tokens/": {"authentik_endpoints_connectors_agent", "enrollmenttoken", "Enrollment Token"},
	"/enterprise/license/":                 {"authentik_enterprise", "license", "License"},
	"/lifecycle/rules/":                    {"authentik_lifecycle", "lifecyclerule", "lifecycle rule"},

	// What lists of all types show, and what has no collection of its own type.
	"/propertymappings/all/": {"authentik_core", "propertymapping", "Property Mapping"}, allProviders: {"authentik_core", "provider", "Provider"},
	"/stages/all/": {"authentik_flows", "stage", "Stage"}, "/policies/all/": {"authentik_policies", "policy", "Policy"},
	"/outposts/service_connections/all/": {"authentik_outposts", "outpostserviceconnection", "Outpost Service-Connection"},
	"/endpoints/connectors/":             {"authentik_endpoints", "connector", "Connector"}, "/endpoints/devices/": {"authentik_endpoints", "device", "Device"},
	"/core/object_attributes/":                     {"authentik_core", "objectattribute", "Object Attribute"},
	"/lifecycle/user_offboarding/":                 {"authentik_lifecycle", "useroffboarding", "User Offboarding"},
	"/providers/google_workspace_groups/":          {"authentik_providers_google_workspace", "googleworkspaceprovidergroup", "Google Workspace Provider Group"},
	"/providers/google_workspace_users/":           {"authentik_providers_google_workspace", "googleworkspaceprovideruser", "Google Workspace Provider User"},
	"/providers/microsoft_entra_groups/":           {"authentik_providers_microsoft_entra", "microsoftentraprovidergroup", "Microsoft Entra Provider Group"},
	"/providers/microsoft_entra_users/":            {"authentik_providers_microsoft_entra", "microsoftentraprovideruser", "Microsoft Entra Provider User"},
	"/providers/scim_groups/":                      {"authentik_providers_scim", "scimprovidergroup", "SCIM Provider Group"},
	"/providers/scim_users/":                       {"authentik_providers_scim", "scimprovideruser", "SCIM Provider User"},
	"/providers/oauth2-dcr/":                       {"authentik_providers_oauth2", "oauth2dynamicclientregistration", "OAuth2 Dynamic Client Registration"},
	permissions:                                    {"auth", "permission", "permission"},
	"/requests/rules/":                             {"authentik_requests", "requestrule", "Request Rule"},
	"/requests/rule-bindings/":                     {"authentik_requests", "requestrulebinding", "Request Rule Binding"},
	"/requests/rule-child-bindings/":               {"authentik_requests", "requestrulechildbinding", "Request Rule Child Binding"},
	"/sources/scim_groups/":                        {"authentik_sources_scim", "scimsourcegroup", "SCIM Source Group"},
	"/sources/scim_users/":                         {"authentik_sources_scim", "scimsourceuser", "SCIM Source User"},
	"/stages/authenticator/webauthn_device_types/": {"authentik_stages_authenticator_webauthn", "webauthndevicetype", "WebAuthn Device type"},
	"/tasks/schedules/":                            {"authentik_tasks_schedules", "schedule", "Schedule"},
	"/sources/group_connections/all/":              {"authentik_core", "groupsourceconnection", "Group Source Connection"},
	"/sources/user_connections/all/":               {"authentik_core", "usersourceconnection", "User Source Connection"},
	"/sources/group_connections/kerberos/":         {"authentik_sources_kerberos", "groupkerberossourceconnection", "Group Kerberos Source Connection"},
	"/sources/user_connections/kerberos/":          {"authentik_sources_kerberos", "userkerberossourceconnection", "User Kerberos Source Connection"},
	"/sources/group_connections/ldap/":             {"authentik_sources_ldap", "groupldapsourceconnection", "Group LDAP Source Connection"},
	"/sources/user_connections/ldap/":              {"authentik_sources_ldap", "userldapsourceconnection", "User LDAP Source Connection"},
	"/sources/group_connections/oauth/":            {"authentik_sources_oauth", "groupoauthsourceconnection", "Group OAuth Source Connection"},
	"/sources/user_connections/oauth/":             {"authentik_sources_oauth", "useroauthsourceconnection", "User OAuth Source Connection"},
	"/sources/group_connections/plex/":             {"authentik_sources_plex", "groupplexsourceconnection", "Group Plex Source Connection"},
	"/sources/user_connections/plex/":              {"authentik_sources_plex", "userplexsourceconnection", "User Plex Source Connection"},
	"/sources/group_connections/saml/":             {"authentik_sources_saml", "groupsamlsourceconnection", "Group SAML Source Connection"},
	"/sources/user_connections/saml/":              {"authentik_sources_saml", "usersamlsourceconnection", "User SAML Source Connection"},
	"/sources/group_connections/telegram/":         {"authentik_sources_telegram", "grouptelegramsourceconnection", "Group Telegram Source Connection"},
	"/sources/user_connections/telegram/":          {"authentik_sources_telegram", "usertelegramsourceconnection", "User Telegram Source Connection"},
}
