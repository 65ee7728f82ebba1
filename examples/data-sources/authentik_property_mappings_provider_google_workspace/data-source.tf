# The token's user needs the permission
# authentik_providers_google_workspace.view_googleworkspaceprovidermapping.

# All of them.
data "authentik_property_mappings_provider_google_workspace" "all" {}

# Those whose name contains a string.
data "authentik_property_mappings_provider_google_workspace" "some" {
  search = "password"
}

# The UUIDs by name.
output "ids" {
  value = { for mapping in data.authentik_property_mappings_provider_google_workspace.all.objects : mapping.name => mapping.id }
}
