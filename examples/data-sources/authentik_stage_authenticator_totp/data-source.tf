# The token's user needs the permission
# authentik_stages_authenticator_totp.view_authenticatortotpstage.

# By name.
data "authentik_stage_authenticator_totp" "by_name" {
  name = "default-authenticator-totp-setup"
}

# By UUID.
data "authentik_stage_authenticator_totp" "by_id" {
  id = "b7b0a7c4-9d5e-4f62-8e11-3c2f5d90a1b8"
}

# The slugs of the flows that the stage is bound to.
output "flows" {
  value = data.authentik_stage_authenticator_totp.by_name.flow_set[*].slug
}
