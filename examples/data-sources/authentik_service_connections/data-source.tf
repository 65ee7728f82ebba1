# The token's user needs the permission authentik_outposts.view_outpostserviceconnection.

# The service connections of all types.
data "authentik_service_connections" "all" {}

# The names by type.
output "names" {
  value = { for connection in data.authentik_service_connections.all.objects : connection.meta_model_name => connection.name... }
}
