# The token's user needs these permissions:
# authentik_stages_authenticator_validate.view_authenticatorvalidatestage
# authentik_stages_authenticator_validate.add_authenticatorvalidatestage
# authentik_stages_authenticator_validate.change_authenticatorvalidatestage
# authentik_stages_authenticator_validate.delete_authenticatorvalidatestage
# and, to find the stage by its name,
# authentik_flows.view_stage

# authentik's own stage, in which users set up an app.
data "authentik_stage" "totp_setup" {
  name = "default-authenticator-totp-setup"
}

# Whoever has no authenticator as yet sets up an app. Within an hour of its last use
# nobody is asked again.
resource "authentik_stage_authenticator_validate" "second_factor" {
  name                  = "authenticator-validation"
  device_classes        = ["totp", "webauthn"]
  not_configured_action = "configure"
  configuration_stages  = [data.authentik_stage.totp_setup.id]
  last_auth_threshold   = "hours=1"
}
