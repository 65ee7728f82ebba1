# The token's user needs the permission
# authentik_flows.view_flow.

# All of them.
data "authentik_flows" "all" {}

# Those with designation = "stage_configuration".
data "authentik_flows" "some" {
  designation = "stage_configuration"
}

# The UUIDs by slug.
output "ids" {
  value = { for flow in data.authentik_flows.all.objects : flow.slug => flow.id }
}
