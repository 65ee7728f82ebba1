# The token's user needs the permission authentik_endpoints.view_connector.

# The connectors of all types.
data "authentik_endpoints_connectors" "all" {}

output "ids" {
  value = data.authentik_endpoints_connectors.all.ids
}
