# The token's user needs the permission
# authentik_stages_authenticator_webauthn.view_webauthndevicetype.

# By name. Needs authentik 2024.4.
data "authentik_webauthn_device_type" "security_key" {
  description = "YubiKey 5 Series with NFC"
}

# By AAGUID, which is the id.
data "authentik_webauthn_device_type" "by_id" {
  id = "2fc0579f-8113-47ea-b116-bb5a8db9202a"
}

# For device_type_restrictions of a stage.
output "security_key_aaguid" {
  value = data.authentik_webauthn_device_type.security_key.id
}
