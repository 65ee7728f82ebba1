# The token's user needs the permission authentik_core.view_applicationentitlement.

# Since authentik 2024.12. By the application's UUID and the name.
data "authentik_application_entitlement" "by_name" {
  application = "55555555-fcc7-421d-9e69-d7ac2c62714c"
  name        = "Editor"
}

# By UUID.
data "authentik_application_entitlement" "by_id" {
  id = data.authentik_application_entitlement.by_name.id
}
