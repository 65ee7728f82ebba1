# The token's user needs these permissions:
# authentik_providers_google_workspace.view_googleworkspaceprovidergroup
# and, to find the provider and the group,
# authentik_providers_google_workspace.view_googleworkspaceprovider
# authentik_core.view_group

data "authentik_provider_google_workspace" "school" {
  name = "school"
}

data "authentik_group" "research" {
  name = "Research"
}

# By provider and group.
data "authentik_provider_google_workspace_group" "research" {
  protocol_provider = data.authentik_provider_google_workspace.school.id
  group             = data.authentik_group.research.id
}

output "google_id" {
  value = data.authentik_provider_google_workspace_group.research.google_id
}
