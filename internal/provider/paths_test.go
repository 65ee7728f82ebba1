package provider_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/authentik-iac/terraform-provider-authentik/internal/acctest"
	"github.com/authentik-iac/terraform-provider-authentik/internal/contract"
	"github.com/authentik-iac/terraform-provider-authentik/internal/provider"
)

// covered are the paths that are no kind's collection or object, with what has them: the
// type of a resource, a data source or an ephemeral resource. `/` stands for an object.
var covered = map[string]string{
	"/providers/saml//metadata/":                     "provider_saml_metadata",
	"/providers/wsfed//metadata/":                    "provider_ws_federation_metadata",
	"/providers/scim//sync/status/":                  "sync_status",
	"/providers/google_workspace//sync/status/":      "sync_status",
	"/providers/microsoft_entra//sync/status/":       "sync_status",
	"/admin/apps/":                                   "admin_apps",
	"/admin/file/":                                   "file",
	"/admin/models/":                                 "admin_models",
	"/admin/settings/":                               "system_settings",
	"/admin/system/":                                 "system",
	"/admin/version/":                                "version",
	"/core/applications//check_access/":              "application_access",
	"/core/brands/current/":                          "brand_current",
	"/core/groups//add_user/":                        "group_membership",
	"/core/groups//remove_user/":                     "group_membership",
	"/core/tokens//set_key/":                         "token",
	"/core/tokens//view_key/":                        "token_key",
	"/core/users/me/":                                "user_me",
	"/core/users/paths/":                             "user_paths",
	"/core/users/service_account/":                   "service_account",
	"/core/users//set_password/":                     "user_password",
	"/crypto/certificatekeypairs/generate/":          "certificate_key_pair_generated",
	"/crypto/certificatekeypairs//view_certificate/": "certificate_key_pair",
	"/crypto/certificatekeypairs//view_private_key/": "certificate_private_key",
	"/endpoints/agents/enrollment_tokens//view_key/": "endpoints_enrollment_token_key",
	"/enterprise/license/install_id/":                "enterprise_install_id",
	"/enterprise/license/summary/":                   "enterprise_summary",
	"/events/events/actions/":                        "event_actions",
	"/managed/blueprints/available/":                 "blueprint_files",
	"/managed/blueprints//apply/":                    "blueprint",
	"/outposts/instances/default_settings/":          "outpost_default_settings",
	"/outposts/instances//health/":                   "outpost_health",
	"/outposts/service_connections/all//state/":      "service_connection_state",
	"/policies/geoip_iso3166/":                       "geoip_countries",
	"/providers/oauth2//setup_urls/":                 "provider_oauth2_config",
	"/rbac/permissions/assigned_by_roles/":           "rbac_permission_role",
	"/rbac/permissions/assigned_by_roles//assign/":   "rbac_permission_role",
	"/rbac/permissions/assigned_by_roles//unassign/": "rbac_permission_role",
	"/rbac/permissions/roles/":                       "rbac_permission_role",
	"/rbac/roles//add_user/":                         "rbac_role_membership",
	"/rbac/roles//remove_user/":                      "rbac_role_membership",
	"/root/config/":                                  "config",
	"/sources/kerberos//sync/status/":                "sync_status",
	"/sources/ldap//sync/status/":                    "sync_status",
	"/sources/oauth/source_types/":                   "source_oauth_types",
	"/sources/saml//metadata/":                       "source_saml_metadata",
}

// excluded are the paths that the provider leaves out, with the reason. A path covers
// those below it.
var excluded = map[string]string{
	"/providers/google_workspace//sync/object/":            "synchronizes one object, once",
	"/providers/microsoft_entra//sync/object/":             "synchronizes one object, once",
	"/providers/scim//sync/object/":                        "synchronizes one object, once",
	"/providers/saml/import_metadata/":                     "creates a provider once; a provider-defined function reads metadata",
	"/providers/saml//preview_user/":                       "shows the claims of the caller",
	"/providers/wsfed//preview_user/":                      "shows the claims of the caller",
	"/admin/file/used_by/":                                 "references to a file are names, which a deletion leaves as they are",
	"/admin/version/history/":                              "a record of upgrades",
	"/core/users/account_lockdown/":                        "an order against one user, executed at once",
	"/core/users/export/":                                  "creates a file",
	"/core/users/switch/":                                  "of the caller's session",
	"/core/users//impersonate/":                            "of the caller's session",
	"/core/users//recovery/":                               "creates a link that is used once",
	"/core/users//recovery_email/":                         "sends an email",
	"/core/users//set_password_hash/":                      "for imports of users; the password itself can be set",
	"/endpoints/agents/connectors//mdm_config/":            "has the key of an enrollment token, which an ephemeral resource hands out",
	"/endpoints/agents/psso/ise/":                          "keys that users' devices register",
	"/endpoints/connectors/types/":                         "for the form that creates one",
	"/endpoints/devices/summary/":                          "statistics",
	"/enterprise/license/forecast/":                        "statistics",
	"/events/transports//test/":                            "sends a test message",
	"/flows/instances/cache_clear/":                        "an action on a cache",
	"/flows/instances//diagram/":                           "a picture",
	"/flows/instances//execute/":                           "a link for testing",
	"/flows/instances//export/":                            "a blueprint of a flow, for reuse elsewhere",
	"/managed/blueprints/import/":                          "applies a file once; a blueprint with `content` does the same and stays",
	"/outposts/service_connections/all/types/":             "for the form that creates one",
	"/policies/all/cache_clear/":                           "an action on a cache",
	"/policies/all/types/":                                 "for the form that creates one",
	"/policies/all//test/":                                 "runs a policy for the form that edits it",
	"/propertymappings/all/types/":                         "for the form that creates one",
	"/propertymappings/all//test/":                         "runs a mapping for the form that edits it",
	"/providers/all/types/":                                "for the form that creates one",
	"/providers/oauth2//preview_user/":                     "shows the claims of the caller",
	"/sources/all/types/":                                  "for the form that creates one",
	"/sources/group_connections/all/":                      "the kinds of connections have their own paths",
	"/sources/ldap//debug/":                                "lists entries of the directory",
	"/sources/plex/redeem_token/":                          "the login itself",
	"/sources/plex/redeem_token_authenticated/":            "the login itself",
	"/sources/telegram//connect_user/":                     "the login itself",
	"/sources/user_connections/all/":                       "the kinds of connections have their own paths",
	"/stages/all/types/":                                   "for the form that creates one",
	"/stages/authenticator/duo//enrollment_status/":        "devices of users",
	"/stages/authenticator/duo//import_device_manual/":     "devices of users",
	"/stages/authenticator/duo//import_devices_automatic/": "devices of users",
	"/stages/email/templates/":                             "values of `template`, which has them",
	"/stages/invitation/invitations//send_email/":          "sends an email",
	"/stages/prompt/prompts/preview/":                      "for the form that edits it",
	"/tasks/schedules//send/":                              "runs a task once",
	"/tenants/domains/":                                    "needs the API key of the installation in place of a token, in an alpha feature",
	"/tenants/tenants/":                                    "needs the API key of the installation in place of a token, in an alpha feature",
}

// usedBy is below objects of most kinds.
const usedBy = "//used_by/"

// Every path of the newest API document is a kind, part of a kind, or left out for a
// reason. A path of a new release that is none of these makes the test fail.
func TestEveryPathIsCoveredOrExcluded(t *testing.T) {
	t.Parallel()
	kinds := map[string]bool{}
	for _, described := range provider.Kinds() {
		kinds[described.Path(contract.Newest())] = true
	}
	used := map[string]bool{}
	for _, path := range contract.Paths() {
		if path.Reason != "" {
			continue
		}
		name := withoutParameters(path.Path)
		below := strings.TrimPrefix(name, path.Object)
		switch reason, prefix := leftOut(name); {
		case covered[name] != "":
			used[name] = true
		case reason != "":
			used[prefix] = true
		case !kinds[path.Object]:
			t.Errorf("%s is neither a kind nor excluded", path.Path)
		case below != "" && below != "/" && !strings.HasSuffix(name, usedBy):
			t.Errorf("%s is neither part of a kind nor excluded", path.Path)
		}
	}
	for _, table := range []map[string]string{covered, excluded} {
		for _, name := range slices.Sorted(maps.Keys(table)) {
			if !used[name] {
				t.Errorf("the newest API document has no %s; remove it from the table", name)
			}
		}
	}
}

// What covers a path is part of the provider.
func TestWhatCoversPathsExists(t *testing.T) {
	t.Parallel()
	schema := acctest.NewProvider(t).Schema()
	for _, of := range append(slices.Collect(maps.Values(covered)), "used_by") {
		name := provider.Name + "_" + of
		if schema.ResourceSchemas[name] == nil && schema.DataSourceSchemas[name] == nil && schema.EphemeralResourceSchemas[name] == nil {
			t.Errorf("there is no %s", name)
		}
	}
}

// leftOut is the reason for leaving a path out, and the entry that has it.
func leftOut(name string) (reason, entry string) {
	for entry, reason := range excluded {
		if strings.HasPrefix(name, entry) {
			return reason, entry
		}
	}
	return "", ""
}

// withoutParameters is a path with nothing in place of each parameter.
func withoutParameters(path string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		if strings.HasPrefix(part, "{") {
			parts[i] = ""
		}
	}
	return strings.Join(parts, "/")
}
