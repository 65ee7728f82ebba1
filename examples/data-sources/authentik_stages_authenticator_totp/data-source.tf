# The token's user needs the permission
# authentik_stages_authenticator_totp.view_authenticatortotpstage.

# All of them.
data "authentik_stages_authenticator_totp" "all" {}

# Those with digits = "6".
data "authentik_stages_authenticator_totp" "some" {
  digits = "6"
}

# The UUIDs by name.
output "ids" {
  value = { for stage in data.authentik_stages_authenticator_totp.all.objects : stage.name => stage.id }
}
