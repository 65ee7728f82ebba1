# The token's user needs the permission
# authentik_endpoints.view_endpointstage.

# All of them.
data "authentik_stages_endpoints" "all" {}

# Those with mode = "required".
data "authentik_stages_endpoints" "some" {
  mode = "required"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_endpoints.all.objects : stage.name => stage.id }
}
