# The token's user needs the permission
# authentik_stages_authenticator_validate.view_authenticatorvalidatestage.

# All of them.
data "authentik_stages_authenticator_validate" "all" {}

# Those with not_configured_action = "configure".
data "authentik_stages_authenticator_validate" "some" {
  not_configured_action = "configure"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_authenticator_validate.all.objects : stage.name => stage.id }
}
