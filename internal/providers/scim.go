package providers

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// SCIM is a SCIM provider (/api/v3/providers/scim/), which authentik has since 2023.3.
var SCIM = kind.Kind{
	Type: "provider_scim", Plural: "providers_scim", Title: "SCIM provider", Family: Family,
	Summary: "A SCIM provider creates, changes and deletes users and groups in another system by SCIM 2.0. " + whileAssigned,
	Model:   "authentik_providers_scim.scimprovider",
	API:     kind.Endpoint{Path: "/providers/scim/"},
	Lookups: []kind.Lookup{kind.By("name")},
	Filters: []string{"name", "url"},
	Deletes: linked,
	Rules:   []kind.Rule{kind.RequiredIf("auth_mode", "oauth", "auth_oauth"), kind.RequiredIf("auth_mode", "oauth_interactive", "auth_oauth")},
	Fields: slices.Concat(base(), outgoing("SCIM"), []kind.Field{
		{Name: "url", Check: webURL, Description: "Base URL of the SCIM server, which usually ends in `/v2`."},
		{Name: "verify_certificates", Default: true, NotIncumbent: true, Description: "Whether the SCIM server's certificate is verified."},
		{Name: "token", Secret: true, Optional: true, Description: "Bearer token for the SCIM server, with `auth_mode = \"token\"`."},
		{Name: "auth_mode", Default: "token", Description: "How authentik authenticates: with a fixed token (`token`), or with one that `auth_oauth` issues to authentik (`oauth`) or after an administrator has signed in (`oauth_interactive`). The latter two need an enterprise license."},
		{Name: "auth_oauth", Refers: reference.OAuthSource, Description: "UUID of the OAuth source that issues tokens."},
		{Name: "auth_oauth_params", Confidential: true, Description: "Further parameters of token requests, an object. It may contain passwords."},
		{Name: "compatibility_mode", Default: "default", Description: "System whose deviations from the SCIM standard authentik accounts for."},
		{Name: "service_provider_config_cache_timeout", Type: kind.Duration, Default: "hours=1", Description: "How long the SCIM server's capabilities are kept; `minutes=0` turns caching off."},
		{Name: "group_filters", Formerly: []string{"filter_group"}, NotIncumbent: true, Refers: reference.Group, Description: "UUIDs of the groups that are synchronized; empty for all. Before authentik 2026.2, at most one: the group whose members are synchronized. The upgrade to 2026.2 sets `dry_run` on providers that have one."},
		{Name: "auth_oauth_token_last_updated", Description: "When the token of `auth_oauth` was last issued."},
		{Name: "auth_oauth_token_expires", Description: "When that token expires."},
		{Name: "auth_oauth_url_callback", Description: "URL to register as a redirect URI at the source, with the mode `oauth_interactive`."},
		{Name: "auth_oauth_url_start", Description: "URL at which an administrator signs in, with the mode `oauth_interactive`."},
	}),
}
