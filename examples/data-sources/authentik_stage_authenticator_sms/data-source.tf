# The token's user needs the permission
# authentik_stages_authenticator_sms.view_authenticatorsmsstage.

# By name.
data "authentik_stage_authenticator_sms" "by_name" {
  name = "authenticator-sms" # the name of your stage
}

# By UUID, with all secrets kept out of the state.
data "authentik_stage_authenticator_sms" "by_id" {
  id           = "5f2d7b1e-6c0a-4f43-9b8e-2d1c7a90e3f4"
  omit_secrets = true
}

# The slugs of the flows that the stage is bound to.
output "flows" {
  value = data.authentik_stage_authenticator_sms.by_name.flow_set[*].slug
}
