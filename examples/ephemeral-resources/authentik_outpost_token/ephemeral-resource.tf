# The token's user needs these permissions:
# authentik_outposts.view_outpost
# authentik_core.view_token_key

data "authentik_outpost" "branch_office" {
  name = "branch-office"
}

ephemeral "authentik_outpost_token" "branch_office" {
  outpost = data.authentik_outpost.branch_office.id
}

# For a deployment that you manage: a write-only argument keeps the token out of the state.
resource "kubernetes_secret_v1" "outpost" {
  metadata {
    name = "authentik-outpost"
  }
  data_wo = {
    token = ephemeral.authentik_outpost_token.branch_office.token
  }
  data_wo_revision = 1
}
