# The token's user needs these permissions:
# authentik_core.view_applicationentitlement
# and, to find the application by its slug,
# authentik_core.view_application

data "authentik_application" "tickets" {
  slug = "tickets"
}

# Since authentik 2024.12. By the application's UUID and the name.
data "authentik_application_entitlement" "by_name" {
  application = data.authentik_application.tickets.id
  name        = "Agent"
}

# By UUID.
data "authentik_application_entitlement" "by_id" {
  id = data.authentik_application_entitlement.by_name.id
}
