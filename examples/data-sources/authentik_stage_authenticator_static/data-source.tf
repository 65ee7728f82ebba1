# The token's user needs the permission
# authentik_stages_authenticator_static.view_authenticatorstaticstage.

# By name.
data "authentik_stage_authenticator_static" "by_name" {
  name = "default-authenticator-static-setup"
}

# By UUID.
data "authentik_stage_authenticator_static" "by_id" {
  id = "0c8f5a52-3f0b-4d0e-8a35-6a7be8b2f6c1"
}

# The slugs of the flows that the stage is bound to.
output "flows" {
  value = data.authentik_stage_authenticator_static.by_name.flow_set[*].slug
}
