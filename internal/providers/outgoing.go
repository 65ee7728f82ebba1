package providers

import (
	"slices"

	"github.com/authentik-iac/terraform-provider-authentik/internal/kind"
	"github.com/authentik-iac/terraform-provider-authentik/internal/reference"
)

// backchannel are the fields of providers that nobody signs in with.
func backchannel() []kind.Field {
	return slices.DeleteFunc(base(), func(field kind.Field) bool {
		return field.Name == "assigned_application_slug" || field.Name == "assigned_application_name"
	})
}

// outgoing are the fields of providers that copy users and groups to another system
// (OutgoingSyncProvider). title is what the property mappings are called.
func outgoing(title string) []kind.Field {
	return []kind.Field{
		mappings("UUIDs of " + title + " property mappings that give what users look like there. Those of other types have no effect."),
		{Name: "property_mappings_group", Refers: reference.PropertyMapping, Description: "UUIDs of " + title + " property mappings that give what groups look like there."},
		{Name: "exclude_users_service_account", Default: false, Description: "Whether service accounts are left out."},
		{Name: "sync_page_size", Default: 100, Description: "How many users or groups one task synchronizes."},
		{Name: "sync_page_timeout", Type: kind.Duration, Default: "minutes=30", Description: "How long one task may take."},
		{Name: "discovery_enabled", Computed: true, NotIncumbent: true, Description: "Whether authentik looks for existing users and groups in the other system, to take them over."},
		{Name: "dry_run", Default: false, Description: "Whether authentik only reports what it would do, and writes nothing to the other system."},
	}
}

// filterGroup are the fields of the providers that need a license: whom they synchronize,
// and what becomes of those that they no longer do.
func filterGroup() []kind.Field {
	const actions = "it is kept (`do_nothing`), deleted (`delete`) or suspended (`suspend`) in the other system"
	return []kind.Field{
		{Name: "filter_group", Refers: reference.Group, Description: "UUID of the group whose members are synchronized. If not set, all users are."},
		{Name: "user_delete_action", Default: "delete", Description: "What happens to a user that authentik no longer synchronizes: " + actions + "."},
		{Name: "group_delete_action", Default: "delete", Description: "What happens to a group that authentik no longer synchronizes. `suspend` does the same as `do_nothing`."},
	}
}

// GoogleWorkspace is a Google Workspace provider (/api/v3/providers/google_workspace/),
// which authentik has since 2024.6.
var GoogleWorkspace = kind.Kind{
	Type: "provider_google_workspace", Plural: "providers_google_workspace", Title: "Google Workspace provider", Family: Family,
	Summary:    "A Google Workspace provider creates, changes and deletes users and groups in Google Workspace. " + whileAssigned,
	Model:      "authentik_providers_google_workspace.googleworkspaceprovider",
	API:        kind.Endpoint{Path: "/providers/google_workspace/"},
	Lookups:    []kind.Lookup{kind.By("name")},
	Filters:    []string{"name", "delegated_subject", "filter_group"},
	Enterprise: true,
	Deletes:    linked,
	Fields: slices.Concat(backchannel(), outgoing("Google Workspace"), filterGroup(), []kind.Field{
		{Name: "delegated_subject", Description: "Email address of the administrator in whose name the service account acts."},
		{Name: "credentials", Secret: true, Description: "Content of the key file of the Google service account, JSON.", Usage: "Use `file()` to read it."},
		{Name: "scopes", NotIncumbent: true, Default: "https://www.googleapis.com/auth/admin.directory.user,https://www.googleapis.com/auth/admin.directory.group,https://www.googleapis.com/auth/admin.directory.group.member,https://www.googleapis.com/auth/admin.directory.domain.readonly", Description: "OAuth scopes that the service account asks for, with commas between them."},
		{Name: "default_group_email_domain", Description: "Domain of the email addresses of groups."},
	}),
}

// MicrosoftEntra is a Microsoft Entra provider (/api/v3/providers/microsoft_entra/), which
// authentik has since 2024.6.
var MicrosoftEntra = kind.Kind{
	Type: "provider_microsoft_entra", Plural: "providers_microsoft_entra", Title: "Microsoft Entra provider", Family: Family,
	Summary:    "A Microsoft Entra provider creates, changes and deletes users and groups in Microsoft Entra ID. " + whileAssigned,
	Model:      "authentik_providers_microsoft_entra.microsoftentraprovider",
	API:        kind.Endpoint{Path: "/providers/microsoft_entra/"},
	Lookups:    []kind.Lookup{kind.By("name")},
	Filters:    []string{"name", "filter_group"},
	Enterprise: true,
	Deletes:    linked,
	Fields: slices.Concat(backchannel(), outgoing("Microsoft Entra"), filterGroup(), []kind.Field{
		{Name: "client_id", Description: "ID of the application registered in Entra ID (client ID)."},
		{Name: "client_secret", Secret: true, Description: "Client secret of that application."},
		{Name: "tenant_id", Description: "ID of the Entra ID tenant."},
	}),
}

// What the summaries of all providers that synchronize say.
const (
	whileAssigned = "It works once an application has it as one of its `backchannel_providers`. Every change to it starts a synchronization."
	linked        = "what is known of its users and groups (the users and groups themselves stay in the other system)"
)
