# The token's user needs the permission
# authentik_endpoints.view_endpointstage.

# All of them.
data "authentik_stages_endpoints" "all" {}

# Those with connector = 9d2f6c1e-4b7a-4c35-8f0d-1a6e5b3c7d28.
data "authentik_stages_endpoints" "some" {
  connector = 9 d2f6c1e-4b7a-4c35-8f0d-1a6e5b3c7d28
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_endpoints.all.objects : stage.name => stage.id }
}
