# The token's user needs these permissions:
# authentik_stages_mtls.view_mutualtlsstage
# authentik_stages_mtls.add_mutualtlsstage
# authentik_stages_mtls.change_mutualtlsstage
# authentik_stages_mtls.delete_mutualtlsstage

# Since authentik 2025.6, with an enterprise licence. An authority is the `pk` of a
# certificate (System > Certificates) in the API: /api/v3/crypto/certificatekeypairs/.
resource "authentik_stage_mutual_tls" "certificate" {
  name                    = "client-certificate"
  mode                    = "required"
  certificate_authorities = ["3e8b1f70-6a2d-4d59-9c47-5b0e2f8a1c63"]
  cert_attribute          = "email"
  user_attribute          = "email"
}
