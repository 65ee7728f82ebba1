# The token's user needs the permission
# authentik_outposts.view_outpostserviceconnection.

# By name.
data "authentik_service_connection" "by_name" {
  name = "Local Docker connection"
}

# By ID.
data "authentik_service_connection" "by_id" {
  id = "6a0f3c57-2b7e-4f0d-9c34-8e1d5b72a9c6"
}

output "meta_model_name" {
  value = data.authentik_service_connection.by_name.meta_model_name
}
