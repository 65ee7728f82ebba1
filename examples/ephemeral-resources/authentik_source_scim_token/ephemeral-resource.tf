# The token's user needs these permissions:
# authentik_sources_scim.view_scimsource
# authentik_core.view_token_key

ephemeral "authentik_source_scim_token" "hr" {
  slug = "hr"
}

# For another system that Terraform sets up: a write-only argument keeps the token out of
# the state.
resource "kubernetes_secret_v1" "hr" {
  metadata {
    name = "scim"
  }
  data_wo = {
    url   = ephemeral.authentik_source_scim_token.hr.scim_url
    token = ephemeral.authentik_source_scim_token.hr.token
  }
  data_wo_revision = 1
}
