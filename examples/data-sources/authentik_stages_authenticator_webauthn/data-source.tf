# The token's user needs the permission
# authentik_stages_authenticator_webauthn.view_authenticatorwebauthnstage.

# All of them.
data "authentik_stages_authenticator_webauthn" "all" {}

# Those with user_verification = "required".
data "authentik_stages_authenticator_webauthn" "some" {
  user_verification = "required"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_authenticator_webauthn.all.objects : stage.name => stage.id }
}
