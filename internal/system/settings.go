package system

import (
	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
)

// settings are the system settings (/api/v3/admin/settings/): one object that always
// exists, since 2024.2. PATCH changes the keys that it gets, but `flags` as a whole.
var settings = kind.Kind{
	Type: "system_settings", Title: "system settings", Titles: "system settings", Article: "the", Family: family,
	Summary: "The system settings of authentik: what its administration interface has under that name. Up to authentik 2023.10 they are part of the server's configuration.",
	Model:   "authentik_tenants.tenant",
	Permissions: map[string]string{
		"view": "authentik_rbac.view_system_settings", "change": "authentik_rbac.edit_system_settings",
	},
	API: kind.Endpoint{Path: "/admin/settings/"},
	Fields: []kind.Field{
		{Name: "avatars", Default: "gravatar,initials", Description: "Where avatars come from: modes such as `gravatar`, `initials`, `attributes.<path>` or a URL, separated by commas. The first one that has an avatar is used."},
		{Name: "base_url", Description: "URL of authentik for links that it cannot derive from a request."},
		{Name: "default_user_change_name", Default: true, Description: "Whether users may change their name, unless an attribute of theirs or of a group says otherwise."},
		{Name: "default_user_change_email", Default: false, Description: "Whether users may change their email address."},
		{Name: "default_user_change_username", Default: false, Description: "Whether users may change their username."},
		{Name: "event_retention", Type: kind.Duration, Default: "days=365", Description: "How long events are kept. Up to authentik 2023.10 brands have this."},
		{Name: "reputation_lower_limit", Default: -5, Description: "Lowest score that a client's reputation can fall to."},
		{Name: "reputation_upper_limit", Default: 5, Description: "Highest score that a client's reputation can rise to."},
		{Name: "gdpr_compliance", Default: true, Description: "Whether the events about a user are deleted along with the user."},
		{Name: "impersonation", Default: true, Description: "Whether administrators may act as other users."},
		{Name: "impersonation_require_reason", Default: true, Description: "Whether administrators must give a reason when they act as other users."},
		{Name: "default_token_duration", Type: kind.Duration, Description: "How long new tokens are valid, on new installations `minutes=30`."},
		{Name: "default_token_length", Default: 60, Description: "Number of characters of new tokens."},
		{Name: "pagination_default_page_size", Default: 20, Description: "Number of objects in a page of the API. The provider reads pages of any size."},
		{Name: "pagination_max_page_size", Default: 100, Description: "Largest number of objects in a page of the API that a client may ask for."},
		{Name: "flags", Type: kind.JSON, Superset: true, Description: "Features that are turned on or off, an object of booleans such as `jsonencode({ flows_refresh_others = true })`. Flags that are not in it stay as they are."},
		{Name: "footer_links", Type: kind.Objects, Description: "All links at the bottom of pages, in this order.", Fields: []kind.Field{
			{Name: "name", Type: kind.String, Required: true, Description: "Text of the link."},
			{Name: "href", Type: kind.String, Nullable: true, Description: "URL of the link; not set for a text without a link."},
		}},
	},
}

const family = "System"
