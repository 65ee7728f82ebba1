# The token's user needs the permission
# authentik_providers_google_workspace.view_googleworkspaceprovider.

# By name.
data "authentik_provider_google_workspace" "by_name" {
  name = "workspace"
}

# By ID.
data "authentik_provider_google_workspace" "by_id" {
  id = "124"
}

output "subject" {
  value = data.authentik_provider_google_workspace.by_name.delegated_subject
}
