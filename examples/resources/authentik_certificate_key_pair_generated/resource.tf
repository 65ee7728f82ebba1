# The token's user needs these permissions:
# authentik_crypto.view_certificatekeypair
# authentik_crypto.add_certificatekeypair
# authentik_crypto.change_certificatekeypair
# authentik_crypto.delete_certificatekeypair

# For signing tokens. The private key never leaves the server.
resource "authentik_certificate_key_pair_generated" "signing" {
  name              = "token-signing"
  common_name       = "sso.example.com"
  subject_alt_names = ["sso.example.com"]
  validity_days     = 730
}

# `signing_key` of an OAuth2 provider refers to it by its ID.
output "signing_key" {
  value = authentik_certificate_key_pair_generated.signing.id
}
