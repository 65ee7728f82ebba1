# The token's user needs the permission authentik_core.view_provider.

# A provider of any type by name.
data "authentik_provider" "by_name" {
  name = "example-provider"
}

output "application" {
  value = data.authentik_provider.by_name.assigned_application_slug
}
