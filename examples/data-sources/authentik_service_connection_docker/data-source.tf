# The token's user needs the permission
# authentik_outposts.view_dockerserviceconnection.

# By name.
data "authentik_service_connection_docker" "by_name" {
  name = "branch-office"
}

# By ID.
data "authentik_service_connection_docker" "by_id" {
  id = "6a0f3c57-2b7e-4f0d-9c34-8e1d5b72a9c6"
}

output "url" {
  value = data.authentik_service_connection_docker.by_name.url
}
