# The token's user needs the permission
# authentik_providers_rac.view_endpoint.

# By name.
data "authentik_rac_endpoint" "by_name" {
  name = "database"
}

# By ID.
data "authentik_rac_endpoint" "by_id" {
  id = "6a0f3c57-2b7e-4f0d-9c34-8e1d5b72a9c6"
}

output "host" {
  value = data.authentik_rac_endpoint.by_name.host
}
