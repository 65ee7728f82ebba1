# The token's user needs the permission
# authentik_stages_authenticator_email.view_authenticatoremailstage.

# All of them, with all secrets kept out of the state.
data "authentik_stages_authenticator_email" "all" {
  omit_secrets = true
}

# Those with use_global_settings = true.
data "authentik_stages_authenticator_email" "some" {
  use_global_settings = true
  omit_secrets        = true
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_authenticator_email.all.objects : stage.name => stage.id }
}
