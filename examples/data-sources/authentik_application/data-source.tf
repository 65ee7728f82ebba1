# The token's user needs the permission authentik_core.view_application.

# By slug.
data "authentik_application" "by_slug" {
  slug = "example-application"
}

# By UUID, as policy bindings refer to it.
data "authentik_application" "by_id" {
  id = data.authentik_application.by_slug.id
}

output "provider" {
  value = data.authentik_application.by_slug.protocol_provider
}
