# The token's user needs the permission
# authentik_outposts.view_dockerserviceconnection.

# All of them.
data "authentik_service_connections_docker" "all" {}

# Those whose name contains a string.
data "authentik_service_connections_docker" "some" {
  search = "branch"
}

# The UUIDs by name.
output "ids" {
  value = { for connection in data.authentik_service_connections_docker.all.objects : connection.name => connection.id }
}
