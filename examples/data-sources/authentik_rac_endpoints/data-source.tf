# The token's user needs the permission
# authentik_providers_rac.view_endpoint.

# All of them.
data "authentik_rac_endpoints" "all" {}

# Those whose name contains a string.
data "authentik_rac_endpoints" "some" {
  search = "database"
}

# The UUIDs by name.
output "ids" {
  value = { for endpoint in data.authentik_rac_endpoints.all.objects : endpoint.name => endpoint.id }
}
