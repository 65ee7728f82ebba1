# The token's user needs these permissions:
# authentik_providers_rac.view_endpoint
# authentik_providers_rac.add_endpoint
# authentik_providers_rac.change_endpoint
# authentik_providers_rac.delete_endpoint
# and, to create the provider,
# authentik_providers_rac.view_racprovider
# authentik_providers_rac.add_racprovider
# authentik_providers_rac.change_racprovider
# authentik_providers_rac.delete_racprovider
# and, to find flows by their slugs,
# authentik_flows.view_flow

data "authentik_flow" "consent" {
  slug = "default-provider-authorization-explicit-consent"
}

resource "authentik_provider_rac" "servers" {
  name               = "database-servers"
  authorization_flow = data.authentik_flow.consent.uuid
}

# Since authentik 2024.2; before 2025.2 with an enterprise license.
resource "authentik_rac_endpoint" "database" {
  name                = "database"
  protocol_provider   = authentik_provider_rac.servers.id
  protocol            = "ssh"
  host                = "database.internal.example.com"
  maximum_connections = 2
}
