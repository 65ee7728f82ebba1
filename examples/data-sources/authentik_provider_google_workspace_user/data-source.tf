# The token's user needs these permissions:
# authentik_providers_google_workspace.view_googleworkspaceprovideruser
# and, to find the provider and the user,
# authentik_providers_google_workspace.view_googleworkspaceprovider
# authentik_core.view_user

data "authentik_provider_google_workspace" "school" {
  name = "school"
}

data "authentik_user" "grace" {
  username = "grace"
}

# By provider and user.
data "authentik_provider_google_workspace_user" "grace" {
  protocol_provider = data.authentik_provider_google_workspace.school.id
  user              = data.authentik_user.grace.id
}

output "google_id" {
  value = data.authentik_provider_google_workspace_user.grace.google_id
}
