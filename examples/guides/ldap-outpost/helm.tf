# The outpost's token, which does not enter the state (Terraform 1.11).
ephemeral "authentik_outpost_token" "ldap" {
  outpost = authentik_outpost.ldap.id
}

resource "kubernetes_secret_v1" "outpost" {
  metadata {
    name      = "authentik-outpost-ldap"
    namespace = "authentik"
  }
  data_wo = {
    token = ephemeral.authentik_outpost_token.ldap.token
  }
  data_wo_revision = 1
}

# A chart of your own with the image ghcr.io/goauthentik/ldap, whose container takes
# AUTHENTIK_HOST from `host` and AUTHENTIK_TOKEN from the secret.
resource "helm_release" "outpost" {
  name      = "authentik-outpost-ldap"
  namespace = "authentik"
  chart     = "./charts/authentik-outpost"
  set = [
    { name = "host", value = var.auth_url },
    { name = "tokenSecret", value = kubernetes_secret_v1.outpost.metadata[0].name },
  ]
}
