# The token's user needs these permissions:
# authentik_stages_mtls.view_mutualtlsstage
# authentik_stages_mtls.add_mutualtlsstage
# authentik_stages_mtls.change_mutualtlsstage
# authentik_stages_mtls.delete_mutualtlsstage
# and, to find the certificate by its name,
# authentik_crypto.view_certificatekeypair

# The authority that issues certificates to devices.
data "authentik_certificate_key_pair" "devices" {
  name = "device-authority"
}

# Since authentik 2025.6, with an enterprise licence.
resource "authentik_stage_mutual_tls" "certificate" {
  name                    = "client-certificate"
  mode                    = "required"
  certificate_authorities = [data.authentik_certificate_key_pair.devices.id]
  cert_attribute          = "email"
  user_attribute          = "email"
}
