# The token's user needs these permissions:
# authentik_core.view_applicationentitlement
# authentik_core.add_applicationentitlement
# authentik_core.change_applicationentitlement
# authentik_core.delete_applicationentitlement
# and, to create the application and to import by its slug,
# authentik_core.view_application
# authentik_core.add_application
# authentik_core.change_application
# authentik_core.delete_application

resource "authentik_application" "tickets" {
  name = "Tickets"
  slug = "tickets"
}

# Since authentik 2024.12. Bind groups and users to it by authentik_policy_binding.
resource "authentik_application_entitlement" "agent" {
  name        = "Agent"
  application = authentik_application.tickets.uuid
  attributes = jsonencode({
    queues = ["support", "sales"]
  })
}
