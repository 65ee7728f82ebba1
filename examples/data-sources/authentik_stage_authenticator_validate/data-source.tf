# The token's user needs the permission
# authentik_stages_authenticator_validate.view_authenticatorvalidatestage.

# By name.
data "authentik_stage_authenticator_validate" "mfa" {
  name = "default-authentication-mfa-validation"
}

# The kinds of authenticators that may be used.
output "mfa_device_classes" {
  value = data.authentik_stage_authenticator_validate.mfa.device_classes
}
