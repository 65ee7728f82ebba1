# The token's user needs the permissions
# authentik_providers_google_workspace.view_googleworkspaceprovideruser and
# authentik_providers_google_workspace.view_googleworkspaceprovider.

# All of them.
data "authentik_provider_google_workspace_users" "all" {}

data "authentik_provider_google_workspace" "school" {
  name = "school"
}

# Those of one Google Workspace provider.
data "authentik_provider_google_workspace_users" "of_one_google_workspace_provider" {
  protocol_provider = data.authentik_provider_google_workspace.school.id
}

# Their UUIDs.
output "ids" {
  value = data.authentik_provider_google_workspace_users.of_one_google_workspace_provider.ids
}
