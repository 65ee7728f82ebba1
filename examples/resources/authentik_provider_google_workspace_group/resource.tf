# The token's user needs these permissions:
# authentik_providers_google_workspace.view_googleworkspaceprovidergroup
# authentik_providers_google_workspace.add_googleworkspaceprovidergroup
# authentik_providers_google_workspace.delete_googleworkspaceprovidergroup
# and, to find the provider and the group,
# authentik_providers_google_workspace.view_googleworkspaceprovider
# authentik_core.view_group

data "authentik_provider_google_workspace" "school" {
  name = "school"
}

data "authentik_group" "research" {
  name = "Research"
}

# The existing group, so that the first synchronization does not create another.
resource "authentik_provider_google_workspace_group" "research" {
  protocol_provider = data.authentik_provider_google_workspace.school.id
  group             = data.authentik_group.research.id
  google_id         = "103547991597142817347"
}
