# The token's user needs these permissions:
# authentik_crypto.view_certificatekeypair
# authentik_crypto.view_certificatekeypair_key

# Terraform 1.10 or later. The key is neither in the plan nor in the state; authentik logs every
# reading as an event.
ephemeral "authentik_certificate_private_key" "sso" {
  name = "sso.example.com"
}

# A write-only argument takes it along, here of Kubernetes.
resource "kubernetes_secret_v1" "sso" {
  metadata {
    name = "sso-tls"
  }
  data_wo          = { "tls.key" = ephemeral.authentik_certificate_private_key.sso.key_data }
  data_wo_revision = 1
}
