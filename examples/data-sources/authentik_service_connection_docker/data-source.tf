# The token's user needs the permission
# authentik_outposts.view_dockerserviceconnection.

# By name.
data "authentik_service_connection_docker" "by_name" {
  name = "branch-office"
}

# By ID.
data "authentik_service_connection_docker" "by_id" {
  id = "1d9b7e42-6c05-4f3a-8e71-2b5c90d4f6a8"
}

output "url" {
  value = data.authentik_service_connection_docker.by_name.url
}
