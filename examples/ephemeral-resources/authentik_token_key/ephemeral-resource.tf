# The token's user needs these permissions:
# authentik_core.view_token
# authentik_core.view_token_key

ephemeral "authentik_token_key" "deploy" {
  identifier = "deploy"
}

# A write-only argument keeps the key out of the state.
resource "kubernetes_secret_v1" "deploy" {
  metadata {
    name = "authentik-token"
  }
  data_wo = {
    token = ephemeral.authentik_token_key.deploy.key
  }
  data_wo_revision = 1
}
