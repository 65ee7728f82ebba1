# The token's user needs the permission authentik_outposts.view_outpostserviceconnection.

# The service connections of all types.
data "authentik_service_connections" "all" {}

output "ids" {
  value = data.authentik_service_connections.all.ids
}
