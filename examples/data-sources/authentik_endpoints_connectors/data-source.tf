# The token's user needs the permission authentik_endpoints.view_connector.

# The connectors of all types. Since authentik 2025.12.
data "authentik_endpoints_connectors" "all" {}

# The names by type.
output "names" {
  value = { for connector in data.authentik_endpoints_connectors.all.objects : connector.meta_model_name => connector.name... }
}
