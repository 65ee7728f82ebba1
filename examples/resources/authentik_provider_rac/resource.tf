# The token's user needs these permissions:
# authentik_providers_rac.view_racprovider
# authentik_providers_rac.add_racprovider
# authentik_providers_rac.change_racprovider
# authentik_providers_rac.delete_racprovider
# and, to find flows by their slugs,
# authentik_flows.view_flow

data "authentik_flow" "consent" {
  slug = "default-provider-authorization-explicit-consent"
}

# Since authentik 2024.2; before 2025.2 with an enterprise license.
resource "authentik_provider_rac" "servers" {
  name               = "servers"
  authorization_flow = data.authentik_flow.consent.uuid
  connection_expiry  = "hours=4"
  settings           = jsonencode({ "color-depth" = "16" })
}
