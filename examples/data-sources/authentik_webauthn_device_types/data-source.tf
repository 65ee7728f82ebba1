# The token's user needs the permission
# authentik_stages_authenticator_webauthn.view_webauthndevicetype.

# Those whose name holds a text. Needs authentik 2024.4.
data "authentik_webauthn_device_types" "yubikeys" {
  search = "yubikey"
}

# What a stage's device_type_restrictions takes to let only these in.
output "yubikeys" {
  value = data.authentik_webauthn_device_types.yubikeys.objects[*].id
}
