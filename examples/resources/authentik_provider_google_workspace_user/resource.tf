# The token's user needs these permissions:
# authentik_providers_google_workspace.view_googleworkspaceprovideruser
# authentik_providers_google_workspace.add_googleworkspaceprovideruser
# authentik_providers_google_workspace.delete_googleworkspaceprovideruser
# and, to find the provider and the user,
# authentik_providers_google_workspace.view_googleworkspaceprovider
# authentik_core.view_user

data "authentik_provider_google_workspace" "school" {
  name = "school"
}

data "authentik_user" "grace" {
  username = "grace"
}

# The existing account, so that the first synchronization does not create another.
resource "authentik_provider_google_workspace_user" "grace" {
  protocol_provider = data.authentik_provider_google_workspace.school.id
  user              = data.authentik_user.grace.id
  google_id         = "103547991597142817347"
}
