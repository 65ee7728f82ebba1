# The token's user needs the permission
# authentik_providers_oauth2.view_oauth2provider.

# Terraform 1.10 or later. The secret is neither in the plan nor in the state.
ephemeral "authentik_provider_oauth2_secret" "wiki" {
  name = "wiki"
}

# A write-only argument takes it along, here of Vault.
resource "vault_kv_secret_v2" "wiki" {
  mount                = "secret"
  name                 = "wiki/oauth"
  data_json_wo         = jsonencode({ client_secret = ephemeral.authentik_provider_oauth2_secret.wiki.client_secret })
  data_json_wo_version = 1
}
