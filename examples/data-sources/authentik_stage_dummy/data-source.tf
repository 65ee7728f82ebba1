# The token's user needs the permission
# authentik_stages_dummy.view_dummystage.

# By name.
data "authentik_stage_dummy" "dummy" {
  name = "dummy"
}

# The slugs of the flows that the stage is bound to.
output "dummy_flows" {
  value = data.authentik_stage_dummy.dummy.flow_set[*].slug
}
